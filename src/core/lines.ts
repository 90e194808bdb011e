/** The lines of a text, by the line ends VS Code knows: `\n`, `\r\n` and `\r`. */
export class Lines {
  private readonly starts = [0];

  constructor(text: string) {
    for (const match of text.matchAll(/\r\n|\r|\n/g)) this.starts.push(match.index + match[0].length);
  }

  /**
   * @param offset in UTF-16 units
   * @returns the line and the character in it, both counted from 0
   */
  at(offset: number): { readonly line: number; readonly character: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - this.startOf(low) };
  }

  private startOf(line: number): number {
    return this.starts[line] ?? 0;
  }
}
