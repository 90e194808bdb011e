import { type CodeAction, type CodeActionContext, type CodeActionProvider, l10n, type Range, type TextDocument } from 'vscode';
import type { CitationFinding } from '../../core/citing/checks/citationFinding';
import { doiOfKey } from '../../core/citing/doiKey';
import { nearKeys } from '../../core/citing/nearKeys';
import type { Library } from '../../core/library/library';
import { rewrittenKey } from '../../core/notes/citekey';
import type { CitationItem } from '../../core/notes/note';
import type { Bibliographies } from '../../platform/bibliographies';
import type { CitableWorks } from '../../platform/citableWorks';
import { toRange } from '../../platform/convert';
import { commandIds, internalCommandIds } from '../../platform/ids';
import type { Notes } from '../../platform/notes';
import { clashOf, nameOfRecord, placeOfRecord, recordsOfKeys } from '../../platform/recordsOfKeys';
import { knownKeys } from './knownKeys';
import { commandFix, editFix, ofCode } from './quickFix';

interface Needs {
  readonly library: Library;
  readonly notes: Notes;
  readonly works: CitableWorks;
  readonly bibliographies: Bibliographies;
  /** What is wrong with how a note's citations are written. */
  readonly findings: (document: TextDocument) => readonly CitationFinding[];
}

type WrittenCode = 'citations-unparted' | 'locator-bare' | 'citation-unclosed';

/** Puts right what is wrong with the citations of a note. */
export class NoteFixes implements CodeActionProvider {
  constructor(private readonly needs: Needs) {}

  async provideCodeActions(document: TextDocument, range: Range, context: CodeActionContext): Promise<CodeAction[]> {
    const unknown = ofCode('citekey-unknown', context);
    const ambiguous = ofCode('citekey-ambiguous', context);
    const keys = unknown.length + ambiguous.length > 0 ? this.keysIn(document, range) : [];
    const fixes = await Promise.all([
      ...keys.map(async (item) => {
        const here = toRange(document, item.keySpan);
        const own = ofCode('citekey-unknown', context, here);
        return own.length > 0 ? this.unknownFixes(item, document, context) : this.ambiguousFixes(item, document, context);
      }),
    ]);
    return [...this.writtenFixes(document, range, context), ...fixes.flat()];
  }

  private keysIn(document: TextDocument, range: Range): CitationItem[] {
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const items = this.needs.notes.of(document).citationsIn(start, end).flatMap((cluster) => cluster.items);
    return items.filter(({ keySpan }) => keySpan.start <= end && start <= keySpan.end);
  }

  /** How a citation is written: one, or all that are wrong in the same way. */
  private writtenFixes(document: TextDocument, range: Range, context: CodeActionContext): CodeAction[] {
    const all = this.needs.findings(document);
    const here = all.filter(({ problem: { span } }) => span && toRange(document, span).intersection(range));
    return here.flatMap(({ problem: { code }, fix }) => {
      if (!fix) return [];
      const diagnostics = ofCode(code, context);
      const one = editFix(fixTitle(code as WrittenCode), document, [fix], diagnostics);
      one.isPreferred = true;
      const alike = all.flatMap((other) => (other.problem.code === code && other.fix ? [other.fix] : []));
      return alike.length < 2 ? [one] : [one, editFix(l10n.t('Fix all {0} of this kind in the note', alike.length), document, alike, diagnostics)];
    });
  }

  private async unknownFixes({ key }: CitationItem, document: TextDocument, context: CodeActionContext): Promise<CodeAction[]> {
    const { works, bibliographies, notes } = this.needs;
    const diagnostics = ofCode('citekey-unknown', context);
    const places = notes.of(document).citations.flatMap(({ items }) => items.filter((item) => item.key === key));
    const near = nearKeys(key, await knownKeys(key, document, works, bibliographies)).map((other, index) => {
      const edits = places.map(({ keySpan }) => ({ span: keySpan, newText: rewrittenKey(document.getText(toRange(document, keySpan)), other) }));
      const title = places.length > 1 ? l10n.t('Cite {0} instead, in all {1} places', `@${other}`, places.length) : l10n.t('Cite {0} instead', `@${other}`);
      const fix = editFix(title, document, edits, diagnostics);
      fix.isPreferred = index === 0;
      return fix;
    });
    const doi = doiOfKey(key);
    const fetch = doi === undefined ? [] : [commandFix(l10n.t('Look Up {0} on the Web, and Add It…', doi), internalCommandIds.fetchDoi, [document.uri.toString(), key], diagnostics)];
    return [...near, ...fetch, commandFix(l10n.t('Import Papers…'), commandIds.importPapers, [], diagnostics)];
  }

  private async ambiguousFixes({ key }: CitationItem, document: TextDocument, context: CodeActionContext): Promise<CodeAction[]> {
    const { library, bibliographies } = this.needs;
    const clash = clashOf((await recordsOfKeys([key], document, library, bibliographies)).get(key) ?? []);
    return Promise.all(clash.map(async (record) => {
      const { uri, range } = await placeOfRecord(record, bibliographies);
      const title = l10n.t('Open {0} in {1}, to Rename It', `@${key}`, nameOfRecord(record));
      return commandFix(title, 'vscode.open', [uri, { selection: range }], ofCode('citekey-ambiguous', context));
    }));
  }
}

function fixTitle(code: WrittenCode): string {
  if (code === 'citations-unparted') return l10n.t('Part the citations with a semicolon');
  return code === 'locator-bare' ? l10n.t('Put the locator in brackets') : l10n.t('Close the bracket');
}
