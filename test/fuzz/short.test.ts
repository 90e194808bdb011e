import assert from 'node:assert/strict';
import { checkCrafted } from './crafted';
import { feed } from './feed';

/** How many mutated texts the tests feed; `npm run fuzz` feeds as many as it is told. */
const inputs = 1500;

describe('mutated and crafted texts', () => {
  it('are read, written, edited and listed without a fault', async function () {
    this.timeout(60_000);
    const { inputs: fed, failures } = await feed(inputs, 1);
    assert.deepEqual([fed, ...failures], [inputs]);
  });

  it('take time in proportion to their length', function () {
    this.timeout(60_000);
    assert.deepEqual(checkCrafted(15_000, false), []);
  });
});
