import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { temporaryFolder } from '../temporary';

/** A page drawn with a point of the PDF for a pixel. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  /** @returns red, green and blue of a pixel, from the upper left */
  at(x: number, y: number): readonly [number, number, number];
}

/** Poppler, with which many readers on Linux show PDFs; of Debian it is the package `poppler-utils`. */
export const poppler = {
  isInstalled: (): boolean => spawnSync('pdftoppm', ['-v']).error === undefined,

  /** @returns the text of a PDF */
  text: (pdf: Uint8Array): string => execFileSync('pdftotext', ['-layout', written(pdf), '-'], { encoding: 'utf8' }),

  /** @returns what it says is wrong with a PDF; empty where nothing is */
  complaints: (pdf: Uint8Array): string => spawnSync('pdfinfo', [written(pdf)], { encoding: 'utf8' }).stderr,

  /** @param page counted from 1 */
  draw: (pdf: Uint8Array, page: number): Drawn => {
    const file = written(pdf);
    execFileSync('pdftoppm', ['-r', '72', '-f', String(page), '-l', String(page), '-singlefile', file, file]);
    return readPicture(fs.readFileSync(`${file}.ppm`));
  },
};

function written(pdf: Uint8Array): string {
  const file = path.join(temporaryFolder(), 'tried.pdf');
  fs.writeFileSync(file, pdf);
  return file;
}

/** Reads a picture in the format PPM, binary. */
function readPicture(bytes: Buffer): Drawn {
  const [head = '', width = '', height = ''] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 100)) ?? [];
  if (head === '') throw new Error('pdftoppm wrote no picture');
  const at = (x: number, y: number): readonly [number, number, number] => {
    const place = head.length + 3 * (Math.round(y) * Number(width) + Math.round(x));
    return [bytes[place] ?? 0, bytes[place + 1] ?? 0, bytes[place + 2] ?? 0];
  };
  return { width: Number(width), height: Number(height), at };
}
