import type { Engine as CiteprocEngine, EngineItem, Token } from 'citeproc';

/** What leaving nodes out still does: the group they stand in has asked for a variable, or has not; a text was run; something was said. */
const asked = 1;
const notAsked = 2;
const ran = 4;
const said = 8;
/** A label stands among what is left out, so that it can't be left out but with the group. */
const labelled = 16;

/** Fields of a citation, those that print something by themselves, and those that are made of others. */
const notOfWorks = /^(?:locator.*|first-.*note-number|hereinafter|citation-(?:number|label)|year-suffix|page-first|language-name.*)$|-(?:main|sub)/;
const branchName = /^(?:if|else-if|else)$/;
const [start, end, singleton] = [0, 1, 2];

/** Where to go on from each node, and what to do on the way. */
interface Path {
  readonly next: Int32Array;
  readonly effects: Uint8Array;
  /** Where to go on from one of the nodes that stand in for names, once there are names. */
  readonly past: ReadonlyMap<number, number>;
  /** What remains to be done where the whole prints nothing; undefined where it may print something. */
  readonly idle: number | undefined;
}

/** What is known of nodes for the whole of a style. */
export interface NodeKinds {
  /** Whether a test hangs on nothing but a work's type and which fields it has. */
  isFixed(test: object): boolean;
  /** Whether a test asks whether there still are no names. */
  isForSubstitute(test: object): boolean;
  /** What a node calls, where it calls a macro. */
  called(node: Token): StyleNodes | undefined;
}

/** What hangs on nothing but a work's type and which fields it has. */
export function shapeOf(item: EngineItem): string {
  let shape = String(item['type']);
  for (const field in item) {
    const value = item[field];
    if (value !== undefined) shape += holds(value) ? `|${field}` : `|-${field}`;
  }
  return shape;
}

/** As citeproc-js tests a variable. */
function holds(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.values(value).some(Boolean) : Boolean(value);
}

/**
 * The nodes of one of a style's layouts or macros. A style has a case for each type of work and each field; for one work most
 * of it prints nothing, which can be told of all works of the same type that have the same fields.
 */
export class StyleNodes {
  private readonly ends: Int32Array | undefined;
  private readonly paths = new Map<string, Path>();
  private last: { readonly shape: string; readonly path: Path } | undefined;

  constructor(readonly nodes: readonly Token[], private readonly kinds: NodeKinds, private readonly isMacro: boolean) {
    this.ends = endsOf(nodes);
  }

  /** @returns where to go on instead of a node, past what prints nothing for a work of that shape */
  follow(engine: CiteprocEngine, from: number, item: EngineItem, shape: string): number {
    if (this.last?.shape !== shape) this.last = { shape, path: this.path(engine, item, shape) };
    const { next, effects, past } = this.last.path;
    const effect = effects[from] ?? 0;
    if (effect) {
      if (effect & (asked | notAsked)) engine.tmp.group_context.tip.variable_attempt = (effect & asked) !== 0;
      if (effect & ran) engine.tmp.have_collapsed = false;
      if (effect & said) engine.tmp.in_cite_predecessor = true;
    }
    const to = next[from] ?? from;
    const substituted = past.get(to);
    return substituted === undefined || engine.tmp.can_substitute.tip ? to : substituted;
  }

  private path(engine: CiteprocEngine, item: EngineItem, shape: string): Path {
    const known = this.paths.get(shape);
    if (known) return known;
    const made = this.ends ? new PathMaker(engine, item, shape, this.nodes, this.ends, this.kinds, this.isMacro).make() : asItIs(this.nodes);
    this.paths.set(shape, made);
    return made;
  }

  /** What running it does for works of a shape, where it prints nothing. */
  idle(engine: CiteprocEngine, item: EngineItem, shape: string): number | undefined {
    return this.path(engine, item, shape).idle;
  }
}

/** Works out the path of works of a shape. */
class PathMaker {
  private readonly goto = new Map<number, { readonly to: number; readonly effect: number }>();
  private readonly past = new Map<number, number>();

