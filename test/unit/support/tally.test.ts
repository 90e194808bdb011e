import assert from 'node:assert/strict';
import { toLine } from '../../support/results/line';
import { Tally } from '../../support/results/tally';

describe('the count of a run', () => {
  it('is of all suites, and says which failed', () => {
    const tally = taken({ Papers: ['passed', 'failed'], Terms: ['passed', 'passed'] });
    assert.deepEqual([tally.passed, tally.failed, tally.failedSuites], [3, 1, ['Papers']]);
  });

  it('takes the second results of a suite in place of its first', () => {
    const tally = taken({ Papers: ['passed', 'failed'], Terms: ['passed'] });
    tally.replace('Papers', taken({ Papers: ['passed', 'passed'], 'Papers view': ['passed'] }));
    assert.equal(String(tally), '3 passed, 0 failed');
  });

  it('has a failure where a run ends without a result, and where none failed but the run did', () => {
    const died = taken({ Papers: ['passed'] });
    quietly(() => died.close('UI tests', 'signal SIGKILL'));
    assert.deepEqual([died.failed, died.failedSuites], [1, ['UI tests']]);
    const ended = taken({ Papers: ['passed'] });
    ended.take(toLine({ event: 'end' }));
    quietly(() => ended.close('UI tests', 'exit code 1'));
    assert.equal(ended.failed, 1);
  });
});

function taken(suites: Readonly<Record<string, readonly ('passed' | 'failed')[]>>): Tally {
  const tally = new Tally();
  for (const [suite, events] of Object.entries(suites)) {
    for (const event of events) {
      const title = `${suite} › does something`;
      quietly(() => tally.take(toLine(event === 'passed' ? { event, title, ms: 0 } : { event, title, error: 'It did not.' })));
    }
  }
  return tally;
}

/** What a tally words for people would stand between the results of these tests. */
function quietly(run: () => void): void {
  const { log } = console;
  console.log = () => undefined;
  try {
    run();
  } finally {
    console.log = log;
  }
}
