import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endnoteLayout } from '../../../src/core/formats/endnoteLayout';
import { endnoteRefType, endnoteType } from '../../../src/core/formats/endnoteTypes';
import { writeEndnoteXml } from '../../../src/core/formats/endnoteWrite';
import { endnoteXml } from '../../../src/core/formats/endnoteXml';
import { languageTag } from '../../../src/core/formats/languages';
import type { CslDate, CslItem, CslName } from '../../../src/core/library/record';
import { keywordsOf } from '../../../src/core/library/subjects';
import { readCases } from '../../support/readCases';

const again = (records: readonly CslItem[]): readonly CslItem[] => endnoteXml.read?.(writeEndnoteXml(records)).records ?? [];

/** CSL types that EndNote has none of their own for. */
const typeless = new Set(['broadcast', 'collection', 'entry', 'event', 'performance', 'post', 'review', 'review-book', 'song', 'speech', 'treaty']);

/** Signs that count: reading normalises spaces, dashes, full stops behind initials and at the end of a title. */
function signs(value: unknown): string {
  return typeof value === 'string' ? value.replace(/<\/?(?:b|i|sup|sub|span|sc)\b[^<>]*>/g, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') : '';
}

function nameSigns(names: unknown): string[] {
  const parts = (name: CslName): unknown[] => [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.literal, name.suffix];
  // A particle may stand before the family name or behind the given ones; digits behind a name are taken for footnotes.
  return ((names ?? []) as readonly CslName[]).map((name) => [...signs(parts(name).filter(Boolean).join(' ')).replace(/\d/g, '')].sort().join('')).filter(Boolean);
}

/** Year, month, day and season; CSL's months over 12 are seasons too, and a range from a day to the same day is that day. */
function dateSigns(date: unknown): unknown {
  const own = date as CslDate | undefined;
  const [start, end] = own?.['date-parts'] ?? [];
  if (!start) return undefined;
  const month = start[1] ?? 0;
  const season = own?.season ?? (month > 12 ? ((month - 1) % 4) + 1 : undefined);
  const days = [start, ...(end && start.length > 1 && end.join() !== start.join() ? [end] : [])];
  return [days.map((parts) => (month > 12 ? parts.slice(0, 1) : parts)), season, own?.circa ?? false];
}

/** The variables that EndNote holds of a record, as `EndnoteLayout` says, and what counts in them. */
function held(record: CslItem): Record<string, unknown> {
  const isEdited = (record.author ?? []).length === 0 && (record.editor ?? []).length > 0;
  const [name] = endnoteRefType(record.type, isEdited);
  const layout = endnoteLayout(endnoteType(name, undefined));
  const texts = ['title', 'title-short', 'volume', 'section', 'number-of-volumes', 'publisher', 'publisher-place', 'abstract', 'note', 'annote', 'call-number', 'genre', layout.secondaryTitle, layout.tertiaryTitle ?? 'title', layout.number, layout.edition ?? 'title'];
  const people = ['author', 'translator', 'editor'].filter((each) => each !== 'editor' || [layout.secondaryAuthors, layout.tertiaryAuthors].includes('editor'));
  const single = /^(?:[ivxlc]+ ?[+,] ?)?\d+$/i.test(record.page ?? '');
  return {
    ...Object.fromEntries(texts.map((variable) => [variable, signs(record[variable])])),
    ...Object.fromEntries(people.map((variable) => [variable, nameSigns(record[variable])])),
    page: signs(layout.countsPages && single ? '' : record.page),
    keyword: keywordsOf(record).map(signs).filter(Boolean).filter((word, index, all) => all.indexOf(word) === index),
    language: typeof record.language === 'string' ? languageTag(record.language) : undefined,
    issued: dateSigns(record.issued), accessed: dateSigns(record.accessed),
    PMCID: /^PMC\d+$/.exec(record.PMCID ?? '')?.[0], PMID: /^\d{1,8}$/.exec(record.PMID ?? '')?.[0],
    DOI: /^10\.\d{4,9}\/\S+$/.test(record.DOI ?? '') ? signs(record.DOI) : undefined,
  };
}

/** As the record was, but for what EndNote finds in it besides: a DOI in an address, a title of an event. */
function agree(before: CslItem, after: CslItem | undefined, what: string): void {
  assert.ok(after, what);
  const [was, is] = [held(before), held({ ...after, type: before.type })];
  for (const [variable, value] of Object.entries(was)) {
    // Two names in one, which EndNote's files are full of, are parted.
    if (JSON.stringify(before[variable] ?? '').includes(';') && Array.isArray(before[variable])) continue;
    if (value === undefined || (variable === 'page' && value === '') || (value === '' && ['container-title', 'collection-title'].includes(variable))) continue;
    assert.deepEqual(is[variable], value, `${what}: ${variable}`);
  }
  if (!typeless.has(before.type) && endnoteRefType(before.type, false)[0] !== 'Generic') assert.equal(after.type, before.type === 'article' && before['container-title'] ? 'article-journal' : before.type, what);
}

describe('records of every format in EndNote XML', () => {
  const cases = readCases();
  (cases ? it : it.skip)('keep all that EndNote has a field for', () => {
    for (const { format, name, records } of cases ?? []) {
      const after = again(records);
      assert.equal(after.length, records.length, `${format} ${name}`);
      records.forEach((record, index) => {
        agree(record, after[index], `${format} ${name} ${record.id}`);
      });
    }
  });

  (cases ? it : it.skip)('are the same for ever once EndNote has had them', () => {
    for (const { format, name, records } of cases ?? []) {
      const once = again(records.slice(0, 60));
      assert.deepEqual(again(once), once, `${format} ${name}`);
    }
  });

  it('keep any text in any field', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((own) => `a${own}b`);
    const record = fc.record({ title: text, 'container-title': text, publisher: text, abstract: text, note: text, genre: text, volume: text, issue: text });
    fc.assert(fc.property(record, (texts) => {
      const whole: CslItem = { id: 'key1995', type: 'article-journal', ...texts };
      agree(whole, again([whole])[0], JSON.stringify(whole));
    }));
  });
});
