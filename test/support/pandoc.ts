import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StyleNode } from '../../src/core/citing/styleNode';
import { installOnce, npmInstall } from './vscode/install';

/** What pandoc makes of a note: each citation, and each entry of the bibliography, without markup; a footnote is `^[text]`. */
export interface PandocRendered {
  readonly citations: readonly string[];
  readonly bibliography: readonly string[];
}

/** A citation as pandoc reads it. */
export interface PandocCite {
  readonly key: string;
  readonly mode: string;
  readonly prefix: string;
  readonly suffix: string;
}

type Convert = (options: object, text: string, files: Readonly<Record<string, string>>) => Promise<{ readonly stdout: string; readonly stderr?: string }>;

/** pandoc 3.9 as WebAssembly, installed from npm into `.vscode-test/pandoc` when it is first needed: GPL, 58 MB, and never part of the product. */
export class Pandoc {
  private constructor(readonly convert: Convert) {}

  /** @throws CannotRun where it can't be had */
  static async load(): Promise<Pandoc> {
    const home = await installOnce('pandoc', (draft) => npmInstall(draft, ['pandoc-wasm@1.1']));
    const entry = join(home, 'node_modules', 'pandoc-wasm', 'src', 'index.node.js');
    return new Pandoc(((await import(pathToFileURL(entry).href)) as { convert: Convert }).convert);
  }

  /** Each citation's items, in the order of the text. */
  async cites(note: string): Promise<readonly (readonly PandocCite[])[]> {
    const { blocks } = JSON.parse((await this.convert({ from: 'markdown', to: 'json' }, note, {})).stdout) as { readonly blocks: unknown };
    return find(blocks, 'Cite').map((cite) =>
      (cite as { readonly c: readonly [readonly Cited[], unknown] }).c[0].map((item) => ({
        key: item.citationId, mode: item.citationMode.t, prefix: plain(item.citationPrefix), suffix: plain(item.citationSuffix),
      })));
  }

  /**
   * @param style the XML of a style; undefined for pandoc's own
   * @param references CSL JSON; undefined where the note holds its own
   * @param language a language tag; empty for the note's own
   */
  async render(note: string, style: string | undefined, references: string | undefined, language: string): Promise<PandocRendered> {
    const options = {
      from: 'markdown', to: 'json', citeproc: true,
      ...(style !== undefined && { csl: 'style.csl' }),
      ...(references !== undefined && { bibliography: ['references.json'] }),
      ...(language !== '' && { metadata: { lang: language } }),
    };
    const files = { ...(style !== undefined && { 'style.csl': style }), ...(references !== undefined && { 'references.json': references }) };
    const { blocks } = JSON.parse((await this.convert(options, note, files)).stdout) as { readonly blocks: readonly unknown[] };
    const refs = find(blocks, 'Div').find((block) => /^\{"t":"Div","c":\[\["(?:refs|[^"]*__refs)"/.test(JSON.stringify(block))) as Div | undefined;
    const entries = (refs?.c[1] ?? []).flatMap((block) => ((block as { readonly t: string }).t === 'Div' ? [(block as Div).c[1]] : []));
    return {
      citations: find(blocks, 'Cite').map((cite) => plain((cite as { readonly c: readonly [unknown, unknown] }).c[1]).trim()),
      bibliography: entries.map((content) => plain(content).replace(/\s+/g, ' ').trim()),
    };
  }

  /**
   * A note as HTML, its bibliography in `references.json`.
   * @param hasStyle whether the style is the file `style.csl`, as against one that the note names
   */
  async page(note: string, hasStyle: boolean, files: Readonly<Record<string, string>>): Promise<string> {
    const options = { from: 'markdown', to: 'html', citeproc: true, wrap: 'none', bibliography: ['references.json'], ...(hasStyle && { csl: 'style.csl' }) };
    return (await this.convert(options, note, files)).stdout;
  }
}

/** A style as the XML that pandoc takes. */
export function styleXml(node: StyleNode | string): string {
  if (typeof node === 'string') return escape(node);
  const attributes = Object.entries(node.attrs).map(([key, value]) => ` ${key}="${escape(value)}"`);
  if (node.name === 'style' && node.attrs['xmlns'] === undefined) attributes.push(' xmlns="http://purl.org/net/xbiblio/csl"');
  // The stored styles come without the texts of `info`, which pandoc wants to be there.
  const isNamed = (node.name === 'title' || node.name === 'id') && node.children.length === 0;
  return `<${node.name}${attributes.join('')}>${isNamed ? 'x' : node.children.map(styleXml).join('')}</${node.name}>`;
}

interface Div {
  readonly c: readonly [unknown, readonly unknown[]];
}

interface Cited {
  readonly citationId: string;
  readonly citationMode: { readonly t: string };
  readonly citationPrefix: unknown;
  readonly citationSuffix: unknown;
}

function find(node: unknown, type: string): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.values(node).flatMap((child: unknown) => find(child, type));
  return (node as { readonly t?: unknown }).t === type ? [node, ...(type === 'Cite' ? [] : below)] : below;
}

function plain(node: unknown): string {
  if (Array.isArray(node)) return node.map(plain).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { t, c } = node as { readonly t?: string; readonly c?: unknown };
  if (t === 'Str') return String(c);
  if (t === 'Space' || t === 'SoftBreak') return ' ';
  if (t === 'Code') return String((c as unknown[])[1]);
  if (t === 'Note') return `^[${plain(c).trim()}]`;
  if (t === 'Quoted') return quoted(c as [{ readonly t: string }, unknown]);
  if (t === 'Link' || t === 'Span' || t === 'Div' || t === 'Cite') return plain((c as unknown[])[1]) + (t === 'Div' ? ' ' : '');
  return plain(c);
}

function quoted([{ t }, content]: [{ readonly t: string }, unknown]): string {
  return t === 'SingleQuote' ? `‘${plain(content)}’` : `“${plain(content)}”`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
