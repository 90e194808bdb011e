/** What is measured of checking records, bundled as it ships. */
export { checkRecord } from '../../../src/core/library/checks/checks';
export { checkText } from '../../../src/core/library/checks/checkText';
