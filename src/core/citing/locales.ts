import type { Assets } from '../ports';
import type { StyleNode } from './styleNode';
import { readStyleNode } from './styleNode';

/** CSL's language of last resort. */
export const fallbackLanguage = 'en-US';

/** The locales an engine may ask for, by language. */
export type Locales = ReadonlyMap<string, StyleNode>;

/** The region that stands for a language, where that isn't the language's own name (`de` is `de-DE`). */
const mainRegions: Readonly<Record<string, string>> = {
  en: 'en-US', da: 'da-DK', sv: 'sv-SE', nb: 'nb-NO', no: 'nb-NO', nn: 'nn-NO', cs: 'cs-CZ', el: 'el-GR', uk: 'uk-UA',
  he: 'he-IL', ja: 'ja-JP', ko: 'ko-KR', zh: 'zh-CN', ar: 'ar',
};

/** Loads a language's locale, and en-US, which every style falls back on. */
export async function loadLocales(assets: Assets, language: string): Promise<Locales> {
  const locales = new Map<string, StyleNode>();
  for (const wanted of new Set([...candidates(language), fallbackLanguage])) {
    const isNeeded = wanted === fallbackLanguage || locales.size === 0;
    const json = isNeeded ? await assets.read(`locales/${wanted}.json`) : undefined;
    if (json !== undefined) locales.set(wanted, readStyleNode(json));
  }
  return locales;
}

/** `de-LI` may be had as `de-LI`, and is else `de-DE`. Anything that is no language tag is none, so no path either. */
function candidates(language: string): string[] {
  const match = /^([a-z]{2,3})(?:[-_]([a-z]{2,4}))?/i.exec(language);
  if (!match?.[1]) return [];
  const base = match[1].toLowerCase();
  const exact = match[2] ? [`${base}-${match[2].toUpperCase()}`] : [];
  return [...exact, mainRegions[base] ?? `${base}-${base.toUpperCase()}`];
}
