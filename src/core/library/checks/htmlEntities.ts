/** Signs that HTML has names for and that are met in titles. Letters with accents are made from their names. */
const signs: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“',
  rdquo: '”', laquo: '«', raquo: '»', deg: '°', plusmn: '±', times: '×', micro: 'µ', middot: '·', le: '≤', ge: '≥', minus: '−',
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', kappa: 'κ', lambda: 'λ', mu: 'μ', sigma: 'σ', tau: 'τ', omega: 'ω',
  szlig: 'ß', aelig: 'æ', AElig: 'Æ', oelig: 'œ', OElig: 'Œ', oslash: 'ø', Oslash: 'Ø', eth: 'ð', thorn: 'þ', trade: '™', reg: '®', copy: '©',
};

/** `eacute` is an e with an acute accent. */
const accents: Readonly<Record<string, string>> = {
  acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303', cedil: '\u0327', ring: '\u030a', caron: '\u030c',
};

const entity = /&(?:#(\d{2,7})|#[xX]([\da-fA-F]{2,6})|([A-Za-z]{2,8}));/g;

/** @returns the first entity of HTML's in a text, such as `&amp;`; undefined where there is none */
export function firstEntity(text: string): string | undefined {
  if (!text.includes('&')) return undefined;
  return [...text.matchAll(entity)].find((match) => meaning(match) !== undefined)?.[0];
}

/** @returns the text with the signs that entities stand for; also where the `&` of one was written as `&amp;` */
export function withoutEntities(text: string): string {
  const once = replaced(text);
  return /&[#A-Za-z\d]{2,8};/.test(once) ? replaced(once) : once;
}

function replaced(text: string): string {
  return text.replace(entity, (whole, ...groups: string[]) => meaning([whole, ...groups.slice(0, 3)]) ?? whole);
}

function meaning([, decimal, hexadecimal, name]: readonly (string | undefined)[]): string | undefined {
  if (name !== undefined) return Object.hasOwn(signs, name) ? signs[name] : accented(name);
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined;
}

function accented(name: string): string | undefined {
  const mark = Object.hasOwn(accents, name.slice(1)) ? accents[name.slice(1)] : undefined;
  const letter = mark && `${name[0] ?? ''}${mark}`.normalize('NFC');
  return letter?.length === 1 ? letter : undefined;
}
