import * as assert from 'node:assert/strict';
import { parseNote } from '../../../src/core/notes/parseNote';
import { placeBibliography } from '../../../src/features/citing/placeBibliography';

function placed(text: string, cursor = text.length, list = 'LIST'): string {
  const edit = placeBibliography(parseNote(text), list, cursor);
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

const block = '<!-- bibliography -->\n\nLIST\n\n<!-- /bibliography -->';

describe('The place of a bibliography', () => {
  it('is after the paragraph that holds the cursor', () => {
    assert.equal(placed('One\nline.\n\nTwo.\n', 2), `One\nline.\n\n${block}\n\nTwo.\n`);
    assert.equal(placed('One.', 1), `One.\n\n${block}\n`);
    assert.equal(placed('One.\n\n', 6), `One.\n\n${block}\n`);
    assert.equal(placed(''), `${block}\n`);
  });

  it('is the end of the note where the cursor stands in code or front matter', () => {
    assert.equal(placed('---\ntitle: x\n---\n\nOne.\n', 6), `---\ntitle: x\n---\n\nOne.\n\n${block}\n`);
    assert.equal(placed('```\ncode\n```\n', 6), `\`\`\`\ncode\n\`\`\`\n\n${block}\n`);
  });

  it('stays the same when it is written again', () => {
    const once = placed('One\nline.\n\nTwo.\n', 2, 'OLD\n\nLIST');
    assert.equal(placed(once, 0), `One\nline.\n\n${block}\n\nTwo.\n`);
    assert.equal(placed(placed(once, 0), 3), placed(once, 0));
  });

  it('is pandoc’s own where the note has one', () => {
    assert.equal(placed('One.\n\n::: {#refs}\nold\n:::\n\nTwo.\n'), 'One.\n\n::: {#refs}\n\nLIST\n\n:::\n\nTwo.\n');
    assert.equal(placed('::: {#refs}\n:::\n'), '::: {#refs}\n\nLIST\n\n:::\n');
  });

  it('is not in code that shows how it is written', () => {
    const text = '```\n::: {#refs}\n:::\n```\n';
    assert.equal(placed(text), `${text}\n${block}\n`);
  });
});
