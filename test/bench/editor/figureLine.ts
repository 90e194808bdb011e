const mark = 'casebook-figure ';

/** A figure on its way from the extension host through VS Code's console. */
export function figureLine(what: string, milliseconds: number): string {
  return `${mark}${what}: ${milliseconds.toFixed(1)} ms`;
}

/** @returns the figure in a line of the console; none in any other line */
export function figureOf(line: string): string[] {
  return line.startsWith(mark) ? [line.slice(mark.length)] : [];
}
