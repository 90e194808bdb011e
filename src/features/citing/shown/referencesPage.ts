import { l10n, Uri, type Webview } from 'vscode';
import { escapeHtml } from '../../../core/citing/html';
import type { StyledReference } from '../styledRuns';

/** A row of the References view; the page never sees HTML. */
export interface ReferenceRow extends StyledReference {
  readonly id: string;
}

/** What the page is told. */
export type ToPage =
  | {
      readonly kind: 'state';
      readonly turn: number;
      /** Said in the place of a list; empty where there is one. */
      readonly message: string;
      readonly style: string;
      readonly language: string;
      readonly unknown: readonly { readonly key: string; readonly text: string; readonly places: string }[];
      readonly works: readonly { readonly id: string; readonly places: string }[];
    }
  | { readonly kind: 'entries'; readonly turn: number; readonly entries: readonly ReferenceRow[] }
  | { readonly kind: 'went'; readonly text: string }
  | { readonly kind: 'current'; readonly ids: readonly string[] };

/** What the page tells. */
export type FromPage =
  | { readonly kind: 'ready' | 'chooseStyle' | 'chooseLanguage' }
  | { readonly kind: 'go'; readonly turn: number; readonly row: string; readonly takeFocus: boolean; readonly step: number };

/** @returns what a message from the page says; undefined for one that is none of its */
export function readMessage(message: unknown): FromPage | undefined {
  const { kind, turn, row, takeFocus, step } = (message ?? {}) as Partial<Record<string, unknown>>;
  if (kind === 'ready' || kind === 'chooseStyle' || kind === 'chooseLanguage') return { kind };
  if (kind !== 'go' || typeof turn !== 'number' || typeof row !== 'string' || typeof takeFocus !== 'boolean') return undefined;
  return { kind, turn, row, takeFocus, step: step === -1 ? -1 : 1 };
}

/** The page of the References view: its own script and style sheet run in it, and nothing else. */
export function referencesPage(webview: Webview, media: Uri, nonce: string): string {
  const script = webview.asWebviewUri(Uri.joinPath(media, 'references.js')).toString();
  const styles = webview.asWebviewUri(Uri.joinPath(media, 'references.css')).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  const words = {
    changeStyle: l10n.t('change the citation style'),
    changeLanguage: l10n.t('change the language of citations'),
    copyAll: l10n.t('Copy All'),
    copyAllTitle: l10n.t('copy the references as rich text'),
    copyAllPlain: l10n.t('Copy Plain'),
    copyAllPlainTitle: l10n.t('copy the references as plain text'),
    copy: l10n.t('Copy'),
    copyTitle: l10n.t('copy the reference as rich text'),
    copyPlain: l10n.t('Plain'),
    copyPlainTitle: l10n.t('copy the reference as plain text'),
    copied: l10n.t('Copied'),
  };
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${styles}">
</head>
<body data-vscode-context='{"preventDefaultContextMenuItems": true}' data-words="${escapeHtml(JSON.stringify(words))}">
<div id="bar" class="bar" role="toolbar" aria-label="${escapeHtml(l10n.t('References'))}"></div>
<p id="message" class="message" hidden></p>
<ul id="list" aria-label="${escapeHtml(l10n.t('References'))}"></ul>
<div id="status" role="status" aria-live="polite"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
