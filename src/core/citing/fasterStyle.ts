import CSL, { type CitationItem, type Engine as CiteprocEngine, type EngineItem, type Token } from 'citeproc';
import { unwatched } from './reading';
import { type NodeKinds, shapeOf, StyleNodes } from './styleNodes';

/** What a style's nodes are is told where citeproc-js makes them. */
const fixed = new WeakSet<object>();
const forSubstitute = new WeakSet<object>();
const macros = new WeakMap<readonly Token[], StyleNodes>();
const calls = new WeakMap<Token, { readonly engine: CiteprocEngine; readonly macro: string }>();

const kinds: NodeKinds = {
  isFixed: (test) => fixed.has(test),
  isForSubstitute: (test) => forSubstitute.has(test),
  called: (node) => calledBy(node),
};

/** What is asked of a work for a condition; what a citation has is another each time. */
const ofCitations = /^(?:locator.*|first-.*note-number|hereinafter)$/;

/** The work that is being rendered, and its shape. */
let current: { readonly item?: EngineItem; readonly whole?: EngineItem; readonly shape: string } = { shape: '' };

/** Lets citeproc-js go past the nodes of a style that print nothing for a work, instead of running them all. */
export function fasterStyle(): void {
  conditions();
  standIns();
  lists();
  macroCalls();
  run();
}

function conditions(): void {
  const { '@type': type, '@variable': variable } = CSL.Attributes;
  CSL.Attributes['@type'] = function (state, value) {
    type.call(this, state, value);
    const made = this.tests?.at(-1);
    if (made) fixed.add(made);
  };
  CSL.Attributes['@variable'] = function (state, value) {
    const before = this.tests?.length ?? 0;
    variable.call(this, state, value);
    for (const [index, test] of (this.tests ?? []).slice(before).entries()) if (!ofCitations.test(this.variables[index] ?? 'locator')) fixed.add(test);
  };
}

function standIns(): void {
  const { substituteStart } = CSL.Util;
  CSL.Util.substituteStart = function (state, target) {
    const before = target.length;
    substituteStart.call(this, state, target);
    for (const node of target.slice(before)) for (const test of node.name === 'if' ? node.tests ?? [] : []) forSubstitute.add(test);
  };
}

function lists(): void {
  const { prototype } = CSL.Engine;
  const { configureTokenList } = prototype;
  prototype.configureTokenList = function (nodes) {
    configureTokenList.call(this, nodes);
    const isMacro = Object.values(this.macros).includes(nodes);
    const list = new StyleNodes(nodes, kinds, isMacro);
    for (const node of nodes) node.list = list;
    if (isMacro) macros.set(nodes, list);
  };
}

/** Which macro a node calls is known to nothing but its function, so it gets another. */
function macroCalls(): void {
  const { expandMacro, getMacroTarget } = CSL;
  const open: string[] = [];
  CSL.getMacroTarget = function (macro) {
    open[open.length - 1] = macro;
    return getMacroTarget.call(this, macro);
  };
  CSL.expandMacro = function (node, target) {
    open.push('');
    expandMacro.call(this, node, target);
    const macro = open.pop() ?? '';
    const [call] = target.slice(-2);
    if (this.build.extension || !this.macros[macro] || call?.name !== 'text' || call.execs.length !== 1) return;
    calls.set(call, { engine: this, macro });
    call.execs = [runMacro];
  };
}

function calledBy(node: Token): StyleNodes | undefined {
  const call = calls.get(node);
  const nodes = call?.engine.macros[call.macro];
  return nodes && macros.get(nodes);
}

function runMacro(this: Token, engine: CiteprocEngine, item: EngineItem, cite: CitationItem | undefined): undefined {
  const { macro } = calls.get(this) ?? {};
  const nodes = engine.macros[macro ?? ''] ?? [];
  let next = followed(engine, macros.get(nodes), 0, item, cite);
  for (let node = nodes[next]; node; node = nodes[next]) next = CSL.tokenExec.call(engine, node, item, cite);
}

function run(): void {
  const { getCite } = CSL;
  CSL.getCite = function (...all) {
    current = { shape: '' };
    return getCite.apply(this, all);
  };
  // What runs each node of a style makes a function each time.
  CSL.tokenExec = function (node, item, cite) {
    let { next } = node;
    if (node.test) {
      const holds = node.test(item, cite);
      this.tmp.jump.replace(holds ? 'succeed' : 'fail');
      next = holds ? node.succeed : node.fail;
    }
    const { execs } = node;
    for (let index = 0; index < execs.length; index++) next = execs[index]?.call(node, this, item, cite) || next;
    return followed(this, node.list, next, item, cite);
  };
}

function followed(engine: CiteprocEngine, list: Token['list'], next: number, item: EngineItem, cite: CitationItem | undefined): number {
  if (!list || engine.opt.use_context_condition || (cite && ('author-only' in cite || 'suppress-author' in cite))) return next;
  if (current.item !== item) {
    const whole = unwatched(item);
    current = { item, whole, shape: shapeOf(whole) };
  }
  return list.follow(engine, next, current.whole ?? item, current.shape);
}
