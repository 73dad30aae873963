import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type * as z from 'zod';
import { commandsPage, commandsPageFile } from '../../scripts/commands-page.ts';
import { settingExamples } from '../../scripts/setting-examples.ts';
import { type FileKind, fieldsOf, fileKinds, settingsPage, settingsPageFile } from '../../scripts/settings-page.ts';
import { configurationSchema } from '../../src/config/schema.ts';
import { collectionSchema, frontMatterSchema } from '../../src/read/front-matter-schema.ts';
import { redirectsSchema } from '../../src/read/redirect-lines.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const pages = [
  ['commands.md', commandsPageFile, commandsPage],
  ['settings.md', settingsPageFile, settingsPage],
] as const;

test.each(pages)('%s is what the declarations say; "npm run docs" writes it', async (_, file, page) => {
  expect((await readFile(file, 'utf8')).replaceAll('\r\n', '\n')).toBe(page());
});

test('both are articles without a problem, beside the pages that they link to', async () => {
  const made = Object.fromEntries(pages.map(([name, , page]) => [name, page()]));
  const headings = [...(made['commands.md']?.matchAll(/\(json\.md#(\w+)\)/g) ?? [])].map(([, kind]) => `## ${kind}\n`);
  const beside = { 'problems.md': '# Problems\n', 'json.md': `# Documents\n\n${headings.join('\n')}` };
  const { dir } = await makeRepository({ 'helpcentre.yml': 'content: .\n', ...made, ...beside });
  const { code, stdout, stderr } = await runIn(dir, ['check', '--strict']);
  expect(code, stdout + stderr).toBe(0);
});

const schemas: Readonly<Record<FileKind, z.ZodType>> = {
  config: configurationSchema,
  'front-matter': frontMatterSchema,
  collection: collectionSchema,
  redirects: redirectsSchema,
};

describe.each(fileKinds)('of %s', (kind) => {
  test('every field has an example, and no other has', () => {
    expect(Object.keys(settingExamples[kind] ?? {}).sort()).toEqual(Object.keys(fieldsOf(kind)).sort());
  });

  test.each(Object.entries(settingExamples[kind] ?? {}))('the example of %s is read', (name, text) => {
    const value: unknown = parse(text);
    expect(schemas[kind].safeParse(value).error?.issues).toBeUndefined();
    expect(JSON.stringify(value)).toContain(`"${name}"`);
  });
});
