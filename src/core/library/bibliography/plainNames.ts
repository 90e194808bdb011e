/** Bytes of the signs that `isNameSign` knows: letters, and others of two bytes from `À` on. */
const isNameByte = new Uint8Array(256);
for (let code = 65; code <= 90; code += 1) isNameByte[code] = isNameByte[code + 32] = 1;
for (let code = 0x80; code < 0xc0; code += 1) isNameByte[code] = 1; // what follows a letter's first byte
for (let code = 0xc3; code < 0xe0; code += 1) isNameByte[code] = 1;
for (const sign of ".-'") isNameByte[sign.charCodeAt(0)] = 1;

/** More names than these are read in full. */
const mostNames = 1000;

/** A list of names in its bytes, parted as `bibtexNames` parts its text. */
export class NameSpans {
  readonly starts = new Uint32Array(mostNames);
  readonly ends = new Uint32Array(mostNames);
  count = 0;
  /** Of the name that was found plain last, where its family name stands. */
  familyStart = 0;
  familyEnd = 0;
  /** And where the given names before or after it do. */
  givenStart = 0;
  givenEnd = 0;

  /** @returns false where names may be parted by other than ` and ` */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    this.count = 0;
    let start = from;
    let depth = 0;
    for (let at = from; at < to; at += 1) {
      const code = bytes[at] as number;
      if (code > percent && code < open) continue;
      if (code === percent) return false;
      if (code === open) depth += 1;
      else if (code === close) depth -= 1;
      else if (code <= 32 && depth <= 0 && isAnd(bytes, at, to)) {
        if (this.count === mostNames - 1) return false;
        this.add(bytes, start, at);
        start = at + 5;
        at += 3;
      }
    }
    this.add(bytes, start, to);
    return this.count > 1 || this.isPlain(bytes, this.starts[0] as number, this.ends[0] as number);
  }

  /**
   * Whether a name is `Chen, Y. M.`, `Yu Mei Chen` or `Jan van der Berg`, of usual letters and signs alone: what it says is in
   * its words, and its family name is what comes before the comma; or the last word, with those in lower case before it.
   */
  isPlain(bytes: Uint8Array, from: number, to: number): boolean {
    let comma = 0;
    let space = 0;
    let last = 32;
    for (let at = from; at < to; at += 1) {
      const code = bytes[at] as number;
      if (code === 44) {
        if (comma > 0 || last === 32) return false;
        comma = at;
      } else if (code === 32) {
        if (last === 32) return false;
        space = at;
      } else if ((isNameByte[code] !== 1 && !isApostrophe(bytes, at)) || (code === last && code < 65)) {
        return false;
      }
      last = code;
    }
    this.familyStart = comma > 0 ? from : space + 1;
    this.familyEnd = comma > 0 ? comma : to;
    const isFine = last !== 32 && (comma > 0 ? isFamilyFirst(bytes, from, comma, space, to) : space > 0 && this.isGivenFirst(bytes, from, space, to));
    this.givenStart = comma === 0 ? from : bytes[comma + 1] === 32 ? comma + 2 : comma + 1;
    this.givenEnd = comma === 0 ? this.familyStart - 1 : to;
    return isFine;
  }

  /** Words that begin in ASCII, none of which a group may be called by, and the last of which is none of `Jr`, `III`. */
  private isGivenFirst(bytes: Uint8Array, from: number, lastSpace: number, to: number): boolean {
    const isSuffix = to - lastSpace - 1 <= longestSuffix && suffixLetters.includes((bytes[lastSpace + 1] as number) & 0x5f);
    if (isSuffix || to - from < shortestName) return false;
    let hash = 0;
    let last = 32;
    for (let at = from; at <= to; at += 1) {
      const code = at < to ? (bytes[at] as number) : 32;
      const isLetter = isCapital(code) || isSmall(code);
      if (last === 32 && !isLetter) return false;
      if (last === 32 && isSmall(code)) this.familyStart = Math.min(this.familyStart, at);
      if (!isLetter && groupWords.has(hash)) return false;
      hash = isLetter ? (Math.imul(hash, 31) + (code | 32)) | 0 : 0;
      last = code;
    }
    return true;
  }

  private add(bytes: Uint8Array, from: number, to: number): void {
    let start = from;
    let end = to;
    while (start < end && isSpaceByte(bytes[start] as number)) start += 1;
    while (end > start && isSpaceByte(bytes[end - 1] as number)) end -= 1;
    this.starts[this.count] = start;
    this.ends[this.count++] = end;
  }
}

/** A last word in lower case may be a particle: `Souza, Luciana Moreira de`. */
function isFamilyFirst(bytes: Uint8Array, from: number, comma: number, space: number, to: number): boolean {
  const start = bytes[comma + 1] === 32 ? comma + 2 : comma + 1;
  return start < to && !isSmall(bytes[space > 0 ? space + 1 : from] as number);
}

const percent = 37;
const open = 123;
const close = 125;

/** `others` and `et al.` are shorter, and no names. */
const shortestName = 8;

/** `III.`; and how `Jr`, `Sr` and numbers begin. */
const longestSuffix = 4;
const suffixLetters: readonly number[] = [73, 74, 83];

/** Words that `isGroup` looks for, by a number that their letters make; of two together one. */
const groupWords: ReadonlySet<number> = new Set([
  'group', 'consortium', 'collaboration', 'collaborator', 'collaborators', 'collaborative', 'investigators', 'network', 'committee', 'association', 'society',
  'university', 'institute', 'organisation', 'organization', 'department', 'ministry', 'federation', 'foundation', 'council', 'working', 'task', 'study', 'initiative',
].map((word) => [...word].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0, 0)));

function isAnd(bytes: Uint8Array, space: number, to: number): boolean {
  return space + 4 < to && ((bytes[space + 1] as number) | 32) === 97 && ((bytes[space + 2] as number) | 32) === 110 &&
    ((bytes[space + 3] as number) | 32) === 100 && (bytes[space + 4] as number) <= 32;
}

/** Whether `’` stands here. */
function isApostrophe(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x99;
}

function isSpaceByte(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

function isCapital(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

function isSmall(byte: number): boolean {
  return byte >= 97 && byte <= 122;
}
