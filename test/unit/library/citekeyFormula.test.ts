import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { citekeyFor, Citekeys, isValidCitekey } from '../../../src/core/library/citekey';
import { formulaNames } from '../../../src/core/library/citekeys/formulaWords';
import { citekeyFormula, defaultFormula } from '../../../src/core/library/citekeyFormula';
import type { CslItem } from '../../../src/core/library/record';
import { problemMessage } from '../../../src/core/problems/messages';

function key(formula: string, record: Partial<CslItem>, taken: readonly string[] = []): string {
  const { make, problems } = citekeyFormula(formula);
  assert.deepEqual(problems, [], formula);
  return citekeyFor(record, taken, make);
}

const authors = (...families: string[]) => families.map((family) => ({ family }));
const year = (...parts: number[]) => ({ 'date-parts': [parts] });

/**
 * Better BibTeX's own tests: the formula, the item and the key that it must get, each from the files of the name given in
 * https://github.com/retorquere/zotero-better-bibtex/tree/master/test/fixtures/export (`*.json` and what is expected of it).
 */
const betterBibtex: readonly (readonly [file: string, formula: string, record: Partial<CslItem>, key: string])[] = [
  ['citekey not skip one-letter word #3021', 'auth.lower+shorttitle(10,10).abbr(2)+year', { title: 'Research into overheating in new homes - Phase 1 report', author: [{ literal: 'AECOM' }], issued: year(2019, 9) }, 'aecomReOvNeHoPh1Re2019'],
  ['Citation keys are missing certain words if hyphens are used #3059', 'auth.lower + shorttitle(3,3) + year', { title: 'Soft Actor-Critic: Off-Policy Maximum Entropy Deep Reinforcement Learning with a Stochastic Actor', author: authors('Haarnoja', 'Zhou', 'Abbeel', 'Levine'), issued: year(2018, 7, 3) }, 'haarnojaSoftActorCriticOffPolicy2018'],
  ['lastpage not work in better bitex #3050', 'year + "_" + auth + "_p" + firstpage + "-" + lastpage', { author: [{ literal: '罗明' }, { literal: '左志涛' }], issued: year(2016), page: '2424-2431' }, '2016_罗明_p2424-2431'],
  ['skipwords removes dashes #2614', 'Title.skipwords.condense("-")', { title: 'A Robust Data-Driven Koopman Kalman Filter for Power Systems Dynamic State Estimation' }, 'Robust-Data-Driven-Koopman-Kalman-Filter-Power-Systems-Dynamic-State-Estimation'],
  ['AuthorsAlpha cannot properly deal with lastname with prefix #3272', 'authorsAlpha + shortyear', { author: [{ family: 'Dijk', 'non-dropping-particle': 'van', given: 'Marten' }, ...authors('Gentry', 'Halevi', 'Vaikuntanathan')], issued: year(2010) }, 'DGHV10'],
  ['Do not use more than three initials in case of authshort key #1079', '[authshort:nopunct][shortyear]', { author: authors('Iancu', 'Alpha', 'Beta', 'Gamma', 'Delta'), issued: year(2012, 3, 28) }, 'IAB+12'],
  ['Missing JabRef pattern; authEtAl #554', '[authEtAl]', { author: authors('Hu', 'Meng', 'Zhang'), issued: year(2014) }, 'HuEtAl'],
  ['Missing JabRef pattern; authorsN+initials #553', '[authors3+initials]', { author: [{ family: 'Hu', given: 'Fei' }, { family: 'Meng', given: 'Sheng' }, { family: 'Zhang', given: 'De-Qi' }] }, 'HuFMengSZhangDQ'],
  ['veryshorttitle and compound words #551', '[auth:lower]_[veryshorttitle:lower:fold]_[year]', { title: 'Folkways: a study of the social importance of usages, manners, customs, mores, and morals', author: authors('Sumner'), issued: year(1906) }, 'sumner_folkways_1906'],
  ['veryshorttitle and compound words #551', '[auth:lower]_[veryshorttitle:lower:fold]_[year]', { title: 'The co-evolution of love and hate', author: authors('Bowles', 'Choi'), editor: authors('Parijs'), issued: year(2003) }, 'bowles_coevolution_2003'],
  ['veryshorttitle and compound words #551', '[auth:lower]_[veryshorttitle:lower:fold]_[year]', { title: 'Between-group competition and human cooperation', author: authors('Puurtinen', 'Mappes'), issued: year(2009, 1, 22) }, 'puurtinen_betweengroup_2009'],
  ['veryshorttitle and compound words #551', '[auth:lower]_[veryshorttitle:lower:fold]_[year]', { title: 'War’s Enduring Effects on the Development of Egalitarian Motivations and In-Group Biases', author: authors('Bauer', 'Cassar', 'Chytilová', 'Henrich'), issued: year(2014) }, 'bauer_war_2014'],
  ['creating a key with [authForeIni] and [authN] not working properly #892', '[authForeIni:upper][auth2:upper][shortyear]', { author: [{ family: 'Modler', given: 'Florian' }, { family: 'Kreh', given: 'Martin' }], issued: year(2014) }, 'FMO14'],
  ['creating a key with [authForeIni] and [authN] not working properly #892', '[authForeIni:upper][auth2:upper][shortyear]', { author: [{ family: 'Forster', given: 'Otto' }], issued: year(2013) }, 'OFO13'],
  ['How to use the last word of the title? #1746', '[auth:lower][Title:fold:nopunct:skipwords:select,-1,1:lower:alphanum:prefix,_][year:prefix,_][0]', { title: 'Loi n° 2009-689 du 15 juin 2009 tendant à modifier l’ordonnance n° 58-1100 relative au fonctionnement des assemblées parlementaires et à compléter le code de justice administrative', issued: year(2009, 6, 15) }, '_administrative_2009'],
  ['authEtal2(sep=\'&\') + year = & disappears #2252', "authEtal2(sep='&') + year", { author: authors('Vaishnavi', 'Kuechler'), issued: year(2004) }, 'Vaishnavi&Kuechler2004'],
  ['Ignore HTML tags when generating citation key #264', '[auth:fold:lower][Title:fold:nopunct:skipwords:select,1,1:lower:prefix,_][year:prefix,_][0]', { title: '<i><span class="nocase">Nodo unitatis et caritatis</span></i>: The structure and argument of Augustine\'s <i><span class="nocase">De doctrina Christiana</span></i>', author: authors('Hannam'), issued: year(1998) }, 'hannam_nodo_1998'],
];

