import { SaxesParser } from 'saxes';

/** Characters that are parsed between two looks for a mistake. */
const step = 8192;

/**
 * The first place where a text is no well-formed XML, with what is wrong there in the parser's words; undefined where it is.
 * Entities that only a DTD knows (`&nbsp;`) count as wrong: it is not loaded, so they stay as they are written.
 */
export function xmlFault(source: string): { readonly detail: string; readonly at: number } | undefined {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let fault: { detail: string; at: number } | undefined;
  parser.on('error', ({ message }) => {
    fault ??= { detail: message.replace(/\.$/, ''), at: Math.min(parser.position, source.length) };
  });
  for (let at = 0; at < source.length && !fault; at += step) parser.write(source.slice(at, at + step));
  if (!fault) parser.close();
  return fault;
}
