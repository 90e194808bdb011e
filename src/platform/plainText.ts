/** Text from files in places that take no Markdown, but where VS Code reads some signs all the same. */

/** @returns the text for a row of a quick pick or an input's hint, where `$(name)` would become an icon */
export function plainRow(text: string): string {
  return text.replace(/\$\(/g, '\\$(');
}

/** @returns the text for a notification or an input's hint, where `[words](address)` would become a link, even one that runs a command */
export function plainMessage(text: string): string {
  return text.replace(/\]\(/g, '] (');
}
