import { Kind } from './layout';

const marks = '!"#$%&()+,./:;<=>?@[]`{|}';

/** How many kinds there may be. */
export const kinds = 64;

/** By a byte of a text, what it is where words are read. */
export const kindOfByte = kindsOfBytes();

function kindsOfBytes(): Uint8Array {
  const made = new Uint8Array(256);
  made.fill(Kind.End, 0, 128);
  for (let at = 0; at < 26; at++) made[0x61 + at] = made[0x41 + at] = Kind.Letter;
  for (let at = 0; at < 10; at++) made[0x30 + at] = Kind.Digit;
  for (let at = 0; at < marks.length; at++) made[marks.charCodeAt(at)] = Kind.FirstMark + at;
  made[0x20] = Kind.Space;
  made[0x0a] = Kind.NewLine;
  made[0x2d] = Kind.Hyphen;
  for (const character of "_'") made[character.charCodeAt(0)] = Kind.Other;
  return made;
}
