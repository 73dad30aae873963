import * as z from 'zod';
import { plainYaml } from '../../yaml/plain-yaml.ts';
import type { Tag } from '../tags.ts';
import { titleOf } from './mdx.ts';

/** A text, or one for each language, of which the first counts. */
const words = z
  .union([z.string(), z.record(z.string(), z.unknown()).transform((texts) => Object.values(texts)[0])])
  .pipe(z.string())
  .optional()
  .catch(undefined);

const list = z.object({
  properties: z.array(
    z.looseObject({
      name: z.coerce.string(),
      type: z.string().optional().catch(undefined),
      required: z.boolean().optional().catch(undefined),
      description: words,
      defaultValue: z.union([z.string(), z.number(), z.boolean()]).optional().catch(undefined),
    }),
  ),
});

/** Files of data that a list of properties may be of. */
export function propertyFiles(tag: Tag): readonly string[] {
  const name = tag.name === 'propertylist' ? titleOf(tag, 'name') : null;
  if (name === null) return [];
  return ['yaml', 'yml', 'json'].map((ending) => `data/properties/${name.replaceAll('.', '/')}.${ending}`);
}

/** Geekdoc's list of what something takes, with what is said of each; null for another tag, or without its file. */
export function propertyLines(tag: Tag, textOf: (file: string) => string | null): readonly string[] | null {
  const text = propertyFiles(tag)
    .map(textOf)
    .find((one) => one !== null);
  const read = typeof text === 'string' ? list.safeParse(plainYaml(text)) : null;
  if (read?.success !== true) return null;
  const { properties } = read.data;
  const key = titleOf(tag, 'sort');
  const sorted =
    key === null ? properties : properties.toSorted((a, b) => (String(a[key] ?? '') < String(b[key] ?? '') ? -1 : 1));
  return (titleOf(tag, 'order') === 'desc' ? sorted.toReversed() : sorted).flatMap((one) => {
    const about = [one.type, one.required === true ? 'required' : 'optional'].filter((word) => word !== undefined);
    const value = one.defaultValue === undefined ? [] : [`Default: \`${one.defaultValue}\``, ''];
    return [
      `**\`${one.name}\` (${about.join(', ')})**`,
      '',
      ...(one.description ?? '').trim().split('\n'),
      '',
      ...value,
    ];
  });
}
