/** An anchor without what the rules of tools differ in: signs, accents, and how words are held together. */
export function looseAnchor(anchor: string): string {
  return anchor
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
