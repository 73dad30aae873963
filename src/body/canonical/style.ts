import { normaliseColours } from './colours.ts';

/**
 * Normalises a `style` attribute: properties in lower case and sorted, the last of two declarations of one property,
 * white space and the spelling of colours settled.
 *
 * @param style as written
 * @param isIgnored declarations that say nothing a reader sees
 * @returns `a: b; c: d;`, or the empty string when nothing is left
 */
export function normaliseStyle(style: string, isIgnored: (property: string, value: string) => boolean): string {
  const declarations = new Map<string, string>();
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .trim()
      .replace(/\s+/g, ' ');
    if (property === '' || value === '' || isIgnored(property, value.toLowerCase())) continue;
    declarations.set(property, normaliseColours(value));
  }
  return [...declarations]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([property, value]) => `${property}: ${value};`)
    .join(' ');
}
