import assert from 'node:assert/strict';
import { writePdf } from '../../../src/features/citing/shown/pdfEngines';
import type { PandocOutcome } from '../../../src/platform/pandocOutcome';

describe('writePdf', () => {
  /** @param answers what pandoc says by engine; `not found` for the others */
  async function written(answers: Readonly<Record<string, PandocOutcome>>): Promise<[unknown, string[]]> {
    const asked: string[] = [];
    const outcome = await writePdf(async ([argument = 'default']) => {
      const engine = argument.replace('--pdf-engine=', '');
      asked.push(engine);
      return answers[engine] ?? { kind: 'failed', said: `${engine} not found. Please select a different --pdf-engine` };
    });
    return [outcome, asked];
  }

  it('takes pandoc’s own choice first', async () => {
    assert.deepEqual(await written({ default: { kind: 'done', said: '' } }), [{ kind: 'done', said: '' }, ['default']]);
  });

  it('goes on to one that is installed and can', async () => {
    const answers: Record<string, PandocOutcome> = {
      default: { kind: 'failed', said: 'Error producing PDF.\n! LaTeX Error: Unicode character α (U+03B1)' },
      typst: { kind: 'failed', said: 'pdf-engine must be one of pagedjs-cli, wkhtmltopdf' },
      weasyprint: { kind: 'done', said: 'WARNING' },
    };
    assert.deepEqual(await written(answers), [{ kind: 'done', said: 'WARNING' }, ['default', 'typst', 'weasyprint']]);
  });

  it('says why one that is installed could not, or that there is none', async () => {
    const failed: PandocOutcome = { kind: 'failed', said: 'Error producing PDF.\n! LaTeX Error' };
    assert.deepEqual((await written({ default: failed }))[0], failed);
    assert.deepEqual((await written({}))[0], { kind: 'no-engine' });
    assert.deepEqual(await written({ default: { kind: 'missing' } }), [{ kind: 'missing' }, ['default']]);
  });
});