  constructor(
    private readonly engine: CiteprocEngine, private readonly item: EngineItem, private readonly shape: string,
    private readonly nodes: readonly Token[], private readonly ends: Int32Array, private readonly kinds: NodeKinds, private readonly isMacro: boolean,
  ) {}

  make(): Path {
    const { nodes } = this;
    const idle = this.sequence(0, nodes.length, this.isMacro);
    const next = Int32Array.from({ length: nodes.length + 1 }, (_, index) => index);
    const effects = new Uint8Array(nodes.length + 1);
    for (let index = nodes.length - 1; index >= 0; index--) {
      const skip = this.goto.get(index);
      if (!skip) continue;
      next[index] = next[skip.to] ?? skip.to;
      effects[index] = joined(skip.effect, effects[skip.to] ?? 0);
    }
    return { next, effects, idle, past: this.past };
  }

  /** @returns what remains to be done where none of these print anything */
  private sequence(from: number, to: number, isNested: boolean): number | undefined {
    let all: number | undefined = 0;
    for (let index = from; index < to; ) {
      const { after, effect } = this.element(index, isNested);
      if (effect !== undefined && !(effect & labelled)) this.goto.set(index, this.goto.get(index) ?? { to: after, effect });
      all = all === undefined || effect === undefined ? undefined : joined(all, effect);
      index = after;
    }
    return all;
  }

  private element(index: number, isNested: boolean): { readonly after: number; readonly effect: number | undefined } {
    const node = this.nodes[index];
    if (!node) return { after: index + 1, effect: undefined };
    if (node.name === 'choose' && node.tokentype === start) return this.choice(index, isNested);
    if (node.name === 'group' && node.tokentype === start) return this.group(index, node, isNested);
    // What stands in the layout itself may be aligned, for which something is added before and after it.
    return { after: index + 1, effect: isNested ? this.leaf(node) : undefined };
  }

  /** Goes straight to the branch that holds for the shape, or on where none does. */
  private choice(index: number, isNested: boolean): { readonly after: number; readonly effect: number | undefined } {
    const close = this.ends[index] ?? index;
    let isOpen = false;
    for (let branch = index + 1; branch < close; ) {
      const node = this.nodes[branch];
      if (!node || !branchName.test(node.name)) {
        // What stands in for names is within a condition, too.
        this.sequence(branch, close, isNested);
        this.substitutes(branch, close);
        return { after: close + 1, effect: undefined };
      }
      const after = node.tokentype === start ? this.ends[branch] ?? branch : branch;
      const holdsHere = isOpen ? undefined : this.branchHolds(node);
      if (holdsHere === undefined) isOpen = true;
      if (holdsHere !== false) {
        const effect = this.sequence(branch + 1, after, isNested);
        if (holdsHere) {
          // Where nothing is printed it goes past the whole instead.
          if (effect === undefined) {
            this.goto.set(index, { to: branch + 1, effect: 0 });
            this.goto.set(after, { to: close + 1, effect: 0 });
          }
          return { after: close + 1, effect };
        }
      }
      branch = after + 1;
    }
    return { after: close + 1, effect: isOpen ? undefined : 0 };
  }

  /** Each of those that stand in for names is within a condition that there are none, and once there are any it is the end of them all. */
  private substitutes(from: number, to: number): void {
    if (this.nodes[from]?.name !== 'substitute') return;
    const last = to - 1;
    const own: number[] = [];
    for (let index = from + 1; index < last; index++) {
      const node = this.nodes[index];
      if (node?.name === 'choose' && this.nodes[index + 1]?.tests?.some((test) => this.kinds.isForSubstitute(test))) {
        own.push(index);
        index = this.ends[index] ?? index;
      } else if (!node || (node.name !== 'choose' && !branchName.test(node.name)) || !(node.tests ?? []).every((test) => this.kinds.isFixed(test))) return;
    }
    for (const index of own) this.past.set(index, last);
  }

