/** `chen1995-2.pdf`: a second file of one kind beside `chen1995.yaml`. */
const numbered = /^(.+)-\d{1,3}$/;

/**
 * Whose a file beside papers is, by its name without the ending.
 *
 * @param papers the stems of the papers in the same folder
 * @returns `chen1995` for `chen1995` and for `chen1995-2`, unless that is a paper's own; undefined where it is no paper's
 */
export function ownerOf(stem: string, papers: ReadonlySet<string>): string | undefined {
  if (papers.has(stem)) return stem;
  const owner = numbered.exec(stem)?.[1];
  return owner !== undefined && papers.has(owner) ? owner : undefined;
}

/**
 * The name of a file that is laid beside a paper: by the paper's stem, numbered where that is taken.
 *
 * @param name the file's own name, for its ending
 * @param taken every name in the folder; on macOS and Windows one that differs by case only is the same
 */
export function attachmentName(stem: string, name: string, taken: Iterable<string>): string {
  const names = new Set([...taken].map(plain));
  const stems = new Set([...names].filter((other) => /\.ya?ml$/.test(other)).map((other) => other.replace(/\.[^.]*$/, '')));
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot) : '';
  const isFree = (candidate: string): boolean => !names.has(plain(candidate + ending));
  if (isFree(stem)) return stem + ending;
  for (let number = 2; ; number += 1) {
    const candidate = `${stem}-${number}`;
    if (isFree(candidate) && !stems.has(plain(candidate))) return candidate + ending;
  }
}

function plain(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
