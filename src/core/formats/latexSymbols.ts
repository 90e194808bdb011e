/** TeX's accents as Unicode's combining marks, which `normalize('NFC')` puts on their letters. */
export const latexAccents: ReadonlyMap<string, string> = new Map(Object.entries({
  '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', u: '\u0306', '.': '\u0307', '"': '\u0308',
  r: '\u030a', H: '\u030b', v: '\u030c', d: '\u0323', c: '\u0327', k: '\u0328', b: '\u0331', t: '\u0361',
}));

/** Commands that stand for a letter or sign. */
export const latexSymbols: ReadonlyMap<string, string> = new Map(Object.entries({
  ss: 'ß', SS: 'ẞ', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ',
  dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ',
  textcopyright: '©', copyright: '©', textregistered: '®', texttrademark: '™', textdegree: '°', degree: '°',
  textendash: '–', textemdash: '—', textellipsis: '…', dots: '…', ldots: '…', textquoteleft: '‘', textquoteright: '’',
  textquotedblleft: '“', textquotedblright: '”', quotedblbase: '„', quotesinglbase: '‚', guillemotleft: '«',
  guillemotright: '»', textasciitilde: '~', textasciicircum: '^', textbackslash: '\\', textunderscore: '_',
  textbar: '|', textless: '<', textgreater: '>', textbullet: '•', textdaggerdbl: '‡', textdagger: '†', dag: '†',
  ddag: '‡', S: '§', P: '¶', pounds: '£', texteuro: '€', euro: '€', textmu: 'µ', micro: 'µ', textperiodcentered: '·',
  textonehalf: '½', textonequarter: '¼', textsuperscript: '', LaTeX: 'LaTeX', TeX: 'TeX', BibTeX: 'BibTeX', slash: '/',
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ',
  iota: 'ι', kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', upsilon: 'υ',
  phi: 'φ', varphi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω', Gamma: 'Γ', Delta: 'Δ', Theta: 'Θ', Lambda: 'Λ', Xi: 'Ξ',
  Pi: 'Π', Sigma: 'Σ', Phi: 'Φ', Psi: 'Ψ', Omega: 'Ω', textalpha: 'α', textbeta: 'β', textgamma: 'γ',
  times: '×', pm: '±', mp: '∓', cdot: '·', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', approx: '≈', sim: '∼',
  rightarrow: '→', to: '→', leftarrow: '←', infty: '∞', partial: '∂', nabla: '∇', sum: '∑', prod: '∏', int: '∫',
  sqrt: '√', in: '∈', circ: '°', prime: '′', ell: 'ℓ', hbar: 'ℏ', propto: '∝', equiv: '≡', forall: '∀', exists: '∃',
  cup: '∪', cap: '∩', subset: '⊂', ll: '≪', gg: '≫', langle: '⟨', rangle: '⟩', quad: ' ', qquad: ' ', space: ' ',
  newline: ' ', par: ' ', linebreak: ' ', enspace: ' ', thinspace: ' ', nobreakspace: ' ', bibrangedash: '–',
  textquotesingle: "'", textquotedbl: '"', textsection: '§', textparagraph: '¶', mkbibquote: '', enquote: '',
}));

/** Commands whose argument is set in another face, as CSL's HTML has it. */
export const latexMarkup: ReadonlyMap<string, readonly [string, string]> = new Map(Object.entries({
  emph: ['<i>', '</i>'], textit: ['<i>', '</i>'], textsl: ['<i>', '</i>'], mkbibemph: ['<i>', '</i>'], mathit: ['<i>', '</i>'],
  textbf: ['<b>', '</b>'], mkbibbold: ['<b>', '</b>'], mathbf: ['<b>', '</b>'],
  textsuperscript: ['<sup>', '</sup>'], textsubscript: ['<sub>', '</sub>'], mkbibsuperscript: ['<sup>', '</sup>'],
  textsc: ['<span style="font-variant:small-caps;">', '</span>'], enquote: ['“', '”'], mkbibquote: ['“', '”'],
  sp: ['<sup>', '</sup>'], sb: ['<sub>', '</sub>'],
} as const));

/** Commands that set the rest of their group in another face. */
export const latexSwitches: ReadonlyMap<string, readonly [string, string]> = new Map(Object.entries({
  it: ['<i>', '</i>'], itshape: ['<i>', '</i>'], em: ['<i>', '</i>'], sl: ['<i>', '</i>'], bf: ['<b>', '</b>'],
  bfseries: ['<b>', '</b>'], sc: ['<span style="font-variant:small-caps;">', '</span>'],
  scshape: ['<span style="font-variant:small-caps;">', '</span>'],
} as const));

/** Commands that say nothing to a reader. */
export const latexSilent: ReadonlySet<string> = new Set([
  'relax', 'noopsort', 'protect', 'mbox', 'hbox', 'text', 'textrm', 'textsf', 'texttt', 'textup', 'textmd', 'textnormal',
  'mathrm', 'mathsf', 'mathcal', 'mathbb', 'ensuremath', 'rm', 'tt', 'sf', 'small', 'large',
  'nocite', 'cite', 'url', 'path', 'uppercase', 'lowercase', 'MakeUppercase', 'nohyphens', 'allowbreak', 'left', 'right',
  'bibstring', 'autocap', 'noopsort', 'natexlab', 'hspace', 'displaystyle', 'textstyle', 'unskip', 'ignorespaces', 'bgroup',
  'egroup', 'begingroup', 'endgroup', 'singleletter', 'switchargs',
]);
