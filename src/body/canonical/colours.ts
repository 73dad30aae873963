const hexColour = /#[0-9a-f]{3,8}\b/gi;
const functionNotation = /\brgba?\(([^()]*)\)/gi;

/**
 * Spells every colour of a style value the same way: lower-case hexadecimal, short forms written out, `rgb()` and
 * `rgba()` turned into it, full opacity left out. `#d7efdc80` and `rgba(215, 239, 220, 0.5)` come out equal:
 * Intercom returns the first and takes the second.
 *
 * @param value of one declaration
 */
export function normaliseColours(value: string): string {
  return value
    .replace(functionNotation, (written, inside: string) => hexOf(inside) ?? written)
    .replace(hexColour, longHex);
}

function longHex(hex: string): string {
  const digits = hex.slice(1).toLowerCase();
  if (![3, 4, 6, 8].includes(digits.length)) return hex;
  const long = digits.length < 6 ? [...digits].map((digit) => digit + digit).join('') : digits;
  if (long.length < 8) return `#${long}`;
  const opacity = roundOpacity(Number.parseInt(long.slice(6), 16));
  return `#${long.slice(0, 6)}${opacity === 255 ? '' : opacity.toString(16).padStart(2, '0')}`;
}

/** Opacity in whole percent, which is how exactly `rgba()` is written by hand; a byte again. */
function roundOpacity(byte: number): number {
  return Math.round((Math.round((byte / 255) * 100) / 100) * 255);
}

/** The arguments of `rgb()` or `rgba()` as hexadecimal; null when they are no plain numbers. */
function hexOf(inside: string): string | null {
  const parts = inside.trim().split(/[\s,/]+/);
  if (parts.length < 3 || parts.length > 4) return null;
  const bytes = parts.map((part, index) => byteOf(part, index === 3 ? 255 : 1));
  if (bytes.some(Number.isNaN)) return null;
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A number or percentage as a byte. `unit` is what the number 1 stands for. */
function byteOf(part: string, unit: number): number {
  const match = /^(\d*\.?\d+)(%?)$/.exec(part);
  if (match === null) return Number.NaN;
  const byte = match[2] === '%' ? (Number(match[1]) / 100) * 255 : Number(match[1]) * unit;
  return Math.round(Math.min(255, byte));
}
