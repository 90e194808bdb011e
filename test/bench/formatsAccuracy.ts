/** A CSL item as a suite expects it, or as we read it. */
export type Item = Readonly<Record<string, unknown>>;

/** Fields that are scored, as in the comparison of other importers: each is right or wrong. */
export const scoredFields = [
  'type', 'title', 'family', 'given', 'year', 'date', 'container-title', 'volume', 'issue', 'page', 'number', 'DOI', 'ISSN', 'ISBN',
  'publisher',
] as const;

export type ScoredField = (typeof scoredFields)[number];

interface Score {
  readonly right: number;
  readonly all: number;
  readonly wrong: string[];
}

/** How many of an expected item's fields were read right, and which were not; a field left out counts as neither. */
export function score(expected: Item, got: Item | undefined, isLeftOut: (field: ScoredField, want: string) => boolean = () => false): Score {
  const wrong: string[] = [];
  let all = 0;
  for (const field of scoredFields) {
    const want = fieldOf(expected, field);
    if (want === '' || isLeftOut(field, want)) continue;
    all += 1;
    const have = got === undefined ? '' : fieldOf(got, field);
    if (have !== want) wrong.push(`${field}: ${have} (expected ${want})`);
  }
  return { right: all - wrong.length, all, wrong };
}

/** Says of a field of an expected item, by the item's place, whether it is left out. */
export type LeaveOut = (index: number, field: ScoredField, want: string) => boolean;

/** The mean of the right fields over all records of a case; a record too few counts as all wrong, one too many as one. */
export function scoreCase(expected: readonly Item[], got: readonly Item[], isLeftOut: LeaveOut = () => false): { readonly accuracy: number; readonly wrong: string[] } {
  const wrong: string[] = [];
  let right = 0;
  let all = Math.max(got.length - expected.length, 0);
  const paired = new Set<Item>();
  expected.forEach((item, index) => {
    const keys = [citekeyOf(item), String(item.id)];
    // Where a file has a key twice, its second entry is for the second item.
    const byKey = keys.map((key) => got.find((other) => String(other.id) === key && !paired.has(other))).find((other) => other !== undefined);
    if (byKey) paired.add(byKey);
    const result = score(item, byKey ?? got[index], (field, want) => isLeftOut(index, field, want));
    right += result.right;
    all += result.all;
    wrong.push(...result.wrong);
  });
  return { accuracy: all === 0 ? 1 : right / all, wrong };
}

/** The key that an expected item has in its file: some suites' ids are their own, and the key stands beside, or in the note. */
export function citekeyOf(item: Item): string | undefined {
  const key = item['citation-key'] ?? /(?:^|\n)citation-key: (\S+)/.exec(String(item.note ?? ''))?.[1] ?? item.id;
  return key === undefined ? undefined : String(key);
}

function fieldOf(item: Item, field: ScoredField): string {
  switch (field) {
    case 'family':
      return namesOf(item).map((name) => letters([name['dropping-particle'], name['non-dropping-particle'], name.family ?? name.literal].filter(Boolean).join(' '))).join(';');
    case 'given':
      return namesOf(item).map((name) => letters(String(name.given ?? ''))).join(';').replace(/^;*$/, '');
    case 'year':
      return String(dateOf(item)[0] ?? '');
    case 'date':
      return dateOf(item).length > 1 ? dateOf(item).join('-') : '';
    case 'DOI':
      return String(item.DOI ?? item.doi ?? '').toLowerCase().replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '');
    case 'ISSN':
    case 'ISBN':
      return String(item[field] ?? item[field.toLowerCase()] ?? '').toLowerCase().replace(/[^\dx]+/g, '');
    case 'page':
      return String(item.page ?? '').replace(/[\s\u2010-\u2015-]+/g, '-');
    default:
      return letters(String(item[field] ?? ''));
  }
}

type Name = Readonly<Record<string, string | undefined>>;

function namesOf(item: Item): readonly Name[] {
  const names = item.author ?? [];
  const list: readonly unknown[] = Array.isArray(names) ? names : [names];
  return list.map((name) => (typeof name === 'object' && name !== null ? (name as Name) : { literal: String(name) }));
}

/** Year, month, day of whatever way to write a date. */
function dateOf(item: Item): number[] {
  const issued = item.issued;
  if (typeof issued === 'number' || typeof issued === 'string') {
    const match = /^(-?\d{1,4})(?:-(\d\d))?(?:-(\d\d))?/.exec(String(issued));
    return (match?.slice(1) ?? []).filter((part) => part !== undefined).map(Number);
  }
  const first: unknown = Array.isArray(issued) ? issued[0] : issued;
  if (typeof first !== 'object' || first === null) return [];
  const date = first as Readonly<Record<string, unknown>>;
  const parts: unknown = Array.isArray(date['date-parts']) ? date['date-parts'][0] : [date.year, date.month, date.day];
  const numbers = (Array.isArray(parts) ? parts : []).map(Number);
  const end = numbers.findIndex((part) => !Number.isInteger(part) || part === 0);
  return end < 0 ? numbers : numbers.slice(0, end);
}

/** Without markup, case, quotes, dashes and spaces, which suites set differently. */
function letters(text: string): string {
  return text.replace(/<[^>]{1,60}>|\{\.\w+\}|[{}*_\\]/g, '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
