import type { Assets } from '../ports';
import { fallbackLanguage, loadLocales } from './locales';
import type { StyleNode } from './styleNode';
import { findNode } from './styleNode';

/** A word for a place in a work, as a locator begins: `S.` for a page in German. */
export interface LocatorWord {
  /** CSL's label: `page`. */
  readonly label: string;
  /** The short form where the language has one, else the long one; of one place, and of several. */
  readonly single: string;
  readonly multiple: string;
  /** In full: `Seite`. */
  readonly long: string;
}

/** The labels that pandoc reads locators by, the most used first. */
const labels = [
  'page', 'chapter', 'section', 'figure', 'volume', 'paragraph', 'column', 'line', 'note', 'part', 'issue', 'book', 'folio', 'verse',
  'opus', 'sub-verbo',
] as const;

/** What CSL's locales say of languages. */
export class LanguageWork {
  private readonly words = new Map<string, Promise<readonly LocatorWord[]>>();

  constructor(private readonly assets: Assets) {}

  /** @returns the words for places in a work, those of English where CSL does not know the language */
  locators(language: string): Promise<readonly LocatorWord[]> {
    const known = this.words.get(language) ?? this.read(language);
    this.words.set(language, known);
    return known;
  }

  /** @returns whether CSL has words for a language; a region that it does not know is that of the language's main one */
  async isKnown(language: string): Promise<boolean> {
    if (/^en\b/i.test(language)) return true;
    return [...(await loadLocales(this.assets, language)).keys()].some((loaded) => loaded !== fallbackLanguage);
  }

  private async read(language: string): Promise<readonly LocatorWord[]> {
    const [locale] = (await loadLocales(this.assets, language || fallbackLanguage)).values();
    const terms = locale && findNode(locale, 'terms');
    return terms ? labels.flatMap((label) => locatorWord(terms, label)) : [];
  }
}

function locatorWord(terms: StyleNode, label: string): LocatorWord[] {
  const forms = terms.children.filter((child): child is StyleNode => typeof child !== 'string' && child.attrs['name'] === label);
  const long = forms.find(({ attrs }) => attrs['form'] === undefined || attrs['form'] === 'long');
  const short = forms.find(({ attrs }) => attrs['form'] === 'short') ?? long;
  if (!long || !short) return [];
  const single = textOf(short, 'single');
  return single === '' ? [] : [{ label, single, multiple: textOf(short, 'multiple') || single, long: textOf(long, 'single') || single }];
}

/** A term holds its text, or one for the singular and one for the plural. */
function textOf(term: StyleNode, number: 'single' | 'multiple'): string {
  const node = term.children.find((child): child is StyleNode => typeof child !== 'string' && child.name === number) ?? term;
  return node.children.filter((child) => typeof child === 'string').join('').trim();
}
