import type { Uri} from 'vscode';
import { env, type UriHandler } from 'vscode';
import type { Annotation } from '../../core/annotating/annotation';
import type { Library, LibraryPaper } from '../../core/library/library';

const extensionId = 'casebook.casebook';

/** @returns an address that opens VS Code at an annotation's words, from a note, a browser or another program */
export function linkTo({ record }: LibraryPaper, { id }: Annotation): string {
  return `${env.uriScheme}://${extensionId}/paper?${new URLSearchParams({ key: record.id, annotation: id }).toString()}`;
}

/** Opens what such an address names. It may come from anywhere: it shows, and changes nothing. */
export class AnnotationLinks implements UriHandler {
  constructor(
    private readonly library: Library,
    private readonly open: (paper: string, annotation: string | undefined) => Promise<void>,
  ) {}

  async handleUri(uri: Uri): Promise<void> {
    if (uri.path !== '/paper') return;
    const asked = new URLSearchParams(uri.query);
    await this.library.loaded;
    const paper = this.library.find(asked.get('key') ?? '');
    await this.open(paper?.uri ?? '', asked.get('annotation') ?? undefined);
  }
}
