/** One record's tags in the order of the text, with where the record begins. */
export interface RisEntry {
  readonly start: number;
  readonly tags: readonly (readonly [tag: string, value: string])[];
  /** Its `ER` is there. */
  readonly closed: boolean;
}

/** `TY  - JOUR`. */
const strictTag = /^[ \t]*([A-Z][A-Z0-9]) {2}-[ \t]?([\s\S]*)$/;

/** `TY - JOUR`, `AU- Chen`, as pages show it; only known tags, since a text line may begin `IL - 6`. */
const looseTag =
  /^[ \t]*(TY|ID|T[1-4I]|CT|A[1-4BDUNV]|ED|P[BPY]|Y[12]|DA|N[12V]|KW|UR|U[1-5]|L[1-4AK]|DO|DB|DP|M[1-3]|SN|VL|J[12AFO]|IS|S[PTE]|EP|BT|CY|C[1-8AN]|OP|ET|RN|RP|ER|TT|TA|RI)[ \t]?-[ \t]?([\s\S]*)$/;

/**
 * The records of a RIS text. Texts that run over several lines are joined, blank lines between tags are nothing, a
 * record whose `ER` is missing ends where the next begins.
 */
export function scanRis(text: string): RisEntry[] {
  const entries: RisEntry[] = [];
  let tags: [string, string][] | undefined;
  let start = 0;
  let offset = 0;
  // Old Macs' lines end with `\r`; a line separator inside a value is a space.
  const lines = (text.includes('\n') ? text : text.replace(/\r/g, '\n')).replace(/^\uFEFF/, ' ');
  for (const line of lines.split('\n')) {
    const match = strictTag.exec(line) ?? looseTag.exec(line);
    const tag = match?.[1];
    if (tag === 'TY' || (tag !== undefined && tags === undefined && tag !== 'ER')) {
      if (tags) entries.push({ start, tags, closed: false });
      tags = tag === 'TY' || isField(tag) ? [] : undefined;
      start = offset;
    }
    if (tag === 'ER' && tags) {
      entries.push({ start, tags, closed: true });
      tags = undefined;
    } else if (tag !== undefined) {
      tags?.push([tag, (match?.[2] ?? '').replace(/\s*[\u2028\u2029]\s*/g, ' ').trim()]);
    } else if (tags) {
      continueLast(tags, line.trim());
    }
    offset += line.length + 1;
  }
  if (tags) entries.push({ start, tags, closed: false });
  return entries.filter((entry) => entry.tags.length > 1 || entry.tags[0]?.[0] === 'TY');
}

/** A record may lack its `TY`, but not begin with just anything. */
function isField(tag: string): boolean {
  return /^(?:T1|TI|AU|A1|ID)$/.test(tag);
}

function continueLast(tags: [string, string][], line: string): void {
  const last = tags.at(-1);
  if (!last || line === '') {
    return;
  }
  if (last[0] === 'KW') {
    tags.push(['KW', line]);
  } else if (last[0] !== 'TY') {
    last[1] = last[1] === '' ? line : `${last[1]} ${line}`;
  }
}
