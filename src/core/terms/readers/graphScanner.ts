/** What is found in an OBO Graphs document: a graph's beginning, its id and head, its nodes and edges. */
export type GraphPart = 'graph' | 'id' | 'meta' | 'node' | 'edge';

/** Characters of a node or an edge. */
const longest = 4 * 1024 * 1024;

const quote = 0x22;
const backslash = 0x5c;
/** Signs that mean something outside of strings. */
const anyMark = /["{}[\]:,]/g;
const bracketOrQuote = /["{}[\]]/g;

/** Elements of these lists are found, by what a list is called. */
const lists: Readonly<Record<string, GraphPart>> = { nodes: 'node', edges: 'edge' };

/** What each begins with, by which one is known inside another that is not closed. */
const beginnings: Partial<Record<GraphPart, RegExp>> = { node: /\{\s{0,99}"id"\s{0,99}:/y, edge: /\{\s{0,99}"(?:sub|subj)"\s{0,99}:/y };
/** The longest of these that can be. */
const longestBeginning = 206;

/**
 * Finds the nodes and edges of an OBO Graphs document in its text piece by piece, without parsing the whole: for documents that
 * are too large for it, and for those that are cut off or damaged. An element that is not closed costs itself.
 */
export class GraphScanner {
  /** Keys of the objects around, '' for a list. */
  private readonly stack: string[] = [];
  private text = '';
  private at = 0;
  private inString = false;
  /** The last string, which is a key where a colon follows. */
  private stringStart = -1;
  private lastString = '';
  private key = '';
  private captured: GraphPart | undefined;
  private captureStart = 0;
  private captureDepth = 0;

  /**
   * @param take gets each part's JSON as it stands, and where it begins, for `lineOf`
   * @param onBroken is told of an element that is not closed
   */
  constructor(private readonly take: (part: GraphPart, json: string, place: number) => void, private readonly onBroken: (place: number) => void) {}

  private lines = 1;
  private countedTo = 0;

  /** Whether all that was opened is closed. */
  get isClosed(): boolean {
    return this.stack.length === 0 && !this.captured && !this.inString;
  }

  /** The line of a place that `take` or `onBroken` has just got; places are asked for in their order. */
  lineOf(place: number): number {
    for (let at = this.text.indexOf('\n', this.countedTo); at >= 0 && at < place; at = this.text.indexOf('\n', at + 1)) this.lines += 1;
    this.countedTo = Math.max(this.countedTo, place);
    return this.lines;
  }

  push(piece: string, isLast = false): void {
    const kept = this.captured ? this.captureStart : this.inString ? this.stringStart : this.at;
    this.lineOf(kept);
    this.countedTo -= kept;
    this.text = this.text.slice(kept) + piece;
    this.at -= kept;
    this.captureStart -= kept;
    this.stringStart -= kept;
    // A beginning is known by what follows, so the end of a piece waits for the next one.
    const end = isLast ? this.text.length : this.text.length - longestBeginning;
    while (this.at < end) this.step();
    if (isLast && this.captured) this.onBroken(this.captureStart);
    else if (this.captured && this.at - this.captureStart > longest) this.abandon();
    else if (this.inString && !this.captured && this.at - this.stringStart > longest) this.stringStart = this.at;
  }

  private step(): void {
    if (this.inString) {
      this.skipString();
      return;
    }
    const marks = this.captured ? bracketOrQuote : anyMark;
    marks.lastIndex = this.at;
    const mark = marks.exec(this.text);
    this.at = mark?.index ?? this.text.length;
    const code = this.text.charCodeAt(this.at);
    if (code === quote) {
      this.inString = true;
      this.stringStart = this.at + 1;
    } else if (code === 0x7b || code === 0x5b) this.open(code === 0x5b);
    else if (code === 0x7d || code === 0x5d) this.close(code === 0x5d);
    else if (code === 0x3a && !this.captured) this.key = this.lastString;
    else if (code === 0x2c && !this.captured) this.key = '';
    this.at = Math.min(this.at + 1, this.text.length);
  }

  private skipString(): void {
    const end = this.text.indexOf('"', this.at);
    if (end < 0) {
      this.at = this.text.length;
      return;
    }
    this.at = end + 1;
    if (this.isEscaped(end)) return;
    this.inString = false;
    if (this.captured) return;
    this.lastString = this.text.slice(this.stringStart, Math.min(end, this.stringStart + 1000));
    if (this.key === 'id' && this.isGraph()) this.take('id', `"${this.text.slice(this.stringStart, end)}"`, this.stringStart);
  }

  private isEscaped(at: number): boolean {
    let from = at;
    while (from > this.stringStart && this.text.charCodeAt(from - 1) === backslash) from -= 1;
    return ((at - from) & 1) === 1;
  }

  private open(isList: boolean): void {
    if (this.captured) {
      if (!isList && this.begins(this.captured)) {
        this.onBroken(this.captureStart);
        this.captureStart = this.at;
        this.captureDepth = 1;
      } else {
        this.captureDepth += 1;
      }
      return;
    }
    const part = isList ? undefined : this.partHere();
    if (part === 'graph') this.take('graph', '', this.at);
    if (part !== undefined && part !== 'graph') {
      this.captured = part;
      this.captureStart = this.at;
      this.captureDepth = 1;
    } else if (this.stack.length < 1000) {
      this.stack.push(isList ? this.key : '{');
      this.key = '';
    }
  }

  private close(isList: boolean): void {
    if (!this.captured) {
      // A brace too many ends no list; a bracket ends an object in its list that is not closed.
      const isObject = this.stack.at(-1) === '{';
      if (isList && isObject) this.stack.pop();
      if (isList || isObject) this.stack.pop();
      this.key = '';
      return;
    }
    this.captureDepth -= 1;
    if (this.captureDepth > 0) return;
    const part = this.captured;
    this.captured = undefined;
    this.take(part, this.text.slice(this.captureStart, this.at + 1), this.captureStart);
  }

  /** What begins at an opening brace. The stack is `{ graphs { nodes` in a node, where lists stand by their names. */
  private partHere(): GraphPart | undefined {
    const { stack, key } = this;
    const list = stack.at(-1) ?? '';
    if (Object.hasOwn(lists, list) && stack.at(-2) === '{') return lists[list];
    if (list === 'graphs') return 'graph';
    if (list === '{' && key === 'meta' && this.isGraph()) return 'meta';
    // An object where a key should stand: the list was closed too soon.
    if (list === '{' && key === '') return this.begins('node') ? 'node' : this.begins('edge') ? 'edge' : undefined;
    return undefined;
  }

  /** Whether the innermost object is a graph: in the list of them, or the whole document. */
  private isGraph(): boolean {
    const { length } = this.stack;
    return length === 1 || (length === 3 && this.stack[1] === 'graphs');
  }

  private begins(part: GraphPart): boolean {
    const form = beginnings[part];
    if (!form) return false;
    form.lastIndex = this.at;
    return form.test(this.text);
  }

  /** Gives up an element that goes on for too long. */
  private abandon(): void {
    this.onBroken(this.captureStart);
    this.captured = undefined;
    this.inString = false;
    this.key = '';
  }
}
