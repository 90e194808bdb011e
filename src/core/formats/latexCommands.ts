/** Commands whose argument is set in another face, as CSL's HTML has it. */
export const latexMarkup: ReadonlyMap<string, readonly [string, string]> = new Map(Object.entries({
  emph: ['<i>', '</i>'], textit: ['<i>', '</i>'], textsl: ['<i>', '</i>'], mkbibemph: ['<i>', '</i>'], mkbibitalic: ['<i>', '</i>'], mathit: ['<i>', '</i>'],
  textbf: ['<b>', '</b>'], mkbibbold: ['<b>', '</b>'], mathbf: ['<b>', '</b>'], boldsymbol: ['<b>', '</b>'],
  textsuperscript: ['<sup>', '</sup>'], textsubscript: ['<sub>', '</sub>'], mkbibsuperscript: ['<sup>', '</sup>'], mkbibsubscript: ['<sub>', '</sub>'],
  textsc: ['<span style="font-variant:small-caps;">', '</span>'], mkbibsc: ['<span style="font-variant:small-caps;">', '</span>'],
  enquote: ['“', '”'], mkbibquote: ['“', '”'], mkbibparens: ['(', ')'], mkbibbrackets: ['[', ']'], textquote: ['“', '”'], footnote: [' (', ')'],
  sp: ['<sup>', '</sup>'], sb: ['<sub>', '</sub>'], up: ['<sup>', '</sup>'], fup: ['<sup>', '</sup>'], textnormal: ['', ''],
} as const));

/** Commands that set the rest of their group in another face. */
export const latexSwitches: ReadonlyMap<string, readonly [string, string]> = new Map(Object.entries({
  it: ['<i>', '</i>'], itshape: ['<i>', '</i>'], em: ['<i>', '</i>'], sl: ['<i>', '</i>'], slshape: ['<i>', '</i>'], bf: ['<b>', '</b>'],
  bfseries: ['<b>', '</b>'], sc: ['<span style="font-variant:small-caps;">', '</span>'],
  scshape: ['<span style="font-variant:small-caps;">', '</span>'],
} as const));

/** How many first arguments of a command are for TeX alone. BibTeX's own documentation has `{\noopsort{1973b}}1973`. */
export const latexDropped: ReadonlyMap<string, number> = new Map(Object.entries({
  noopsort: 1, NoopSort: 1, noop: 1, SortNoop: 1, sortnoop: 1, SORTNOOP: 1, Noop: 1, sortas: 1, vspace: 1, hspace: 1, label: 1, index: 1, color: 1, textcolor: 1, colorbox: 1,
  href: 1, foreignlanguage: 1, textlang: 1, selectlanguage: 1, hyperlink: 1, hypertarget: 1, raisebox: 1, fontsize: 2, foreignquote: 1, hyphenquote: 1,
  scalebox: 1, resizebox: 2, setlength: 2, addtolength: 2, phantom: 1, hphantom: 1, vphantom: 1, nocite: 1, bibinfo: 1, bibfield: 1,
  includegraphics: 1, usepackage: 1, thanks: 1,
}));

/** Commands whose argument is an address, in which TeX's signs stand for themselves. */
export const latexVerbatim: ReadonlySet<string> = new Set(['url', 'path', 'nolinkurl', 'doi']);
