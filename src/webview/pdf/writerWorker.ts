import { annotationsAppended, ProtectedPdfError } from '../../core/pdf/annotatedCopy';
import type { PlacedDraft } from '../../core/pdf/pdfDraft';

/** What the page asks its writer for, and what it answers. */
export interface WriterRequest {
  readonly bytes: Uint8Array;
  readonly drafts: readonly PlacedDraft[];
}
export type WriterAnswer = { readonly tail: Uint8Array } | { readonly reason: 'protected' | 'broken'; readonly detail: string };

addEventListener('message', ({ data }: MessageEvent<WriterRequest>) => {
  annotationsAppended(data.bytes, data.drafts).then(
    (tail) => answer({ tail }),
    (error: unknown) => answer({ reason: error instanceof ProtectedPdfError ? 'protected' : 'broken', detail: String(error) }),
  );
});

function answer(message: WriterAnswer): void {
  (postMessage as (message: WriterAnswer) => void)(message);
}
