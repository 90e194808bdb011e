import { readApa } from './citationApa';
import { readAuthorStyle, readStandard } from './citationSlash';
import { readHarvard } from './citationHarvard';
import type { ReadCitation } from './citationParts';
import { readVancouver } from './citationVancouver';

/** No citation is longer; a longer line is an abstract. */
const longest = 5000;

/**
 * Reads one citation in any of the five styles of a portal's `Cite this`.
 *
 * @returns undefined where the text is no such citation
 */
export function readCitation(text: string): ReadCitation | undefined {
  if (text.length > longest) {
    return undefined;
  }
  const lines = text.trim().split('\n').map((each) => each.trim().replace(/\s+/g, ' ')).filter(Boolean);
  const line = lines.join(' ');
  if (line.length < 20) {
    return undefined;
  }
  return readAuthorStyle(line) ?? readStandard(lines.join('\n')) ?? readApa(line) ?? readHarvard(line) ?? readVancouver(line);
}
