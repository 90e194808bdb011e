import assert from 'node:assert/strict';
import { checkCraftedTerminologies } from './craftedTerminologies';
import { feedTerminologies } from './feedTerminologies';

/** How many mutated terminologies the tests feed; `npm run fuzz -- --terminologies` feeds as many as it is told. */
const inputs = 1500;

describe('mutated and crafted terminologies', () => {
  it('are read without a fault', async function () {
    this.timeout(60_000);
    const { inputs: fed, failures } = await feedTerminologies(inputs, 1);
    assert.deepEqual([fed, ...failures], [inputs]);
  });

  it('take time in proportion to their length', async function () {
    this.timeout(60_000);
    assert.deepEqual(await checkCraftedTerminologies(15_000), []);
  });
});
