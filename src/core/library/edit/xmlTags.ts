/** A start or end tag. */
export interface XmlTag {
  readonly name: string;
  readonly isEnd: boolean;
  /** Both in one: `<year/>`. */
  readonly isEmpty: boolean;
  readonly start: number;
  readonly end: number;
}

const tag = /<(?:(!--)|(!\[CDATA\[)|(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^<>"'])*)>)/g;

/** The tags of a text, without those in comments. */
export function* xmlTags(text: string): Generator<XmlTag> {
  const pattern = new RegExp(tag);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { index: start, 3: slash, 4: name, 5: rest = '' } = match;
    if (name !== undefined) {
      yield { name, isEnd: slash === '/', isEmpty: rest.endsWith('/'), start, end: pattern.lastIndex };
      continue;
    }
    const close = match[1] === undefined ? ']]>' : '-->';
    const end = text.indexOf(close, pattern.lastIndex);
    if (end < 0) return; // the rest is a comment
    pattern.lastIndex = end + close.length;
  }
}
