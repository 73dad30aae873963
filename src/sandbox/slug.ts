/**
 * The readable part of an article's address: lower case, accents off, everything that is no letter or digit a
 * hyphen. Letters of other scripts stay. Empty for a title of nothing but signs.
 */
export function slugOf(title: string): string {
  const bare = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
  const slug = bare
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return slug.slice(0, 100).replace(/-+$/, '');
}
