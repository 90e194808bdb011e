/** Languages by names and by the codes of countries that people write instead; those that CSL has words for. */
const meant: Readonly<Record<string, readonly string[]>> = {
  english: ['en-US', 'en-GB'], us: ['en-US'], gb: ['en-GB'], american: ['en-US'], british: ['en-GB'],
  german: ['de-DE'], deutsch: ['de-DE'], germany: ['de-DE'], ger: ['de-DE'], deu: ['de-DE'], austrian: ['de-AT'], ngerman: ['de-DE'],
  french: ['fr-FR'], francais: ['fr-FR'], 'français': ['fr-FR'], fre: ['fr-FR'], fra: ['fr-FR'],
  japanese: ['ja-JP'], '日本語': ['ja-JP'], jp: ['ja-JP'], jpn: ['ja-JP'],
  chinese: ['zh-CN', 'zh-TW'], cn: ['zh-CN'], '中文': ['zh-CN', 'zh-TW'], korean: ['ko-KR'], kr: ['ko-KR'], '한국어': ['ko-KR'],
  spanish: ['es-ES', 'es-MX'], 'español': ['es-ES', 'es-MX'], espanol: ['es-ES'], spa: ['es-ES'],
  italian: ['it-IT'], italiano: ['it-IT'], ita: ['it-IT'], portuguese: ['pt-PT', 'pt-BR'], 'português': ['pt-PT', 'pt-BR'], por: ['pt-PT'],
  dutch: ['nl-NL'], nederlands: ['nl-NL'], swedish: ['sv-SE'], danish: ['da-DK'], dk: ['da-DK'], norwegian: ['nb-NO'], finnish: ['fi-FI'],
  polish: ['pl-PL'], czech: ['cs-CZ'], cz: ['cs-CZ'], russian: ['ru-RU'], turkish: ['tr-TR'], greek: ['el-GR'], gr: ['el-GR'],
};

/** @returns the language tags that a word in the place of one most likely means; English where that is not known */
export function languageMeant(word: string): readonly string[] {
  const name = word.trim().toLowerCase();
  return (Object.hasOwn(meant, name) ? meant[name] : undefined) ?? ['en-US', 'en-GB'];
}