  private branchHolds(node: Token): boolean | undefined {
    if (node.name === 'else') return true;
    if (!node.test || !node.tests || !node.tests.every((test) => this.kinds.isFixed(test))) return undefined;
    return node.test(this.item, undefined);
  }

  private group(index: number, node: Token, isNested: boolean): { readonly after: number; readonly effect: number | undefined } {
    if (node.realGroup) {
      const close = this.ends[index] ?? index;
      const inner = this.sequence(index + 1, close, true);
      // A label is printed where the group has asked for nothing.
      const isPrinted = inner === undefined || ((inner & labelled) !== 0 && !(inner & asked));
      // What is said of it in the end is what the last within it said.
      const effect = isPrinted || !isNested || !this.isPlain(node) ? undefined : joined(notAsked, inner & ~labelled);
      return { after: close + 1, effect };
    }
    // A macro stands in a group that is none of the style's.
    const own = this.nodes[index + 1];
    if (own?.name !== 'group' || own.tokentype !== start || !own.realGroup) return { after: index + 1, effect: undefined };
    const { after, effect } = this.group(index + 1, own, isNested);
    const close = this.nodes[after];
    const isAround = close?.name === 'group' && close.tokentype === end && !close.realGroup && isNested && this.isPlain(node);
    if (effect !== undefined) this.goto.set(index + 1, { to: after, effect });
    return effect === undefined || !isAround ? { after, effect: undefined } : { after: after + 1, effect };
  }

  /** Whether leaving a group out changes nothing for what comes behind it. */
  private isPlain({ strings, decorations }: Token): boolean {
    if (strings['label_form_override'] || strings['label_capitalize_if_first_override'] || strings['has-publisher-and-publisher-place']) return false;
    if (decorations.some(([kind]) => kind === '@display')) return false;
    // Brackets within brackets are counted in styles with notes.
    return this.engine.opt.xclass !== 'note' || !/[()]/.test(`${strings['prefix'] ?? ''}${strings['suffix'] ?? ''}`);
  }

  private leaf(node: Token): number | undefined {
    const macro = this.kinds.called(node);
    if (macro) return macro.idle(this.engine, this.item, this.shape);
    const [variable = '', ...others] = (node.name === 'label' ? node.variables : node.variables_real) ?? [];
    const isAsked = node.tokentype === singleton && variable !== '' && others.length === 0 && !notOfWorks.test(variable) && !variable.includes('date');
    if (!isAsked || this.item[variable] !== undefined || this.item[`${variable}-short`] !== undefined) return undefined;
    if (node.name === 'label') return node.strings['term'] === variable ? said | labelled : undefined;
    return node.name === 'text' ? asked | ran : node.name === 'number' ? asked : undefined;
  }
}

function joined(first: number, second: number): number {
  return (second & (asked | notAsked) || first & (asked | notAsked)) | ((first | second) & (ran | said | labelled));
}

function asItIs(nodes: readonly Token[]): Path {
  return { next: Int32Array.from({ length: nodes.length + 1 }, (_, index) => index), effects: new Uint8Array(nodes.length + 1), idle: undefined, past: new Map() };
}

/** Where each condition and group ends; undefined where they are not within one another, or hold what goes beyond CSL. */
function endsOf(nodes: readonly Token[]): Int32Array | undefined {
  const ends = new Int32Array(nodes.length);
  const open: number[] = [];
  for (const [index, node] of nodes.entries()) {
    if (beyondCsl.some((field) => node[field] !== undefined)) return undefined;
    if (node.name !== 'choose' && !branchName.test(node.name) && !(node.name === 'group' && node.realGroup)) continue;
    if (node.tokentype === start) open.push(index);
    if (node.tokentype !== end) continue;
    const begin = open.pop();
    if (begin === undefined || nodes[begin]?.name !== node.name) return undefined;
    ends[begin] = index;
  }
  return open.length === 0 ? ends : undefined;
}

const beyondCsl = ['juris', 'locale', 'locale_raw', 'locale_default', 'non_parallel', 'parallel_first', 'parallel_last', 'parallel_last_to_first'] as const;
