/** So long (ms) the editor does not notice, even where garbage is collected meanwhile. */
const turn = 8;

/** Does quick work for each of many items, and lets others have the thread in between. */
export async function givingWay<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - began < turn) continue;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  }
}
