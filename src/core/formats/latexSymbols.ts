/** TeX's accents as Unicode's combining marks, which `normalize('NFC')` puts on their letters; the last row is for mathematics. */
export const latexAccents: ReadonlyMap<string, string> = new Map(Object.entries({
  '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', u: '\u0306', '.': '\u0307', '"': '\u0308', h: '\u0309',
  r: '\u030a', H: '\u030b', v: '\u030c', U: '\u030d', G: '\u030f', f: '\u0311', d: '\u0323', c: '\u0327', k: '\u0328', b: '\u0331', t: '\u0361',
  capitalgrave: '\u0300', capitalacute: '\u0301', capitalcircumflex: '\u0302', capitaltilde: '\u0303', capitaldieresis: '\u0308',
  capitalcaron: '\u030c', capitalcedilla: '\u0327', capitalogonek: '\u0328', textcommabelow: '\u0326', cb: '\u0326', textogonekcentered: '\u0328',
  // of the files of Mathematical Reviews
  ocirc: '\u030a', udot: '\u0323', uarc: '\u0311', polhk: '\u0328', cftil: '\u0302', lfhook: '\u0327', uml: '\u0308', dudot: '\u0324', soft: '\u030c',
  hat: '\u0302', widehat: '\u0302', tilde: '\u0303', widetilde: '\u0303', bar: '\u0304', overline: '\u0305', breve: '\u0306', dot: '\u0307',
  ddot: '\u0308', mathring: '\u030a', check: '\u030c', acute: '\u0301', grave: '\u0300', vec: '\u20d7', not: '\u0338',
}));

/** What an accent over nothing is: `\~{}` is how some programs write `~`. */
export const latexLoneAccents: ReadonlyMap<string, string> = new Map(Object.entries({
  '~': '~', '^': '^', '`': '`', "'": '´', '"': '¨', '=': '¯', '.': '˙', u: '˘', v: 'ˇ', H: '˝', r: '˚', c: '¸', k: '˛',
}));

/** Letters that TeX names for want of keys. */
const letters = {
  ss: 'ß', SS: 'ẞ', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ', imath: 'ı', jmath: 'ȷ',
  dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ', ij: 'ĳ', IJ: 'Ĳ', Dbar: 'Đ', dbar: 'đ', textcrd: 'đ', hausad: 'ɗ',
  texthtd: 'ɗ', texthtb: 'ɓ', textschwa: 'ə', schwa: 'ə', textesh: 'ʃ', textyogh: 'ʒ', textglotstop: 'ʔ', textcrh: 'ħ', textbari: 'ɨ', textturna: 'ɐ',
  textopeno: 'ɔ', texteng: 'ŋ',
  textdoublebarpipe: 'ǂ', textpipe: 'ǀ', guillemotleft: '«', guillemotright: '»', guillemetleft: '«', guillemetright: '»', flqq: '«', frqq: '»',
  guilsinglleft: '‹', guilsinglright: '›', flq: '‹', frq: '›', glqq: '„', grqq: '“', glq: '‚', grq: '‘', quotedblbase: '„', quotesinglbase: '‚',
  lq: '‘', rq: '’', ayn: 'ʿ', hamza: 'ʾ', textain: 'ʿ', cprime: 'ʹ', Cprime: 'ʹ', cdprime: 'ʺ', Cdprime: 'ʺ', bud: 'ʹ', cydot: '·',
};

