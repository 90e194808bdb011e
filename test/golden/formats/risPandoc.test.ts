import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { ris } from '../../../src/core/formats/ris';
import type { CslItem, CslName } from '../../../src/core/library/record';

const file = (name: string): string => readFileSync(path.join(__dirname, name), 'utf8');
const items = JSON.parse(file('ris.items.json')) as readonly CslItem[];
const answers = JSON.parse(file('ris.pandoc.json')) as readonly CslItem[];

/** Variables that pandoc's reader of RIS knows; of dates it takes the year. */
const variables = ['id', 'title', 'container-title', 'volume', 'issue', 'publisher', 'publisher-place', 'DOI', 'URL', 'language', 'edition', 'abstract'];

/** Types that pandoc calls otherwise; it has no word for RIS's `ELEC`, and takes what is generic for an entry. */
const pandocTypes: Readonly<Record<string, string>> = {
  webpage: 'misc', article: 'unpublished', software: 'program', motion_picture: 'motion-picture', document: 'entry',
};

/** A name without its parts; RIS puts the suffix last, which pandoc takes for the given names. */
const whole = (name: CslName): string =>
  [name['dropping-particle'], name['non-dropping-particle'], name.family ?? name.literal, ...[name.given, name.suffix].filter(Boolean).sort()].filter(Boolean).join(' ');

describe('RIS as pandoc reads it', () => {
  it('was asked of what we write', () => {
    assert.equal(ris.write?.(items), file('ris.written.ris'));
  });

  items.forEach((item, index) => {
    it(`is the same item: ${item.id}`, () => {
      const answer = answers[index] as CslItem;
      for (const variable of variables) assert.equal(answer[variable], item[variable], variable);
      assert.equal(answer.type, pandocTypes[item.type] ?? item.type);
      assert.deepEqual((answer.author ?? []).map(whole), (item.author ?? []).map(whole));
      assert.deepEqual((answer.editor ?? []).map(whole), (item.editor ?? []).map(whole));
      assert.equal(answer.issued?.['date-parts']?.[0]?.[0], item.issued?.['date-parts']?.[0]?.[0]);
      // `SP` is the page, or how many there are; `SN` whatever number.
      assert.equal(answer.page, item.page ?? item['number-of-pages']);
      assert.equal(answer.ISSN, item.ISSN ?? item.ISBN);
      assert.deepEqual(answer.keyword?.split(', ').sort(), item.keyword?.split(', ').sort());
    });
  });
});
