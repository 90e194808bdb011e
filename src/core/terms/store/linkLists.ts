/** For each concept a list of concepts, by their places: where each list begins, and one after the last; then the lists. */
export interface LinkLists {
  readonly starts: Int32Array;
  readonly places: Int32Array;
}

/** @returns the lists of what leads to each: of the broader concepts the narrower ones, in the order of the places */
export function turned({ starts, places }: LinkLists): LinkLists {
  const count = starts.length - 1;
  const turnedStarts = new Int32Array(count + 1);
  for (const place of places) turnedStarts[place + 1] = (turnedStarts[place + 1] ?? 0) + 1;
  for (let at = 0; at < count; at++) turnedStarts[at + 1] = (turnedStarts[at + 1] ?? 0) + (turnedStarts[at] ?? 0);
  const next = turnedStarts.slice();
  const turnedPlaces = new Int32Array(places.length);
  for (let from = 0; from < count; from++) {
    for (let at = starts[from] ?? 0; at < (starts[from + 1] ?? 0); at++) {
      const to = places[at] ?? 0;
      const free = next[to] ?? 0;
      turnedPlaces[free] = from;
      next[to] = free + 1;
    }
  }
  return { starts: turnedStarts, places: turnedPlaces };
}

/** @returns the list of a concept */
export function linksOf({ starts, places }: LinkLists, place: number): Int32Array {
  return places.subarray(starts[place], starts[place + 1]);
}

/** @returns which concepts are reached from some, these included; circles do no harm */
export function reached(lists: LinkLists, from: Iterable<number>): Uint8Array {
  const seen = new Uint8Array(Math.max(0, lists.starts.length - 1));
  const open = [...from].filter((place) => place >= 0 && place < seen.length);
  for (const place of open) seen[place] = 1;
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const next of linksOf(lists, place)) {
      if (seen[next] === 1) continue;
      seen[next] = 1;
      open.push(next);
    }
  }
  return seen;
}
