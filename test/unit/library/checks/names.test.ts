import assert from 'node:assert/strict';
import { check, codes, fixed } from './checking';

const chen = { family: 'Chen', given: 'Y. M.' };

describe('checks of names', () => {
  it('find "et al." as an author', () => {
    for (const name of [{ literal: 'et al.' }, { family: 'others' }, { literal: 'and others' }, { family: 'al.', given: 'et' }, { family: 'et al' }]) {
      assert.deepEqual(codes({ author: [chen, name] }), ['name-et-al'], JSON.stringify(name));
      assert.deepEqual(fixed({ author: [chen, name] }), { author: [chen] }, JSON.stringify(name));
    }
    assert.deepEqual(fixed({ author: [{ literal: 'Liu JM, et al.' }] }), { author: [{ family: 'Liu', given: 'JM' }] });
    assert.deepEqual(fixed({ author: [{ family: 'Liu', given: 'J. et al.' }] }), { author: [{ family: 'Liu', given: 'J.' }] });
    assert.deepEqual(fixed({ author: [{ literal: 'et al.' }] }), { author: undefined });
    assert.deepEqual(codes({ author: [{ family: 'Etal', given: 'A.' }] }), []);
  });

  it('find several people in one name', () => {
    const two = { author: [chen, { family: 'Liu', given: 'JM' }] };
    assert.deepEqual(codes({ author: [{ literal: 'Chen YM, Liu JM' }] }), ['names-in-one']);
    assert.deepEqual(fixed({ author: [{ literal: 'Chen YM, Liu JM' }] }), { author: [{ family: 'Chen', given: 'YM' }, { family: 'Liu', given: 'JM' }] });
    assert.deepEqual(fixed({ author: [{ literal: 'Chen, Y. M.; Liu, JM' }] }), two);
    assert.deepEqual(fixed({ author: [{ family: 'Chen', given: 'Y. M. and Liu, JM' }] }), two);
    assert.deepEqual(fixed({ author: [{ literal: 'Yu-Min Chen and Jacqueline Liu' }] }), { author: [{ family: 'Chen', given: 'Yu-Min' }, { family: 'Liu', given: 'Jacqueline' }] });
  });

  it('leave institutions alone', () => {
    const names = ['Food and Drug Administration', 'Centers for Disease Control and Prevention', 'Johnson and Johnson', 'R Core Team', 'Novartis AG', 'World Health Organization, Geneva', 'Ernst & Young',
      'Ministry of Health, Labour and Welfare', 'Research Group A', 'The MOS Collaboration', '1000 Genomes Project Consortium', 'Wellcome Trust UK', 'Médecins Sans Frontières'];
    for (const literal of names) assert.deepEqual(codes({ author: [{ literal }] }), [], literal);
  });

  it('leave real names alone', () => {
    const names = [{ family: 'O’Brien', given: 'Mary Ann' }, { family: 'de la Cruz', given: 'J.' }, { family: 'García Márquez', given: 'G' }, { family: 'Li', given: 'MD' }, { family: 'LEE', given: 'S' },
      { family: 'van der Berg', given: 'Jan', suffix: 'Jr.' }, { family: 'Osei', given: 'Phd' }, { family: '陈', given: '玉民' }, { family: 'Anderson', given: 'Sandy' }, { family: 'Aristotle' }, { literal: 'Madonna' }];
    for (const name of names) assert.deepEqual(codes({ author: [name] }), [], JSON.stringify(name));
  });

  it('find names that are not parted', () => {
    const parted = { author: [{ family: 'Chen', given: 'Y. M.' }] };
    assert.deepEqual(fixed({ author: [{ literal: 'Chen, Y. M.' }] }), parted);
    assert.deepEqual(fixed({ author: [{ family: 'Y. M. Chen' }] }), parted);
    assert.deepEqual(fixed({ author: [{ family: 'King, Jr.', given: 'Martin' }] }), { author: [{ family: 'King', given: 'Martin', suffix: 'Jr.' }] });
    assert.equal(fixed({ author: [{ family: 'Chen, Y.', given: 'M.' }] }), undefined);
    assert.deepEqual(fixed({ author: [{ family: 'Chen YM' }] }), { author: [{ family: 'Chen', given: 'YM' }] });
  });

  it('find capitals, digits and degrees', () => {
    assert.deepEqual(fixed({ author: [{ family: "O'BRIEN-MCDONALD", given: 'MARY' }, { family: 'LI', given: 'W.' }] }), {
      author: [{ family: "O'Brien-McDonald", given: 'Mary' }, { family: 'Li', given: 'W.' }],
    });
    assert.deepEqual(fixed({ author: [{ family: 'Chen1,*', given: 'Yu-Min' }] }), { author: [{ family: 'Chen', given: 'Yu-Min' }] });
    assert.deepEqual(fixed({ author: [{ family: 'Verbeek', given: 'Jan MD, PhD' }] }), { author: [{ family: 'Verbeek', given: 'Jan' }] });
    assert.deepEqual(fixed({ author: [{ family: 'Verbeek', given: 'Dr. Jan' }] }), { author: [{ family: 'Verbeek', given: 'Jan' }] });
    assert.deepEqual(fixed({ author: [{ family: 'Verbeek', given: 'J.', suffix: 'MD' }] }), { author: [{ family: 'Verbeek', given: 'J.' }] });
  });

  it('tell a mistake once a field', () => {
    const findings = check({ author: [{ family: 'DODGSON', given: 'M.' }, { family: 'GANN', given: 'D.' }] });
    assert.deepEqual(findings.map(({ problem }) => problem.params), [{ field: 'author', value: 'M. DODGSON; D. GANN' }]);
  });

  it('find who is named twice', () => {
    const liu = { family: 'Liu', given: 'Jacqueline' };
    assert.deepEqual(fixed({ author: [chen, liu, liu] }), { author: [chen, liu] });
    // Two people may share a family name and initials.
    assert.deepEqual(codes({ author: [chen, chen] }), []);
    assert.deepEqual(fixed({ type: 'book', publisher: 'P', author: [chen], editor: [chen] }), { editor: undefined });
    assert.deepEqual(codes({ type: 'chapter', publisher: 'P', author: [chen], editor: [chen] }), []);
  });
});
