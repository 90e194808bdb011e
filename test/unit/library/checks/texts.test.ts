import assert from 'node:assert/strict';
import { codes, fixed } from './checking';

describe('checks of texts', () => {
  it('find titles in capitals, and offer small letters', () => {
    assert.deepEqual(fixed({ title: 'CASTLEMAN DISEASE IN A PATIENT WITH HIV AND HHV8: A REPORT FROM JAPAN' }), {
      title: 'Castleman disease in a patient with HIV and HHV8: a report from Japan',
    });
    assert.deepEqual(fixed({ title: 'SUR LA STRUCTURE DE BANDE ET LE SPECTRE D\'ABSORPTION DE Cu<sub>2</sub>O' }), {
      title: 'Sur la structure de bande et le spectre d\'absorption de Cu<sub>2</sub>O',
    });
    assert.deepEqual(codes({ title: 'HIV AND AIDS' }), []);
    assert.deepEqual(codes({ title: 'SARS-CoV-2 in the CNS: an MRI and PET study' }), []);
    assert.deepEqual(codes({ title: '白血病様反応の一例' }), []);
  });

  it('look into the abstract for how words are written', () => {
    const abstract = 'We saw a patient of the Okonkwo clinic whose tumour made GM-CSF and zebrin.';
    assert.deepEqual(fixed({ title: 'TUMOURS MAKING ZEBRIN AND GM-CSF AT THE OKONKWO CLINIC', abstract }), {
      title: 'Tumours making zebrin and GM-CSF at the Okonkwo clinic',
    });
  });

  it('find a full stop at the end, but of no abbreviation', () => {
    assert.deepEqual(fixed({ title: 'A leukemoid reaction.' }), { title: 'A leukemoid reaction' });
    for (const title of ['Deaths in the U.S.', 'On the work of Chen et al.', 'Is this so?', 'And then …', 'Made by Acme Inc.']) assert.deepEqual(codes({ title }), [], title);
  });

  it('find what is left of TeX', () => {
    assert.deepEqual(fixed({ title: 'The {DNA} of \\textit{E. coli}' }), { title: 'The DNA of <i>E. coli</i>' });
    assert.deepEqual(fixed({ title: 'M\\"uller cells' }), { title: 'Müller cells' });
    assert.deepEqual(fixed({ title: 'Cells with $\\alpha$-fetoprotein' }), { title: 'Cells with α-fetoprotein' });
    assert.equal(fixed({ title: 'Half of $\\frac n 2$ cells' }), undefined);
    assert.deepEqual(codes({ title: 'The {DNA of coli' }), ['braces-unbalanced']);
    assert.deepEqual(codes({ title: 'Planes {001} cost $5 to $10, or 5 % & more' }), []);
  });

  it('find HTML', () => {
    assert.deepEqual(fixed({ title: 'Head &amp; neck' }), { title: 'Head & neck' });
    assert.deepEqual(fixed({ publisher: 'Universit&eacute; &#8211; Press' }), { publisher: 'Université – Press' });
    assert.deepEqual(fixed({ title: 'Growth of <em>E. coli</em>' }), { title: 'Growth of <i>E. coli</i>' });
    assert.deepEqual(codes({ title: 'Growth of <i>E. coli</i> in H<sub>2</sub>O, p<0.05 & R&D; more' }), []);
  });

  it('know journals by their abbreviations', () => {
    assert.deepEqual(fixed({ 'container-title': 'Jpn. J. Clin. Oncol.' }), {
      'container-title': 'Japanese Journal of Clinical Oncology', 'container-title-short': 'Jpn J Clin Oncol',
    });
    assert.deepEqual(fixed({ 'container-title': 'N Engl J Med', 'container-title-short': 'NEJM' }), { 'container-title': 'New England Journal of Medicine' });
    assert.deepEqual(fixed({ 'container-title': 'The New England Journal of Medicine' }), { 'container-title-short': 'N Engl J Med' });
    assert.deepEqual(fixed({ 'container-title': 'JOURNAL OF CLINICAL ONCOLOGY' }), { 'container-title': 'Journal of Clinical Oncology' });
    assert.deepEqual(fixed({ 'container-title': 'BUILDING AND ENVIRONMENT' }), { 'container-title': 'Building and Environment' });
    for (const title of ['Blood', 'JAMA', 'Diabetes Care', 'PLoS ONE', 'The Lancet']) assert.deepEqual(codes({ 'container-title': title }), [], title);
  });

  it('want language tags', () => {
    for (const language of ['en', 'de-CH', 'zh-Hant-TW', 'sr-Latn', 'nds', 'en-x-casebook']) assert.deepEqual(codes({ language }), [], language);
    assert.deepEqual(fixed({ language: 'English' }), { language: 'en' });
    assert.deepEqual(fixed({ language: 'eng' }), { language: 'en' });
    assert.deepEqual(fixed({ language: 'en_US' }), { language: 'en-US' });
    assert.equal(fixed({ language: 'Anglais' }), undefined);
  });

  it('want commas between keywords', () => {
    assert.deepEqual(fixed({ keyword: 'leukocytosis; lung cancer' }), { keyword: 'leukocytosis, lung cancer' });
    for (const keyword of ['leukocytosis, lung cancer', 'cancer', 'a, b; c', 'Fiction / Literary']) assert.deepEqual(codes({ keyword }), [], keyword);
  });
});
