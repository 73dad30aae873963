/** Declarations of a `style` attribute by property, lower case, values as written. */
export function declarationsOf(style: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const declaration of (style ?? '').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    found.set(declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim());
  }
  return found;
}

/**
 * A colour as Intercom stores it: hexadecimal stays as it is, `rgb()` and `rgba()` become hexadecimal.
 *
 * @returns undefined for anything that is no such colour
 */
export function colourOf(value: string | undefined): string | undefined {
  const text = (value ?? '').trim();
  if (/^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text)) return text;
  const numbers = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+(\d*\.?\d+))?\s*\)$/i.exec(text);
  if (numbers === null) return undefined;
  const parts = [numbers[1], numbers[2], numbers[3]].map((part) => Math.min(255, Number(part)));
  if (numbers[4] !== undefined) parts.push(Math.round(Math.min(1, Number(numbers[4])) * 255));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
