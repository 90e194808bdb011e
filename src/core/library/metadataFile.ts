import { readYamlOrRescue } from '../formats/yamlText';
import type { Problem } from '../problems/problem';

/** Names of the files that notes inherit from, wherever they lie. */
export const metadataFileNames = ['_quarto.yml', '_quarto.yaml', '_metadata.yml', '_metadata.yaml'] as const;

/** What a metadata file of Quarto says, and what of it cannot be read. */
export interface MetadataReading {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/**
 * Reads a `_quarto.yml` or `_metadata.yml`. One that is broken says nothing, and the problem tells where; of two equal keys
 * the last counts.
 */
export function readMetadata(text: string): MetadataReading {
  const { value, problem } = readYamlOrRescue(withoutExpressions(text));
  const values = typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  return { values, problems: problem ? [problem] : [] };
}

/** Quarto's own tag says that R is to reckon a value (`n: !expr 2 + 2`): no bibliography is named so. Places stay. */
function withoutExpressions(text: string): string {
  return text.replace(/(?<=[\s[,{])!expr(?=\s)/g, '     ');
}
