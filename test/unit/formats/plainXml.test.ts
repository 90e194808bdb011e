import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PlainXml } from '../../../src/core/formats/plainXml';
import { recordSpans } from '../../../src/core/formats/recordSpans';
import type { XmlElement } from '../../../src/core/formats/xmlElement';
import { xmlTree } from '../../../src/core/formats/xmlTree';
import { formatCases } from '../../support/formatCases';

/** What a tree says: names, the attributes that are asked for, and texts. */
function told(element: XmlElement, attributes: readonly string[]): unknown {
  const content: unknown[] = [];
  for (const part of element.content) {
    const last = content.at(-1);
    if (typeof part === 'string' && typeof last === 'string') content[content.length - 1] = last + part;
    else content.push(typeof part === 'string' ? part : told(part, attributes));
  }
  return [element.name, attributes.map((name) => element.attribute(name)?.replace(/\s+/g, ' ')), content.map((part) => (typeof part === 'string' ? part.replace(/\r\n?/g, '\n') : part))];
}

const plain = new PlainXml([]);

/** @returns whether the source is plain; where it is, the real parser must read it to the same tree, without a mistake */
function agrees(source: string): boolean {
  const tree = plain.tree(source);
  if (!tree) return false;
  const attributes = [...new Set([...source.matchAll(/([\w:.-]+)\s*=/g)].map(([, name = '']) => name))];
  const { element, error } = xmlTree(source);
  assert.equal(error, undefined, source.slice(0, 300));
  assert.ok(element);
  assert.deepEqual(told(tree, attributes), told(element, attributes));
  return true;
}

describe('records that are plain XML', () => {
  it('are read as a real parser reads them', () => {
    for (const source of ['<a/>', '<a></a>', '<a b="1" c = \'x"y\'>t<b/>u &amp; v&#8211;w&#x2013;</a>', '<m:a xmlns:m="x">\n  <m:b c="&lt;"/>\r\n</m:a >']) {
      assert.equal(agrees(source), source !== '<a/>', source);
    }
  });

  it('are no others', () => {
    const others = ['', 'x', '<a>', '<a></b>', '<a>&nbsp;</a>', '<a>R&D</a>', '<a>p<0.05</a>', '<a><!-- x --></a>', '<a><![CDATA[x]]></a>', '<a><?x?></a>', '<a>]]></a>', '<a b></a>', '<a b="<"></a>', '<a>\0</a>', '<a>&#0;</a>', '<a></a>x', '<a></a><b></b>', '<é></é>', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`];
    for (const source of others) assert.equal(plain.tree(source), undefined, source);
  });

  it('are read as a real parser reads them, whatever they are made of', () => {
    const piece = fc.constantFrom('<a>', '</a>', '<b c="1">', '</b>', '<b/>', '<x:a y:z=\'"\'>', '</x:a>', 'text', ' ', '\n', '&amp;', '&#65;', '&#x41;', '&', '<', '>', '"', '&nbsp;', '<!-- c -->', '<![CDATA[d]]>', ']]>', '<?p?>', 'é', '\u{1F600}', '\u0001');
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      agrees(`<r>${pieces.join('')}</r>`);
    }));
    fc.assert(fc.property(fc.letrec<{ node: string; list: string[] }>((tie) => ({
      list: fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'xml' }),
      node: fc.oneof({ depthSize: 'small', withCrossShrink: true, depthIdentifier: 'xml' }, fc.constantFrom('text', ' & '.replace('&', '&amp;'), '<e f="g"/>'), tie('list').map((inner) => `<n>${inner.join('')}</n>`)),
    })).node, (inner) => agrees(`<r>${inner}</r>`)));
  });

  it('skip what is not asked for', () => {
    const tree = new PlainXml(['Skipped']).tree('<a><Skipped x="1"><b>&nbsp;</b></Skipped><c>d</c></a>');
    assert.deepEqual([tree?.textAt('c'), tree?.first('Skipped', 'b')], ['d', undefined]);
  });

  const formats: readonly (readonly [file: string, records: readonly string[]])[] = [
    ['pubmed-xml', ['PubmedArticle', 'PubmedBookArticle']], ['endnote-xml', ['record']], ['mods', ['mods']], ['msbib', ['Source']], ['crossref-unixref', ['crossref']],
  ];
  for (const [file, records] of formats) {
    const cases = formatCases(file);
    (cases ? it : it.skip)(`are nearly all records of ${file} in use`, () => {
      const sources = (cases ?? []).flatMap(({ input }) => [...recordSpans(input, records)].map(({ start, end }) => input.slice(start, end)));
      const count = sources.filter(agrees).length;
      assert.ok(count >= 0.8 * sources.length, `${count} of ${sources.length}`);
    });
  }
});
