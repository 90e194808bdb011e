import { type TextDocument, workspace } from 'vscode';
import { Abbreviations } from '../../core/citing/abbreviations';
import type { CitedKeys } from '../../core/citing/checks/citedKeys';
import { isWebAddress } from '../../core/citing/webStyle';
import { findStyle } from '../../core/citing/styles';
import { frontMatterPlace } from '../../core/notes/frontMatterPlaces';
import type { FrontMatter, Note } from '../../core/notes/note';
import { type Problem, problem } from '../../core/problems/problem';
import type { Work } from '../../core/work';
import type { Bibliographies } from '../../platform/bibliographies';
import type { CitableWorks } from '../../platform/citableWorks';
import type { MissingBibliography, NoteSources } from '../../platform/noteSources';
import { abbreviationFiles, firstText, styleFiles } from '../../platform/styleFiles';
import type { WebStyles } from '../../platform/webStyles';
import type { WorkerThread } from '../../platform/workers/workerThread';

/** Of a larger bibliography (records) nobody means to cite all. */
const mostRecords = 20_000;
const styleFields = ['csl', 'citation-style'];
/** As many keys as are named in a hint. */
const keysNamed = 12;

interface Needs {
  readonly sources: NoteSources;
  readonly bibliographies: Bibliographies;
  readonly works: CitableWorks;
  readonly thread: WorkerThread<Work>;
  readonly cited: CitedKeys;
  readonly webStyles: WebStyles;
}

/** @returns what a note's front matter says of citations that does not hold */
export async function frontMatterProblems(document: TextDocument, note: Note, needs: Needs): Promise<Problem[]> {
  const front = note.frontMatter;
  if (!front) return [];
  const { text } = note;
  const missing = (await needs.sources.missing(document)).map((one) => missingProblem(one, text, front));
  const found = await Promise.all([styleProblem(document, text, front, needs), localeProblem(text, front, needs), abbreviationsProblem(document, text, front), uncited(document, note, front, needs)]);
  return [...missing, ...found.flat()];
}

function missingProblem({ value: path, isSilent }: MissingBibliography, text: string, front: FrontMatter): Problem {
  const span = frontMatterPlace(text, front, ['bibliography'], path);
  return isSilent ? problem('bibliography-silent', 'warning', { path }, span) : problem('bibliography-missing', 'error', { path }, span);
}

async function styleProblem(document: TextDocument, text: string, front: FrontMatter, { thread, webStyles }: Needs): Promise<Problem[]> {
  const { csl: style } = front;
  if (style === undefined || findStyle(style)) return [];
  if (await (await thread.get()).citing.findStyle(style)) return [];
  if (isWebAddress(style)) return (await webStyles.of(style)) === undefined ? [problem('style-unfetched', 'information', { style }, frontMatterPlace(text, front, styleFields, style))] : [];
  // What lies in the address itself is not for us to say.
  if (/^data:/i.test(style)) return [];
  for (const file of styleFiles(style, document, true)) {
    if (await workspace.fs.stat(file).then(() => true, () => false)) return [];
  }
  return [problem('style-unknown', 'error', { style }, frontMatterPlace(text, front, styleFields, style))];
}

async function localeProblem(text: string, front: FrontMatter, { thread }: Needs): Promise<Problem[]> {
  const { lang: language } = front;
  if (language === undefined || (await (await thread.get()).languages.isKnown(language))) return [];
  return [problem('locale-unknown', 'warning', { language }, frontMatterPlace(text, front, ['lang', 'locale'], language))];
}

async function abbreviationsProblem(document: TextDocument, text: string, front: FrontMatter): Promise<Problem[]> {
  const { abbreviations: path } = front;
  if (path === undefined) return [];
  const json = await firstText(abbreviationFiles(path, document));
  return json !== undefined && Abbreviations.read(json) ? [] : [problem('abbreviations-unreadable', 'error', { path }, frontMatterPlace(text, front, ['citation-abbreviations'], path))];
}

/** Works that the note could cite and does not: told of bibliographies that it names itself and cites from. */
async function uncited(document: TextDocument, note: Note, front: FrontMatter, { sources, bibliographies, works, cited: keysOf }: Needs): Promise<Problem[]> {
  const cited = new Set([...keysOf.of(note), ...front.nocite]);
  if (cited.size === 0 || cited.has('*') || front.bibliography.length === 0) return [];
  const resolved = (await works.works(document, cited)).flatMap((work) => (work.kind === 'bibliography' ? [{ uri: work.uri.toString(), key: work.record.id }] : []));
  const found: Problem[] = [];
  for (const { value: path, uri } of await sources.own(document)) {
    const key = uri?.toString() ?? '';
    const own = new Set(resolved.filter((one) => one.uri === key).map((one) => one.key));
    const state = uri && bibliographies.at(uri)?.state;
    if (own.size === 0 || state?.kind !== 'ready' || state.count > mostRecords) continue;
    const all = [...new Set(await bibliographies.keys([key]))];
    const rest = all.filter((one) => !own.has(one) && !cited.has(one));
    if (rest.length === 0) continue;
    const keys = `${rest.slice(0, keysNamed).join(', ')}${rest.length > keysNamed ? ', …' : ''}`;
    const params = { path, count: rest.length, total: all.length, keys };
    found.push(problem('bibliography-uncited', 'hint', params, frontMatterPlace(note.text, front, ['bibliography'], path)));
  }
  return found;
}
