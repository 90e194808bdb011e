import Mocha from 'mocha';

/** Mocha of the Node extension host; it also notices errors that nobody caught. */
export function createMocha(options: Mocha.MochaOptions): Mocha {
  const mocha = new Mocha(options);
  mocha.suite.emit('pre-require', globalThis, null, mocha); // makes `describe` and its kin global
  return mocha;
}
