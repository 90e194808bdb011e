import assert from 'node:assert/strict';
import { feedIndexes } from './feedIndexes';

/** How often the tests damage files; `npm run fuzz -- --indexes` does it as often as it is told. */
const inputs = 150;

describe('damaged term indexes and terminologies', () => {
  it('are told and made anew, and what is found is never wrong', async function () {
    this.timeout(60_000);
    const { inputs: fed, failures } = await feedIndexes(inputs, 1);
    assert.deepEqual([fed, ...failures], [inputs]);
  });
});
