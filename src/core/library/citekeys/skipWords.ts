/** Words that say nothing of a work, as Better BibTeX's `skipWords` has them by default. */
export const skipWords: ReadonlySet<string> = new Set(
  (
    'a ab aboard about above across after against al along amid among an and anti around as at before behind below beneath ' +
    'beside besides between beyond but by d da das de del dell dello dei degli della delle dem den der des despite die do ' +
    'down du during ein eine einem einen einer eines el en et except for from gli i il in inside into is l la las le les ' +
    'like lo los near nor of off on onto or over past per plus round save since so some sur than the through to toward ' +
    'towards un una unas under underneath une unlike uno unos until up upon van versus via von while with within without ' +
    'yet zu zum'
  ).split(' '),
);

const word = /[\p{L}\p{N}\p{Pc}\p{M}]+(?:-[\p{L}\p{N}\p{Pc}\p{M}]+)*/gu;

/** @returns a text's words, those joined by hyphens as one, without what tells nothing */
export function tellingWords(text: string): string[] {
  return (text.match(word) ?? []).filter((each) => !skipWords.has(each.toLowerCase()));
}
