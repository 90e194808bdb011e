import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type PureStyleId, pureEntry, pureForm } from '../../../src/core/citing/pure/pureStyle';
import type { CslItem } from '../../../src/core/library/record';
import { sharedPath } from '../../support/shared';

const chen: CslItem = {
  id: 'chen1995',
  type: 'article-journal',
  title: 'Leukemoid reaction resulting from multiple cytokine production.',
  author: ['Y. M. Chen', 'J. Whang-Peng', 'J. M. Liu', 'Y. Chao', 'C. R. Lai', 'S. Y. Wang', 'R. P. Perng'].map((name) => ({
    given: name.replace(/ \S+$/, ''),
    family: name.split(' ').pop() ?? '',
  })),
  'container-title': 'Japanese Journal of Clinical Oncology',
  issue: '4',
  page: '168-172',
  issued: { 'date-parts': [[1995, 8, 1]] },
  language: 'en',
};

/** No volume and no DOI: both are simply absent. */
const expected: Readonly<Record<PureStyleId, string>> = {
  'pure-apa':
    'Chen, Y. M., Whang-Peng, J., Liu, J. M., Chao, Y., Lai, C. R., Wang, S. Y., & Perng, R. P. (1995). Leukemoid reaction resulting from multiple cytokine production. Japanese Journal of Clinical Oncology, (4), 168-172.',
  'pure-author':
    'Chen, Y. M. ; Whang-Peng, J. ; Liu, J. M. et al. / Leukemoid reaction resulting from multiple cytokine production. In: Japanese Journal of Clinical Oncology. 1995 ; No. 4. pp. 168-172.',
  'pure-harvard':
    "Chen, YM, Whang-Peng, J, Liu, JM, Chao, Y, Lai, CR, Wang, SY & Perng, RP 1995, 'Leukemoid reaction resulting from multiple cytokine production.', Japanese Journal of Clinical Oncology, no. 4, pp. 168-172.",
  'pure-standard':
    'Leukemoid reaction resulting from multiple cytokine production. / Chen, Y. M.; Whang-Peng, J.; Liu, J. M. et al.\nIn: Japanese Journal of Clinical Oncology, No. 4, 01.08.1995, p. 168-172.\n\nResearch output: Contribution to journal › Article',
  'pure-vancouver':
    'Chen YM, Whang-Peng J, Liu JM, Chao Y, Lai CR, Wang SY et al. Leukemoid reaction resulting from multiple cytokine production. Japanese Journal of Clinical Oncology. 1995 Aug 1;(4):168-172.',
  'pure-bibtex': `@article{chen1995,
title = "Leukemoid reaction resulting from multiple cytokine production.",
author = "Chen, {Y. M.} and J. Whang-Peng and Liu, {J. M.} and Y. Chao and Lai, {C. R.} and Wang, {S. Y.} and Perng, {R. P.}",
year = "1995",
month = aug,
day = "1",
language = "English",
pages = "168--172",
journal = "Japanese Journal of Clinical Oncology",
number = "4",
}`,
  'pure-ris': `TY  - JOUR
T1  - Leukemoid reaction resulting from multiple cytokine production.
AU  - Chen, Y. M.
AU  - Whang-Peng, J.
AU  - Liu, J. M.
AU  - Chao, Y.
AU  - Lai, C. R.
AU  - Wang, S. Y.
AU  - Perng, R. P.
PY  - 1995/8/1
Y1  - 1995/8/1
M3  - Article
SP  - 168
EP  - 172
JO  - Japanese Journal of Clinical Oncology
JF  - Japanese Journal of Clinical Oncology
IS  - 4
ER  - `,
};

describe('the seven forms of a portal', () => {
  for (const [style, form] of Object.entries(expected)) {
    it(`writes ${style}`, () => assert.equal(pureForm(chen, style as PureStyleId), form));
  }

  it('leaves out what is missing, without commas or brackets left over', () => {
    for (const style of Object.keys(expected)) {
      const form = pureForm({ id: 'x', type: 'article-journal', title: 'Only a title' }, style as PureStyleId);
      assert.doesNotMatch(form, /undefined|NaN|, ,|\(\)|\.\.|, \.|^[,. /]|: \.| {2}(?!-)/, `${style}: ${form}`);
    }
  });

  it('escapes what stands in the item', () => {
    const { html } = pureEntry({ ...chen, title: 'A <script>x</script> <i>E. coli</i> case' }, 'pure-standard');
    assert.match(html, /A &#60;script&#62;x&#60;\/script&#62; <i>E\. coli<\/i> case/);
  });

  it('never throws on items of another shape', () => {
    const odd = { id: 'x', type: 'book', title: 5, author: ['A', null, { family: 3 }], issued: { 'date-parts': 'x' }, page: [1], keyword: {} };
    for (const style of Object.keys(expected)) assert.equal(typeof pureForm(odd as unknown as CslItem, style as PureStyleId), 'string');
  });

  it('agrees with what portals have written', function () {
    const file = sharedPath('data', 'formats', 'elsevier-pure-text.jsonl');
    if (file === undefined) return this.skip();
    const cases = new Map(
      readFileSync(file, 'utf8').trim().split('\n').map((line) => {
        const { name, input, expectedCsl } = JSON.parse(line) as { name: string; input: string; expectedCsl: CslItem[] };
        return [name, { input: input.trim(), item: expectedCsl[0] }];
      }),
    );
    const whole = cases.get('monash/ris-file')?.item;
    assert.ok(whole);
    const item = { ...whole, genre: 'Contribution to journal › Article › Research › peer-review' };
    for (const form of ['apa', 'author', 'harvard', 'standard', 'vancouver'] as const) {
      assert.equal(pureForm(item, `pure-${form}`), cases.get(`monash/${form}`)?.input, form);
    }
    const bangor = cases.get('bangor/apa');
    assert.equal(bangor?.item && pureForm(bangor.item, 'pure-apa'), bangor?.input);
    assert.deepEqual(linesNotIn(pureForm(item, 'pure-ris'), cases.get('monash/ris-file')?.input), []);
    const bibtex = { ...item, id: 'd00873802e0f4eae985c1003e74600dc', publisher: 'IOP Publishing' };
    assert.deepEqual(linesNotIn(pureForm(bibtex, 'pure-bibtex'), cases.get('monash/bibtex')?.input), []);
  });
});

/** The portal also knows what a record does not hold, such as its own numbers; but what we write, it has written too. */
function linesNotIn(written: string, portal: string | undefined): string[] {
  const lines = (text: string) => text.split('\n').map((line) => line.trimEnd());
  const known = lines(portal ?? '');
  let at = 0;
  return lines(written).filter((line) => {
    const found = known.indexOf(line, at);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
}
