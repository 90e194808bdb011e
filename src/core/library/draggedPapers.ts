/** Papers on their way from the Papers view into an editor; what both ends of a drag must agree on. */
export interface DraggedPapers {
  readonly citekeys: readonly string[];
  /** The paper files. */
  readonly uris: readonly string[];
}

/** The type VS Code gives to what is dragged out of the view `casebook.papers`. */
export const draggedPapersMime = 'application/vnd.code.tree.casebook.papers';

/** A command run on a paper of the Papers view gets this, and a list of them where several are selected. */
export interface PaperItem {
  readonly kind: 'paper';
  /** The paper file; the library knows the paper under it. */
  readonly uri: string;
}

/** @returns whether a command's argument is a paper of the Papers view */
export function isPaperItem(value: unknown): value is PaperItem {
  return typeof value === 'object' && value !== null && (value as PaperItem).kind === 'paper' && typeof (value as PaperItem).uri === 'string';
}

/** The same for a record of a bibliography. */
export interface RecordItem {
  readonly kind: 'record';
  /** The bibliography's address. */
  readonly uri: string;
  readonly key: string;
}

/** @returns whether a command's argument is a record of a bibliography in the Papers view */
export function isRecordItem(value: unknown): value is RecordItem {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, uri, key } = value as Partial<RecordItem>;
  return kind === 'record' && typeof uri === 'string' && typeof key === 'string';
}

/** @returns what was dragged; undefined where the text is not what `JSON.stringify` made of it */
export function readDraggedPapers(json: string): DraggedPapers | undefined {
  try {
    const value = JSON.parse(json) as Partial<DraggedPapers> | null;
    return value && isStrings(value.citekeys) && isStrings(value.uris) ? { citekeys: value.citekeys, uris: value.uris } : undefined;
  } catch {
    return undefined;
  }
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
