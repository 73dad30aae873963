/** A number in front of a folder's name, and what separates it; a year or `24-7` is part of the name. */
export const numberInFront = /^(\d{1,3})[\s._-]+(?=[^\d\s._-])/;

/**
 * A folder's or a file's name as a title: without the number in front, in sentence form.
 * `02-getting_started` is "Getting started"; a name with spaces keeps its own form.
 *
 * @param folder path without an ending; its last part counts
 */
export function nameOfFolder(folder: string): string {
  const last = folder.split('/').at(-1) ?? folder;
  const bare = last.replace(numberInFront, '');
  const spaced = /\s/.test(bare) ? bare : bare.replace(/[-_]+/g, ' ');
  const trimmed = spaced.trim() === '' ? last : spaced.trim();
  // Names such as iOS have a spelling of their own.
  if (/^\p{Ll}\p{Lu}/u.test(trimmed)) return trimmed;
  return trimmed.replace(/^\p{Ll}/u, (first) => (first === 'ß' ? first : first.toUpperCase()));
}

/**
 * What a page is called that has no title: like its file, or like the folder whose page it is.
 *
 * @param page path without an ending
 */
export function nameOfPage(page: string): string {
  const parts = page.split('/');
  const isFolders = parts.length > 1 && /^_?(?:index|readme)$/i.test(parts.at(-1) ?? '');
  return nameOfFolder(isFolders ? parts.slice(0, -1).join('/') : page);
}
