import type { AnnotatedText } from './corpora';
import type { Found } from './score';

/** Prints what is wrong most often: what was found and is not marked, and what is marked and was not found. */
export function printErrors(texts: readonly AnnotatedText[], found: readonly (readonly Found[])[], most = 10): void {
  const wrong = new Map<string, number>();
  const missed = new Map<string, number>();
  texts.forEach(({ text, gold }, at) => {
    const ours = found[at] ?? [];
    const said = ({ start, end }: { start: number; end: number }) => text.slice(start, end).toLowerCase().replace(/\s+/g, ' ');
    const note = (in_: Map<string, number>, one: { start: number; end: number }, others: readonly { start: number; end: number }[]) => {
      if (others.some(({ start, end }) => start === one.start && end === one.end)) return;
      const near = others.filter(({ start, end }) => start < one.end && one.start < end).map(said);
      const what = near.length > 0 ? `${said(one)} (${near.join(' | ')})` : said(one);
      in_.set(what, (in_.get(what) ?? 0) + 1);
    };
    for (const one of ours) note(wrong, one, gold);
    for (const one of gold) note(missed, one, ours);
  });
  for (const [what, counted] of [['not marked', wrong], ['missed', missed]] as const) {
    const list = [...counted].sort((a, b) => b[1] - a[1]).slice(0, most);
    console.log(`  ${what}, of ${[...counted.values()].reduce((sum, n) => sum + n, 0)}: ${list.map(([words, n]) => `${n} ${words}`).join('; ')}`);
  }
}
