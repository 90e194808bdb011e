import type { Concept } from '../concept';
import { linksOf } from '../store/linkLists';
import type { ConceptsAbove } from '../topics';
import type { FolderSearch } from './folderSearches';

/** Loads what is needed to go up from concepts of glossaries and terminologies alike. */
export async function loadAbove({ glossary, stored }: FolderSearch): Promise<ConceptsAbove> {
  const links = new Map(await Promise.all((stored?.stores ?? []).map(async (store) => [store, await store.links()] as const)));
  const inGlossary = (id: string): Concept | undefined => glossary.byId.get(id);
  return (concept) => {
    if (glossary.byId.get(concept.id) === concept) return concept.broader.map(inGlossary).filter((one) => one !== undefined);
    const location = stored?.locate(stored.placeOf(concept.id));
    const broader = location && links.get(location.store)?.broader;
    return broader ? Array.from(linksOf(broader, location.place), (place) => location.store.conceptAt(place)) : [];
  };
}
