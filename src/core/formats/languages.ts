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
  cze: 'cs', ces: 'cs', slo: 'sk', slk: 'sk', slv: 'sl', hun: 'hu', rum: 'ro', ron: 'ro', bul: 'bg', hrv: 'hr', scr: 'hr', srp: 'sr',
  scc: 'sr', ukr: 'uk', gre: 'el', ell: 'el', ara: 'ar', heb: 'he', per: 'fa', fas: 'fa', tha: 'th', vie: 'vi', ind: 'id', may: 'ms',
  msa: 'ms', hin: 'hi', cat: 'ca', est: 'et', lav: 'lv', lit: 'lt', gle: 'ga', wel: 'cy', cym: 'cy', afr: 'af', lat: 'la', ice: 'is',
  isl: 'is', nob: 'nb', nno: 'nn', geo: 'ka', kat: 'ka', arm: 'hy', hye: 'hy', mac: 'mk', mkd: 'mk', bos: 'bs', alb: 'sq', sqi: 'sq',
  baq: 'eu', eus: 'eu', glg: 'gl', urd: 'ur', ben: 'bn', aze: 'az', kaz: 'kk', uzb: 'uz',
};

/** The English of a country: `English (US)` is how American portals have it. */
const regions: Readonly<Record<string, string>> = {
  us: 'US', 'united states': 'US', american: 'US', uk: 'GB', 'united kingdom': 'GB', british: 'GB', gb: 'GB',
  australia: 'AU', canada: 'CA', brazil: 'BR', portugal: 'PT', spain: 'ES', germany: 'DE', france: 'FR', ireland: 'IE',
  traditional: 'Hant', simplified: 'Hans',
};

/** `English` → `en`, `English (US)` → `en-US`; what is not known stays as the text has it. */
export function languageTag(text: string): string {
  // `eng`, as MEDLINE has it in every record
  if (Object.hasOwn(codes, text)) return codes[text] as string;
  const whole = text.trim();
  const match = /^([^()]+?)\s*(?:\(([^()]*)\))?$/.exec(whole);
  const code = own(codes, match?.[1]);
  if (!code) {
    return whole;
  }
  const region = own(regions, match?.[2]);
  return region ? `${code}-${region}` : code;
}

/** Babel's names of languages, as BibLaTeX wants them, by tag; only those that are read as the same tag again. */
const names: ReadonlyMap<string, string> = new Map([
  ['en', 'english'], ['en-US', 'american'], ['en-GB', 'british'], ['de', 'german'], ['fr', 'french'], ['es', 'spanish'], ['it', 'italian'], ['pt', 'portuguese'],
  ['pt-BR', 'brazilian'], ['nl', 'dutch'], ['da', 'danish'], ['sv', 'swedish'], ['fi', 'finnish'], ['pl', 'polish'], ['cs', 'czech'], ['sk', 'slovak'],
  ['hu', 'hungarian'], ['ro', 'romanian'], ['ru', 'russian'], ['uk', 'ukrainian'], ['el', 'greek'], ['tr', 'turkish'], ['ja', 'japanese'],
]);

/** Babel's name of a language: `en-GB` → `british`; undefined where it has none. */
export function languageName(tag: string): string | undefined {
  return names.get(tag);
}

/** Word's numbers of languages (LCID): the low ten bits are the language. */
const wordLanguages: Readonly<Record<number, string>> = {
  1: 'ar', 2: 'bg', 3: 'ca', 4: 'zh', 5: 'cs', 6: 'da', 7: 'de', 8: 'el', 9: 'en', 10: 'es', 11: 'fi', 12: 'fr', 13: 'he', 14: 'hu', 15: 'is',
  16: 'it', 17: 'ja', 18: 'ko', 19: 'nl', 20: 'no', 21: 'pl', 22: 'pt', 24: 'ro', 25: 'ru', 27: 'sk', 29: 'sv', 30: 'th', 31: 'tr', 34: 'uk',
  36: 'sl', 41: 'fa', 42: 'vi',
};

/** `1033` → `en`; undefined where Word knows no language (`0`). */
export function lcidLanguage(lcid: string): string | undefined {
  return /^\d{1,5}$/.test(lcid) ? wordLanguages[Number(lcid) & 0x3ff] : undefined;
}

function own(table: Readonly<Record<string, string>>, key: string | undefined): string | undefined {
  const name = key?.trim().toLowerCase();
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
