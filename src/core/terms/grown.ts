/** A typed array that can be filled. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** @returns the numbers in an array that has room for `room`, at least twice as long as before where it must be another one */
export function grown<A extends Numbers>(numbers: A, room: number): A {
  if (room <= numbers.length) return numbers;
  const larger = new (numbers.constructor as new (length: number) => A)(Math.max(room, numbers.length * 2));
  larger.set(numbers);
  return larger;
}