/** The same, for items that would get the same key. */
const betterBibtexTwice: readonly (readonly [file: string, formula: string, record: Partial<CslItem>, first: string, second: string])[] = [
  ['Format disambiguations #1554', 'authorsn(n=1,creator="*",initials=false,sep=" ").fold.lower.select(1,1) + authForeIni("*").fold.lower.prefix(".") + authorsn(n=1,creator="*",initials=false,sep=" ").fold.lower.select(2,1).replace(find=etal,replace=ea).prefix(".") + year.prefix(":") + postfix(".%(n)s")', { author: [{ family: 'Benjamin', given: 'Walter' }], issued: year(1986) }, 'benjamin.w:1986', 'benjamin.w:1986.1'],
  ['unable to put postfix in middle of citekey #2190', "authors(1,etal='.etal',sep='.').clean.lower.replace(find=\"-\",replace=\"\")+year+infix('-%(a)s')+ShortTitle.skipwords.capitalize.len('>', 1).select(1,2).clean.replace(find=\"-\",replace=\"\").replace(find=\".\",replace=\"\").condense('').substring(1,4).prefix(_)", { author: authors('Smythe'), 'title-short': 'Communications', issued: year(1977) }, 'smythe1977_Comm', 'smythe1977-a_Comm'],
  ['citekey firstpage-lastpage #1147', "auth.lower + '_adsorption_' + year + firstpage.prefix(_) + postfix('-%(n)s')", { author: authors('Fritzsche'), issued: year(1994, 11, 1), page: 'L1–L6' }, 'fritzsche_adsorption_1994_L1', 'fritzsche_adsorption_1994_L1-1'],
];

