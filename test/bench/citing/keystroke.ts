import { serialize } from 'node:v8';
import type * as Citing from '../ours/citing';
import { print, time } from '../figure';
import { printTimes, took, type Took } from './took';

const length = 1_000_000;
const strokes = 100;
/** As much of a note as an editor shows, and forty lines of a hundred letters around it on both sides. */
const inSight = 11_000;

function paragraph(index: number): string {
  const wrong = index % 40 === 0 ? 'Wrong [@a, @b] here and @c p. 5. ' : '';
  return `Paragraph ${index} says what was seen [see @chen${index % 300}, p. 3; @li${index % 77}] and what @okonkwo${index} [p. 4] thought of it, with **bold** words and \`code\`. ${wrong}The fever went on for weeks.\n\n`;
}

/** A letter typed in a note of 1 MB: what the extension host does until the note is parsed, checked and its citations in sight are known. */
export async function benchKeystroke({ NoteParser, CitationChecks, CitedKeys, citedText }: typeof Citing): Promise<void> {
  let text = '---\nbibliography: refs.bib\n---\n\n';
  for (let index = 0; text.length < length; index++) text += paragraph(index);
  const [parser, checks, keys] = [new NoteParser(), new CitationChecks(), new CitedKeys()];
  print('note of 1 MB: parsed, first of all', time(() => parser.update(text)) + time(() => parser.note), 'ms');
  print('note of 1 MB: checked, first of all', time(() => [checks.check(parser.note), keys.of(parser.note)]), 'ms');
  const parts: Record<'parsed' | 'checked' | 'in sight' | 'in all', Took[]> = { parsed: [], checked: [], 'in sight': [], 'in all': [] };
  const handed: Took[] = [];
  for (let stroke = 0; stroke < strokes; stroke++) {
    const at = text.indexOf('The fever', Math.floor((text.length * stroke) / (strokes + 2)));
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    text.charCodeAt(at); // VS Code hands the text over as one flat string.
    const parsed = await took(() => {
      parser.update(text, [{ start: at, end: at, length: 1 }]);
      return parser.note;
    });
    const checked = await took(() => {
      if (checks.check(parser.note).length + keys.of(parser.note).size < 100) throw new Error('Nothing was found');
    });
    const seen = await took(() => parser.note.citationsIn(at - inSight / 2, at + inSight / 2).map(({ span }) => span));
    parts.parsed.push(parsed);
    parts.checked.push(checked);
    parts['in sight'].push(seen);
    parts['in all'].push({ clock: parsed.clock + checked.clock + seen.clock, processor: parsed.processor + checked.processor + seen.processor });
    if (stroke % 10 === 0) handed.push(await took(() => serialize(citedText(parser.note))));
  }
  for (const [part, all] of Object.entries(parts)) printTimes(`keystroke in a note of 1 MB: ${part}`, all);
  printTimes('note of 1 MB handed to the worker, when typing has paused', handed);
}
