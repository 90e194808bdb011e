import { isOrgan } from '../wordClasses';
import { wordForm } from '../wordForm';

/** Nouns that after a name say again that it is a disease: `Lesch-Nyhan syndrome`, `APC tumor`. */
const heads = wordsOf('syndrome syndromes disease diseases disorder disorders defect defects tumor tumors tumour tumours neoplasm neoplasms damage injury degeneration');

/** What somebody has that a disease's adjective alone does not name: `embolic events`, `depressed mood`. */
const carriers = wordsOf('symptom symptoms mood movement movements event events condition conditions reaction reactions lesion lesions change changes obstruction');

/** After a head these make something else of it: `APC tumor suppressor`. */
const others = /^[\s-](?:suppress|necros|antigen|marker)/;

/** Of what a drug does, not of what somebody has: `hepatotoxic events`. */
const doesHarm = /toxic$/i;

const type = /^\stype\s(?:[1-9]\d?[A-Ca-c]?|[IVX]{1,4}[A-Ca-c]?|[A-D])(?![\p{L}\p{N}])/u;

/** Parts of the body beside the organs that `wordClasses.ts` knows. */
const parts = wordsOf('elbow elbows knee knees hip hips shoulder shoulders wrist wrists ankle ankles hand hands foot feet toe toes neck scalp chest abdomen epididymis');

const ofPart = /^\sof\s(?:the\s)?([a-z]{3,})/;
const andPart = /^\sand\s([a-z]{3,})/;

/** What may follow a part; before any other word it is the first of two: `of the bone marrow`. */
const afterPart =
  /^(?:$|[^\p{L}\p{N}\s-]|\s(?:$|[^a-z]|(?:an?|the|and|or|but|in|on|at|of|to|for|from|with|without|by|after|before|during|due|as|is|are|was|were|has|have|had|may|can|which|that|who|when|while|[a-z]+ed)\b))/u;

/** Longer ones are no tails, in letters. */
const longest = 40;

/** Whether something may belong to a mention that ends at an offset: the two letters of the next word say that nothing does for most. */
export function mayGoOn(text: string, end: number): boolean {
  const between = text.charCodeAt(end);
  return (between === 32 || between === 10 || between === 45) && beginnings[beginningAt(text, end + 1)] === 1;
}

/**
 * @param end of a mention
 * @param to how far to look
 * @param isAdjective whether the mention is no more than a disease's adjective
 * @returns the end of the mention with the head, type or part of the body after it; the same end where there is none
 */
export function endWithTail(text: string, end: number, to: number, steps: { readonly heads: boolean; readonly organs: boolean }, isAdjective: () => boolean): number {
  const after = text.slice(end, Math.min(to, end + longest));
  if (steps.heads) {
    const [whole = '', noun = ''] = /^[\s-]([A-Za-z]+)(?![\p{L}\p{N}])/u.exec(after) ?? [];
    const small = noun.toLowerCase();
    const belongs = heads.has(small) || (carriers.has(small) && !doesHarm.test(text.slice(end - 5, end)) && isAdjective());
    if (belongs && !others.test(after.slice(whole.length))) return end + whole.length;
    const kind = type.exec(after);
    if (kind) return end + kind[0].length;
  }
  return steps.organs ? end + lengthOfPart(after) : end;
}

/** The length of ` of the liver` or ` of fingers and toes` that a text begins with. */
function lengthOfPart(after: string): number {
  const part = ofPart.exec(after);
  if (!part || !isPart(part[1])) return 0;
  const { length } = part[0];
  const second = andPart.exec(after.slice(length));
  const both = second && isPart(second[1]) ? length + second[0].length : length;
  return [both, length].find((one) => afterPart.test(after.slice(one))) ?? 0;
}

function isPart(word = ''): boolean {
  return parts.has(word) || isOrgan(wordForm(word));
}

/** By the first two letters of a word, whether a tail may begin with it. */
const beginnings = new Uint8Array(1024);
for (const word of [...heads, ...carriers, 'type', 'of']) beginnings[beginningAt(word, 0)] = 1;

/** A number for the two letters at an offset, in whatever capitals. */
function beginningAt(text: string, at: number): number {
  return ((text.charCodeAt(at) & 31) << 5) | (text.charCodeAt(at + 1) & 31);
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
