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
const TAG = /<(\/?)([a-z][a-z0-9-]*)([^<>]*)>/g;

/** All tags of HTML in the stable serialisation (`serialise`), in order. */
export function* tagsOf(html: string): Generator<Tag> {
  for (const match of html.matchAll(TAG)) {
    const [text, slash, name] = match;
    yield { name: name ?? '', closes: slash === '/', text, start: match.index };
  }
}

/** An attribute's value in a tag; null when it is absent. */
export function valueIn(tag: Tag, name: string): string | null {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag.text);
  return found === null ? null : unescapeValue(found[1] ?? '');
}

/** The tag with another value for an attribute that it has. */
export function withValue(tag: Tag, name: string, value: string): string {
  return tag.text.replace(new RegExp(` ${name}="[^"]*"`), () => ` ${name}="${escapeValue(value)}"`);
}
