import { deepEqual, equal, ok } from 'node:assert/strict';
import { type Annotation, commentOf, meaningOf, pageOf, pageSelector, positionOf, quoteOf, rectanglesOf, tagsOf, textSelectors } from '../../../src/core/annotating/annotation';
import type { AnnotatedPaper, ImportOptions } from '../../../src/core/annotating/exchange/exchange';
import { annotationFormatOf, exportAnnotations, importAnnotations, leftOut } from '../../../src/core/annotating/exchange/formats';

function options(source: string, text?: string): ImportOptions {
  let count = 0;
  return { source, ...(text !== undefined && { text }), newId: () => `n${(count += 1)}` };
}

// From the standoff page of brat's manual: https://brat.nlplab.org/standoff.html
const sony = 'Sony formed a joint venture with Ericsson, a mobile phone company based in Sweden.\n';
const sonyAnn = `T1\tOrganization 0 4\tSony
T2\tMERGE-ORG 14 27\tjoint venture
T3\tOrganization 33 41\tEricsson
E1\tMERGE-ORG:T2 Org1:T1 Org2:T3
T4\tCountry 75 81\tSweden
R1\tOrigin Arg1:T3 Arg2:T4
#1\tAnnotatorNotes T1\tthis annotation is suspect
`;

// Examples 4, 5, 23 and 25 of the W3C Recommendation: https://www.w3.org/TR/annotation-model/
const w3c = {
  4: { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'http://example.org/anno4', type: 'Annotation', body: 'http://example.org/post1', target: { id: 'http://example.com/page1', format: 'text/html' } },
  tag: {
    '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'http://example.org/anno15', type: 'Annotation', motivation: 'bookmarking',
    body: [{ type: 'TextualBody', value: 'readme', purpose: 'tagging' }, { type: 'TextualBody', value: 'A good description of the topic that bears further investigation', purpose: 'describing' }],
    target: 'http://example.com/page1',
  },
  23: {
    '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'http://example.org/anno23', type: 'Annotation', body: 'http://example.org/comment1',
    target: { source: 'http://example.org/page1', selector: { type: 'TextQuoteSelector', exact: 'anotation', prefix: 'this is an ', suffix: ' that has some' } },
  },
  24: {
    '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'http://example.org/anno24', type: 'Annotation', bodyValue: 'Comment text',
    target: { source: 'http://example.org/ebook1', selector: { type: 'TextPositionSelector', start: 412, end: 795 } },
  },
};

// As the reference of Hypothesis's API and its client's types have a search's answer.
const hypothesis = {
  total: 2,
  rows: [
    {
      id: 'reply-id', created: '2019-01-04T01:02:03.000000+00:00', updated: '2019-01-04T01:02:03.000000+00:00', user: 'acct:felicity_nunsun@hypothes.is',
      uri: 'http://example.com/article', text: 'I agree', tags: [], references: ['parent-id'], target: [{ source: 'http://example.com/article' }],
    },
    {
      id: 'parent-id', created: '2019-01-03T19:46:09.334433+00:00', updated: '2019-01-03T19:46:09.334539+00:00', user: 'acct:jane@hypothes.is', user_info: { display_name: 'Jane Doe' },
      uri: 'http://example.com/article', text: 'Why *so* high?', tags: ['fever', 'cytokine'], group: '__world__', permissions: { read: ['group:__world__'] },
      target: [{ source: 'http://example.com/article', selector: [
        { type: 'RangeSelector', startContainer: '/div[1]/p[7]', startOffset: 0, endContainer: '/div[1]/p[7]', endOffset: 20 },
        { type: 'TextPositionSelector', start: 6481, end: 6501 }, { type: 'TextQuoteSelector', exact: 'fever for four weeks', prefix: 'reaction and ', suffix: '; no infection' },
        { type: 'PageSelector', index: 2, label: '170' },
      ] }],
    },
  ],
};

// As Zotero's note editor writes it: percent-encoded JSON in `data-annotation`, a citation beside the quote.
function zoteroMark(data: unknown, words: string, kind = 'highlight'): string {
  return `<span class="${kind}" data-annotation="${encodeURIComponent(JSON.stringify(data))}">${words}</span>`;
}

