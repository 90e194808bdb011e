/**
 * Asks pandoc how it reads and renders the notes of `test/golden/citing/notes.json`, and writes its answers beside them.
 * Run by hand after `npm install --prefix .vscode-test/pandoc pandoc-wasm@1.1` and `npm run build`:
 * `npx tsx test/bench/pandocCiting.mts`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface StoredNode {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (StoredNode | string)[];
}

const root = resolve(import.meta.dirname, '..', '..');
const golden = join(root, 'test', 'golden', 'citing');
const entry = join(root, '.vscode-test', 'pandoc', 'node_modules', 'pandoc-wasm', 'src', 'index.node.js');
const { convert } = (await import(pathToFileURL(entry).href)) as {
  convert(options: object, text: string, files: Readonly<Record<string, string>>): Promise<{ readonly stdout: string }>;
};
const styles = ['apa', 'nlm-citation-sequence', 'american-medical-association'];
const references = readFileSync(join(golden, 'references.json'), 'utf8');
const notes = JSON.parse(readFileSync(join(golden, 'notes.json'), 'utf8')) as Readonly<Record<string, string>>;

const answers: Record<string, unknown> = {};
for (const [name, note] of Object.entries(notes)) {
  const ast = JSON.parse((await convert({ from: 'markdown', to: 'json' }, note, {})).stdout) as { readonly blocks: unknown };
  const rendered: Record<string, unknown> = {};
  for (const style of styles) rendered[style] = await render(note, style);
  answers[name] = { cites: cites(ast.blocks), rendered };
}
writeFileSync(join(golden, 'pandoc.json'), `${JSON.stringify(answers, undefined, 1)}\n`);

/** The citations, and what stands in the bibliography, as plain text. */
async function render(note: string, style: string): Promise<object> {
  const options = { from: 'markdown', to: 'json', citeproc: true, csl: 'style.csl', bibliography: ['references.json'] };
  const files = { 'style.csl': xml(readStyle(style)), 'references.json': references };
  const { blocks } = JSON.parse((await convert(options, note, files)).stdout) as { readonly blocks: readonly unknown[] };
  const isRefs = (block: unknown) => JSON.stringify(block).startsWith('{"t":"Div","c":[["refs"');
  const refs = blocks.find(isRefs) as { readonly c: readonly [unknown, readonly { readonly c: readonly [unknown, unknown] }[]] } | undefined;
  return {
    citations: texts(blocks.filter((block) => !isRefs(block))),
    bibliography: (refs?.c[1] ?? []).map(({ c: [, content] }) => plain(content).replace(/\s+/g, ' ').trim()),
  };
}

function texts(blocks: unknown): string[] {
  return find(blocks, 'Cite').map((cite) => plain((cite as { readonly c: readonly [unknown, unknown] }).c[1]).trim());
}

function cites(blocks: unknown): unknown[] {
  return find(blocks, 'Cite').map((cite) =>
    ((cite as { readonly c: readonly [readonly Cited[], unknown] }).c[0]).map((item) => ({
      key: item.citationId,
      mode: item.citationMode.t,
      prefix: plain(item.citationPrefix),
      suffix: plain(item.citationSuffix),
    })),
  );
}

interface Cited {
  readonly citationId: string;
  readonly citationMode: { readonly t: string };
  readonly citationPrefix: unknown;
  readonly citationSuffix: unknown;
}

function find(node: unknown, type: string): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  if ((node as { readonly t?: unknown }).t === type) return [node];
  return Object.values(node).flatMap((child: unknown) => find(child, type));
}

function plain(node: unknown): string {
  if (Array.isArray(node)) return node.map(plain).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { t, c } = node as { readonly t?: string; readonly c?: unknown };
  if (t === 'Str') return String(c);
  if (t === 'Space' || t === 'SoftBreak') return ' ';
  if (t === 'Quoted') return `“${plain((c as unknown[])[1])}”`;
  if (t === 'Link' || t === 'Span' || t === 'Div' || t === 'Cite') return plain((c as unknown[])[1]) + (t === 'Div' ? ' ' : '');
  return plain(c);
}

function readStyle(id: string): StoredNode {
  return JSON.parse(readFileSync(join(root, 'dist', 'data', 'styles', `${id}.json`), 'utf8')) as StoredNode;
}

function xml(node: StoredNode | string): string {
  if (typeof node === 'string') return escape(node);
  const attributes = Object.entries(node.a ?? {}).map(([key, value]) => ` ${key}="${escape(value)}"`);
  if (node.n === 'style') attributes.push(' xmlns="http://purl.org/net/xbiblio/csl"');
  // The stored styles come without the texts of `info`, which pandoc wants to be there.
  const isNamed = (node.n === 'title' || node.n === 'id') && node.c?.length === 0;
  return `<${node.n}${attributes.join('')}>${isNamed ? 'x' : (node.c ?? []).map(xml).join('')}</${node.n}>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
