import MarkdownIt from 'markdown-it';
import { type MetadataBlock, readBlock } from '../../notes/metadataBlock';
import type { Note } from '../../notes/note';
import { escapeHtml } from '../html';
import { useMarks } from './markdownItMarks';
import { markNote, type Shown } from './markNote';
import { usePandocConstructs } from './pandocConstructs';

/** What a page says of its note besides the text. */
interface Heading {
  readonly title: string;
  readonly authors: readonly string[];
  readonly date: string;
}

/** Pages are read, and run nothing: a note may be a stranger's. */
const policy = "script-src 'none'; object-src 'none'; base-uri 'none'";

const styles = `
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff; }
h1, h2, h3, h4 { line-height: 1.25; } h1.title { font-size: 2em; }
main h1 { font-size: 1.5em; } main h2 { font-size: 1.25em; } main h3, main h4 { font-size: 1.1em; }
header p { margin: 0.2rem 0; }
pre, code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 0.9em; }
pre { overflow-x: auto; padding: 0.6rem; background: #f5f5f5; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid #ccc; }
table { border-collapse: collapse; } th, td { padding: 0.2rem 0.6rem; border-bottom: 1px solid #ccc; text-align: left; }
img { max-width: 100%; }
a { color: #0b5394; } .citation a, .csl-entry a.casebook-back, .footnote-ref a { text-decoration: none; }
.csl-entry { margin-bottom: 0.5em; padding-left: 2em; text-indent: -2em; }
.csl-left-margin { display: inline-block; min-width: 2em; text-indent: 0; } .csl-right-inline { display: inline; }
.casebook-notes { font-size: 0.9em; }
@media print { .casebook-back { display: none; } }
`;

/**
 * A note as a page of its own, which needs nothing else to be read.
 * @param name the note's, for a page whose front matter has no title
 */
export function exportPage(note: Note, shown: Shown, name: string): string {
  const { frontMatter, text } = note;
  const md = new MarkdownIt({ html: true, typographer: true, linkify: false });
  usePandocConstructs(md);
  const marked = markNote(note, shown);
  if (marked) useMarks(md, () => marked);
  // A front matter's lines are no part of the page; marks stand behind it.
  const source = marked?.text ?? text;
  md.core.ruler.after('normalize', 'front_matter', (state) => {
    if (frontMatter?.blocks[0]?.start === 0) state.src = state.src.replace(/^\uFEFF?---[ \t]*\n[^]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/, '');
  });
  const heading = headingOf(frontMatter?.blocks.map((block) => readBlock(text, block)) ?? []);
  return page(heading, md.render(source, {}), { name, lang: frontMatter?.lang ?? '' });
}

function page({ title, authors, date }: Heading, body: string, { name, lang }: { readonly name: string; readonly lang: string }): string {
  const header = [
    ...(title === '' ? [] : [`<h1 class="title">${escapeHtml(title)}</h1>`]),
    ...authors.map((author) => `<p class="author">${escapeHtml(author)}</p>`),
    ...(date === '' ? [] : [`<p class="date">${escapeHtml(date)}</p>`]),
  ];
  return `<!DOCTYPE html>
<html${lang === '' ? '' : ` lang="${escapeHtml(lang)}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Casebook">
<title>${escapeHtml(title || name)}</title>
<style>${styles}</style>
</head>
<body>
${header.length > 0 ? `<header>\n${header.join('\n')}\n</header>\n` : ''}<main>
${body}</main>
</body>
</html>
`;
}

function headingOf(metadata: readonly MetadataBlock[]): Heading {
  const values: Readonly<Record<string, unknown>> = Object.assign({}, ...metadata.map((block) => block.values));
  const authors: readonly unknown[] = Array.isArray(values['author']) ? values['author'] : [values['author']];
  return { title: textOf(values['title']), authors: authors.map(textOf).filter((author) => author !== ''), date: textOf(values['date']) };
}

/** A text, a date, or an author with a name. */
function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object' || value === null || !('name' in value)) return '';
  const { name } = value;
  if (typeof name === 'object' && name !== null && 'literal' in name) return textOf(name.literal);
  return textOf(name);
}
