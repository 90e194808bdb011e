import type { Random } from './random';

/** Pieces that upset readers: other formats' marks, hostile keys, runs that make slow patterns slow. */
const pieces = [
  '\0', '\uFEFF', '\uD800', '\u2028', '\r', '\r\n', '\n', '\t', '"', "'", '{', '}', '[', ']', '(', ')', '\\', '%', '&', '*', '&a ', '*a ',
  '<<: *a\n', '---\n', '...\n', '!!js/function "x"\n', '__proto__: {polluted: true}\n', '"__proto__":{"polluted":true},',
  '"constructor":{"prototype":{"polluted":true}},', 'constructor: {prototype: {polluted: true}}\n', '@article{', '@string{x = ', 'TY  - JOUR\n',
  'ER  - \n', 'AU - ', ' / ', ' and ', ', ', '; ', ' et al. ', '(2023). ', ' 2023, ', '2023 Jul;2023(7):', 'Cite this\n', 'Research output: ',
  'Original language', 'references:\n', '- id: x\n', '<script>alert(1)</script>', '[x](command:evil)', '10.1000/', 'https://doi.org/10.1/x',
  'In: ', '. / ', "', ", 'é', '漢字', '😀', '\u202e', 'Publication status', 'Published - ',
];
const runs = [' ', '\n', '\t', '(', '{', '[', '"', "'", 'a', 'A. ', ', ', '; ', '.', '-', '\\', '& ', '* ', '\\"', '{\\', '$', '- ', 'a: ', '&a [*a, '];

/** A text changed in some places: pieces cut out, doubled, swapped, put in, and long runs of one thing. */
export function mutate(text: string, others: readonly string[], random: Random): string {
  let changed = text;
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    changed = mutateOnce(changed, others, random);
  }
  return changed;
}

function mutateOnce(text: string, others: readonly string[], random: Random): string {
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + random.below(random.next() < 0.2 ? 2000 : 40));
  switch (random.below(8)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at); // half a page
    case 2:
      return text.slice(at);
    case 3:
      return text.slice(0, end) + text.slice(at);
    case 4: {
      const other = random.pick(others);
      const from = random.below(other.length + 1);
      return text.slice(0, at) + other.slice(from, from + random.below(500)) + text.slice(at);
    }
    case 5:
      return text.slice(0, at) + random.pick(runs).repeat(random.next() < 0.02 ? 20_000 : random.below(60)) + text.slice(at);
    default:
      return text.slice(0, at) + random.pick(pieces) + text.slice(random.next() < 0.5 ? at : end);
  }
}
