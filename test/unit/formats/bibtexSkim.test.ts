import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { BibtexScanner } from '../../../src/core/formats/bibtexScan';
import { BibtexSkimmer, isBorder, lastBorder, nextBorder } from '../../../src/core/formats/bibtexSkim';
import type { SkimmedEntry } from '../../../src/core/formats/bibtexSkimmed';
import { skimmedFields } from '../../../src/core/formats/bibtexSkimmed';
import { largeBibtex } from '../../bench/formatsLarge';
import { sharedPath } from '../../support/shared';

const encoder = new TextEncoder();

function skim(text: string): SkimmedEntry[] {
  const entries: SkimmedEntry[] = [];
  const bytes = encoder.encode(text);
  assert.equal(new BibtexSkimmer(bytes, 0, (entry) => entries.push(entry)).skimTo(Infinity), bytes.length);
  return entries;
}

/** What the full scanner reads, reduced to what is skimmed, with places in bytes. */
function scan(text: string): object[] {
  const scanner = new BibtexScanner(text);
  const entries: object[] = [];
  let from = 0;
  let bytes = 0;
  // Asked for in ascending order.
  const bytesTo = (at: number): number => {
    bytes += encoder.encode(text.slice(from, at)).length;
    from = at;
    return bytes;
  };
  for (let entry = scanner.next(); entry; entry = scanner.next()) {
    const { type, key, fields, span } = entry;
    entries.push({ type, key, fields: listed(fields), start: bytesTo(span.start), end: bytesTo(span.end), isEmpty: fields.size === 0 });
  }
  return entries;
}

function listed(fields: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(skimmedFields.filter((name) => fields.has(name)).map((name) => [name, fields.get(name) ?? '']));
}

function assertSame(text: string): void {
  // A lone surrogate has no bytes of its own.
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(encoder.encode(text));
  assert.deepEqual(skim(whole).map((entry) => ({ ...entry, fields: listed(entry.fields) })), scan(whole));
}

const entry = '@article{chen1995,\n  title = {A {DNA} case},\n  author = "Chen, Y. M. and M{\\"u}ller, J.",\n  year = 1995, month = aug\n}\n';

/** Pieces of which mistakes are made. */
const pieces = [
  entry, entry.replace('chen1995', 'müller'), '@string{jj = {Japanese Journal}}\n', '@string(kk = jj # { of Oncology})\n', '@book{b,\n journal = jj,\n title = kk # { x}}\n',
  '@comment{', '@preamble{"x"}\n', '@misc{', '@misc(', '{', '}', '"', '\\', '\n', '\n', ',', '=', '#', '%', ' ', '\r\n', '@', '\n@', 'title', ' = ', 'k,', ')', '(', 'é', '\u00a0',
  '@inbook{c, crossref = {b}, title = {C}}\n', '@xdata{x, year = 2000}\n', 'year = 1999,\n', 'jj', 'JAN', '\n@a{b,', '\n  @a{b, t={}}', '=\n@article{q, title={Q}}\n', '😀', '\u2028@a{k,title={x}}',
];

describe('BibtexSkimmer', () => {
  it('reads what the scanner reads, where entries are plain', () => {
    assertSame(entry);
    assertSame(`${entry}\n\n${entry}`);
    assertSame(largeBibtex(300));
    assertSame(largeBibtex(100).replace(/\n/g, '\r\n'));
  });

  it('resolves macros by their last definition before the entry', () => {
    const text = '@string{j = {One}}\n@a{x, journal = j, title={t}}\n@string{j = j # { Two}}\n@a{y, journal = J, title={t}}\n@a{z, journal = nope, year = nope # {1}}\n';
    assert.deepEqual(skim(text).map(({ fields }) => fields.get('journal')), ['One', 'One Two', 'nope']);
    assertSame(text);
  });

  it('sees where an entry swallows the beginning of the next one', () => {
    assertSame(`@a{x, title =\n@book{y, title = {Y}}\n${entry}`);
    assertSame(`@string{x =\n@book{y, title = {Y}}\n${entry}`);
  });

  it('reads entries that do not end, comments and what is between entries', () => {
    assertSame(`@a{x, title = {open\n${entry}text @b{y, t={}} @c{z,u=1}\n% @d{w, t={}}\n@comment{never closed\n  @e{v, t={}}`);
    assertSame(`@comment{\n@article{inside, title={x}}\n}\n${entry}`);
    assertSame('@article{k, title = {the end');
    assertSame('');
  });

  it('reads any mixture as the scanner does', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => assertSame(parts.join(''))), { numRuns: 800 });
  });

  it('goes on from any border as if it had read what comes before', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces.filter((piece) => !piece.includes('jj'))), { maxLength: 30 }), fc.nat(), (parts, at) => {
      const bytes = encoder.encode(parts.join(''));
      const whole: SkimmedEntry[] = [];
      const skimmer = new BibtexSkimmer(bytes, 0, (each) => whole.push(each));
      skimmer.skimTo(Infinity);
      if (skimmer.isEntangled || skimmer.macros.size > 0) return;
      const from = lastBorder(bytes, bytes.length === 0 ? 0 : at % bytes.length);
      const rest: SkimmedEntry[] = [];
      new BibtexSkimmer(bytes, from, (each) => rest.push(each)).skimTo(Infinity);
      assert.deepEqual(rest, whole.filter(({ start }) => start >= from));
    }), { numRuns: 800 });
  });

  it('knows borders', () => {
    const bytes = encoder.encode(' @a{x}\n@book {y}\n@string(z)\n@c\n{w}\n@d{');
    assert.equal(nextBorder(bytes, 0), 7);
    assert.equal(nextBorder(bytes, 8), 35);
    assert.equal(nextBorder(bytes, 36), bytes.length);
    assert.equal(lastBorder(bytes, 38), 35);
    assert.equal(lastBorder(bytes, 37), 7);
    assert.equal(lastBorder(bytes, 7), 0);
    assert.equal(isBorder(bytes, 1), true);
  });

  const file = sharedPath('data', 'formats', 'bibtex.jsonl');
  (file === undefined ? it.skip : it)('reads the test cases of other programs as the scanner does', function () {
    this.timeout(60_000);
    const cases = readFileSync(file ?? '', 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as { name: string; input: unknown });
    const texts = cases.map(({ input }) => input).filter((input) => typeof input === 'string');
    assert.ok(texts.length > 300);
    for (const text of texts) assertSame(text);
  });

  it('takes time in proportion to what it reads', function () {
    this.timeout(10_000);
    for (const hostile of ['@', '@a{', '@a{k,', '\n@a{k,t=', '{', '@comment', '@string{a=b}\n', '\n@string{a={x}}\n@a{k,t=a}']) {
      const text = hostile.repeat(Math.ceil(100_000 / hostile.length));
      const begin = process.cpuUsage();
      skim(text);
      const ms = process.cpuUsage(begin).user / 1000;
      assert.ok(ms < 3000, `${JSON.stringify(hostile)}: ${ms} ms`);
    }
  });
});
