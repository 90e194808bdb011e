/** An affix as pandoc's Markdown reader has it: with quotation marks that open and close, and without markup. */
export function asPandocWrites(affix: string): string {
  return affix.replace(/[*]/g, '').replace(/"([^"]*)"/g, '“$1”').replace(/'/g, '’');
}
