import { normaliseColours } from '../../body/canonical/colours.ts';
import { fingerprint } from '../../body/fingerprint.ts';
import type { Site } from '../site.ts';

/** The colours of bodies, as a stylesheet. */
export interface ColourSheet {
  readonly css: string;
  /** New whenever the sheet is. */
  readonly hash: string;
}

/** What a colour is put on: the background of a callout or cell, or the border of a callout. */
export type ColourUse = 'background' | 'border';

const known = new WeakMap<Site, ColourSheet>();

/**
 * The stylesheet for all colours that bodies name. `style` attributes would need the policy to let any style through,
 * so a colour becomes a class, and this sheet says what it looks like: in the light as it is in Intercom, in the dark
 * with the same hue.
 */
export function coloursOf(site: Site): ColourSheet {
  const before = known.get(site);
  if (before !== undefined) return before;
  const css = colourRules(bodiesOf(site));
  const sheet = { css, hash: fingerprint(css).slice(7, 15) };
  known.set(site, sheet);
  return sheet;
}

/** A rule for each colour that some bodies name, as `coloursOf` describes. */
export function colourRules(bodies: Iterable<string>): string {
  const classes = new Map<string, string>();
  for (const body of bodies) collect(body, classes);
  return [...classes.values()].sort().join('');
}

function* bodiesOf({ articles, changes }: Site): Generator<string> {
  for (const { locales } of articles.values()) for (const { body } of Object.values(locales)) yield body;
  yield* changes?.bodies ?? [];
}

const styled = / style="([^"]*)"/g;

function collect(html: string, classes: Map<string, string>): void {
  for (const [, style = ''] of html.matchAll(styled)) {
    for (const { use, value } of coloursIn(style)) {
      const name = colourClass(use, value);
      if (name !== null && !classes.has(name)) classes.set(name, ruleOf(name, use, normaliseColours(value)));
    }
  }
}

/** The colours that a `style` attribute names. */
export function coloursIn(style: string): readonly { readonly use: ColourUse; readonly value: string }[] {
  return style.split(';').flatMap((declaration) => {
    const [property = '', ...rest] = declaration.split(':');
    const value = rest.join(':').trim();
    const use = uses.get(property.trim().toLowerCase());
    return use === undefined ? [] : [{ use, value }];
  });
}

const uses: ReadonlyMap<string, ColourUse> = new Map([
  ['background-color', 'background'],
  ['border-color', 'border'],
]);

/** The class for a colour; null for what is no plain colour. Two spellings of one colour have one class. */
export function colourClass(use: ColourUse, value: string): string | null {
  const hex = /^#([0-9a-f]{6}(?:[0-9a-f]{2})?)$/.exec(normaliseColours(value))?.[1];
  return hex === undefined ? null : `${use === 'background' ? 'bg' : 'bd'}-${hex}`;
}

function ruleOf(name: string, use: ColourUse, colour: string): string {
  const solid = colour.slice(0, 7);
  const property = use === 'background' ? 'background-color' : 'border-color';
  // The same hue, dark enough for light text to be read on it.
  const dark = `oklch(from ${solid} ${use === 'background' ? '0.3 calc(c * 1.3)' : '0.45 c'} h)`;
  return `.body .${name}{${property}:light-dark(${colour},${dark})}\n`;
}
