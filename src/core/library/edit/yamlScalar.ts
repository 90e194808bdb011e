import type { Node, Scalar } from 'yaml';
import { isScalar } from 'yaml';
import { writeYaml } from '../../formats/cslYamlWrite';

/** A plain scalar that every reader of YAML takes for the text or number that it is. */
const safePlain = /^(?:[1-9]\d{0,14}|0|(?!(?:true|false|null|yes|no|on|off|y|n)$)[A-Za-z_\u00c0-\u024f][\w\u00c0-\u024f./()-]*(?: [\w\u00c0-\u024f./()-]+)*)$/i;

/**
 * A value as it stands in a list or map of one line. A text that is a number stays a text, but where the one before it
 * was written as a number too.
 *
 * @param json everything is quoted, as JSON has it
 */
export function flowText(value: unknown, old: Node | undefined, json: boolean): string {
  const quote = old && isScalar(old) ? old.type : undefined;
  if (typeof value === 'string' && !json) {
    if (quote === 'QUOTE_SINGLE' && !/[\r\n]/.test(value)) return `'${value.replace(/'/g, "''")}'`;
    if (quote !== 'QUOTE_DOUBLE' && safePlain.test(value) && (!isNumber(value) || (quote === 'PLAIN' && isNumber(sourceOf(old))))) return value;
  }
  if (typeof value === 'string' && json && quote === 'PLAIN' && isNumber(sourceOf(old)) && isNumber(value)) {
    return value;
  }
  return JSON.stringify(value);
}

/**
 * A scalar in block style, in the quotes of the one whose place it takes.
 *
 * @returns undefined where it takes more than that: several lines, or a list
 */
export function blockScalar(value: unknown, old: Scalar): string | undefined {
  if (typeof value === 'string' && !/[\r\n]/.test(value)) {
    if (old.type === 'QUOTE_DOUBLE') return JSON.stringify(value);
    if (old.type === 'QUOTE_SINGLE') return `'${value.replace(/'/g, "''")}'`;
    if (old.type === 'PLAIN' && isNumber(value) && isNumber(sourceOf(old))) return value;
  }
  const lines = writeYaml([value]).trimEnd();
  return lines.includes('\n') || typeof value === 'object' ? undefined : lines.slice(2);
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && /^(?:0|[1-9]\d{0,14})$/.test(text);
}

function sourceOf(node: Node | undefined): string | undefined {
  return node && isScalar(node) ? node.source : undefined;
}
