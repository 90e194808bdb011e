import assert from 'node:assert/strict';
import { splitLocator } from '../../../src/core/notes/locator';
import { englishLocatorTerms } from '../../../src/core/notes/locatorTerms';

describe('splitLocator', () => {
  const cases: readonly (readonly [raw: string, locator: string | undefined, suffix: string])[] = [
    [', p. **32**, and *so*', 'page 32', ', and *so*'],
    [', *p. 32*', 'page 32', ''],
    [', pp. **33**-35 and', 'page 33-35', ' and'],
    [', p. 3 *and so*', 'page 3', ' *and so*'],
    [', p. 3*, and so*', 'page 3', '*, and so*'],
    // Emphasis that goes on behind the locator would be cut in two.
    [', *p. 32 and* more', undefined, ', *p. 32 and* more'],
    [', \\[39\\]-\\[52\\], \\*', 'page [39]-[52]', ', \\*'],
    [', {\\[A\\]} b', 'page [A]', ' b'],
    [' and *3*', undefined, ' and *3*'],
    [', p. 3 \\* 4', 'page 3', ' \\* 4'],
  ];
  for (const [raw, locator, suffix] of cases) {
    it(`reads ${JSON.stringify(raw)}`, () => {
      const split = splitLocator(raw, englishLocatorTerms);
      assert.equal(split.locator && `${split.locator.label} ${split.locator.value}`, locator);
      assert.equal(split.suffix, suffix);
    });
  }
});
