import assert from 'node:assert/strict';
import { type PdfPlaces, type PdfWords, pdfPage } from '../../../src/core/pdf/pdfPage';

const places: PdfPlaces = { script: 's.js', style: 's.css', worker: 'w.mjs', writer: 'v.mjs', cMaps: 'c/', fonts: 'f/', wasm: 'w/', icons: 'i/', origin: 'https://own.example' };

function pageWith(words: Partial<PdfWords>): string {
  return pdfPage({ words: words as PdfWords, places }, 'abc', 'en');
}

describe('the page that shows a PDF', () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(pageWith({}))?.[1]?.replaceAll('&#39;', "'") ?? '';

  it('allows our script only, and none made from text', () => {
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'nonce-abc' 'wasm-unsafe-eval';/);
    assert.doesNotMatch(policy, /'unsafe-eval'|'unsafe-inline'/);
  });

  it('loads nothing from the web', () => {
    assert.doesNotMatch(policy.replaceAll('https://own.example', ''), /https?:|\*/);
  });

  it('takes words for words, whatever is in them', () => {
    const page = pageWith({ find: '</script><script>alert(1)</script>' });
    assert.equal(page.match(/<\/script>/g)?.length, 2);
  });
});
