import { closeShared } from './inWorkbench';

/** Root hooks of the UI tests: loaded by mocha before any of them. */
export const mochaHooks = { afterAll: closeShared };
