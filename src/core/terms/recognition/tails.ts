import { isOrgan } from '../wordClasses';
import { wordForm } from '../wordForm';

/** Nouns that after a name say again that it is a disease: `Lesch-Nyhan syndrome`, `APC tumor`. */
const heads = new Set('syndrome syndromes disease diseases disorder disorders defect defects tumor tumors tumour tumours neoplasm neoplasms damage injury degeneration'.split(' '));

/** What somebody has that an adjective of a disease alone does not name: `embolic events`, `depressed mood`. */
const carriers = new Set('symptom symptoms mood movement movements event events condition conditions reaction reactions lesion lesions change changes obstruction'.split(' '));

/** Of what a drug does, not of what somebody has: `hepatotoxic events`. */
const doesHarm = /toxic$/i;

/** After a head these make of it something else: `APC tumor suppressor`. */
const others = /^[ \n-](?:suppress|necros|antigen|marker)/;

const type = /^[ \n]type[ \n](?:[1-9]\d?[A-Ca-c]?|[IVX]{1,4}[A-Ca-c]?|[A-D])(?![\p{L}\p{N}])/u;
/** Parts of the body beside the organs that `wordClasses.ts` knows. */
const parts = new Set('elbow elbows knee knees hip hips shoulder shoulders wrist wrists ankle ankles hand hands foot feet toe toes neck scalp chest abdomen epididymis'.split(' '));

const ofPart = /^[ \n]of[ \n](?:the[ \n])?([a-z]{3,})/;
const andPart = /^[ \n]and[ \n]([a-z]{3,})/;
/** What may follow a part, which else is no more than the first word of one: `of the bone marrow`. */
const afterPart = /^(?:$|[^\p{L}\p{N} \n-]|[ \n](?:$|[^a-z]|(?:an?|the|and|or|but|in|on|at|of|to|for|from|with|without|by|after|before|during|due|as|is|are|was|were|has|have|had|may|can|which|that|who|when|while|may|occur\w*|develop\w*)\b))/u;
const head = /^[ \n-]([A-Za-z]{4,12})(?![\p{L}\p{N}])/u;

/** @returns the end of the words after a mention that belong to it; the offset itself where there are none */
export function endAfter(text: string, end: number, to: number, steps: { readonly heads: boolean; readonly organs: boolean }, isAdjective: () => boolean): number {
  const first = text.charCodeAt(end);
  if (first !== 32 && first !== 10 && first !== 45) return end;
  const after = text.slice(end, Math.min(to, end + 40));
  if (steps.heads) {
    const found = head.exec(after);
    const noun = (found?.[1] ?? '').toLowerCase();
    if (found && (heads.has(noun) || (carriers.has(noun) && !doesHarm.test(text.slice(end - 5, end)) && isAdjective())) && !others.test(after.slice(found[0].length))) return end + found[0].length;
    const kind = type.exec(after);
    if (kind) return end + kind[0].length;
  }
  if (steps.organs) {
    const part = ofPart.exec(after);
    if (part && isPart(part[1])) {
      const both = andPart.exec(after.slice(part[0].length));
      for (const length of [part[0].length + (both && isPart(both[1]) ? both[0].length : 0), part[0].length]) {
        if (afterPart.test(after.slice(length))) return end + length;
      }
    }
  }
  return end;
}

function isPart(word = ''): boolean {
  return parts.has(word) || isOrgan(wordForm(word));
}
