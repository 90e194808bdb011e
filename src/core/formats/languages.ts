/** The languages that case literature is written in, in the portals' English, as BCP 47 has them. */
const codes: Readonly<Record<string, string>> = {
  english: 'en', german: 'de', french: 'fr', spanish: 'es', italian: 'it', portuguese: 'pt', dutch: 'nl', danish: 'da',
  swedish: 'sv', norwegian: 'no', 'norwegian bokmål': 'nb', finnish: 'fi', icelandic: 'is', polish: 'pl', czech: 'cs',
  slovak: 'sk', slovenian: 'sl', hungarian: 'hu', romanian: 'ro', bulgarian: 'bg', croatian: 'hr', serbian: 'sr',
  russian: 'ru', ukrainian: 'uk', greek: 'el', turkish: 'tr', arabic: 'ar', hebrew: 'he', persian: 'fa', japanese: 'ja',
  chinese: 'zh', korean: 'ko', thai: 'th', vietnamese: 'vi', indonesian: 'id', malay: 'ms', hindi: 'hi', catalan: 'ca',
  estonian: 'et', latvian: 'lv', lithuanian: 'lt', irish: 'ga', welsh: 'cy', afrikaans: 'af', flemish: 'nl', latin: 'la',
  deutsch: 'de', français: 'fr', español: 'es', italiano: 'it', português: 'pt', nederlands: 'nl', dansk: 'da',
  svenska: 'sv', norsk: 'no', suomi: 'fi',
  // babel's names, as BibTeX files have them in `langid`
  american: 'en-US', british: 'en-GB', usenglish: 'en-US', ukenglish: 'en-GB', ngerman: 'de', brazilian: 'pt-BR',
  // three letters, as MEDLINE has them
  eng: 'en', ger: 'de', deu: 'de', fre: 'fr', fra: 'fr', spa: 'es', ita: 'it', por: 'pt', dut: 'nl', nld: 'nl',
  jpn: 'ja', chi: 'zh', zho: 'zh', kor: 'ko', rus: 'ru', pol: 'pl', tur: 'tr', dan: 'da', swe: 'sv', nor: 'no', fin: 'fi',
};

/** The English of a country: `English (US)` is how American portals have it. */
const regions: Readonly<Record<string, string>> = {
  us: 'US', 'united states': 'US', american: 'US', uk: 'GB', 'united kingdom': 'GB', british: 'GB', gb: 'GB',
  australia: 'AU', canada: 'CA', brazil: 'BR', portugal: 'PT', spain: 'ES', germany: 'DE', france: 'FR', ireland: 'IE',
  traditional: 'Hant', simplified: 'Hans',
};

/** `English` → `en`, `English (US)` → `en-US`; what is not known stays as the text has it. */
export function languageTag(text: string): string {
  const whole = text.trim();
  const match = /^([^()]+?)\s*(?:\(([^()]*)\))?$/.exec(whole);
  const code = own(codes, match?.[1]);
  if (!code) {
    return whole;
  }
  const region = own(regions, match?.[2]);
  return region ? `${code}-${region}` : code;
}

function own(table: Readonly<Record<string, string>>, key: string | undefined): string | undefined {
  const name = key?.trim().toLowerCase();
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
