const pattern = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?'?|Z)?/;

/** @returns a PDF's date, such as `D:20261126121000+01'00'`, as ISO 8601 in UTC; undefined where it is none. Without a zone it is taken for UTC. */
export function readPdfDate(text: string): string | undefined {
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, hours = '00', minutes = '00'] = pattern.exec(text) ?? [];
  if (year === undefined) return undefined;
  const ahead = (sign === '-' ? -1 : 1) * (sign === undefined ? 0 : Number(hours) * 60 + Number(minutes));
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - ahead * 60_000;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** @returns a date of ISO 8601 as PDFs have it, in UTC; undefined where it is none */
export function writePdfDate(iso: string): string | undefined {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? undefined : `D:${new Date(time).toISOString().replace(/\.\d+Z$/, '').replace(/[-:T]/g, '')}Z`;
}
