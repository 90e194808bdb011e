/**
 * Makes any text show as itself in Markdown. Signs are escaped wherever they could mean something: `$` because
 * `$(name)` becomes an icon even behind a backslash, `&` and `<` because entities and tags would be read, and `:` in
 * addresses because they would be linked.
 * @returns one line of Markdown
 */
export function escapeMarkdown(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]()#+!|~>^=-]/g, '\\$&')
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/(https?|ftp|command|vscode|file|mailto):/gi, '$1&#58;')
    .replace(/\bwww\./gi, 'www&#46;')
    .replace(/@/g, '&#64;')
    .replace(/\$/g, '&#36;');
}
