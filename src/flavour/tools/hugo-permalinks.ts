import { parse } from 'smol-toml';
import * as z from 'zod';
import { plainYaml } from '../../yaml/plain-yaml.ts';
import type { PermalinkRule, Permalinks } from '../permalinks.ts';

const record = z.record(z.string(), z.unknown()).catch({});

function dataOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return record.parse(parse(text));
  } catch {
    return record.parse(plainYaml(text));
  }
}

/** Patterns by section; since Hugo 0.131 also apart for pages and sections. */
function rulesIn(value: unknown): readonly PermalinkRule[] {
  return Object.entries(record.parse(value)).flatMap(([folder, pattern]) =>
    typeof pattern === 'string'
      ? [{ folder: folder.replace(/^\/|\/$/g, ''), pattern }]
      : folder === 'page'
        ? rulesIn(pattern)
        : [],
  );
}

const top = ['hugo', 'config'].flatMap((name) => ['toml', 'yaml', 'yml'].map((ending) => `${name}.${ending}`));

/** `permalinks` of Hugo's configuration. */
export const hugoPermalinks: Permalinks = {
  files: [...top, ...top.map((file) => `config/_default/${file}`)],
  from: 'content',
  rules: (text) => rulesIn(dataOf(text).permalinks),
};
