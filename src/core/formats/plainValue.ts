/**
 * Keys that reach an object's prototype when they are assigned carelessly; no bibliography needs them.
 * (`{"__proto__": {"isAdmin": true}}`)
 */
const dangerousKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Deeper than any annotation or `custom` object; stops `&a [*a]`, a YAML list that holds itself. */
const maxDepth = 32;

/** How many values may still be copied. Nine lines of YAML aliases can stand for a billion values. */
export interface CopyBudget {
  left: number;
}

/** Roomy for the annotations of a much-read paper, and copied in some milliseconds. */
export const defaultCopyBudget = 200_000;

export function isSafeKey(key: string): boolean {
  return !dangerousKeys.has(key);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A copy made of plain objects, lists, strings, numbers, booleans and nulls only.
 *
 * @returns undefined where the value is none of these, or too deep or too large to be anything a person wrote
 */
export function plainCopy(value: unknown, budget: CopyBudget = { left: defaultCopyBudget }, depth = 0): unknown {
  budget.left -= 1;
  if (budget.left < 0 || depth > maxDepth) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return value.map((item) => (budget.left > 0 ? plainCopy(item, budget, depth + 1) : undefined))
      .filter((item) => item !== undefined);
  }
  if (!isObject(value)) {
    return isScalar(value) || value === null ? value : undefined;
  }
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const item = isSafeKey(key) && budget.left > 0 ? plainCopy(value[key], budget, depth + 1) : undefined;
    if (item !== undefined) {
      copy[key] = item;
    }
  }
  return copy;
}

export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A scalar as text: `25` and `"25"` are the same volume. Undefined for anything else. */
export function scalarText(value: unknown): string | undefined {
  return isScalar(value) ? String(value) : undefined;
}
