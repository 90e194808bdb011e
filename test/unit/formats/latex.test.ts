import assert from 'node:assert/strict';
import { latexToText } from '../../../src/core/formats/latex';

function same(cases: Readonly<Record<string, string>>): void {
  for (const [tex, text] of Object.entries(cases)) assert.equal(latexToText(tex), text, tex);
}

describe('LaTeX as text', () => {
  it('reads accents over letters, over nothing, and doubly escaped', () => {
    same({
      '\\H{o}\\k{a}\\d{s}\\u{g}\\r{u}\\.{z}\\=a': 'őąṣğůżā', '\\~{}user': '~user', "D\\\\'ecoret": 'Décoret', 'Swe{\\\\i}g': 'Sweıg', 'a\\\\b': 'a b',
      '{\\ocirc{u}}': 'ů', 'M{"u}ller': 'Müller', '\\t{oo}': 'o͡o', 'Erd\\H os': 'Erdős',
    });
  });

  it('puts accents on whole signs', () => {
    assert.equal(latexToText('\\"😀n'), '😀\u0308n');
  });

  it('reads letters and signs by their names', () => {
    same({
      '\\cyra\\cyrya\\CYRZH': 'аяЖ', '\\textalpha\\textOmega': 'αΩ', '\\guillemotleft\\textquotesingle\\guillemotright': "«'»", '\\char"E9\\char233 \\symbol{233}': 'ééé',
      '\\textonehalf{} \\textperthousand': '½ ‰', "?`Qu\\'e? !`Ay!": '¿Qué? ¡Ay!', 'non\\hyphen small': 'non-small',
    });
  });

  it('reads mathematics', () => {
    same({
      '$\\bar{x} \\not\\in \\mathbb{R}^3$': 'x̄ ∉ ℝ<sup>3</sup>', '$\\frac{1}{2} \\leq \\sqrt{2}$': '1/2 ≤ √2', '\\(x_1\\)': 'x<sub>1</sub>', "5$'$-UTR": '5′-UTR',
      'costs $5 million': 'costs $5 million', '$\\rightleftharpoons$': '⇌',
    });
  });

  it("leaves out what is for TeX alone, and reads addresses as they stand", () => {
    same({
      '{\\noopsort{1973b}}1973': '1973', '\\textcolor{red}{hot}': 'hot', '\\href{http://a.b/~c}{Here}': 'Here', '\\url{http://a.b/~c\\_d}': 'http://a.b/~c_d', '\\foreignlanguage{french}{été}': 'été',
      'a\\hspace{0pt}b': 'ab', '\\Unknown{x}': 'x', '\\mkbibquote{a} \\mkbibparens{b}': '“a” (b)',
    });
  });
});
