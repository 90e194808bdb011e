/** Letters that Unicode does not take apart into a base letter and a mark. */
const folded: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŋ: 'n', ĸ: 'k', ŧ: 't',
};

/** Lower case without diacritics, for comparing: `Größe` and `GROSSE` are the same, `Łukasz` is `lukasz`. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most titles are ASCII, and a search folds ten thousand of them at a key stroke.
  if (!/[^\x20-\x7e]/.test(lower)) {
    return lower;
  }
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßẞæœøłđðþıħŋĸŧ]/g, (letter) => folded[letter] ?? letter)
    .replace(/[‘’ʼ]/g, "'");
}
