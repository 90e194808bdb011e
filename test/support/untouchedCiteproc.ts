import type CSL from 'citeproc';

/** citeproc-js once more, without the functions that are put into it to make it faster. */
export function untouchedCiteproc(require: NodeJS.Require): typeof CSL {
  const path = require.resolve('citeproc');
  const loaded = require.cache[path];
  Reflect.deleteProperty(require.cache, path);
  const again = require('citeproc') as typeof CSL;
  if (loaded) require.cache[path] = loaded;
  return again;
}
