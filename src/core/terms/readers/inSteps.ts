/** Bytes in pieces of at most so many. */
export async function* inSteps(bytes: AsyncIterable<Uint8Array>, step: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += step) yield chunk.subarray(at, at + step);
  }
}
