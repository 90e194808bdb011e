import type { Concept, Mention } from '../../../../src/core/terms/concept';
import { defaultOptions, type RecognitionOptions } from '../../../../src/core/terms/recognition/options';
import type { RecognitionStep } from '../../../../src/core/terms/recognition/recognitionSteps';
import { Recogniser } from '../../../../src/core/terms/recognition/recogniser';
import { compileTermIndex } from '../../../../src/core/terms/termIndex';
import { conceptNamed } from '../concepts';

/** A recogniser of concepts: by name, `name = synonym = synonym`, of a terminology that is nobody's own. */
export function recogniserOf(names: readonly (string | Concept)[], options: Partial<RecognitionOptions> = {}): Recogniser {
  return new Recogniser(compileTermIndex(names.map(conceptOf)).search, { ...defaultOptions, ...options });
}

function conceptOf(one: string | Concept): Concept {
  if (typeof one !== 'string') return one;
  const [name = '', ...synonyms] = one.split(' = ');
  return conceptNamed(name, { synonyms, terminology: 'mesh' });
}

/** All steps but one. */
export function without(step: RecognitionStep): Partial<RecognitionOptions> {
  return { steps: { ...defaultOptions.steps, [step]: false } };
}

/** What is mentioned: the words, and the names of the concepts. */
export function said(recogniser: Recogniser, text: string): string[] {
  return recogniser.recognise(text).map((mention) => saidBy(text, mention));
}

export function saidBy(text: string, { start, end, concepts }: Mention): string {
  return `${text.slice(start, end)}: ${concepts.map(({ name }) => name).join(', ')}`;
}
