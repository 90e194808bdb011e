import * as assert from 'node:assert/strict';
import { referenceToMarkdown, runsToMarkdown } from '../../../src/features/citing/noteMarkdown';
import { plainText, styledReference, styledRuns } from '../../../src/features/citing/styledRuns';

const markdownOf = (html: string) => runsToMarkdown(styledRuns(html));

describe('Rendered text as Markdown', () => {
  it('keeps italics, bold, and raised and lowered text', () => {
    assert.equal(markdownOf('<i>Cancer</i>, <b>12</b>, 10<sup>5 a</sup>, H<sub>2</sub>O'), '*Cancer*, **12**, 10^5\\ a^, H~2~O');
    assert.equal(markdownOf('<b><i>both</i></b>'), '***both***');
    assert.equal(markdownOf('<i>A <span style="font-style:normal;">Nocardia</span> case</i>'), '*A* Nocardia *case*');
  });

  it('keeps spaces out of the marks', () => {
    assert.equal(markdownOf('a<i> b </i>c'), 'a *b* c');
  });

  it('escapes what pandoc would read as markup, and nothing else', () => {
    assert.equal(markdownOf('IL_6 *and* [x] $5$ ~7 a^b @chen &#60;b&#62; \\ `c`'), 'IL_6 \\*and\\* \\[x\\] \\$5\\$ \\~7 a\\^b \\@chen \\<b> \\\\ \\`c\\`');
    assert.equal(markdownOf('Chen Y-M, Hsu H. A case (1995): 25(4), 168–172.'), 'Chen Y-M, Hsu H. A case (1995): 25(4), 168–172.');
    assert.equal(markdownOf('_x_ &#38;amp; AT&#38;T'), '\\_x\\_ \\&amp; AT&T');
  });

  it('makes addresses links, their last stop outside', () => {
    assert.equal(markdownOf('At https://doi.org/10.1000/a_b.'), 'At <https://doi.org/10.1000/a_b>.');
  });

  it('does not begin a list or heading by chance', () => {
    assert.equal(markdownOf('1. May'), '1\\. May');
    assert.equal(markdownOf('# one'), '\\# one');
    assert.equal(markdownOf('(1) one'), '\\(1) one');
  });

  it('numbers references as the style does', () => {
    const entry = (number: string) =>
      styledReference(`<div class="csl-left-margin">${number}</div><div class="csl-right-inline">Chen YM. <i>Title</i>.</div>`);
    assert.equal(referenceToMarkdown(entry('1. ')), '1. Chen YM. *Title*.');
    assert.equal(referenceToMarkdown(entry('[1]')), '\\[1\\] Chen YM. *Title*.');
    assert.equal(plainText(entry('1.').runs), 'Chen YM. Title.');
    assert.equal(referenceToMarkdown(styledReference('Chen, Y. (1995).')), 'Chen, Y. (1995).');
  });

  it('reads broken markup as what it can', () => {
    assert.equal(markdownOf('<i>open <b>both</i> after'), '*open* ***both*** after');
    assert.equal(markdownOf('a < b & c &unknown; <script>x</script>'), 'a \\< b & c \\&unknown; x');
  });
});
