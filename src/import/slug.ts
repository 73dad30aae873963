/** Longest name of a file or folder, in characters; and in bytes, where each may take four. */
const mostCharacters = 60;
const mostBytes = 150;

/** Names that Windows keeps for devices, whatever follows after a dot. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d|conin|conout|clock)$/;

/** Whether Windows keeps a name for a device, whatever follows after a dot. */
export function isDevice(name: string): boolean {
  const [stem = ''] = name.normalize('NFKC').toLowerCase().split('.');
  return devices.test(stem.trim().replace(/\$$/, ''));
}

/**
 * A name for a file or folder made of a text that anybody may have written: letters, digits and hyphens of any script,
 * NFC, lower case. So it is never a path, never hidden, never a device of Windows, ends with no dot and holds nothing
 * that cannot be seen.
 *
 * @param text a title or a name
 * @param instead what a text without letters is called, and what is put behind the name of a device
 * @returns never empty
 */
export function slugOf(text: string, instead: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cs}'’]/gu, '')
    // Marks have a letter below them, and two on one are as many as any script stacks.
    .replace(/(^|[^\p{L}\p{N}\p{M}])\p{M}+/gu, '$1')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const short = cut(plain);
  if (short === '') return instead;
  return isDevice(short) ? `${short}-${instead}` : short;
}

/** Cut to the length of a name, between two words where that keeps half of it. */
function cut(name: string): string {
  let kept = '';
  for (const [index, character] of [...name].entries()) {
    if (index === mostCharacters || Buffer.byteLength(kept + character) > mostBytes) {
      const between = kept.lastIndexOf('-');
      return (between > kept.length / 2 ? kept.slice(0, between) : kept).replace(/-$/, '');
    }
    kept += character;
  }
  return kept;
}

/** What two names must not have in common: file systems may take upper and lower case, and Unicode's forms, for one. */
export function folded(name: string): string {
  return name.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC');
}

/**
 * The first of `name`, `name-2`, `name-3` … that is free.
 *
 * @param taken folded names; gets the one that was found
 */
export function freeName(name: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (taken.has(folded(candidate))) continue;
    taken.add(folded(candidate));
    return candidate;
  }
}
