import { Diagnostic, DiagnosticSeverity, type Disposable, l10n, languages, Range, type Uri } from 'vscode';
import { Lines } from '../core/lines';
import { problemMessage } from '../core/problems/messages';
import type { Problem, Severity } from '../core/problems/problem';
import type { RangedProblem } from '../core/problems/rangedProblem';
import type { LineRange } from '../core/text';
import type { Span } from '../core/text';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Where a problem of a whole file stands. */
const firstSign = new Range(0, 0, 0, 0);

/** What is wrong in the user's files, as the editor's Problems. */
export class ProblemCollection implements Disposable {
  private readonly collections = new Map<string, ReturnType<typeof languages.createDiagnosticCollection>>();

  /**
   * Replaces the problems that one source found in a file.
   * @param source who found them: `glossary`, `library`, `notes`
   * @param text what the problems' spans are offsets of
   */
  set(source: string, uri: Uri, problems: readonly Problem[], text: string): void {
    if (problems.length === 0) {
      this.collections.get(source)?.delete(uri);
      return;
    }
    const lines = new Lines(text);
    this.collection(source).set(uri, problems.map((problem) => toDiagnostic(problem, lines)));
  }

  /** Replaces the problems that one source found in several files, by places in lines. */
  setAll(source: string, files: readonly (readonly [Uri, readonly RangedProblem[]])[]): void {
    this.collection(source).set(files.map(([uri, found]) => [uri, found.map(({ problem, range }) => diagnosticAt(problem, range ? toRange(range) : firstSign))]));
  }

  /** Takes back all problems of a source in a file that is gone. */
  delete(source: string, uri: Uri): void {
    this.collections.get(source)?.delete(uri);
  }

  dispose(): void {
    for (const collection of this.collections.values()) collection.dispose();
  }

  private collection(source: string): ReturnType<typeof languages.createDiagnosticCollection> {
    let collection = this.collections.get(source);
    if (!collection) {
      collection = languages.createDiagnosticCollection(`casebook.${source}`);
      this.collections.set(source, collection);
    }
    return collection;
  }
}

function toDiagnostic(problem: Problem, lines: Lines): Diagnostic {
  return diagnosticAt(problem, problem.span ? rangeOf(problem.span, lines) : firstSign);
}

function diagnosticAt(problem: Problem, range: Range): Diagnostic {
  const message = problemMessage(problem, (template, values) => l10n.t(template, values));
  const diagnostic = new Diagnostic(range, message, severities[problem.severity]);
  diagnostic.source = 'Casebook';
  diagnostic.code = problem.code;
  return diagnostic;
}

function toRange({ start, end }: LineRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** The file may not be open, so its positions are counted here rather than by a document. */
function rangeOf({ start, end }: Span, lines: Lines): Range {
  const [from, to] = [lines.at(start), lines.at(end)];
  return new Range(from.line, from.character, to.line, to.character);
}