const zotero = `<div data-schema-version="9"><h1>Annotations<br>(11/26/2026)</h1>
<p>${zoteroMark({ attachmentURI: 'http://zotero.org/users/1/items/AB', annotationKey: 'XYZ12345', color: '#ffd400', pageLabel: '170', position: { pageIndex: 1, rects: [[72.1, 500, 300.5, 512]] } }, '\u201cfever &amp; <em>chills</em> for four weeks\u201d')} <span class="citation" data-citation="%7B%7D">(<span class="citation-item">Chen, 1995, p. 170</span>)</span> Why so long?</p>
<p>My own words.</p>
<p>${zoteroMark({ annotationKey: 'B', color: '#5fb236', position: { pageIndex: 4, rects: [] } }, '\u201chigh\u201d', 'underline')}</p></div>`;

const text = 'A man of 54 \u{1F600} came with fever.\nHe was well, and then\nhe was not.';
const marks: readonly Annotation[] = [
  {
    id: 'a1', created: '2026-11-26T11:10:00Z', creator: 'Jane', motivation: 'commenting', target: { source: 'chen1995.txt', selector: textSelectors(text, { start: 25, end: 30 }) },
    body: [{ type: 'TextualBody', value: 'Why, @lind2010?', purpose: 'commenting', format: 'text/markdown' }, { type: 'TextualBody', value: 'fever', purpose: 'tagging' }, { type: 'TextualBody', value: 'key finding', purpose: 'classifying' }],
  },
  { id: 'a2', motivation: 'highlighting', target: { source: 'chen1995.txt', selector: textSelectors(text, { start: text.indexOf('and then'), end: text.length - 1 }) }, body: [] },
  { id: 'a3', motivation: 'replying', creator: 'Jo', target: { source: 'a1', selector: [] }, body: [{ type: 'TextualBody', value: 'As ever.', purpose: 'replying' }] },
  { id: 'a4', motivation: 'highlighting', target: { source: 'chen1995.pdf', styleClass: 'underline', selector: [{ type: 'TextQuoteSelector', exact: '=SUM(A1) "fever"' }, pageSelector(3, [[1, 2, 30.5, 4]])] }, body: [] },
];
const paper: AnnotatedPaper = { citekey: 'chen1995', title: 'A case', annotations: marks, texts: new Map([['chen1995.txt', text]]) };

