import { CitationChecks } from '../../src/core/citing/checks/citationChecks';
import { CitedKeys } from '../../src/core/citing/checks/citedKeys';
import { NoteParser } from '../../src/core/notes/noteParser';

const length = 1_000_000;
const keystrokes = 100;

function paragraph(index: number): string {
  const wrong = index % 40 === 0 ? 'Wrong [@a, @b] here and @c p. 5. ' : '';
  return `Paragraph ${index} says what was seen [see @chen${index % 300}, p. 3; @li${index % 77}] and what @okonkwo${index} [p. 4] thought of it, with **bold** words and \`code\`. ${wrong}The fever went on for weeks.\n\n`;
}

/** A keystroke in a note of 1 MB: it is parsed where it changed, its citations are checked, and its keys are listed. */
export default function bench(): void {
  let text = '---\nbibliography: refs.bib\n---\n\n';
  for (let index = 0; text.length < length; index++) text += paragraph(index);
  const [parser, checks, keys] = [new NoteParser(), new CitationChecks(), new CitedKeys()];
  const look = (): number => checks.check(parser.note).length + keys.of(parser.note).size;
  parser.update(text);
  look();
  const times: number[] = [];
  for (let stroke = 0; stroke < keystrokes; stroke++) {
    const at = text.indexOf('The fever', Math.floor((text.length * stroke) / (keystrokes + 2)));
    const next = `${text.slice(0, at)}x${text.slice(at)}`;
    const start = performance.now();
    parser.update(next, [{ start: at, end: at, length: 1 }]);
    const found = look();
    times.push(performance.now() - start);
    if (found < 100) throw new Error('Nothing was found');
    text = next;
  }
  times.sort((a, b) => a - b);
  console.log(`keystroke in 1 MB with checks of citations, median: ${times[keystrokes / 2]?.toFixed(1)} ms`);
  console.log(`keystroke in 1 MB with checks of citations, 95 of 100: ${times[94]?.toFixed(1)} ms`);
}
