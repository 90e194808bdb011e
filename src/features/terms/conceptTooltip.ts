import type { MarkdownString } from 'vscode';
import type { ConceptDetails } from '../../core/terms/folderConcepts';
import { TrustedMarkdown } from '../../platform/trustedMarkdown';
import { addCredits } from './terminologyCredit';
import { terminologyLabel } from './terminologyLabel';

/** @returns what a row says of its concept when it is looked at: its definition, and whose words that is */
export function conceptTooltip(details: ConceptDetails): MarkdownString {
  const { name, type } = details.concept;
  const markdown = new TrustedMarkdown().bold(name);
  if (type) markdown.text(' — ').italic(type);
  const defined = [details, ...details.same].find(({ concept }) => concept.definition !== undefined) ?? details;
  if (defined.concept.definition) markdown.paragraph().text(defined.concept.definition);
  if (defined.head) addCredits(markdown, [defined.head]);
  else markdown.paragraph().text(terminologyLabel(defined.concept.terminology));
  return markdown.build();
}
