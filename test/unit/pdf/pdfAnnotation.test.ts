import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/annotating/annotation';
import { bodyOf, markOf, motivationOf, selectorsOf } from '../../../src/core/pdf/pdfAnnotation';
import type { PdfPassage } from '../../../src/core/pdf/pdfMark';

const passage: PdfPassage = { page: 3, exact: 'GM-CSF', prefix: 'of ', suffix: ' rose', start: 4711, rectangles: [[72, 700, 110, 712]] };

describe('annotations of PDFs', () => {
  it('are drawn as they were kept', () => {
    const remark = { meaning: 'finding', comment: 'see *wang2001*', tags: ['to check'], underlined: true };
    const annotation: Annotation = { id: 'a1', motivation: motivationOf(remark), target: { source: 'chen1995.pdf', styleClass: 'underline', selector: selectorsOf(passage) }, body: bodyOf(remark) };
    assert.deepEqual(markOf(annotation, [{ name: 'finding', color: '#ffcc00' }]), { id: 'a1', color: '#ffcc00', ...remark, passage });
    assert.equal(annotation.motivation, 'commenting');
  });

  it('name their page as RFC 8118 does, and end where their words do', () => {
    const [, position, fragment] = selectorsOf(passage);
    assert.deepEqual(position, { type: 'TextPositionSelector', start: 4711, end: 4717 });
    assert.ok(fragment?.type === 'FragmentSelector' && fragment.value === 'page=3');
  });

  it('have no position where that is not known', () => {
    const { page, exact, prefix, suffix, rectangles } = passage;
    assert.deepEqual(selectorsOf({ page, exact, prefix, suffix, rectangles }).map(({ type }) => type), ['TextQuoteSelector', 'FragmentSelector']);
  });

  it('keep of their bodies what a PDF’s page does not show', () => {
    const before = [{ type: 'TextualBody' as const, purpose: 'linking', value: 'https://example.org' }, { type: 'TextualBody' as const, purpose: 'tagging', value: 'old' }];
    assert.deepEqual(bodyOf({ tags: ['new'], underlined: false }, before).map(({ value }) => value), ['new', 'https://example.org']);
  });

  it('take a colour of their own where their meaning is one', () => {
    const annotation: Annotation = { id: 'a1', motivation: 'highlighting', target: { source: 'x.pdf', selector: [] }, body: [{ type: 'TextualBody', purpose: 'classifying', value: '#00ff00' }] };
    assert.equal(markOf(annotation, []).color, '#00ff00');
    assert.equal(markOf({ ...annotation, body: [] }, []).color, '#9e9e9e');
  });
});
