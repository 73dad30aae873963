import { escapeValue, unescapeValue } from './escape.ts';

/** A tag as it stands in HTML of the stable serialisation. */
export interface Tag {
  readonly name: string;
  readonly closes: boolean;
  /** The tag itself: `<a href="…">`. */
  readonly text: string;
  /** Where it starts in the HTML. */
  readonly start: number;
}

/** Text and attribute values hold no bare `<` or `>`, so a tag ends at the first `>`. */
const tagPattern = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])[^<>]*>/g;

/** All tags of HTML in the stable serialisation (`serialise`), in order. */
export function* tagsOf(html: string): Generator<Tag> {
  for (const match of html.matchAll(tagPattern)) {
    const [text, slash, name] = match;
    yield { name: name ?? '', closes: slash === '/', text, start: match.index };
  }
}

const carrierPattern = /<(a|img)(?=[\s/>])[^<>]*>/g;

/** The tags that may have an address, where they open. They are few of all, and found sooner by themselves. */
export function* carriersOf(html: string): Generator<Tag> {
  for (const match of html.matchAll(carrierPattern)) {
    const [text, name] = match;
    yield { name: name ?? '', closes: false, text, start: match.index };
  }
}

/** The attributes that are looked at. Quotes in values are escaped, so no value holds what looks like one. */
const attributePattern = { href: / href="([^"]*)"/, src: / src="([^"]*)"/, alt: / alt="([^"]*)"/ };

/** The value of an attribute in a tag; null when it is absent. */
export function valueIn(tag: Tag, name: keyof typeof attributePattern): string | null {
  const value = attributePattern[name].exec(tag.text)?.[1];
  return value === undefined ? null : unescapeValue(value);
}

/** The tag with another value for `href` or `src`, which it has. */
export function withValue(tag: Tag, name: keyof typeof attributePattern, value: string): string {
  return tag.text.replace(attributePattern[name], () => ` ${name}="${escapeValue(value)}"`);
}