/** Signs of text: punctuation, money, units, fractions. */
const signs = {
  textcopyright: '©', copyright: '©', copyleft: '🄯', textregistered: '®', circledR: '®', texttrademark: '™', textservicemark: '℠', textcircledP: '℗',
  textdegree: '°', degree: '°', degrees: '°', textcelsius: '℃', celsius: '℃', degreeCelsius: '℃', textendash: '–', textemdash: '—', textellipsis: '…', dots: '…', ldots: '…',
  dotsc: '…', dotsb: '…', cdots: '⋯', vdots: '⋮', ddots: '⋱', textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”',
  textquotesingle: "'", textquotedbl: '"', textasciigrave: '`', textasciiacute: '´', textasciidieresis: '¨', textasciimacron: '¯', textasciicaron: 'ˇ',
  textasciibreve: '˘', textasciitilde: '~', textasciicircum: '^', textbackslash: '\\', backslash: '\\', textunderscore: '_', textbar: '|', textbardbl: '‖',
  textbrokenbar: '¦', textless: '<', textgreater: '>', lt: '<', gt: '>', textbraceleft: '{', textbraceright: '}', lbrace: '{', rbrace: '}', textdollar: '$',
  textbullet: '•', bullet: '•', textdaggerdbl: '‡', textdagger: '†', dag: '†', dagger: '†', ddag: '‡', ddagger: '‡', S: '§', textsection: '§', P: '¶',
  textparagraph: '¶', pounds: '£', textsterling: '£', texteuro: '€', euro: '€', EUR: '€', textyen: '¥', yen: '¥', textcent: '¢', textwon: '₩', textcurrency: '¤',
  textflorin: 'ƒ', textnaira: '₦', textpeso: '₱', textlira: '₤', textbaht: '฿', textdong: '₫', textcolonmonetary: '₡', textmu: 'µ', micro: 'µ',
  textperiodcentered: '·', textonehalf: '½', textonequarter: '¼', textthreequarters: '¾', textonesuperior: '¹', texttwosuperior: '²', textthreesuperior: '³',
  textordfeminine: 'ª', textordmasculine: 'º', textnumero: '№', textperthousand: '‰', permil: '‰', textpertenthousand: '‱', textpercent: '%', percent: '%',
  textampersand: '&', textat: '@', textnumbersign: '#', textasteriskcentered: '∗', textreferencemark: '※', textinterrobang: '‽', textquestiondown: '¿',
  textexclamdown: '¡', texttimes: '×', textdiv: '÷', textpm: '±', textminus: '−', textlnot: '¬', textohm: 'Ω', textmho: '℧', textestimated: '℮',
  textfractionsolidus: '⁄', textmarried: '⚭', textborn: '⋆', textdied: '†', textmusicalnote: '♪', textvisiblespace: '␣', textleftarrow: '←',
  textrightarrow: '→', textuparrow: '↑', textdownarrow: '↓', textlangle: '〈', textrangle: '〉', textsurd: '√', textbigcircle: '○', textopenbullet: '◦',
  checkmark: '✓', slash: '/', hyphen: '-', nbhyphen: '‑', fshyphen: '-', bibrangedash: '–', textcompwordmark: '', textthinspace: ' ', male: '♂', female: '♀',
  LaTeX: 'LaTeX', LaTeXe: 'LaTeX2e', TeX: 'TeX', BibTeX: 'BibTeX', XeLaTeX: 'XeLaTeX', XeTeX: 'XeTeX', LuaTeX: 'LuaTeX', ConTeXt: 'ConTeXt', MF: 'METAFONT', MP: 'METAPOST',
  textsuperscript: '', mkbibquote: '', enquote: '',
  quad: ' ', qquad: ' ', space: ' ', newline: ' ', par: ' ', linebreak: ' ', enspace: ' ', enskip: ' ', thinspace: ' ', medspace: ' ', thickspace: ' ',
  nobreakspace: ' ', newblock: ' ', adddot: '.', addcomma: ',', addcolon: ':', addsemicolon: ';', addspace: ' ', addnbspace: ' ', addhyphen: '-', addperiod: '.',
  addslash: '/', isdot: '', finentry: '', newunit: '. ', ordinal: '', joule: 'J', metre: 'm', meter: 'm', gram: 'g', kilogram: 'kg', litre: 'L', liter: 'L', kilo: 'k',
  milli: 'm', nano: 'n', pico: 'p', centi: 'c', mega: 'M', giga: 'G', volt: 'V', watt: 'W', hertz: 'Hz', kelvin: 'K', pascal: 'Pa', ohm: 'Ω', angstrom: 'Å',
  electronvolt: 'eV', ampere: 'A', newton: 'N', per: '/',
};

const greek = {
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ', iota: 'ι', kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν',
  xi: 'ξ', omicron: 'ο', pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', upsilon: 'υ', phi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω', Alpha: 'Α', Beta: 'Β', Gamma: 'Γ',
  Delta: 'Δ', Epsilon: 'Ε', Zeta: 'Ζ', Eta: 'Η', Theta: 'Θ', Iota: 'Ι', Kappa: 'Κ', Lambda: 'Λ', Mu: 'Μ', Nu: 'Ν', Xi: 'Ξ', Omicron: 'Ο', Pi: 'Π',
  Rho: 'Ρ', Sigma: 'Σ', Tau: 'Τ', Upsilon: 'Υ', Phi: 'Φ', Chi: 'Χ', Psi: 'Ψ', Omega: 'Ω',
};

/** T2A's Cyrillic, `\cyra` to `\cyrya`; with `\CYR` they are capitals. */
const cyrillic = {
  a: 'а', b: 'б', v: 'в', g: 'г', d: 'д', e: 'е', yo: 'ё', zh: 'ж', z: 'з', i: 'и', ishrt: 'й', k: 'к', l: 'л', m: 'м', n: 'н', o: 'о', p: 'п', r: 'р',
  s: 'с', t: 'т', u: 'у', f: 'ф', h: 'х', c: 'ц', ch: 'ч', sh: 'ш', shch: 'щ', hrdsn: 'ъ', ery: 'ы', sftsn: 'ь', erev: 'э', yu: 'ю', ya: 'я', ie: 'є',
  ii: 'і', yi: 'ї', je: 'ј', dzhe: 'џ', lje: 'љ', nje: 'њ', tshe: 'ћ', dje: 'ђ', gup: 'ґ', ushrt: 'ў',
};

function* named(): Generator<readonly [string, string]> {
  yield* Object.entries(letters);
  yield* Object.entries(signs);
  for (const [name, letter] of Object.entries(cyrillic)) {
    yield [`cyr${name}`, letter];
    yield [`CYR${name.toUpperCase()}`, letter.toUpperCase()];
  }
  for (const [name, letter] of Object.entries(greek)) {
    yield [name, letter];
    yield [`text${name}`, letter];
    yield [`up${name}`, letter];
  }
}

/** Commands of text that stand for a letter or sign. */
export const latexSymbols: ReadonlyMap<string, string> = new Map(named());
