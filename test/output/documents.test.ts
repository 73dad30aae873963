import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { examplesIn, formsOf, jsonPage, jsonPageFile, partsOf } from '../../scripts/json-page.ts';
import { commands } from '../../src/cli/commands.ts';
import { formatDocument } from '../../src/output/format.ts';
import { documentSchema } from '../../src/output/json-schema.ts';
import { documentKinds } from '../../src/output/names.ts';
import { wrongIn } from '../kit/check-document.ts';
import { inventHost, runIn } from '../kit/run-in.ts';

const page = async (): Promise<string> => (await readFile(jsonPageFile, 'utf8')).replaceAll('\r\n', '\n');

test('docs/reference/json.md is what the schemas say; "npm run docs" writes it', async () => {
  const text = await page();
  expect(text).toBe(jsonPage(examplesIn(text)));
});

test('every document has an example that is one; "npx tsx scripts/json-page.ts --examples" runs them', async () => {
  const examples = examplesIn(await page());
  expect(Object.keys(examples)).toEqual(documentKinds);
  for (const kind of documentKinds) expect(wrongIn(kind, JSON.parse(examples[kind] ?? '')), kind).toBe('');
});

// A line that goes or changes here breaks whoever reads it: only a new major version may do that. New ones are welcome.
test('the fields are those that were promised; UPDATE=1 adds new ones', async () => {
  const all = [
    ...documentKinds.map((kind) => [kind, documentSchema(kind)] as const),
    ...[...partsOf()].map(([name, node]) => [name, node] as const),
  ];
  const lines = all.flatMap(([of, node]) => {
    const forms = formsOf(node as Parameters<typeof formsOf>[0]);
    const fields = forms.flatMap((form) =>
      form.map(({ name, type, mayBeMissing }) => `${of} ${name}${mayBeMissing ? '?' : ''}: ${type}`),
    );
    return fields.length > 0 ? fields : [`${of}: ${(node as { enum?: readonly string[] }).enum?.join(', ')}`];
  });
  const text = `${lines
    .join('\n')
    .replaceAll(/\[(\w+)\]\(#\w+\)/g, '$1')
    .replaceAll('`', '')}\n`;
  const file = path.join(import.meta.dirname, 'fields.txt');
  if (process.env['UPDATE'] !== undefined) await writeFile(file, text);
  expect(text).toBe((await readFile(file, 'utf8')).replaceAll('\r\n', '\n'));
});

test('every command that takes --json has a document', () => {
  const { host } = inventHost('.');
  const names = commands(host, () => undefined).map((command) => command.name());
  const others = ['error', 'help'];
  // What these print on standard output is something else: a schema, the protocol, a script.
  const without = ['schema', 'mcp', 'completion'];
  expect([...documentKinds].filter((kind) => !others.includes(kind)).sort()).toEqual(
    names.filter((name) => !without.includes(name)).sort(),
  );
});

describe('helpcentre schema output-…', () => {
  test.each(documentKinds)('%s describes every field, and takes no other', async (kind) => {
    const { code, stdout } = await runIn('.', ['schema', `output-${kind}`]);
    expect(code).toBe(0);
    const schema = JSON.parse(stdout) as Parameters<typeof formsOf>[0];
    const fields = formsOf(schema).flat();
    expect(fields.filter(({ description }) => description === '')).toEqual([]);
    expect(fields[0]).toMatchObject({ name: 'formatVersion', type: '`1`', mayBeMissing: false });
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    const example: object = JSON.parse(examplesIn(await page())[kind] ?? '');
    expect(validate(example)).toBe(true);
    expect(validate({ ...example, another: 1 })).toBe(false);
  });

  test('describes every field of every part', () => {
    const nameless = [...partsOf()].flatMap(([name, node]) =>
      formsOf(node)
        .flat()
        .flatMap((field) => (field.description === '' ? [`${name}.${field.name}`] : [])),
    );
    expect(nameless).toEqual([]);
  });
});

test('what no schema describes does not compile, at any depth', () => {
  const look = { name: 'token', state: 'ok', message: 'it is one', help: null } as const;
  const fields = { ok: true, checks: [look] };
  expect(formatDocument('doctor', fields)).toContain('"formatVersion": 1,\n  "ok": true');
  // @ts-expect-error A field that is not there.
  formatDocument('doctor', { ...fields, another: 1 });
  // @ts-expect-error One inside a list.
  formatDocument('doctor', { ok: true, checks: [{ ...look, another: 1 }] });
  const sometimes: typeof look & { readonly another?: number } = look;
  // @ts-expect-error One that is there sometimes, which no run may show.
  formatDocument('doctor', { ok: true, checks: [sometimes] });
  // @ts-expect-error Another word.
  formatDocument('doctor', { ok: true, checks: [{ ...look, state: 'splendid' }] });
  // @ts-expect-error One that is missing.
  formatDocument('doctor', { ok: true });
});
