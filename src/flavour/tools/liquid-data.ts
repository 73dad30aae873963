import * as z from 'zod';
import { plainYaml } from '../../yaml/plain-yaml.ts';

/** What `_config.yml` and the files of `_data` say, by its name. */
const named =
  /\{\{-?\s*site\.([A-Za-z][\w-]*)((?:\.[\w-]+|\[["'][\w. -]+["']\])*)\s*(?:\|\s*(?:markdownify|strip|escape)\s*)*-?\}\}/;

/** Names of the site that other rules read, or that only a run knows. */
const others = [
  'baseurl',
  'url',
  'time',
  'pages',
  'posts',
  'static_files',
  'html_pages',
  'collections',
  'tags',
  'categories',
];

const record = z.record(z.string(), z.unknown());

/** The keys of a path such as `.a['b c']`. */
const keysOf = (path: string): readonly string[] =>
  [...path.matchAll(/\.([\w-]+)|\[["']([^"']+)["']\]/g)].map(([, plain, quoted]) => plain ?? quoted ?? '');

const dataFiles = (name: string): readonly string[] =>
  ['yml', 'yaml', 'json'].map((ending) => `_data/${name}.${ending}`);

/** Where what a name says may stand, and the keys to it there. */
function sourcesOf(
  first: string,
  path: string,
): { readonly files: readonly string[]; readonly keys: readonly string[] } {
  const keys = keysOf(path);
  if (first !== 'data') return { files: ['_config.yml', '_config.yaml'], keys: [first, ...keys] };
  return { files: dataFiles(keys[0] ?? ''), keys: keys.slice(1) };
}

/** Files of data that a text names. */
export function dataFilesIn(text: string): readonly string[] {
  return [...text.matchAll(new RegExp(named, 'g'))].flatMap(([, first = '', path = '']) =>
    others.includes(first) ? [] : sourcesOf(first, path).files,
  );
}

/** What a value at a place says, and how long it is as written; null for one that no file of data says as a text. */
export function dataAt(
  text: string,
  at: number,
  textOf: (file: string) => string | null,
): { readonly shown: string; readonly length: number } | null {
  const found = new RegExp(named, 'y');
  found.lastIndex = at;
  const [whole, first = '', path = ''] = found.exec(text) ?? [];
  if (whole === undefined || text[at - 1] === '\\' || others.includes(first)) return null;
  const { files, keys } = sourcesOf(first, path);
  const file = files.map(textOf).find((one) => one !== null);
  if (file === undefined || file === null) return null;
  let value: unknown = plainYaml(file);
  for (const key of keys) {
    const inside = record.safeParse(value).data;
    value = inside !== undefined && Object.hasOwn(inside, key) ? inside[key] : undefined;
  }
  const isText = (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
  return isText ? { shown: String(value).replace(/\s+$/, ''), length: whole.length } : null;
}
