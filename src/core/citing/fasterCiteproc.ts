import CSL, { type Engine as CiteprocEngine } from 'citeproc';

/** Languages whose lower or upper case is another than everyone's. */
const ownCase = /^(?:tr|az|lt|el)\b/i;
/** Text in which there is no quotation mark, tag or apostrophe of any language. */
const plain = /^[\w\s.,:;/()&?!+*=%#@[\]-]*$/;
/** So many initials are kept for each engine. */
const mostKept = 20_000;

let isDone = false;

/**
 * Puts functions in the place of some of citeproc-js' own that give the same and take less time: a quarter of it in all. Its
 * file stays as it is.
 */
export function fasterCiteproc(): void {
  if (isDone) return;
  isDone = true;
  letterCase();
  compare();
  escape();
  initials();
}

/** The same for what each engine has of its own. */
export function fasterEngine(engine: CiteprocEngine): void {
  const { flipflopper } = engine.fun;
  const processTags = flipflopper.processTags.bind(flipflopper);
  // It makes a regular expression of all letters for each text.
  flipflopper.processTags = (blob) => {
    if (!plain.test(blob.blobs)) processTags(blob);
  };
}

/** Asking for the case of a list of languages costs ten times as much, and few have their own. */
function letterCase(): void {
  const { toLocaleLowerCase, toLocaleUpperCase } = CSL;
  const isOrdinary = ({ tmp }: CiteprocEngine): boolean => tmp.lang_array?.some((language) => ownCase.test(language)) === false;
  CSL.toLocaleLowerCase = function (text) {
    return isOrdinary(this) ? text.toLowerCase() : toLocaleLowerCase.call(this, text);
  };
  CSL.toLocaleUpperCase = function (text) {
    return isOrdinary(this) ? text.toUpperCase() : toLocaleUpperCase.call(this, text);
  };
}

/** `localeCompare` with options looks its collator up each time. */
function compare(): void {
  CSL.getSortCompare = function (language) {
    const collator = new Intl.Collator(language || 'en-US', { sensitivity: 'base', ignorePunctuation: true, numeric: true });
    return (a, b) => collator.compare(CSL.toLocaleLowerCase.call(this, a), CSL.toLocaleLowerCase.call(this, b));
  };
}

function escape(): void {
  const { html } = CSL.Output.Formats;
  const original = html.text_escape.bind(html);
  html.text_escape = (text) => (text && /^(?:[\w.,:;/()?!-] ?)+$/.test(text) ? text : original(text));
}

/** The same given names come again and again, each several times for a citation. */
function initials(): void {
  const names = CSL.Util.Names;
  const original = names.initializeWith.bind(names);
  const known = new WeakMap<CiteprocEngine, Map<string, string>>();
  names.initializeWith = (state, name, terminator, normalizeOnly) => {
    let kept = known.get(state);
    if (!kept || kept.size > mostKept) known.set(state, (kept = new Map()));
    const key = `${name}\n${terminator}\n${normalizeOnly}\n${state.opt['initialize-with-hyphen']}`;
    let made = kept.get(key);
    if (made === undefined) kept.set(key, (made = original(state, name, terminator, normalizeOnly)));
    return made;
  };
}
