import { Uri } from 'vscode';
import type { Concept } from '../../core/terms/concept';
import { conceptScheme, coverageScheme } from '../../platform/ids';

/** Which concept a page is of, in the terms of which workspace folder. */
export interface ConceptPage {
  readonly id: string;
  readonly folder?: string;
}

/**
 * @param title what the editor's tab shows
 * @param query what the page is made from
 */
export function pageUri(scheme: string, title: string, query: object): Uri {
  return Uri.from({ scheme, path: `/${title.replace(/[/\\]/g, '∕')}.md`, query: JSON.stringify(query) });
}

/** @returns the address of a concept's page */
export function conceptUri({ id, name }: Pick<Concept, 'id' | 'name'>, folder: string | undefined): Uri {
  const page: ConceptPage = { id, ...(folder !== undefined && { folder }) };
  return pageUri(conceptScheme, name, page);
}

/** Whether a document is a page of ours, about terms and not one to work on. */
export function isPage({ scheme }: Uri): boolean {
  return scheme === conceptScheme || scheme === coverageScheme;
}

/** @returns the workspace folder whose terms a page is about */
export function folderOfPage(uri: Uri): string | undefined {
  const { folder } = queryOf(uri);
  return typeof folder === 'string' ? folder : undefined;
}

/** @returns undefined for an address that is no concept page's */
export function pageOf(uri: Uri): ConceptPage | undefined {
  const { id } = queryOf(uri);
  const folder = folderOfPage(uri);
  return typeof id === 'string' ? { id, ...(folder !== undefined && { folder }) } : undefined;
}

function queryOf({ query }: Uri): Partial<Record<keyof ConceptPage, unknown>> {
  try {
    return (JSON.parse(query) ?? {}) as Partial<Record<keyof ConceptPage, unknown>>;
  } catch {
    return {};
  }
}
