import assert from 'node:assert/strict';
import { escapeMarkdown } from '../../src/core/escapeMarkdown';

describe('escapeMarkdown', () => {
  it('leaves plain words alone', () => {
    assert.equal(escapeMarkdown('Fever, 39.5 °C; β-lactam “x”'), 'Fever, 39.5 °C; β\\-lactam “x”');
  });

  for (const [what, text, never] of [
    ['a link', '[x](https://a.example)', /\[x\]\(|https:/],
    ['a command link', '[x](command:workbench.action.quit)', /\]\(|command:/],
    ['HTML', '<img src=x onerror=alert(1)>', /<img/],
    ['an entity', '&lt;b&gt;', /^&lt;/],
    ['an image', '![x](y)', /!\[/],
    ['a theme icon', '$(alert)', /\$\(|\\\$/],
    ['emphasis', '*a* _b_ ~~c~~ `d`', /(^|[^\\])[*_~`]/],
    ['a heading', '# x', /^#/],
    ['a list', '1. x', /^1\. /],
    ['a bare address', 'www.example.org https://x.example me@x.example', /www\.|https:|@/],
    ['a table', 'a|b', /[^\\]\|/],
    ['lines', 'a\n\n---\nb', /\n/],
    ['a backslash before a sign', '\\[x](y)', /^\\\[x\]\(/],
  ] as const) {
    it(`takes the meaning from ${what}`, () => assert.doesNotMatch(escapeMarkdown(text), never));
  }
});
