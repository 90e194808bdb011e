// Builds the page that shows PDFs, and lays beside it what PDF.js reads only when a PDF needs it: character maps of East Asian
// fonts, stand-ins for the fonts that a PDF may take for granted, decoders of images, and icons.
import { build } from 'esbuild';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** @param options esbuild's, shared with all bundles */
export async function buildPdfPage(outDir, options) {
  const source = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  await Promise.all([
    build({
      ...options, platform: 'browser', format: 'esm', outdir: outDir,
      entryPoints: [{ in: 'src/webview/pdf/main.ts', out: 'pdf' }, { in: 'src/webview/pdf/pdf.css', out: 'pdf' }],
      // The editor's pictures are for tools of PDF.js that this page does not show.
      loader: { '.svg': 'empty', '.gif': 'empty' },
    }),
    build({ ...options, platform: 'browser', format: 'esm', entryPoints: { pdfWorker: join(source, 'legacy/build/pdf.worker.mjs') }, outdir: outDir, outExtension: { '.js': '.mjs' }, sourcemap: false }),
    // What writes annotated copies is read only when one is asked for.
    build({ ...options, platform: 'browser', format: 'esm', entryPoints: { pdfWriter: 'src/webview/pdf/writerWorker.ts' }, outdir: outDir, outExtension: { '.js': '.mjs' } }),
    copyAll(join(source, 'cmaps'), join(outDir, 'cmaps'), /\.bcmap$|^LICENSE/),
    copyAll(join(source, 'standard_fonts'), join(outDir, 'fonts'), /./),
    // QuickJS, which runs the scripts of PDFs, stays out: they are never run.
    copyAll(join(source, 'wasm'), join(outDir, 'wasm'), /^(?!.*quickjs).*\.wasm$|^LICENSE_(?!.*QUICKJS)/),
    copyAll(join(source, 'legacy/web/images'), join(outDir, 'icons'), /^annotation-.*\.svg$/),
  ]);
}

async function copyAll(from, to, wanted) {
  await mkdir(to, { recursive: true });
  const names = (await readdir(from)).filter((name) => wanted.test(name));
  await Promise.all(names.map((name) => copyFile(join(from, name), join(to, name))));
}
