import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { StyleNode } from '../../../src/core/citing/styleNode';
import { loadLocales } from '../../../src/core/citing/locales';
import { expectedOf, readSuite, throughEngine, throughOurs } from '../../support/cslSuite';
import { sharedPath } from '../../support/shared';
import { untouchedCiteproc } from '../../support/untouchedCiteproc';
import { styleAssets } from '../../unit/citing/styleAssets';

/** Cases of the CSL project's own suite that pass through the engine alone, and why not through what is around it. */
const lost: Readonly<Record<string, string>> = {
  'date_DateNoDateNoTest': 'an item that the style prints nothing for is left out here, where the engine prints an error',
  'disambiguate_ByCiteIncremental2': 'a citation that stands in no document is not grouped by authors; in a document the engine alone gives what comes through here',
  'position_IbidSeparateCiteSameNote': 'the case gives notes to a style of class in-text, whose citations have no notes here',
  'position_IbidWithLocator': 'the case says that a citation comes after another; that is worked out here',
  'position_IfIbidWithLocatorIsTrueThenIbidIsTrue': 'as the one before',
};
/** The cases of the engine's own suite ask for what goes beyond CSL (names or citations in two languages, dates in words, ...). */
const beyondCsl = 'Juris-M/citeproc-js';

const languages = ['en-US', 'en-GB', 'de', 'fr', 'es', 'ru', 'nl', 'sv', 'ja', 'zh', 'it', 'pt', 'tr', 'lt', 'cs', 'da', 'he', 'ar', 'ko', 'pl'];

describe('the CSL test suite', () => {
  it('passes as through the engine alone', async function () {
    this.timeout(120_000);
    const path = sharedPath('data', 'formats', 'csl-processor.jsonl');
    if (path === undefined) this.skip();
    const assets = await styleAssets();
    const locales = new Map<string, StyleNode>();
    for (const language of languages) for (const [tag, locale] of await loadLocales(assets, language)) locales.set(tag, locale);
    const untouched = untouchedCiteproc(createRequire(__filename));
    const found: string[] = [];
    const counts = { cases: 0, engine: 0, ours: 0 };
    for (const one of readSuite(path).filter(({ source }) => source !== beyondCsl)) {
      const expected = expectedOf(one);
      const [engine, ours] = [attempt(() => throughEngine(one, untouched, locales)) === expected, attempt(() => throughOurs(one, locales)) === expected];
      counts.cases++;
      counts.engine += Number(engine);
      counts.ours += Number(ours);
      if (engine && !ours) found.push(/([^/]+)\.txt$/.exec(one.name)?.[1] ?? one.name);
    }
    console.log(`      ${counts.cases} cases: ${counts.engine} through the engine alone, ${counts.ours} through ours`);
    assert.deepEqual(found.sort(), Object.keys(lost).sort());
  });
});

function attempt(action: () => string): string {
  try {
    return action();
  } catch (error) {
    return String(error);
  }
}
