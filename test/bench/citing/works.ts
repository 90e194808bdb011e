import type { CslItem } from '../../../src/core/library/record';

const journals = ['Cancer', 'Journal of Examples', 'Archives of Rare Cases', 'Clinical Notes'];

/** Works as a library holds them, the same in every run. */
export function library(count: number): CslItem[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `k${index}`,
    type: 'article-journal',
    title: `Case ${index} of a leukemoid reaction in metastatic carcinoma`,
    author: [0, 1, 2, 3].map((place) => ({ family: `Family${(index * 7 + place * 13) % 400}`, given: `Given${place}` })),
    'container-title': journals[index % journals.length] ?? '',
    volume: String((index % 60) + 1),
    issue: String((index % 12) + 1),
    page: `${index + 1}-${index + 6}`,
    issued: { 'date-parts': [[1960 + (index % 65), (index % 12) + 1]] },
    DOI: `10.1000/example.${index}`,
  }));
}

/** A note that cites two works at each of so many places, each work once. */
export function noteText(clusters: number): string {
  return Array.from({ length: clusters }, (_, index) => `Known [@k${2 * index}; @k${2 * index + 1}].`).join('\n\n');
}
