import type { Http, HttpFailure } from './ports';

/**
 * Reads an answer to its end as text.
 * @param largest in bytes; a longer one is given up
 */
export async function readHttpText(id: number, http: Http, largest: number): Promise<string | HttpFailure | 'too-large'> {
  const decoder = new TextDecoder();
  let text = '';
  for (let length = 0; ; ) {
    const piece = await http.read(id);
    if ('failure' in piece) return { failure: piece.failure };
    if (!piece.bytes) return text + decoder.decode();
    length += piece.bytes.length;
    text += decoder.decode(piece.bytes, { stream: true });
    if (length > largest) {
      await http.close(id);
      return 'too-large';
    }
  }
}
