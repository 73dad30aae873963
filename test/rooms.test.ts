import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/**
 * The plan of the house: what each room of `src/` may use, from the edges down to the ground. What is not here may not
 * be used. Rooms marked `pure` have no clock, file, network, console or process: values in, values out.
 */
// biome-ignore format: it is a table
const rooms: Readonly<Record<string, readonly string[]>> = {
  // edges
  'cli.ts':     ['cache', 'cli', 'replay'],
  'action.ts':  ['action', 'cli'],
  'index.ts':   ['body', 'cli', 'compile', 'config', 'model', 'plan', 'read', 'record', 'sandbox'],
  action:       ['cli', 'config', 'disk', 'git', 'intercom', 'model', 'net', 'plan', 'record', 'report', 'text', 'use-cases', 'version.ts'],
  cli:          ['config', 'disk', 'forge', 'git', 'init', 'intercom', 'mcp', 'model', 'net', 'output', 'plan', 'read', 'record', 'report', 'sandbox', 'site', 'text', 'use-cases', 'version.ts'],
  mcp:          ['model', 'plan', 'report', 'text', 'use-cases', 'version.ts'],
  replay:       ['cache', 'disk', 'model', 'net', 'version.ts'],
  // what both edges call
  'use-cases':  ['audit', 'body', 'cache', 'compile', 'config', 'dialect', 'disk', 'flavour', 'forge', 'git', 'import', 'intercom', 'intercom-markdown', 'links', 'memory', 'model', 'net', 'plan', 'probe', 'publish', 'read', 'record', 'report', 'sandbox', 'site', 'text', 'version.ts', 'yaml'],
  // stages: they share the nouns, and meet in the use cases
  read:         ['flavour', 'git', 'intercom-markdown', 'memory', 'model', 'text', 'yaml'],
  config:       ['git', 'model', 'text', 'yaml'],
  compile:      ['body', 'dialect', 'flavour', 'intercom-markdown', 'model', 'text'], // pure
  plan:         ['body', 'intercom-markdown', 'model', 'text'], // pure
  audit:        ['body', 'model', 'text'],                    // pure
  publish:      ['body', 'disk', 'git', 'model', 'net'],
  record:       ['disk', 'model', 'yaml'],
  import:       ['body', 'dialect', 'disk', 'git', 'model', 'net', 'text'],
  cache:        ['disk', 'memory', 'model'],
  report:       ['body', 'model', 'text'],                    // pure
  intercom:     ['body', 'intercom-markdown', 'memory', 'model', 'net'],
  links:        ['model', 'net'],
  forge:        ['model', 'net'],
  probe:        ['disk', 'model'],
  init:         [],                                           // pure
  output:       ['model'],                                    // pure
  site:         ['body', 'disk', 'model', 'report', 'text'],
  sandbox:      ['disk', 'intercom-markdown', 'memory', 'model', 'net', 'site', 'text'],
  // what the stages are made of
  dialect:      ['body', 'model', 'text'],                    // pure
  flavour:      ['intercom-markdown', 'model', 'text', 'yaml'], // pure
  'intercom-markdown': ['body', 'model', 'text'],             // pure
  body:         ['model'],                                    // pure
  text:         [],                                           // pure
  // the ground
  disk:         ['model'],
  git:          ['model'],
  memory:       [],
  yaml:         ['model', 'text'],
  net:          ['model'],
  model:        [],                                           // pure
  'version.ts': [],
};

const source = path.join(import.meta.dirname, '../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
const imported = /(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;
/** What each file imports, types too. */
const uses = new Map(
  files.map((file) => {
    const text = readFileSync(path.join(source, file), 'utf8');
    const named = [...text.matchAll(imported)].map(([, name = '']) => path.posix.join(path.posix.dirname(file), name));
    return [file, named] as const;
  }),
);
const roomOf = (file: string): string => file.split('/')[0] ?? file;

test('every room is in the plan, and uses what the plan lets it', () => {
  const astray = files.flatMap((file) =>
    (uses.get(file) ?? [])
      .filter((used) => roomOf(used) !== roomOf(file) && rooms[roomOf(file)]?.includes(roomOf(used)) !== true)
      .map((used) => `${file} uses ${used}`),
  );
  expect(astray).toEqual([]);
  expect([...new Set(files.map(roomOf))].filter((room) => rooms[room] === undefined)).toEqual([]);
});

test('no file is in a circle, types neither', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || done.has(file)) return;
    for (const used of uses.get(file) ?? []) walk(used, [...way, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});
