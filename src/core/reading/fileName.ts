/** The last part of a file's address: `chen 1995.html` of `file:///library/chen%201995.html`. */
export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
