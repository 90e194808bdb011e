import { inSteps } from './inSteps';

/** Bytes that are handed over at a time. */
const step = 128 * 1024;

/** What is packed is damaged, cut off, or of a kind that the platform does not unpack. */
export class CannotUnpack extends Error {}

/**
 * Unpacks with what the platform has built in, which is several times as fast as a library, and beside our own thread.
 *
 * @param onPacked hears how many bytes were handed over
 * @throws CannotUnpack for what the bytes are, after what could be unpacked; and whatever reading the bytes throws
 */
export async function* nativelyUnpacked(bytes: AsyncIterable<Uint8Array>, format: 'gzip' | 'deflate-raw', onPacked: (length: number) => void): AsyncGenerator<Uint8Array> {
  const stream = streamOf(format);
  const reader = stream.readable.getReader();
  const feeding = feed(bytes, stream.writable.getWriter(), onPacked);
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(async (error: unknown) => {
        const fault = await feeding;
        throw fault instanceof SourceFault ? fault.error : new CannotUnpack(String(error));
      });
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever wants no more ends the feeding too, and with it the file is closed.
    await reader.cancel().catch(() => undefined);
    await feeding;
  }
}

/** Reading the packed bytes failed, as a disk may. */
class SourceFault {
  constructor(readonly error: unknown) {}
}

async function feed(bytes: AsyncIterable<Uint8Array>, writer: WritableStreamDefaultWriter<BufferSource>, onPacked: (length: number) => void): Promise<SourceFault | undefined> {
  const chunks = inSteps(bytes, step);
  try {
    for (;;) {
      const next = await chunks.next().catch((error: unknown) => new SourceFault(error));
      if (next instanceof SourceFault) {
        await writer.abort(next.error).catch(() => undefined);
        return next;
      }
      if (next.done) break;
      onPacked(next.value.length);
      await writer.write(next.value as Uint8Array<ArrayBuffer>);
    }
    await writer.close();
  } catch {
    // The reader hears of it as well, and says so.
    await chunks.return(undefined);
  }
  return undefined;
}

function streamOf(format: 'gzip' | 'deflate-raw'): GenericTransformStream {
  try {
    return new DecompressionStream(format);
  } catch (error) {
    throw new CannotUnpack(String(error));
  }
}
