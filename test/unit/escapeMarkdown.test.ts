import * as assert from 'node:assert/strict';
import { escapeMarkdown } from '../../src/core/escapeMarkdown';

describe('escapeMarkdown', () => {
  it('leaves no tag, link or emphasis', () => {
    assert.equal(escapeMarkdown('<img src=x> [x](command:quit) *a*'), '&lt;img src\\=x\\> \\[x\\]\\(command&#58;quit\\) \\*a\\*');
  });

  it('leaves no theme icon, which VS Code looks for after it has taken escapes away', () => {
    assert.equal(escapeMarkdown('$(alert)'), '&#36;\\(alert\\)');
  });
});
