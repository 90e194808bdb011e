import type { ColumnMapping } from './readTerminology';

/** Signs that part columns, the likeliest first. */
const delimiters = ['\t', ';', ',', '|'] as const;

type Field = Exclude<keyof ColumnMapping, 'prefix' | 'separator'>;

/** What columns are called, in small letters and without signs: BioPortal's, spreadsheets', and Casebook's own words. */
const headings: Readonly<Record<Field, RegExp>> = {
  id: /^(?:id|ids?entifier|curie|code|conceptid|conceptcode|termid|classid|ontologyid|cui|ui|iri|uri|accession)$/,
  name: /^(?:name|label|preferredname|preferredlabel|preflabel|preferredterm|term|termname|conceptname|title|display|text)$/,
  synonyms: /^(?:synonyms?|exactsynonyms?|alias(?:es)?|altlabels?|alternativelabels?|alternativenames?|othernames?|entryterms?|variants?)$/,
  abbreviations: /^(?:abbreviations?|abbr|acronyms?|shortforms?|shortname|symbol)$/,
  definition: /^(?:definitions?|def|description|gloss|explanation|scopenote)$/,
  type: /^(?:types?|semantictypes?|category|group)$/,
  xrefs: /^(?:xrefs?|crossreferences?|mappings?|ids|sameas|dbxrefs?|equivalents?)$/,
  broader: /^(?:parents?|parentids?|broader|isa|subclassof|superclass)$/,
  obsolete: /^(?:obsolete|deprecated|isobsolete|isdeprecated)$/,
};

/** Fields that may have several columns. */
const several: readonly Field[] = ['synonyms', 'abbreviations', 'xrefs', 'broader'];

/** A mapping with the columns' numbers, from 0. */
export type ColumnNumbers = Readonly<Record<Field, readonly number[]>>;

/** The sign between a table's columns, by how steadily it stands in its first lines. */
export function delimiterOf(lines: readonly string[]): string {
  const counts = delimiters.map((sign) => {
    const each = lines.map((line) => line.replace(/"[^"]*"/g, '').split(sign).length - 1);
    const most = each[0] ?? 0;
    return { sign, steady: most > 0 ? each.filter((count) => count === most).length / each.length : 0, most };
  });
  return counts.sort((a, b) => b.steady - a.steady || b.most - a.most)[0]?.sign ?? '\t';
}

/**
 * Which columns hold what.
 *
 * @param first the table's first row
 * @param samples rows after it
 * @param mapping what the user said
 * @returns the columns, and whether the first row names them; or what is wrong
 */
export function findColumns(
  first: readonly string[], samples: readonly (readonly string[])[], mapping: ColumnMapping | undefined,
): { readonly columns: ColumnNumbers; readonly hasHeader: boolean } | { readonly missing: string } | undefined {
  return mapping ? mappedColumns(first, mapping) : guessedColumns(first, samples);
}

function mappedColumns(first: readonly string[], mapping: ColumnMapping): ReturnType<typeof findColumns> {
  const names = first.map((name) => name.trim().toLowerCase());
  const wanted = (field: Field): readonly string[] => [mapping[field] ?? []].flat();
  const all = fields.flatMap(wanted);
  const byNumber = all.every((column) => /^\d+$/.test(column) && !names.includes(column));
  const numberOf = (column: string): number => (byNumber ? Number(column) - 1 : names.indexOf(column.trim().toLowerCase()));
  const missing = all.find((column) => numberOf(column) < 0 || numberOf(column) >= first.length);
  if (missing !== undefined) return { missing };
  return { columns: columnsOf((field) => wanted(field).map(numberOf)), hasHeader: !byNumber };
}

function guessedColumns(first: readonly string[], samples: readonly (readonly string[])[]): ReturnType<typeof findColumns> {
  const names = first.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const found = columnsOf((field) => {
    const all = names.flatMap((name, index) => (headings[field].test(name) ? index : []));
    return several.includes(field) ? all : all.slice(0, 1);
  });
  if (found.name.length > 0 && first.length > 1) return { columns: found, hasHeader: true };
  if (first.length === 1) return { columns: columnsOf((field) => (field === 'name' ? [0] : [])), hasHeader: found.name.length > 0 };
  // Two columns without names, one of them of ids: `fever<tab>HP:0001945`.
  const rows = [first, ...samples];
  const isId = (index: number): boolean => rows.filter((row) => /^[A-Za-z][\w.]*:\S+$/.test(row[index]?.trim() ?? '')).length > 0.9 * rows.length;
  const id = [0, 1].find(isId);
  if (first.length !== 2 || id === undefined) return undefined;
  return { columns: columnsOf((field) => (field === 'id' ? [id] : field === 'name' ? [1 - id] : [])), hasHeader: false };
}

const fields = Object.keys(headings) as Field[];

function columnsOf(find: (field: Field) => readonly number[]): ColumnNumbers {
  return Object.fromEntries(fields.map((field) => [field, find(field)])) as Record<Field, readonly number[]>;
}
