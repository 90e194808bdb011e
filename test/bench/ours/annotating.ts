export { refind } from '../../../src/core/annotating/refind';
