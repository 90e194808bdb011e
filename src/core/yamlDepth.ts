/** Deeper than any bibliography; far deeper ones exhaust the stack of what parses them, and nothing can catch that. */
const deepest = 100;

/** `- - - `, `? ? `, `a: - `: lists and maps that begin on one line. */
const compact = /(?:[-?:][ \t]+){100}/;

/** Whether lists and maps may be nested too deep for a recursive parser, by brackets and indentation alone. */
export function isTooDeep(text: string): boolean {
  return compact.test(text) || bracketDepth(text) > deepest || indentationDepth(text) > deepest;
}

function bracketDepth(text: string): number {
  let depth = 0;
  let most = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) depth += 1;
    else if ((code === 93 || code === 125) && depth > 0) depth -= 1;
    if (depth > most) most = depth;
  }
  return most;
}

/** How many lines stand one inside the other at most, each farther from the margin than the one before. */
function indentationDepth(text: string): number {
  const columns: number[] = [];
  let most = 0;
  for (const { 0: indent } of text.matchAll(/^[ \t]*(?=[^\s])/gm)) {
    while (columns.length > 0 && (columns.at(-1) ?? 0) >= indent.length) columns.pop();
    columns.push(indent.length);
    if (columns.length > most) most = columns.length;
  }
  return most;
}