describe('citekey formula', () => {
  for (const [file, formula, record, expected] of betterBibtex) {
    it(`gives Better BibTeX's ${expected} (${file})`, () => assert.equal(key(formula, record), expected));
  }

  for (const [file, formula, record, first, second] of betterBibtexTwice) {
    it(`tells two of a kind apart as Better BibTeX does (${file})`, () => {
      const keys = new Citekeys([], citekeyFormula(formula).make);
      assert.deepEqual([keys.make(record), keys.make(record)], [first, second]);
    });
  }

  // What https://retorque.re/zotero-better-bibtex/citing/ says of each, with the examples of the page it follows,
  // https://docs.jabref.org/setup/citationkeypatterns, for `Isaac Newton and James Maxwell and Albert Einstein`.
  describe('does what Better BibTeX’s documentation says', () => {
    const newton = { family: 'Newton', given: 'Isaac' };
    const maxwell = { family: 'Maxwell', given: 'James' };
    const three = { author: [newton, maxwell, { family: 'Einstein', given: 'Albert' }] };
    const four = { author: [...three.author, { family: 'Bohr', given: 'N.' }] };
    const five = { author: [...four.author, { family: 'Unknown' }] };
    const cases: readonly (readonly [formula: string, record: Partial<CslItem>, expected: string])[] = [
      ['auth', three, 'Newton'],
      ['auth(3)', three, 'New'],
      ['auth(n=1, m=2)', three, 'M'],
      ['auth(2, 3)', three, 'Ei'],
      ['auth(initials=true)', three, 'NewtonI'],
      ['auth(creator=editor)', { ...three, editor: [maxwell] }, 'Maxwell'],
      ['edtr', { ...three, editor: [maxwell] }, 'Maxwell'],
      ['auth', { editor: [maxwell] }, 'Maxwell'],
      ['authors', three, 'NewtonMaxwellEinstein'],
      ["authors(n=2, sep='-')", three, 'Newton-Maxwell'],
      ["authors(n=2, sep='-', etal=EtAl)", three, 'Newton-Maxwell-EtAl'],
      ["authors(name='%(f).2s%(i)s')", three, 'NeIMaJEiA'],
      ['authors(max=2) | auth', three, 'Newton'],
      ['authorsn(2)', three, 'NewtonMaxwellEtAl'],
      ['authorLast', three, 'Einstein'],
      ['authForeIni', three, 'I'],
      ['authorLastForeIni', three, 'A'],
      ['authorsAlpha', { author: [newton] }, 'New'],
      ['authorsAlpha', three, 'NME'],
      ['authorsAlpha', four, 'NMEB'],
      ['authorsAlpha + shortyear', { ...five, issued: year(1905) }, 'NME+05'],
      ['authIni(2)', three, 'Ne.Ma.Ei'],
      ['authorIni', three, 'Newto.M.E'],
      ['authAuthEa', { author: [newton] }, 'Newton'],
      ['authAuthEa', three, 'Newton.Maxwell.ea'],
      ['authEtAl', { author: [newton, maxwell] }, 'NewtonMaxwell'],
      ['authEtAl', three, 'NewtonEtAl'],
      ['authEtal2', { author: [newton, maxwell] }, 'Newton.Maxwell'],
      ['authEtal2', three, 'Newton.etal'],
      ['[auth.etal]', three, 'Newton.etal'],
      ['[auth.auth.ea]', three, 'Newton.Maxwell.ea'],
      ['[auth3_1]', three, 'New'],
      ['authshort', { author: [newton] }, 'Newton'],
      ["authshort(sep='')", three, 'NME'],
      ["authshort(sep='') + shortyear", { ...four, issued: year(2001) }, 'NME+01'],
      ['shorttitle', { title: 'An awesome paper on JabRef' }, 'awesomepaperJabRef'],
      ['veryshorttitle', { title: 'An awesome paper on JabRef' }, 'awesome'],
      ['title.capitalize', { title: 'An awesome paper on JabRef' }, 'AwesomePaperJabRef'],
      ['Title.abbr', { title: 'An awesome paper on JabRef' }, 'AapoJ'],
      ['Title.lower', { title: 'An awesome paper on JabRef' }, 'anawesomepaperonjabref'],
      ['Title.upper', { title: 'An awesome paper on JabRef' }, 'ANAWESOMEPAPERONJABREF'],
      ['Title.capitalize', { title: 'An awesome paper on JabRef' }, 'AnAwesomePaperOnJabRef'],
      ['Title.select(1, 2).condense(_)', { title: 'An awesome paper on JabRef' }, 'An_awesome'],
      ['Title.select(start=-1)', { title: 'An awesome paper on JabRef' }, 'JabRef'],
      ['Title.substring(4, 7)', { title: 'An awesome paper on JabRef' }, 'awesome'],
      ["journal", { 'container-title': 'Japanese Journal of Clinical Oncology', 'container-title-short': 'Jpn J Clin Oncol' }, 'JpnJClinOncol'],
      ["journal(full).skipwords.abbr", { 'container-title': 'Japanese Journal of Clinical Oncology', 'container-title-short': 'Jpn J Clin Oncol' }, 'JJCO'],
      ["firstpage + '-' + lastpage", { page: '7,41,73–97' }, '7-97'],
      ['month', { issued: year(1995, 8, 1) }, 'aug'],
      ['date', { issued: year(1995, 8, 1) }, '1995-08-01'],
      ['date', { issued: year(1995, 8) }, '1995-08'],
      ["date('%y%-m')", { issued: year(1995, 8) }, '958'],
      ['origyear', { issued: year(1995), 'original-date': year(1910) }, '1910'],
      ['shortyear', { issued: year(2005) }, '05'],
      ['keyword(1)', { keyword: 'beta, alpha' }, 'beta'],
      ["type(book) + 'B' | 'other'", { type: 'book' }, 'B'],
      ["type(journalArticle) + 'J' | 'other'", { type: 'article-journal' }, 'J'],
      ["type(book) + 'B' | 'other'", { type: 'report' }, 'other'],
      ["language(de) + auth", { ...three, language: 'de-AT' }, 'Newton'],
      ["volume + '.' + issue + '.' + number", { volume: '25', issue: '4', number: '7' }, '25.4.7'],
      ['DOI', { DOI: '10.1093/oxfordjournals.jjco.a039671' }, '10.1093/oxfordjournals.jjco.a039671'],
      ['PMID', { PMID: '7666592' }, '7666592'],
      ["auth.replace(find='new', replace=old)", three, 'oldton'],
      ["auth.prefix(_) + editor.prefix(_)".replace('editor', 'edtr'), three, '_Newton'],
      ["edtr.default('none')", three, 'none'],
      ['auth.match(newt) + year', { ...three, issued: year(1687) }, 'Newton1687'],
      ['auth.match(bohr) | authorLast', three, 'Einstein'],
      ['auth.len(">", 8) | authorLast', three, 'Einstein'],
      ['auth + len(">", 20) | year', { ...three, issued: year(1687) }, '1687'],
      ['(edtr || auth).upper + year', { ...three, issued: year(1687) }, 'NEWTON1687'],
      ['edtr; auth;', three, 'Newton'],
      ['auth.transliterate(german)', { author: [{ family: 'Müller' }] }, 'Mueller'],
      ['auth', { author: [{ family: 'Müller' }] }, 'Muller'],
      ['auth', { author: [{ family: 'Müller' }], language: 'de' }, 'Mueller'],
      ['auth', { author: [{ family: 'Berg', 'non-dropping-particle': 'van der' }] }, 'vanderBerg'],
      ['Title.ideographs.select(1,1)', { title: '一种 方法' }, '一'],
      ['Title.ascii', { title: 'α-blockers' }, 'blockers'],
      ['Title.alphanum', { title: 'a-b (c)' }, 'abc'],
      ['Title.nopunct', { title: 'What? A test' }, 'WhatAtest'],
      ['volume.numeric | auth', { ...three, volume: 'x' }, 'Newton'],
    ];
    for (const [formula, record, expected] of cases) it(`${formula} → ${expected}`, () => assert.equal(key(formula, record), expected));
  });

  it('is by default what the keys without a formula are', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.integer(), (family, title, year) => {
      const record = { author: [{ family }], title, issued: { 'date-parts': [[year]] } };
      assert.equal(key(defaultFormula, record), citekeyFor(record));
    }));
    assert.equal(key('authorOrTitle + year.prefix("-")', { title: 'The Leukemoid reaction', issued: year(1995) }), 'leukemoid-1995');
  });

  it('falls back to the default where nothing is left', () => {
    assert.equal(key('PMID', { author: authors('Chen'), issued: year(1995) }), 'chen1995');
    assert.equal(key("'()' | auth", { author: authors('Chen') }), 'Chen');
  });

  it('keeps what it has given, whoever comes', () => {
    const { make } = citekeyFormula("auth.lower + year + postfix('-%(n)02d', 1)");
    const keys = new Citekeys(['chen1995-02'], make);
    const chen = { author: authors('Chen'), issued: year(1995) };
    assert.deepEqual([keys.make(chen), keys.make(chen)], ['chen1995-01', 'chen1995-03']);
  });

  it('makes no key that Quarto takes for a cross-reference', () => {
    assert.equal(key("auth.lower + '-' + year", { author: authors('Fig'), issued: year(2001) }), 'fig2001');
  });

  const wrong: readonly (readonly [formula: string, code: string, start: number, words: RegExp])[] = [
    ['auth.lwer + year', 'formula-filter-unknown', 5, /`\.lwer`.*lower/],
    ['auhtors + year', 'formula-function-unknown', 0, /`auhtors`.*authors/],
    ['auth year', 'formula-syntax', 5, /`year`.*`\+`/],
    ['auth +', 'formula-unfinished', 6, /too soon/],
    ['auth(', 'formula-unfinished', 5, /too soon/],
    ["auth + 'x", 'formula-quote-open', 7, /not closed/],
    ['auth.replace(/x/g, y)', 'formula-regex', 13, /regular expression/],
    ['auth(3, x)', 'formula-argument-wrong', 8, /`m` of `auth`/],
    ['auth(count=3)', 'formula-argument-unknown', 5, /`count`.*n, m, creator, initials/],
    ['year(4)', 'formula-argument-unknown', 5, /`4`/],
    ['auth.prefix', 'formula-argument-missing', 5, /needs its `prefix`/],
    ['auth(creator=nobody)', 'formula-argument-wrong', 5, /author, editor/],
    ["postfix('x')", 'formula-argument-wrong', 8, /%\(a\)s/],
    ["date('%Q')", 'formula-argument-wrong', 5, /%Y/],
    ['auth ? year', 'formula-syntax', 5, /`\?`/],
    ['[auth', 'formula-unfinished', 0, /`\]`/],
    ['[auth:lwer]', 'formula-filter-unknown', 0, /lower/],
    ['[nothing]', 'formula-function-unknown', 0, /nothing/],
    ['('.repeat(500), 'formula-syntax', 20, /`\(`/],
  ];
  for (const [formula, code, start, words] of wrong) {
    it(`says what is wrong with ${formula.slice(0, 30)}, and uses the default`, () => {
      const { make, problems } = citekeyFormula(formula);
      assert.equal(problems.length, 1);
      assert.deepEqual([problems[0]?.code, problems[0]?.span?.start], [code, start]);
      for (const found of problems) assert.match(problemMessage(found), words);
      assert.equal(citekeyFor({ author: authors('Chen'), issued: year(1995) }, [], make), 'chen1995');
    });
  }

  it('is documented, all of it', () => {
    const page = readFileSync('docs/citekeys.md', 'utf8');
    const { functions, fields, filters } = formulaNames();
    // Those for editors are named by their rule, with some of them as examples.
    const missing = functions.filter((name) => !/^ed(?:tr|itor)/.test(name) && !new RegExp(`\`${name}[(\`]`).test(page));
    assert.deepEqual([missing, fields.filter((name) => !page.includes(`\`${name}\``)), filters.filter((name) => !new RegExp(`\`\\.${name}[(\`]`).test(page))], [[], [], []]);
    const chen = { title: 'Leukemoid reaction resulting from multiple cytokine production', author: authors('Chen', 'Whang-Peng', 'Liu'), issued: year(1995, 8), page: '168-72', volume: '25', PMID: '7666592', 'container-title-short': 'J J Clin Oncol' };
    const examples = [...page.matchAll(/^\| `(.+?)`(?: \([^|]*\))? \| `([^`]+)`(?:, or .*)? \|$/gm)].slice(0, 6);
    assert.equal(examples.length, 6);
    for (const [, formula = '', expected] of examples) assert.equal(key(formula.replaceAll('\\|', '|'), chen), expected);
  });

  it('gives for any record a key that pandoc reads, and never throws', () => {
    const { functions, fields, filters } = formulaNames();
    const parts = [...functions, ...fields].filter((name) => name !== 'keyword');
    const noArguments = filters.filter((name) => !['prefix', 'postfix', 'default', 'replace', 'match'].includes(name));
    const formula = fc.array(fc.tuple(fc.constantFrom(...parts), fc.array(fc.constantFrom(...noArguments), { maxLength: 3 })), { minLength: 1, maxLength: 4 })
      .map((terms) => terms.map(([name, with_]) => [name, ...with_].join('.')).join(" + '-.' + "));
    const anything = fc.anything({ maxDepth: 3 });
    const record = fc.record({ title: fc.oneof(fc.string({ unit: 'binary' }), anything), author: anything, editor: fc.array(fc.record({ family: anything, given: fc.string() })), issued: fc.oneof(anything, fc.record({ 'date-parts': anything })), page: anything, keyword: anything, type: anything, language: fc.string() });
    fc.assert(fc.property(formula, record, (text, hostile) => {
      const { make, problems } = citekeyFormula(text);
      assert.deepEqual(problems, [], text);
      const keys = new Citekeys([], make);
      for (let round = 0; round < 3; round++) assert.ok(isValidCitekey(keys.make(hostile as unknown as Partial<CslItem>)), text);
    }), { numRuns: 300 });
  });

  it('never throws on any formula', () => {
    const sign = fc.constantFrom('auth', 'year', '.', 'lower', '(', ')', '+', '|', ';', "'", '"', '[', ']', ':', '=', ',', '1', '-', '\\', ' ', '/', 'prefix', 'x');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(sign).map((signs) => signs.join(''))), (text) => {
      assert.ok(isValidCitekey(citekeyFor({ author: authors('Chen') }, [], citekeyFormula(text).make)));
    }), { numRuns: 2000 });
  });

  it('stays short and quick, however a formula or a record grows', () => {
    const growing = `Title${".replace(find=a, replace='aaaaaaaaaaaaaaaaaaaa')".repeat(35)}`;
    const { make, problems } = citekeyFormula(growing);
    assert.deepEqual(problems, []);
    const huge = { title: 'a '.repeat(2_000_000), author: Array.from({ length: 100_000 }, () => ({ family: 'x'.repeat(100) })) };
    const before = process.cpuUsage();
    for (const formula of [make, citekeyFormula("authors(sep='-') + title.ideographs.capitalize.skipwords.abbr").make]) assert.ok(citekeyFor(huge, [], formula).length <= 100);
    const { user, system } = process.cpuUsage(before);
    assert.ok((user + system) / 1000 < 500, `${(user + system) / 1000} ms`);
  });
});
