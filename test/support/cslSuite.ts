import { readFileSync } from 'node:fs';
import type { Citation } from 'citeproc';
import type CSL from 'citeproc';
import { withoutMarks } from '../../src/core/citing/citeMarks';
import { Engine } from '../../src/core/citing/engine';
import type { EngineCite } from '../../src/core/citing/engineCitations';
import type { Locales } from '../../src/core/citing/locales';
import type { CslItem } from '../../src/core/library/record';

/** A case of the CSL test suites, as far as it is read here. */
export interface SuiteCase {
  readonly name: string;
  readonly source: string;
  readonly expected: string;
  readonly input: {
    readonly CSL?: string;
    readonly MODE: string;
    readonly INPUT?: string;
    readonly 'CITATION-ITEMS'?: string;
    readonly CITATIONS?: string;
    readonly BIBSECTION?: string;
    readonly BIBENTRIES?: string;
  };
}

type Cite = Readonly<Record<string, string>> & { readonly id: string };
type Step = readonly [Citation & { readonly citationItems: readonly Cite[] }, readonly (readonly [string, number])[], readonly (readonly [string, number])[]];

interface Parsed {
  readonly style: string;
  readonly items: ReadonlyMap<string, CslItem>;
  readonly ids: readonly string[];
  readonly cites: readonly (readonly Cite[])[];
  readonly steps: readonly Step[] | undefined;
  readonly isBibliography: boolean;
}

export function readSuite(path: string): SuiteCase[] {
  return readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as SuiteCase).filter(({ input }) => input.CSL?.includes('<style') === true && input.BIBSECTION === undefined);
}

/** What a case expects: each citation on a line, or the entries of a bibliography; without what wraps them. */
export function expectedOf({ expected, input }: SuiteCase): string {
  const isList = input.CITATIONS !== undefined && input.MODE === 'citation';
  const lines = isList ? expected.split('\n').flatMap((line) => /^(?:\.\.|>>)\[\d+\] ?(.*)/.exec(line)?.[1] ?? []) : [expected];
  return normal(lines.join('\n'));
}

/** The case through the engine alone. */
export function throughEngine(one: SuiteCase, citeproc: typeof CSL, locales: Locales): string {
  const { style, items, ids, cites, steps, isBibliography } = parsed(one);
  const engine = new citeproc.Engine({ retrieveItem: (id) => items.get(id), retrieveLocale: (tag) => localeOf(locales, tag) }, style);
  engine.setOutputFormat('html');
  if (!steps) engine.updateItems(ids);
  const texts = new Map<string, string>();
  let order: readonly string[] = [];
  for (const [citation, before, after] of steps ?? []) {
    const [, changed] = engine.processCitationCluster(structuredClone(citation), before, after as never[], undefined as never) as [unknown, [number, string, string][]];
    order = [...before.map(([id]) => id), citation.citationID, ...after.map(([id]) => id)];
    for (const [, text, id] of changed) texts.set(id, text);
  }
  if (isBibliography) return normal((engine.makeBibliography() || [{}, []])[1].join('\n'));
  if (steps) return normal(order.map((id) => texts.get(id)).join('\n'));
  const alone = engine as unknown as { makeCitationCluster(cites: readonly Cite[]): string };
  return normal(cites.map((list) => alone.makeCitationCluster(list)).join('\n'));
}

/** The case through what Casebook has around the engine. */
export function throughOurs(one: SuiteCase, locales: Locales): string {
  const { style, items, ids, cites, steps, isBibliography } = parsed(one);
  const engine = new Engine(style, locales, '');
  const ours = (list: readonly Cite[]): EngineCite[] =>
    list.flatMap(({ id, locator, label, prefix, suffix, 'suppress-author': suppress }) => {
      const item = items.get(id);
      return item ? [{ item, ...(locator !== undefined && { locator: String(locator) }), ...(label !== undefined && { label }), ...(prefix !== undefined && { prefix }), ...(suffix !== undefined && { suffix }), ...(suppress !== undefined && { suppressAuthor: true }) }] : [];
    });
  const last = steps?.at(-1);
  if (steps && last) {
    const byId = new Map(steps.map(([citation]) => [citation.citationID, citation]));
    const order = [...last[1], [last[0].citationID, last[0].properties?.noteIndex ?? 0] as const, ...last[2]];
    engine.update(order.map(([id, note]) => ({ cites: ours(byId.get(id)?.citationItems ?? []), authorInText: false, note })), []);
    if (!isBibliography) return normal(order.map((_, index) => withoutMarks(engine.citation(index))).join('\n'));
  } else {
    const all = ids.flatMap((id) => items.get(id) ?? []);
    // The suite gives an item its number by its place in the list, not by its first citation.
    const before = engine.style.usesNumbers ? [{ cites: all.map((item) => ({ item })), authorInText: false, note: 1 }] : [];
    // It asks for citations that stand nowhere, none of which comes after another.
    const asked = cites.map((list, index) => ({ cites: ours(list), authorInText: false, note: 10 * index + 10 }));
    engine.update(isBibliography ? [] : [...before, ...asked], all);
    if (!isBibliography) return normal(asked.map((_, index) => withoutMarks(engine.citation(index + before.length))).join('\n'));
  }
  return normal(engine.bibliography().map(({ html }) => html).join('\n'));
}

function parsed({ input }: SuiteCase): Parsed {
  const list = (JSON.parse(input.INPUT ?? '[]') as CslItem[]).map((item) => ({ ...item, id: String(item.id) }));
  const entries = input.BIBENTRIES === undefined ? undefined : (JSON.parse(input.BIBENTRIES) as (string | number)[][]).at(-1);
  const ids = (entries ?? list.map(({ id }) => id)).map(String);
  const cites = input['CITATION-ITEMS'] === undefined ? [ids.map((id) => ({ id }))] : (JSON.parse(input['CITATION-ITEMS']) as Cite[][]);
  return {
    style: input.CSL ?? '',
    items: new Map(list.map((item) => [item.id, item])),
    ids,
    cites: cites.map((one) => one.map((cite) => ({ ...cite, id: String(cite.id) }))),
    steps: input.CITATIONS === undefined ? undefined : (JSON.parse(input.CITATIONS) as Step[]).map(named),
    isBibliography: input.MODE.startsWith('bib'),
  };
}

/** Some ids in the suite are numbers. */
function named([citation, before, after]: Step): Step {
  return [{ ...citation, citationItems: (citation.citationItems as readonly Cite[]).map((cite) => ({ ...cite, id: String(cite.id) })) } as Step[0], before, after];
}

function localeOf(locales: Locales, tag: string): object | undefined {
  return locales.get(tag) ?? [...locales].find(([language]) => language.startsWith(tag.slice(0, 2)))?.[1] ?? locales.get('en-US');
}

function normal(html: string): string {
  return html.replace(/<\/?div\b[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
}
