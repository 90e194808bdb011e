/** Sorts a list in place, keeping equals as they are. Most lists here have two or three: the engine's own sorting makes four arrays for each. */
export function sortFew<One>(list: One[], compare: (a: One, b: One) => number): One[] {
  for (let at = 1; at < list.length; at++) {
    const one = list[at] as One;
    let to = at;
    for (; to > 0 && compare(list[to - 1] as One, one) > 0; to--) list[to] = list[to - 1] as One;
    list[to] = one;
  }
  return list;
}
