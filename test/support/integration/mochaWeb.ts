/** Mocha of the web extension host: its build for browsers, one object that is there once it is loaded. */
export function createMocha(options: Mocha.MochaOptions): BrowserMocha {
  mocha.setup({ ...options, ui: 'bdd' });
  return mocha;
}
