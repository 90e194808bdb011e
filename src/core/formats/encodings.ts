/** How much of a file may come before it says its encoding (bytes). */
const headLength = 4096;

/** Where files say what their encoding is; all in ASCII, whatever follows. */
const declarations: readonly RegExp[] = [
  /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})["']/i,
  // JabRef's `% Encoding: UTF-8`, and of old in a comment: `This file was created with JabRef 2.6.`, `Encoding: Cp1252`
  /^[%\s]*encoding:\s*([\w:.-]{2,40})/im,
  /^@comment\{[^{}]{0,200}?encoding[:=]\s*([\w:.-]{2,40})/im,
  // Emacs, Vim and TeXShop
  /-\*-[^\n]{0,100}?coding:\s*([\w.-]{2,40})/i,
  /^%\s*!TeX\s+encoding\s*=\s*([\w.-]{2,40})/im,
  /\bfileencoding=([\w.-]{2,40})/i,
  // BibDesk: `%% Saved with string encoding Unicode (UTF-8)`
  /^%% Saved with string encoding ([^\n]{2,60})/im,
];

/** Names that only some programs use, in the platform's words. */
const otherNames: readonly (readonly [RegExp, string])[] = [
  [/^cp-?(125\d)$/, 'windows-$1'], [/^cp-?932$|^sjis$|^.*shift.?jis.*$|^ms932$/, 'shift_jis'], [/^cp-?936$|^.*\bgbk\b.*$|^gb2312$/, 'gbk'],
  [/^cp-?949$|^ms949$/, 'euc-kr'], [/^cp-?950$|^ms950$/, 'big5'], [/^cp-?866$/, 'ibm866'], [/^iso-?8859[-_](\d{1,2})$/, 'iso-8859-$1'],
  [/^.*\biso latin (\d)\b.*$/, 'latin$1'], [/^.*\butf-?8\b.*$|^utf-?8-?\w*$/, 'utf-8'], [/^(?:x-)?mac-?roman$|^.*mac os roman.*$/, 'macintosh'],
  [/^latin-?(\d)(?:-unix|-dos)?$/, 'latin$1'], [/^us-?ascii$/, 'utf-8'], [/^euc_(jp|kr)$/, 'euc-$1'], [/^koi8_r$/, 'koi8-r'],
];

/**
 * The encoding that a file says it has: an XML declaration, JabRef's comment, an editor's line.
 *
 * @returns the platform's name for it; undefined where nothing is said, or nothing that is known
 */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Array.from(bytes.subarray(0, headLength), (byte) => String.fromCharCode(byte)).join('');
  const stated = declarations.map((form) => form.exec(head)?.[1]).find((name) => name !== undefined);
  if (stated === undefined) return undefined;
  const name = stated.trim().toLowerCase();
  const [form, known] = otherNames.find(([each]) => each.test(name)) ?? [];
  return knownEncoding(form === undefined || known === undefined ? name : name.replace(form, known));
}

function knownEncoding(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

/** As many pairs of high bytes are not there by chance. */
const fewestPairs = 4;

/**
 * The East Asian encoding that bytes which are no UTF-8 may have: in Western text letters with accents stand alone, there
 * all bytes come in pairs. Told apart by which first bytes there are, as each has its own for its commonest signs.
 */
export function eastAsianEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 64 * 1024);
  let pairs = 0;
  let kana = 0;
  let hangul = 0;
  let shifted = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const lead = sample[at] as number;
    if (lead < 0x80) continue;
    const trail = sample[at + 1] ?? 0;
    const isShifted = lead < 0xa0 || ((lead === 0x82 || lead === 0x83) && trail >= 0x40);
    if (!isShifted && trail < 0xa1) return undefined;
    if (trail < 0x40) return undefined;
    pairs += 1;
    shifted += isShifted ? 1 : 0;
    kana += lead === 0xa4 || lead === 0xa5 ? 1 : 0;
    hangul += lead >= 0xb0 && lead <= 0xc8 ? 1 : 0;
    at += 1;
  }
  if (pairs < fewestPairs) return undefined;
  const likely = shifted > pairs / 5 ? 'shift_jis' : kana > pairs / 5 ? 'euc-jp' : hangul > 0.95 * pairs ? 'euc-kr' : 'gbk';
  return decodes(bytes, likely) ? likely : undefined;
}

/** Whether all bytes are signs of an encoding. */
export function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