describe('annotations of other programs', () => {
  it('reads brat as its manual has it, and tells what it leaves out', () => {
    equal(annotationFormatOf(sonyAnn), 'brat');
    const { annotations, problems } = importAnnotations(sonyAnn, 'brat', options('sony.txt', sony));
    deepEqual(annotations.map((each) => [meaningOf(each), quoteOf(each)?.exact, commentOf(each)]), [
      ['Organization', 'Sony', 'this annotation is suspect'], ['MERGE-ORG', 'joint venture', undefined], ['Organization', 'Ericsson', undefined], ['Country', 'Sweden', undefined],
    ]);
    deepEqual(problems.map(({ params }) => params), [{ line: 'E1\tMERGE-ORG:T2 Org1:T1 Org2:T3' }, { line: 'R1\tOrigin Arg1:T3 Arg2:T4' }]);
    const back = exportAnnotations([{ citekey: 'sony', annotations, texts: new Map([['sony.txt', sony]]) }], 'brat', '');
    deepEqual(back, [{ name: 'sony.txt', text: sony }, { name: 'sony.ann', text: 'T1\tOrganization 0 4\tSony\n#1\tAnnotatorNotes T1\tthis annotation is suspect\nT2\tMERGE-ORG 14 27\tjoint venture\nT3\tOrganization 33 41\tEricsson\nT4\tCountry 75 81\tSweden\n' }]);
  });

  it('reads a passage of brat in pieces, and none that is not in the text', () => {
    const cities = 'North and South America';
    const { annotations, problems } = importAnnotations('T1\tLocation 0 5;16 23\tNorth America\nT2\tLocation 10 23\tSouth Africa\nT3\tLocation 10 99\tSouth\n', 'brat', options('a.txt', cities));
    deepEqual(annotations.map((each) => quoteOf(each)?.exact), [cities]);
    equal(problems.length, 2);
  });

  it('reads the examples of the W3C Recommendation', () => {
    const { annotations, problems } = importAnnotations(JSON.stringify(Object.values(w3c)), 'w3c', options('page1.html'));
    deepEqual(problems, []);
    const byId = new Map(annotations.map((each) => [each.id, each]));
    const link = byId.get('http://example.org/anno4');
    deepEqual(link?.body, [{ type: 'TextualBody', value: 'http://example.org/post1', purpose: 'linking' }]);
    deepEqual([link.target.source, link.target.address], ['page1.html', 'http://example.com/page1']);
    const tag = byId.get('http://example.org/anno15');
    ok(tag);
    deepEqual([tag.motivation, tagsOf(tag), commentOf(tag)], ['bookmarking', ['readme'], 'A good description of the topic that bears further investigation']);
    const quote = byId.get('http://example.org/anno23');
    deepEqual(quote && quoteOf(quote), { type: 'TextQuoteSelector', exact: 'anotation', prefix: 'this is an ', suffix: ' that has some' });
    const position = byId.get('http://example.org/anno24');
    ok(position);
    deepEqual([commentOf(position), positionOf(position)?.start, positionOf(position)?.end], ['Comment text', 412, 795]);
    equal(annotationFormatOf(JSON.stringify(w3c[23])), 'w3c');
  });

  it('writes W3C annotations that it reads as they were', () => {
    const [file] = exportAnnotations([paper], 'w3c', '');
    ok(file);
    const page = JSON.parse(file.text) as { '@context': string; type: string; items: { id: string; type: string; target: { source: string } }[] };
    deepEqual([page['@context'], page.type, page.items.length], ['http://www.w3.org/ns/anno.jsonld', 'AnnotationPage', 4]);
    ok(page.items.every(({ id, type }) => type === 'Annotation' && id.startsWith('urn:')));
    equal(page.items[2]?.target.source, page.items[0]?.id);
    const { annotations, problems } = importAnnotations(file.text, 'w3c', options('chen1995.pdf'));
    deepEqual(problems, []);
    deepEqual(annotations[3], marks[3]);
    deepEqual(annotations[2], marks[2]);
    const pdf = annotations[3];
    ok(pdf);
    deepEqual(rectanglesOf(pdf), [[1, 2, 30.5, 4]]);
  });

  it('reads and writes what Hypothesis has', () => {
    equal(annotationFormatOf(JSON.stringify(hypothesis)), 'hypothesis');
    const { annotations: [reply, parent], problems } = importAnnotations(JSON.stringify(hypothesis), 'hypothesis', options('chen1995.pdf'));
    deepEqual(problems, []);
    ok(reply && parent);
    deepEqual([reply.motivation, reply.target.source, commentOf(reply), reply.creator], ['replying', 'parent-id', 'I agree', 'felicity_nunsun']);
    deepEqual([parent.creator, commentOf(parent), tagsOf(parent), quoteOf(parent)?.exact, positionOf(parent)?.start, pageOf(parent), parent.target.source],
      ['Jane Doe', 'Why *so* high?', ['fever', 'cytokine'], 'fever for four weeks', 6481, 3, 'chen1995.pdf']);
    const [file] = exportAnnotations([paper], 'hypothesis', '');
    const { rows } = JSON.parse(file?.text ?? '') as { rows: { references?: string[]; text: string; tags: string[]; target: { selector?: unknown }[] }[] };
    deepEqual([rows[0]?.text, rows[0]?.tags, rows[2]?.references], ['Why, @lind2010?', ['fever'], ['a1']]);
    deepEqual(rows[0]?.target[0]?.selector, marks[0]?.target.selector);
  });

  it('reads the marks of a Zotero note', () => {
    equal(annotationFormatOf(zotero), 'zotero');
    const { annotations: [first, second, ...more] } = importAnnotations(zotero, 'zotero', options('chen1995.pdf'));
    ok(first && second);
    equal(more.length, 0);
    deepEqual([quoteOf(first)?.exact, commentOf(first), meaningOf(first), pageOf(first), rectanglesOf(first)], ['fever & chills for four weeks', 'Why so long?', '#ffd400', 2, [[72.1, 500, 300.5, 512]]]);
    deepEqual([quoteOf(second)?.exact, commentOf(second), second.target.styleClass, pageOf(second)], ['high', undefined, 'underline', 5]);
    deepEqual(importAnnotations('<p>nothing <span data-annotation="%7Bbroken">x</span></p>', 'zotero', options('a')).problems.map(({ code }) => code), ['nothing-found']);
  });

  it('writes BioC with offsets in code points, and says what has no text', () => {
    const [file] = exportAnnotations([paper], 'bioc', '2026-11-26');
    const { date, documents: [document] } = JSON.parse(file?.text ?? '') as { date: string; documents: { id: string; passages: { offset: number; text: string; annotations: { id: string; text: string; infons: Record<string, string>; locations: { offset: number; length: number }[] }[] }[] }[] };
    deepEqual([date, document?.id], ['2026-11-26', 'chen1995']);
    const [passage] = document?.passages ?? [];
    ok(passage);
    for (const each of passage.annotations) {
      const [location] = each.locations;
      ok(location);
      equal([...passage.text].slice(location.offset, location.offset + location.length).join(''), each.text);
    }
    deepEqual(passage.annotations.map(({ id, infons }) => [id, infons]), [['a1', { type: 'key finding', comment: 'Why, @lind2010?', tags: 'fever', annotator: 'Jane', updated_at: '2026-11-26T11:10:00Z' }], ['a2', { type: 'highlighting' }]]);
    deepEqual(leftOut({ ...paper, annotations: marks.filter(({ motivation }) => motivation !== 'replying') }, 'bioc').map(({ id }) => id), ['a4']);
  });

  it('writes a passage over several lines of brat in pieces', () => {
    const lines = exportAnnotations([paper], 'brat', '')[1]?.text.split('\n') ?? [];
    deepEqual(lines.slice(0, 3), ['T1\tkey_finding 24 29\tfever', '#1\tAnnotatorNotes T1\tWhy, @lind2010?', '#2\tTag T1\tfever']);
    const [, type, words] = lines[3]?.split('\t') ?? [];
    // As brat checks it: each piece's letters, joined by a space, are the words.
    const pieces = type?.replace('Annotation ', '').split(';').map((piece) => piece.split(' ').map(Number)) ?? [];
    deepEqual([pieces.length, words], [2, 'and then he was not']);
    equal(pieces.map(([start, end]) => [...text].slice(start, end).join('')).join(' '), words);
  });

  it('writes a table in which no text can run as a formula', () => {
    const table = exportAnnotations([paper], 'csv', '')[0]?.text.split('\r\n');
    deepEqual(table, [
      'citekey,id,source,page,quote,comment,tags,meaning,kind,answers,resolved,creator,created,modified',
      'chen1995,a1,chen1995.txt,,fever,"Why, @lind2010?",fever,key finding,commenting,,,Jane,2026-11-26T11:10:00Z,',
      'chen1995,a2,chen1995.txt,,"and then\nhe was not",,,,highlighting,,,,,',
      'chen1995,a3,,,,As ever.,,,replying,a1,,Jo,,',
      'chen1995,a4,chen1995.pdf,3,"\'=SUM(A1) ""fever""",,,,underlining,,,,,',
      '',
    ]);
  });

  it('writes a note with citations', () => {
    equal(exportAnnotations([paper], 'markdown', '')[0]?.text, `# A case

## key finding

> fever [@chen1995]

Why, @lind2010?

*fever*

- Jo: As ever.

## Other

> and then he was not [@chen1995]

> \\=SUM\\(A1\\) "fever" [@chen1995, p. 3]
`);
  });

  it('tells what is no such text', () => {
    for (const format of ['w3c', 'hypothesis'] as const) {
      deepEqual(importAnnotations('{', format, options('a')).problems.map(({ code }) => code), ['json-syntax']);
      deepEqual(importAnnotations('{"a": 1}', format, options('a')).problems.map(({ code }) => code), ['nothing-found']);
    }
    equal(annotationFormatOf('just text'), undefined);
    equal(annotationFormatOf('{"references": []}'), undefined);
  });
});
