import { Hover, type HoverProvider, l10n, type Position, type TextDocument } from 'vscode';
import { commentOf, meaningOf, tagsOf } from '../../core/annotating/annotation';
import { toRange } from '../../platform/convert';
import { commandIds } from '../../platform/ids';
import { TrustedMarkdown } from '../../platform/trustedMarkdown';
import type { Marks, PlacedMark } from './marks';

const linked = [commandIds.confirmAnnotation, commandIds.changeMeaning, commandIds.tagAnnotation, commandIds.removeAnnotation];

/** Says what a mark means, and what can be done with it. */
export class MarkHovers implements HoverProvider {
  constructor(private readonly marks: Marks) {}

  async provideHover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    if (!this.marks.takes(document)) return undefined;
    const marks = await this.marks.at(document, document.offsetAt(position));
    const [first] = marks;
    return first && new Hover(marks.map((mark) => explained(mark).build()), toRange(document, first.span));
  }
}

function explained({ annotation, paper, refound }: PlacedMark): TrustedMarkdown {
  const markdown = new TrustedMarkdown(linked);
  const given = [paper.uri, annotation.id];
  const tags = tagsOf(annotation);
  markdown.icon('bookmark').bold(meaningOf(annotation) ?? l10n.t('Annotation'));
  if (tags.length > 0) markdown.text(` · ${tags.map((tag) => `#${tag}`).join(' ')}`);
  const comment = commentOf(annotation);
  if (comment !== undefined) markdown.paragraph().text(comment);
  if (annotation.creator !== undefined || annotation.created !== undefined) markdown.paragraph().italic([annotation.creator, annotation.created?.slice(0, 10)].filter(Boolean).join(', '));
  markdown.paragraph();
  if (refound.state === 'moved') {
    markdown.icon('warning').text(l10n.t('The text has changed since this was marked.')).text(' ').command(l10n.t('These are the words'), commandIds.confirmAnnotation, given).text(' · ');
  }
  return markdown
    .command(l10n.t('Meaning'), commandIds.changeMeaning, given).text(' · ')
    .command(l10n.t('Tags'), commandIds.tagAnnotation, given).text(' · ')
    .command(l10n.t('Remove'), commandIds.removeAnnotation, given);
}
