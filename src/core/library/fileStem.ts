/** Names that Windows keeps for devices, with any ending: `con`, `CON.yaml`, `nul.tar`. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** Leaves room for an ending, for a sync program's ` (conflict)` and for non-Latin letters' bytes (255 a name). */
const longest = 60;

/**
 * The name of a paper's file without its ending, safe on Windows, macOS and Linux for any citekey.
 *
 * A plain key is its own name (`chen1995`). Where the name has to differ from the key (`doi:10.1/x`, `con`, `a..b/`, a
 * very long one), a hash of the key follows, so that two keys do not share a file: `doi_10.1_x-1qz8k3f`.
 *
 * @param taken stems in use; one that differs by case or composed letters only is a clash, as on macOS and Windows
 */
export function fileStem(citekey: string, taken: Iterable<string> = []): string {
  const key = citekey.normalize('NFC');
  const safe = safeName(key);
  if (key !== '' && safe === key && !reserved.test(key) && !clashes(key, taken)) {
    return key;
  }
  const stem = safe.replace(/^\.+|\.+$/g, '') || 'paper';
  // `nul.x-…` would still be the device.
  return `${reserved.test(stem) ? '_' : ''}${stem}-${hash(citekey)}`;
}

function safeName(key: string): string {
  const name = key.replace(/[^\p{L}\p{N}\p{M}_.+-]/gu, '_').replace(/^[.\-]+|\.+$/g, '').replace(/\.{2,}/g, '.');
  return Array.from(name).slice(0, longest).join('');
}

function clashes(stem: string, taken: Iterable<string>): boolean {
  const name = stem.toLowerCase();
  for (const other of taken) {
    if (other.normalize('NFC').toLowerCase() === name) {
      return true;
    }
  }
  return false;
}

/** FNV-1a in two 32-bit lanes, cut to nine characters: enough for no two keys of a library to meet. */
function hash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193) >>> 0;
    high = Math.imul(high ^ code ^ (low >>> 13), 0x01000197) >>> 0;
  }
  return `${low.toString(36)}${high.toString(36)}`.slice(0, 9);
}
