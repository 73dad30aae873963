import * as z from 'zod';
import type { Line } from './lines.ts';

/** A file of a page, as its front matter has it: `resources` in Hugo. */
export interface Resource {
  readonly src: string;
  readonly title?: string | undefined;
  /** Whose it is, as Markdown. */
  readonly credits?: string | undefined;
}

/** By the name that texts call it. */
export type Resources = ReadonlyMap<string, Resource>;

const listed = z.array(
  z.looseObject({
    name: z.string().optional().catch(undefined),
    src: z.string(),
    title: z.string().optional().catch(undefined),
    params: z
      .looseObject({ credits: z.string().optional().catch(undefined) })
      .optional()
      .catch(undefined),
  }),
);

const start = '{{/* resources ';
const end = ' */}}';

/**
 * The line that carries the files that front matter names into the text, where nothing is shown of it: a comment of the
 * tool. Shortcodes call them by name, and front matter is blank by then.
 *
 * @param value what `resources` is in the front matter
 * @returns null where no files are named there
 */
export function lineOfResources(value: unknown): string | null {
  const read = listed.safeParse(value);
  if (!read.success || read.data.length === 0) return null;
  const files = read.data.map(({ name, src, title, params }) => [
    name ?? src,
    { src, title, credits: params?.credits },
  ]);
  const line = `${start}${JSON.stringify(files)}${end}`;
  return line.indexOf('*/') === line.length - end.length + 1 ? line : null;
}

const carried = z.array(
  z.tuple([z.string(), z.object({ src: z.string(), title: z.string().optional(), credits: z.string().optional() })]),
);

/** The files that the first line carries, and the lines without it. */
export function resourcesIn(lines: readonly Line[]): { readonly resources: Resources; readonly rest: readonly Line[] } {
  const [first, ...more] = lines;
  if (first === undefined || !first.text.startsWith(start) || !first.text.endsWith(end))
    return { resources: new Map(), rest: lines };
  const json = first.text.slice(start.length, -end.length);
  let value: unknown = null;
  try {
    value = JSON.parse(json);
  } catch {
    return { resources: new Map(), rest: lines };
  }
  return { resources: new Map(carried.safeParse(value).data ?? []), rest: [{ ...first, text: '' }, ...more] };
}
