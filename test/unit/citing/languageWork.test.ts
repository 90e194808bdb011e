import assert from 'node:assert/strict';
import { LanguageWork } from '../../../src/core/citing/languageWork';
import { styleAssets } from './styleAssets';

describe('LanguageWork', () => {
  let languages: LanguageWork;
  before(async function () {
    this.timeout(60_000);
    languages = new LanguageWork(await styleAssets());
  });

  it('has a language’s words for places, as CSL’s locale files do', async () => {
    const german = await languages.locators('de-DE');
    assert.deepEqual(german.find(({ label }) => label === 'page'), { label: 'page', single: 'S.', multiple: 'S.', long: 'Seite' });
    assert.deepEqual(german.find(({ label }) => label === 'chapter'), { label: 'chapter', single: 'Kap.', multiple: 'Kap.', long: 'Kapitel' });
    const english = await languages.locators('');
    assert.deepEqual(english.find(({ label }) => label === 'page'), { label: 'page', single: 'p.', multiple: 'pp.', long: 'page' });
    assert.equal(english[0]?.label, 'page');
    assert.deepEqual(await languages.locators('xx'), english);
  });

  it('knows which languages CSL knows', async () => {
    for (const language of ['en', 'en-GB', 'de', 'de-LI', 'ja-JP', 'pt-BR', 'zh']) assert.equal(await languages.isKnown(language), true, language);
    for (const language of ['german', 'xx', 'tlh', '../x']) assert.equal(await languages.isKnown(language), false, language);
  });
});
