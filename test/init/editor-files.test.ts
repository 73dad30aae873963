import { parseXml } from '@rgrove/parse-xml';
import { expect, test } from 'vitest';
import { isOwnSchema, jetbrainsFile, schemaFiles, schemasValue } from '../../src/init/editor-files.ts';
import { imageHostSetting } from '../../src/init/images-setting.ts';
import { keysOfSchema, snippetsFile } from '../../src/init/snippets.ts';

const schemas = { config: { title: 'c' }, collection: { title: 'k' }, redirects: { title: 'r' } };

test.each([
  ['.', 'content', 'content/redirects.yml'],
  ['.', '.', 'redirects.yml'],
  ['packages/help', 'docs', 'packages/help/docs/redirects.yml'],
  ['a & "b"', '.', 'a & "b"/redirects.yml'],
])('in %s with content in %s', (folder, content, redirects) => {
  const facts = { folder, content, schemas };
  const value = schemasValue(facts);
  expect(Object.values(value)).toEqual(['helpcentre.yml', '_collection.yml', redirects]);
  const files = schemaFiles(facts);
  expect(files.map(({ path }) => `./${path}`)).toEqual(Object.keys(value));
  expect(files.every(({ text }) => isOwnSchema(text) && JSON.parse(text).title.length === 1)).toBe(true);
  const xml = parseXml(jetbrainsFile(facts).text).toJSON();
  const options =
    JSON.stringify(xml).match(/"name":"(?:relativePathToSchema|path)","value":("(?:[^"\\]|\\.)*")/g) ?? [];
  expect(options.map((one) => JSON.parse(one.replace(/^.*"value":/, '')))).toEqual(
    files.flatMap(({ path }, index) => [path, Object.values(value)[index]]),
  );
});

test('snippets offer the keys of a schema, and the values where they are few', () => {
  const keys = keysOfSchema({
    properties: {
      title: { description: 'T.', anyOf: [{ type: 'string' }] },
      state: { description: 'S.', enum: ['draft', 'published'] },
      sync: { type: 'boolean' },
      fin: { anyOf: [{ type: 'boolean' }, { type: 'object' }] },
    },
  });
  expect(keys.map(({ key, values }) => [key, values])).toEqual([
    ['title', []],
    ['state', ['draft', 'published']],
    ['sync', ['true', 'false']],
    ['fin', []],
  ]);
  const snippets = JSON.parse(snippetsFile(keys).text);
  expect(snippets['helpcentre: front matter'].body).toEqual([
    '---',
    'title: $1',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: so VS Code has it
    'state: ${2|draft,published|}',
    '---',
    '',
    '$0',
  ]);
  expect(snippets['helpcentre: sync']).toMatchObject({
    scope: 'markdown',
    prefix: 'sync',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: so VS Code has it
    body: ['sync: ${1|true,false|}'],
  });
});

test.each([
  ['github', 'github.com', 'a/b', 'docs', 'host: github'],
  [null, null, null, 'docs', 'host: github'],
  ['gitlab', 'gitlab.com', 'g/s/b', '.', 'host: url, template: "https://gitlab.com/g/s/b/-/raw/{commit}/{path}"'],
  ['gitlab', 'h', 'g/b', 'my docs', 'host: url, template: "https://h/g/b/-/raw/{commit}/my%20docs/{path}"'],
  ['gitlab', null, null, '.', 'host: none'],
  [
    'bitbucket',
    'bitbucket.org',
    'a/b',
    'docs',
    'host: url, template: "https://bitbucket.org/a/b/raw/{commit}/docs/{path}"',
  ],
  ['bitbucket', 'bitbucket.acme.dev', 'a/b', 'docs', 'host: none'],
  ['other', 'codeberg.org', 'a/b', 'docs', 'host: none'],
])('pictures on %s at %s', (forge, host, path, content, setting) => {
  expect(imageHostSetting({ forge, host, path, content })).toBe(setting);
});
