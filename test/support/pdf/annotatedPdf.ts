import { PDFDocument, type PDFFont, PDFHexString, PDFString, StandardFonts } from '@cantoo/pdf-lib';

const lines = [
  'The patient had a leukemoid reaction after the second dose, and',
  'it went away without treatment. Second dose: no fever.',
  'Third dose: no fever. Fourth dose: no fever.',
];

/** How far lines stand apart, and how large their letters are, in points. */
const step = 20;
const size = 12;
const left = 72;
const top = 700;

/** Writes a PDF of our own with what other readers leave in PDFs: marks, notes, free text, a reply, and what is none of these. */
export async function annotatedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  lines.forEach((line, index) => page.drawText(line, { x: left, y: top - index * step, size, font }));
  const { context } = pdf;
  const add = (entries: Record<string, unknown>): ReturnType<typeof context.register> => {
    const ref = context.register(context.obj({ Type: 'Annot', F: 4, ...entries } as never));
    page.node.addAnnot(ref);
    return ref;
  };
  const said = (author: string, contents?: string) => ({ T: PDFHexString.fromText(author), ...(contents !== undefined && { Contents: PDFHexString.fromText(contents) }) });
  const first = quad(font, 0, 'leukemoid reaction after the second dose, and');
  const second = quad(font, 1, 'it went away');
  add({ Subtype: 'Highlight', Rect: around(first, second), QuadPoints: [...first, ...second], C: [1, 0xd4 / 255, 0], CreationDate: PDFString.of('D:20260301083000Z'), M: PDFString.of("D:20260302093000+01'00'"), ...said('Ada', 'Compare with day 14.') });
  const fever = quad(font, 2, 'fever'); // the second of three
  add({ Subtype: 'Highlight', Rect: around(fever), QuadPoints: fever, C: [0, 1, 0], ...said('Ben') });
  const fourth = quad(font, 2, 'Fourth dose');
  add({ Subtype: 'Underline', Rect: around(fourth), QuadPoints: fourth, C: [1, 0, 0], ...said('Cleo', 'Fourth  dose') });
  const note = add({ Subtype: 'Text', Name: 'Comment', Rect: [500, 500, 520, 520], ...said('Dora', 'Is this table right?') });
  add({ Subtype: 'FreeText', Rect: [72, 300, 200, 320], DA: PDFString.of('/Helv 11 Tf 0 g'), ...said('Emil', 'Typed on the page') });
  add({ Subtype: 'Text', F: 30, Rect: [500, 500, 520, 520], IRT: note, ...said('Fay', 'Yes, see the text.') });
  add({ Subtype: 'Text', F: 30, Rect: [500, 500, 520, 520], IRT: note, State: PDFString.of('Accepted'), StateModel: PDFString.of('Review'), ...said('Gus', 'Accepted set by Gus') });
  add({ Subtype: 'Text', F: 2, Rect: [10, 10, 30, 30], ...said('Hal', 'Hidden') });
  add({ Subtype: 'Link', Rect: around(fever), A: { Type: 'Action', S: 'URI', URI: PDFString.of('https://example.org') } });
  add({ Subtype: 'Ink', Rect: [100, 100, 200, 200], InkList: [[100, 100, 200, 200]], ...said('Ida') });
  return pdf.save();
}

/** The corners of words in a line, the upper ones first. */
function quad(font: PDFFont, line: number, words: string): number[] {
  const text = lines[line] ?? '';
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`"${words}" is not in line ${line}`);
  const x1 = left + font.widthOfTextAtSize(text.slice(0, at), size);
  const x2 = x1 + font.widthOfTextAtSize(words, size);
  const y = top - line * step;
  return [x1, y + size * 0.8, x2, y + size * 0.8, x1, y - size * 0.25, x2, y - size * 0.25];
}

function around(...quads: readonly (readonly number[])[]): number[] {
  const [xs, ys] = [0, 1].map((odd) => quads.flatMap((each) => each.filter((_, at) => at % 2 === odd))) as [number[], number[]];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
