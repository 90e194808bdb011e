/** @returns the name of a range of rows by the names of its first and last: `Aaron & Bell – Abe et al.` */
export function rangeLabel(first: string, last: string): string {
  const [from, to] = [beginning(first), beginning(last)];
  return from === to ? from : `${from} – ${to}`;
}

/** As much of a name as two of them side by side have room for. */
export function beginning(name: string): string {
  return name.length > 24 ? `${name.slice(0, 23)}…` : name;
}
