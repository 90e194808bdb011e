const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `#x10ffff` and `#1114111` are the last. */
const longest = 9;

/** A text with its entities as characters; undefined where one is none of XML's own, or a `&` begins none. */
export function decoded(text: string): string | undefined {
  let whole = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    const character = end < 0 || end - at > longest ? undefined : characterOf(text.slice(at + 1, end));
    if (character === undefined) {
      return undefined;
    }
    whole += text.slice(from, at) + character;
    from = end + 1;
  }
  return from === 0 ? text : whole + text.slice(from);
}

/** `amp`, `#8211`, `#x2013` */
function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) {
    return Object.hasOwn(predefined, name) ? predefined[name] : undefined;
  }
  const code = /^#\d+$/.test(name) ? Number(name.slice(1)) : /^#x[\da-f]+$/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.NaN;
  const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code >= 0xe000 && code <= 0x10ffff && (code & 0xfffe) !== 0xfffe);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

const encodings: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;' };

/** A text as it may stand in an element or an attribute, without the characters that XML forbids. */
export function encoded(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '').replace(/[&<>"\r]/g, (sign) => encodings[sign] ?? sign);
}
