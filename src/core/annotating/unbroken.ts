/**
 * @param text of a PDF
 * @returns it with words that go on after a line's end put together: the hyphen there is none of their own
 */
export function unbroken(text: string): string {
  return text.replace(/(\p{Ll})[-\u00ad\u2010]\n(\p{Ll})/gu, '$1$2');
}
