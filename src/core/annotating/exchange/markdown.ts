import { escapeMarkdown } from '../../escapeMarkdown';
import { type Annotation, answeredBy, commentOf, meaningOf, pageOf, positionOf, quoteOf, tagsOf } from '../annotation';
import type { AnnotatedPaper } from './exchange';

/** Annotations as a note in Pandoc's Markdown: quotes with their citations, by meaning, each with its comment, tags and replies. */
export function writeAnnotationNote(paper: AnnotatedPaper): string {
  const first = paper.annotations.filter((annotation) => answeredBy(annotation) === undefined).toSorted(inTextOrder);
  const meanings = [...new Set(first.map((annotation) => meaningOf(annotation) ?? ''))].sort((one, other) => Number(one === '') - Number(other === ''));
  const title = paper.title === undefined ? `@${paper.citekey}` : escapeMarkdown(paper.title);
  const sections = meanings.map((meaning) => {
    const blocks = first.filter((annotation) => (meaningOf(annotation) ?? '') === meaning).map((annotation) => block(annotation, paper));
    return [...(meanings.length > 1 || meaning !== '' ? [`## ${meaning === '' ? 'Other' : escapeMarkdown(meaning)}`] : []), ...blocks].join('\n\n');
  });
  return `${[`# ${title}`, ...sections].join('\n\n')}\n`;
}

function inTextOrder(one: Annotation, other: Annotation): number {
  return (pageOf(one) ?? 0) - (pageOf(other) ?? 0) || (positionOf(one)?.start ?? 0) - (positionOf(other)?.start ?? 0);
}

function block(annotation: Annotation, paper: AnnotatedPaper): string {
  const page = pageOf(annotation);
  const citation = `[@${paper.citekey}${page === undefined ? '' : `, p. ${page}`}]`;
  const exact = quoteOf(annotation)?.exact;
  const quote = exact === undefined ? citation : `${escapeMarkdown(exact.replace(/\s+/g, ' ').trim())} ${citation}`;
  const tags = tagsOf(annotation);
  return [
    quoted(quote),
    ...[commentOf(annotation)].filter((comment) => comment !== undefined),
    ...(tags.length > 0 ? [`*${tags.map(escapeMarkdown).join(', ')}*`] : []),
    ...repliesTo(annotation.id, paper.annotations, new Set()),
  ].join('\n\n');
}

function repliesTo(id: string, all: readonly Annotation[], seen: Set<string>): string[] {
  return all.filter((annotation) => answeredBy(annotation) === id && !seen.has(annotation.id)).flatMap((reply) => {
    seen.add(reply.id);
    const who = reply.creator === undefined ? '' : `${escapeMarkdown(reply.creator)}: `;
    return [`- ${(who + (commentOf(reply) ?? '')).replace(/\n/g, '\n  ')}`, ...repliesTo(reply.id, all, seen)];
  });
}

function quoted(text: string): string {
  return text.split('\n').map((line) => `> ${line}`).join('\n');
}
