import type { SavedSearch } from '../../core/library/savedSearch';
import type { Settings } from '../../platform/settings';

/** The searches that the user keeps, in the order they were saved. Names are told apart without regard to case. */
export class SavedSearches {
  constructor(private readonly settings: Pick<Settings, 'librarySearches' | 'setLibrarySearches' | 'onDidChange'>) {}

  get onDidChange(): Settings['onDidChange'] {
    return this.settings.onDidChange;
  }

  all(): readonly SavedSearch[] {
    return this.settings.librarySearches();
  }

  has(name: string): boolean {
    return this.all().some((search) => isCalled(search, name));
  }

  /** Keeps a search, in place of one of the same name. */
  async save(search: SavedSearch): Promise<void> {
    const all = this.all();
    await this.settings.setLibrarySearches(this.has(search.name) ? all.map((one) => (isCalled(one, search.name) ? search : one)) : [...all, search]);
  }

  async rename(name: string, newName: string): Promise<void> {
    await this.settings.setLibrarySearches(this.all().map((one) => (isCalled(one, name) ? { ...one, name: newName } : one)));
  }

  async remove(name: string): Promise<void> {
    await this.settings.setLibrarySearches(this.all().filter((one) => !isCalled(one, name)));
  }
}

function isCalled(search: SavedSearch, name: string): boolean {
  return search.name.toLowerCase() === name.toLowerCase();
}
