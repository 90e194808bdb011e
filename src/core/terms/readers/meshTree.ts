import { GrowingInts } from './growing';
import { IdTable } from './idTable';

/** MeSH's categories, by the letters that tree numbers begin with. */
const categories: Readonly<Record<string, string>> = {
  A: 'Anatomy', B: 'Organisms', C: 'Diseases', D: 'Chemicals and Drugs', E: 'Analytical, Diagnostic and Therapeutic Techniques, and Equipment', F: 'Psychiatry and Psychology',
  G: 'Phenomena and Processes', H: 'Disciplines and Occupations', I: 'Anthropology, Education, Sociology, and Social Phenomena', J: 'Technology, Industry, and Agriculture',
  K: 'Humanities', L: 'Information Science', M: 'Named Groups', N: 'Health Care', V: 'Publication Characteristics', Z: 'Geographicals',
};

/** Where MeSH's descriptors stand in its tree: a descriptor may stand in several places, `C15.378.553` and `C23.888`. */
export class MeshTree {
  private readonly numbers = new IdTable();
  /** By tree number: the descriptor's number in `ids`, plus one. */
  private readonly holders = new GrowingInts();
  private readonly ids = new IdTable();
  /** Numbers by headings, of files that have no more than these (`mtrees2024.bin`). */
  private readonly byHeading = new Map<string, string[]>();

  /** Whether no descriptor was added. */
  isEmpty = true;

  /** @param id `MESH:D007964` */
  add(id: string, numbers: readonly string[]): void {
    this.isEmpty = false;
    for (const number of numbers) this.holders.set(this.numbers.add(number), this.ids.add(id) + 1);
  }

  addHeading(heading: string, number: string): void {
    const known = this.byHeading.get(heading);
    if (known) known.push(number);
    else this.byHeading.set(heading, [number]);
  }

  numbersOf(heading: string): readonly string[] {
    return this.byHeading.get(heading) ?? [];
  }

  /** The ids of what stands right above these places. */
  broaderOf(numbers: readonly string[]): string[] {
    const broader = numbers.flatMap((number) => {
      const parent = this.numbers.find(number.slice(0, Math.max(number.lastIndexOf('.'), 0)));
      const holder = parent < 0 ? 0 : this.holders.at(parent);
      return holder > 0 ? [this.ids.idOf(holder - 1)] : [];
    });
    return [...new Set(broader)];
  }

  /** The categories of these places, which serve as semantic types. */
  typesOf(numbers: readonly string[]): string[] {
    return [...new Set(numbers.flatMap((number) => categories[number.charAt(0)] ?? []))];
  }
}
