import assert from 'node:assert/strict';
import { detectFormat, readText } from '../../../src/core/formats/registry';
import type { CslItem } from '../../../src/core/library/record';

const read = (text: string): CslItem | undefined => readText(text, 'reference').records[0];
const shared = { title: 'Hiccups in a choir', 'container-title': 'Jpn J Hiccup', volume: '25', page: '168-172' };

describe('references as text', () => {
  it('reads the order of every medical style', () => {
    for (const text of [
      'Chen YM, van der Berg J. Hiccups in a choir. Jpn J Hiccup 1995;25:168-72.',
      'Chen YM, van der Berg J. Hiccups in a choir. Jpn J Hiccup. 1995;25:168-172.',
      'Chen YM, van der Berg J: Hiccups in a choir. Jpn J Hiccup 25:168-172, 1995',
      '12. Chen YM, van der Berg J. Hiccups in a choir. Jpn J Hiccup 1995; 25: 168–72.',
      'Chen, Y. M., & van der Berg, J. (1995). Hiccups in a choir. Jpn J Hiccup, 25, 168–172.',
      "Chen, Y.M. and van der Berg, J. (1995) 'Hiccups in a choir', Jpn J Hiccup, 25, pp. 168-172.",
      'Chen, Y.M. and van der Berg, J., 1995. Hiccups in a choir. Jpn J Hiccup, 25, pp.168-172.',
      'Chen, Y. M. & van der Berg, J. Hiccups in a choir. Jpn J Hiccup 25, 168–172 (1995).',
    ]) {
      const record = read(text);
      assert.deepEqual(Object.fromEntries(Object.keys(shared).map((key) => [key, record?.[key]])), shared, text);
      assert.deepEqual(record?.author?.map((name) => name.family), ['Chen', 'Berg'], text);
      assert.deepEqual(record.issued, { 'date-parts': [[1995]] }, text);
      assert.notEqual(detectFormat(text), undefined, text);
    }
  });

  it('takes identifiers from behind the pages', () => {
    const record = read('Lee A. Noise. Gut 2002;1:2-3. doi: 10.1000/x. PMID: 90000001; PMCID: PMC9000001. Available from: https://example.org/a');
    assert.deepEqual([record?.DOI, record?.PMID, record?.PMCID, record?.URL, record?.page], ['10.1000/x', '90000001', 'PMC9000001', 'https://example.org/a', '2-3']);
  });

  it('parts a list, be its lines broken or not', () => {
    const list = ['Chen YM, Lee A. Hiccups in a choir of altos. Gut 1995;25:168-72.', 'Lee A. Noise in the rehearsals of choirs. Gut 1996;26:1-9.', 'Wu K, Lee A. Silence after the last concert. Gut 1997;27:10-19.'];
    for (const text of [list.join('\n'), list.join('\n\n'), list.join('\n').replace(/ (?=choir|choirs|last)/g, '\n'), `## References\n${list.map((line, index) => `[${index + 1}] ${line}`).join('\n')}`]) {
      const { records, format } = readText(text);
      assert.equal(format, 'reference');
      assert.deepEqual(records.map(({ issued }) => issued?.['date-parts']?.[0]?.[0]), [1995, 1996, 1997]);
    }
  });

  it('tells a line that is none, at its place', () => {
    const text = 'Lee A. Noise. Gut 2002;1:2-3.\n\nNobody can read this.';
    const { records, problems } = readText(text, 'reference');
    assert.equal(records.length, 1);
    assert.deepEqual(problems.map(({ code, span }) => [code, text.slice(span?.start, span?.end)]), [['line-ignored', 'Nobody can read this.']]);
  });

  it('takes no note for a reference', () => {
    for (const text of ['# Hiccups\n\nWe saw a patient in 1995 (see Gut 1995;25:1-2).\n\nShe left in 1996.', 'In 1995 a man came. He had hiccups for days.', '- 1995: first visit\n- 1996: second visit', 'She was born in 1932. Diagnosis: leukemoid reaction; 1995.']) {
      assert.equal(detectFormat(text), undefined, text);
    }
  });
});

