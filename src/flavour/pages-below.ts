import * as z from 'zod';

/** A page that a tool lists by itself, below others where its level says so. */
export interface PageBelow {
  readonly level: number;
  readonly title: string;
  /** The path to its file, from the file that lists it. */
  readonly path: string;
}

const carried = z.array(z.tuple([z.number().int().min(0), z.string(), z.string()]));

/** What carries the pages, as the attribute of the tag that lists them. */
const attribute = 'helpcentre-pages';

/**
 * The attribute that carries pages into a text whose tool lists them by itself: what pages there are is not known where
 * one text is read.
 */
export function attributeOfPages(pages: readonly PageBelow[]): string {
  const json = JSON.stringify(pages.map(({ level, title, path }) => [level, title, path]));
  // Nothing that ends a tag, a value or a text is left in it.
  return `${attribute}=${encodeURIComponent(json).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}

/** Nested list of the pages that the attributes of a tag carry, as Markdown; null where they carry none. */
export function listOfPages(attributes: ReadonlyMap<string, string>): readonly string[] | null {
  const written = attributes.get(attribute);
  if (written === undefined) return null;
  let value: unknown = null;
  try {
    value = JSON.parse(decodeURIComponent(written));
  } catch {
    return null;
  }
  const read = carried.safeParse(value);
  if (!read.success) return null;
  return read.data.map(
    ([level, title, path]) => `${'  '.repeat(level)}- [${title.replace(/[[\]\\`*_<]/g, '\\$&')}](<${path}>)`,
  );
}
