import * as z from 'zod';
import { plainYaml } from '../../yaml/plain-yaml.ts';
import type { PermalinkRule, Permalinks } from '../permalinks.ts';

const record = z.record(z.string(), z.unknown()).catch({});
const list = z.array(z.unknown()).catch([]);

const rule = (folder: string, pattern: unknown): readonly PermalinkRule[] =>
  typeof pattern === 'string' && pattern.includes(':') ? [{ folder, pattern }] : [];

/** `permalink` of collections, and of the defaults for folders and types. */
function rules(text: string): readonly PermalinkRule[] {
  const settings = record.parse(plainYaml(text));
  const collections = Object.entries(record.parse(settings.collections)).flatMap(([name, said]) =>
    rule(`_${name}`, record.parse(said).permalink),
  );
  const defaults = list.parse(settings.defaults).flatMap((one) => {
    const { scope, values } = record.parse(one);
    const { path, type } = record.parse(scope);
    const folder = typeof path === 'string' ? path.replace(/^\/|\/$/g, '') : '';
    const isPages = typeof type !== 'string' || type === 'pages';
    return rule(folder !== '' || isPages ? folder : `_${type}`, record.parse(values).permalink);
  });
  return [...defaults, ...collections, ...rule('_posts', settings.permalink)];
}

/** What Jekyll's `_config.yml` says of addresses. */
export const jekyllPermalinks: Permalinks = { files: ['_config.yml', '_config.yaml'], from: 'file', rules };