/** Examples of NLM, ICMJE, AMA, APA, Chicago, IEEE, Elsevier, Springer and Nature, and a few in their form, with what they say. */
const examples: readonly (readonly [text: string, says: Partial<CslItem>, authors: string])[] = [
  ['Chen YM, Whang-Peng J, Liu JM, Kuo BI, Wang SY, Tsai CM, et al. Leukemoid reaction resulting from multiple cytokine production. Jpn J Clin Oncol 1995;25:168-72.',
    { type: 'article-journal', title: 'Leukemoid reaction resulting from multiple cytokine production', 'container-title': 'Jpn J Clin Oncol', volume: '25', page: '168-172' },
    'Chen Y. M.; Whang-Peng J.; Liu J. M.; Kuo B. I.; Wang S. Y.; Tsai C. M.'],
  ['Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J Med. 2002 Jul 25;347(4):284-7.',
    { 'container-title': 'N Engl J Med', issued: { 'date-parts': [[2002, 7, 25]] }, volume: '347', issue: '4', page: '284-287' }, 'Halpern S. D.; Ubel P. A.; Caplan A. L.'],
  ['Diabetes Prevention Program Research Group. Hypertension, insulin, and proinsulin in participants with impaired glucose tolerance. Hypertension. 2002;40(5):679-86.',
    { title: 'Hypertension, insulin, and proinsulin in participants with impaired glucose tolerance', page: '679-686' }, 'Diabetes Prevention Program Research Group'],
  ['Vallancien G, Emberton M, Harving N, van Moorselaar RJ; Alf-One Study Group. Sexual dysfunction in 1,274 European men suffering from lower urinary tract symptoms. J Urol. 2003;169(6):2257-61.',
    { 'container-title': 'J Urol' }, 'Vallancien G.; Emberton M.; Harving N.; van Moorselaar R. J.; Alf-One Study Group'],
  ['Geraud G, Spierings EL, Keywood C. Tolerability and safety of frovatriptan. Headache. 2002;42 Suppl 2:S93-9.', { volume: '42 Suppl 2', page: 'S93-S99' }, 'Geraud G.; Spierings E. L.; Keywood C.'],
  ['Banit DM, Kaufer H, Hartford JM. Intraoperative frozen section analysis in revision total joint arthroplasty. Clin Orthop. 2002;(401):230-8.', { issue: '401', page: '230-238' }, 'Banit D. M.; Kaufer H.; Hartford J. M.'],
  ['Murray PR, Rosenthal KS, Kobayashi GS, Pfaller MA. Medical microbiology. 4th ed. St. Louis: Mosby; 2002.',
    { type: 'book', title: 'Medical microbiology', edition: '4', 'publisher-place': 'St. Louis', publisher: 'Mosby' }, 'Murray P. R.; Rosenthal K. S.; Kobayashi G. S.; Pfaller M. A.'],
  ['Meltzer PS, Kallioniemi A, Trent JM. Chromosome alterations in human solid tumors. In: Vogelstein B, Kinzler KW, editors. The genetic basis of human cancer. New York: McGraw-Hill; 2002. p. 93-113.',
    { type: 'chapter', 'container-title': 'The genetic basis of human cancer', page: '93-113', editor: [{ family: 'Vogelstein', given: 'B.' }, { family: 'Kinzler', given: 'K. W.' }] }, 'Meltzer P. S.; Kallioniemi A.; Trent J. M.'],
  ['Borkowski MM. Infant sleep and feeding: a telephone survey of Hispanic Americans [dissertation]. Mount Pleasant (MI): Central Michigan University; 2002.',
    { type: 'thesis', title: 'Infant sleep and feeding: a telephone survey of Hispanic Americans', genre: 'dissertation', publisher: 'Central Michigan University' }, 'Borkowski M. M.'],
  ['Abood S. Quality improvement initiative in nursing homes: the ANA acts in an advisory role. Am J Nurs [Internet]. 2002 Jun [cited 2002 Aug 12];102(6):[about 1 p.]. Available from: http://www.nursingworld.org/AJN/2002/june/Wawatch.htm',
    { 'container-title': 'Am J Nurs', volume: '102', issue: '6', URL: 'http://www.nursingworld.org/AJN/2002/june/Wawatch.htm' }, 'Abood S.'],
  ['Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A comparison of storybooks that represent ethnic and racial groups in the United States. Psychology of Popular Media Culture, 8(3), 207–217. https://doi.org/10.1037/ppm0000185',
    { 'container-title': 'Psychology of Popular Media Culture', volume: '8', issue: '3', page: '207-217', DOI: '10.1037/ppm0000185' }, 'Grady J. S.; Her M.; Moreno G.; Perez C.; Yelinek J.'],
  ['Jackson, L. M. (2019). The psychology of prejudice: From attitudes to social action (2nd ed.). American Psychological Association. https://doi.org/10.1037/0000168-000',
    { type: 'book', title: 'The psychology of prejudice: From attitudes to social action', edition: '2', publisher: 'American Psychological Association' }, 'Jackson L. M.'],
  ['Kabir, J. M. (2016). Factors influencing customer satisfaction (Publication No. 10169573) [Doctoral dissertation, Wilmington University]. ProQuest Dissertations & Theses Global.',
    { type: 'thesis', title: 'Factors influencing customer satisfaction', publisher: 'Wilmington University' }, 'Kabir J. M.'],
  ['World Health Organization. Global tuberculosis report 2020. World Health Organization; 2020.', { type: 'book', title: 'Global tuberculosis report 2020', publisher: 'World Health Organization' }, 'World Health Organization'],
  ['W. K. Chen, Linear Networks and Systems. Belmont, CA, USA: Wadsworth, 1993, pp. 123–135.', { type: 'book', title: 'Linear Networks and Systems', 'publisher-place': 'Belmont, CA, USA', publisher: 'Wadsworth', page: '123-135' }, 'Chen W. K.'],
  ['[1] K. Lee and A. Wu, “Hiccups heard from afar,” IEEE Trans. Med. Imaging, vol. 34, no. 2, pp. 1–14, Apr. 2015, doi: 10.1109/TMI.2015.1.',
    { type: 'article-journal', title: 'Hiccups heard from afar', 'container-title': 'IEEE Trans. Med. Imaging', volume: '34', issue: '2', page: '1-14', issued: { 'date-parts': [[2015, 4]] } }, 'Lee K.; Wu A.'],
  ['Mettam GR, Adams LB. How to prepare an electronic version of your article. In: Jones BS, Smith RZ, editors. Introduction to the electronic age, New York: E-Publishing Inc; 2009, p. 281–304.',
    { type: 'chapter', 'container-title': 'Introduction to the electronic age', 'publisher-place': 'New York', publisher: 'E-Publishing Inc', page: '281-304' }, 'Mettam G. R.; Adams L. B.'],
  ['Strunk Jr W, White EB. The elements of style. 4th ed. New York: Longman; 2000.', { type: 'book', author: [{ family: 'Strunk', given: 'W.', suffix: 'Jr' }, { family: 'White', given: 'E. B.' }] }, 'Strunk W. Jr; White E. B.'],
  ['Gamelin FX, Baquet G, Berthoin S, Thevenet D, Nourry C, Nottin S, Bosquet L (2009) Effect of high intensity intermittent training on heart rate variability in prepubescent children. Eur J Appl Physiol 105:731-738. https://doi.org/10.1007/s00421-008-0955-8',
    { 'container-title': 'Eur J Appl Physiol', volume: '105', page: '731-738', DOI: '10.1007/s00421-008-0955-8' }, 'Gamelin F. X.; Baquet G.; Berthoin S.; Thevenet D.; Nourry C.; Nottin S.; Bosquet L.'],
  ['Brown B, Aaron M (2001) The politics of nature. In: Smith J (ed) The rise of modern genomics, 3rd edn. Wiley, New York, pp 230-257',
    { type: 'chapter', title: 'The politics of nature', 'container-title': 'The rise of modern genomics', edition: '3', publisher: 'Wiley', page: '230-257' }, 'Brown B.; Aaron M.'],
  ['Keng, Shao-Hsun, Chun-Hung Lin, and Peter F. Orazem. 2017. “Expanding College Access in Taiwan, 1978–2014: Effects on Graduate Quality and Income Inequality.” Journal of Human Capital 11 (1): 1–34. https://doi.org/10.1086/690235.',
    { title: 'Expanding College Access in Taiwan, 1978–2014: Effects on Graduate Quality and Income Inequality', 'container-title': 'Journal of Human Capital', volume: '11', issue: '1', page: '1-34' }, 'Keng Shao-Hsun; Lin Chun-Hung; Orazem Peter F.'],
  ['Grazer, Brian, and Charles Fishman. 2015. A Curious Mind: The Secret to a Bigger Life. New York: Simon & Schuster.', { type: 'book', publisher: 'Simon & Schuster', 'publisher-place': 'New York' }, 'Grazer Brian; Fishman Charles'],
  ['Schott, D. H., Collins, R. N. & Bretscher, A. Secretory vesicle transport velocity in living cells depends on the myosin V lever arm length. J. Cell Biol. 156, 35-39 (2002).',
    { 'container-title': 'J. Cell Biol.', volume: '156', page: '35-39' }, 'Schott D. H.; Collins R. N.; Bretscher A.'],
  ['Babichev, S. A., Ries, J. & Lvovsky, A. I. Quantum scissors: teleportation of single-mode optical states by means of a nonlocal single photon. Preprint at https://arxiv.org/abs/quant-ph/0208066 (2002).',
    { type: 'article', URL: 'https://arxiv.org/abs/quant-ph/0208066' }, 'Babichev S. A.; Ries J.; Lvovsky A. I.'],
  ['Müller-Lüdenscheid Ö, Sørensen Å, Łukasiewicz J. Über die Behandlung des Schluckaufs. Dtsch Med Wochenschr. 2011;136(12):601-5. German.',
    { title: 'Über die Behandlung des Schluckaufs', page: '601-605', language: 'de' }, 'Müller-Lüdenscheid Ö.; Sørensen Å.; Łukasiewicz J.'],
];

describe('references of style guides', () => {
  const named = (item: CslItem | undefined): string => (item?.author ?? []).map((name) => name.literal ?? [name['non-dropping-particle'], name.family, name.given, name.suffix].filter(Boolean).join(' ')).join('; ');
  for (const [text, says, authors] of examples) {
    it(text.slice(0, 60), () => {
      const item = read(text);
      assert.deepEqual(Object.fromEntries(Object.keys(says).map((key) => [key, item?.[key]])), says);
      assert.equal(named(item), authors);
    });
  }

  it('takes no longer for what is crafted to take long', () => {
    const start = process.cpuUsage().user;
    for (const part of ['A. ', 'K. Lee, ', 'Lee K, ', '(2001) ', '2001. ', 'In: ', '; ', ' : ', '"', 'x ', '[Internet] ']) {
      for (const end of ['', ' 2001', ' 2001;1:2.', ' (2001) x']) readText(`${part.repeat(3000 / part.length)}${end}`, 'reference');
    }
    assert.ok((process.cpuUsage().user - start) / 1e6 < 5);
  });
});
