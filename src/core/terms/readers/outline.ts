import { problem } from '../../problems/problem';
import { GrowingInts, TextStore } from './growing';
import type { IdTable } from './idTable';
import { Links } from './links';
import type { ProblemLog } from './problemLog';

/** Names are kept for branches' sake, of so many concepts; larger files have no branches then. */
const mostNames = 1_000_000;
/** A terminology with more branches is flat, and its branches say nothing. */
const mostBranches = 96;
/** A root over more than this share of all concepts is the whole: its children are the branches. */
const wholeShare = 0.5;
/** Of several roots, those count that are over such a share. */
const leastShare = 0.01;
/** Branches that are told of one concept. */
const mostTypes = 4;

/**
 * Who is below whom, of a whole terminology, found in a first pass: for circles, and for the branch that a concept stands
 * in, which serves as its semantic type where the source has none. HPO's branches are what stands right below its root `All`.
 */
export class Outline {
  /** By number: the line a concept begins in, 0 for what is only named as a parent. */
  private readonly lines = new GrowingInts();
  /** By number: the name's place in `names`, plus one. */
  private readonly nameOf = new GrowingInts();
  private readonly names = new TextStore();
  private readonly children = new GrowingInts();
  private readonly parents = new GrowingInts();
  private upward: Links | undefined;
  private masks: Uint32Array | undefined;
  private width = 0;
  private branchNames: readonly string[] = [];

  constructor(readonly ids: IdTable) {}

  /** Takes a concept in that is not obsolete. */
  add(id: string, name: string, line: number, broader: readonly string[]): void {
    const number = this.ids.add(id);
    this.lines.set(number, line);
    if (this.names.length < mostNames) this.nameOf.set(number, this.names.push(name) + 1);
    for (const parent of broader) this.link(number, this.ids.add(parent));
  }

  /** Puts a concept below another one. */
  addBroader(id: string, parent: string): void {
    this.link(this.ids.add(id), this.ids.add(parent));
  }

  /** The branches that a concept stands in, by name; concepts are known by their numbers in `ids`. */
  typesOf(number: number): readonly string[] {
    if (!this.masks || number < 0 || (number + 1) * this.width > this.masks.length) return [];
    const types: string[] = [];
    for (let branch = 0; branch < this.branchNames.length && types.length < mostTypes; branch += 1) {
      const mask = this.masks[number * this.width + (branch >> 5)] ?? 0;
      if ((mask >>> (branch & 31)) & 1) types.push(this.branchNames[branch] ?? '');
    }
    return types;
  }

  /** The ids right above a concept, in the order in which they were added; circles are cut open. After `finish`. */
  broaderOf(number: number): string[] {
    const broader: string[] = [];
    if (!this.upward || number < 0) return broader;
    for (let link = this.upward.start(number); link < this.upward.end(number); link += 1) {
      if (this.upward.target(link) >= 0) broader.push(this.ids.idOf(this.upward.target(link)));
    }
    return broader;
  }

  /**
   * To be called when all concepts are in: tells of circles and finds the branches.
   * @param lineOf finds a concept's line by its id, where lines were not known
   */
  finish(log: ProblemLog, part: string, lineOf?: (id: string) => number | undefined): void {
    const upward = new Links(this.children, this.parents, this.ids.length);
    this.upward = upward;
    const order = this.orderFromTop(upward, (child, parent) => {
      const params = { id: this.ids.idOf(child), broader: this.ids.idOf(parent) };
      log.tell(problem('concept-cycle', 'warning', params), part, () => lineOf?.(params.id) ?? this.lines.at(child));
    });
    if (this.names.length < mostNames) this.findBranches(upward, order);
  }

  private link(child: number, parent: number): void {
    this.children.push(child);
    this.parents.push(parent);
  }

  /** All numbers, parents before children; a link that would close a circle is told, and left out of account. */
  private orderFromTop(upward: Links, onCircle: (child: number, parent: number) => void): Int32Array {
    const count = this.ids.length;
    const order = new Int32Array(count);
    const state = new Uint8Array(count); // 1 under way, 2 done
    let done = 0;
    const path: number[] = [];
    const next: number[] = [];
    for (let start = 0; start < count; start += 1) {
      if (state[start] !== 0) continue;
      path.push(start);
      next.push(upward.start(start));
      state[start] = 1;
      while (path.length > 0) {
        const at = path[path.length - 1] ?? 0;
        const link = next[next.length - 1] ?? 0;
        if (link >= upward.end(at)) {
          state[at] = 2;
          order[done++] = at;
          path.pop();
          next.pop();
          continue;
        }
        next[next.length - 1] = link + 1;
        const parent = upward.target(link);
        if (state[parent] === 1) {
          onCircle(at, parent);
          upward.remove(link);
        } else if (state[parent] === 0) {
          state[parent] = 1;
          path.push(parent);
          next.push(upward.start(parent));
        }
      }
    }
    return order;
  }

  private findBranches(upward: Links, order: Int32Array): void {
    const isRoot = (number: number): boolean => this.lines.at(number) > 0 && upward.first(number) < 0;
    const below = this.countBelow(upward, order);
    const roots = [...order].filter((number) => isRoot(number) && (below[number] ?? 0) > leastShare * this.names.length);
    const whole = roots.find((root) => (below[root] ?? 0) > wholeShare * this.names.length);
    const tops = whole === undefined ? roots : [...order].filter((number) => this.lines.at(number) > 0 && upward.has(number, whole));
    if (tops.length < 2 || tops.length > mostBranches) return;
    this.branchNames = tops.map((top) => this.names.at(this.nameOf.at(top) - 1));
    this.width = Math.ceil(tops.length / 32);
    const masks = new Uint32Array(order.length * this.width);
    tops.forEach((top, branch) => (masks[top * this.width + (branch >> 5)] = (1 << (branch & 31)) >>> 0));
    for (const number of order) {
      for (let link = upward.start(number); link < upward.end(number); link += 1) {
        const parent = upward.target(link);
        for (let part = 0; parent >= 0 && part < this.width; part += 1) {
          const own = number * this.width + part;
          masks[own] = (masks[own] ?? 0) | (masks[parent * this.width + part] ?? 0);
        }
      }
    }
    this.masks = masks;
  }

  /** How much is below each, along first parents only, which is enough to know a root over the whole. */
  private countBelow(upward: Links, order: Int32Array): Int32Array {
    const below = new Int32Array(order.length);
    for (let at = order.length - 1; at >= 0; at -= 1) {
      const number = order[at] ?? 0;
      const parent = upward.first(number);
      if (parent >= 0) below[parent] = (below[parent] ?? 0) + (below[number] ?? 0) + 1;
    }
    return below;
  }
}
