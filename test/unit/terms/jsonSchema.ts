/** What glossary.schema.json uses of JSON Schema draft-07. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly description?: string;
}

/** Whether a value is what a schema asks for. */
export function accepts(schema: Schema, value: unknown, root: Schema = schema): boolean {
  if (schema.$ref) return accepts(root.definitions?.[schema.$ref.replace('#/definitions/', '')] ?? {}, value, root);
  if (schema.anyOf && !schema.anyOf.some((one) => accepts(one, value, root))) return false;
  if (schema.type && ![schema.type].flat().includes(typeOf(value))) return false;
  if (typeof value === 'string') return acceptsText(schema, value);
  if (Array.isArray(value)) return value.every((item) => !schema.items || accepts(schema.items, item, root));
  if (typeof value !== 'object' || value === null) return true;
  return (
    (schema.required ?? []).every((key) => Object.hasOwn(value, key)) &&
    Object.entries(value).every(([key, one]) => {
      const known = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
      return known ? accepts(known, one, root) : schema.additionalProperties !== false;
    })
  );
}

function acceptsText({ pattern, maxLength = Infinity }: Schema, text: string): boolean {
  return text.length <= maxLength && (pattern === undefined || new RegExp(pattern).test(text));
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
