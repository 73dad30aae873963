const COLOUR = /^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|rgba?\([\d.,%/ ]{5,40}\))$/i;
const LENGTH = /^\d{1,5}(?:\.\d{1,10})?(?:px|%)?$/;

/** What a style may say, by element and property. Everything else has no place in a body. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  div: { 'background-color': COLOUR, 'border-color': COLOUR },
  td: { 'background-color': COLOUR, width: LENGTH },
  img: { width: LENGTH, height: /^(?:auto|\d{1,5}(?:\.\d{1,10})?(?:px|%)?)$/ },
};

/**
 * Keeps of a `style` attribute what Intercom keeps: plain colours of callouts and cells, sizes of cells and
 * images.
 *
 * @returns the declarations that are kept, as a style, and the properties that are not
 */
export function safeStyle(
  tagName: string,
  style: string,
): { readonly style: string; readonly lost: readonly string[] } {
  const kept: string[] = [];
  const lost: string[] = [];
  for (const declaration of style.split(';')) {
    if (declaration.trim() === '') continue;
    const [name = '', ...rest] = declaration.split(':');
    const property = name.trim().toLowerCase();
    const value = rest.join(':').trim();
    const rule = Object.hasOwn(ALLOWED[tagName] ?? {}, property) ? ALLOWED[tagName]?.[property] : undefined;
    if (rule?.test(value)) kept.push(`${property}: ${value};`);
    else lost.push(property);
  }
  return { style: kept.join(' '), lost };
}
