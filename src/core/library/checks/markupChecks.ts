import { latexToText } from '../../formats/latex';
import { type Check, type Report, short, write } from './check';
import { firstEntity, withoutEntities } from './htmlEntities';

const checked = ['title', 'title-short', 'container-title', 'container-title-short', 'collection-title', 'publisher', 'publisher-place'] as const;

/** No title is longer; what is, no check should take long over. */
const longest = 5000;

/** TeX's commands, accents, groups and formulas: `\emph{`, `\"o`, `{DNA}`, `$\alpha$`. */
const tex = /\\[a-z]+(?![a-z])|\\["'`^~=.&%$#_{}]|\{[\p{L}\\][^{}]*\}|\$[^$]*[\\^_{][^$]*\$/iu;

/** What a line of text cannot say: fractions, roots, signs over letters. */
const structure = /\\(?:d?frac|sqrt|binom|over|bar|overline|hat|tilde|vec|dot|sum|int|prod|begin|math[a-z]+)(?![a-z])/;

/** Elements of HTML, JATS and MathML that CSL does not know. */
const element = /<\/?(em|strong|italic|bold|p|br|u|font|div|title|inline-formula|tex-math|jats:[a-z-]+|mml:[a-z]+|math|mrow|m[ion]|msup|msub)(?:\s[^<>]*)?\/?>/i;

/** What is left of another program's markup in texts that references print. */
export const markupChecks: Check = (record, report) => {
  for (const field of checked) {
    const value = record[field];
    if (typeof value === 'string' && value.length <= longest) checkText(field, value, report);
  }
};

function checkText(field: string, value: string, report: Report): void {
  // Most texts have none of these signs.
  if (!/[&\\{}$<]/.test(value)) return;
  const entity = firstEntity(value);
  if (entity !== undefined) report('html-entity', 'warning', field, { field, value: entity }, write(field, withoutEntities(value)));
  const tag = element.exec(value)?.[0];
  if (tag !== undefined) report('markup-unknown', 'warning', field, { field, value: short(tag) }, write(field, withCslMarkup(value)));
  if (!isBalanced(value)) {
    report('braces-unbalanced', 'warning', field, { field });
    return;
  }
  const left = tex.exec(value)?.[0];
  if (left === undefined) return;
  const text = structure.test(value) ? '' : latexToText(value);
  // Crystal faces are `{001}`, which is no TeX. A formula is read by pandoc, though not by other programs.
  report('tex-left', left.startsWith('$') ? 'information' : 'warning', field, { field, value: short(left) }, tex.test(text) || /[_^]/.test(text) || text === '' ? undefined : write(field, text));
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const cslNames: Readonly<Record<string, string>> = { em: 'i', italic: 'i', 'jats:italic': 'i', strong: 'b', bold: 'b', 'jats:bold': 'b', 'jats:sub': 'sub', 'jats:sup': 'sup' };

/** `<em>in vitro</em>` → `<i>in vitro</i>`; elements without a counterpart leave their text. */
function withCslMarkup(text: string): string {
  const all = new RegExp(element.source, 'gi');
  const changed = text.replace(all, (tag, name: string) => {
    const csl = Object.hasOwn(cslNames, name.toLowerCase()) ? cslNames[name.toLowerCase()] : undefined;
    return csl === undefined ? (/^(?:p|br|div|title)$/i.test(name) ? ' ' : '') : tag.startsWith('</') ? `</${csl}>` : `<${csl}>`;
  });
  return changed.replace(/\s+/g, ' ').trim();
}
