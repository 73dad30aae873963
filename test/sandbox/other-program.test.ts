import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { bareEnvironment } from '../kit/system.ts';
import { testBed } from './start.ts';

/** Where `intercom-help-sync`, built and with what it needs, may be: a program of others, which speaks version 2.10. */
const PLACES = [
  process.env['INTERCOM_HELP_SYNC'] ?? '',
  fileURLToPath(new URL('../../../shared/intercom-help-sync', import.meta.url)),
  fileURLToPath(new URL('../../node_modules/intercom-help-sync', import.meta.url)),
];
const home = PLACES.find((place) => place !== '' && existsSync(path.join(place, 'dist/cli.js')));
if (home === undefined) {
  process.stderr.write(
    'skipped: intercom-help-sync is neither beside this checkout nor where INTERCOM_HELP_SYNC says\n',
  );
}

/** The program with its address changed, and nothing else of it. */
async function program(from: string, address: string) {
  const { dir } = await makeRepository({});
  await cp(path.join(from, 'dist'), path.join(dir, 'program'), { recursive: true });
  const client = path.join(dir, 'program/sync/intercom-client.js');
  const [before = '', after, ...more] = (await readFile(client, 'utf8')).split('https://api.intercom.io');
  expect([after !== undefined, more]).toEqual([true, []]);
  await writeFile(client, `${before}${address}${after}`);
  const needs = [path.join(from, 'node_modules'), path.dirname(from)].join(path.delimiter);
  const env = { ...bareEnvironment(), INTERCOM_ACCESS_TOKEN: 'sandbox', NODE_PATH: needs };
  const run = async (...argv: string[]): Promise<string> => {
    const node = promisify(execFile)(process.execPath, ['program/cli.js', ...argv], { cwd: dir, env });
    const { stdout, stderr } = await node;
    return stdout + stderr;
  };
  return { dir, run };
}

test.skipIf(home === undefined)('intercom-help-sync pulls and pushes, with its address changed alone', async () => {
  const bed = await testBed();
  const { id: parent } = await bed.collection({ name: 'Getting started' });
  const fields = { title: 'Welcome', state: 'published', parent_id: Number(parent) };
  const { id } = await bed.article({ ...fields, body: '<p>Press <b>Start</b>.</p>' });
  await bed.article({ title: 'Alone' });
  const { dir, run } = await program(home ?? '', bed.sandbox.url);

  // It counts the default language again where it stands among the translations.
  expect(await run('pull')).toContain('2 created, 2 updated');
  const docs = path.join(dir, 'help-docs/en');
  // It looks a collection's name up by text, and an article's `parent_id` is a number: the folder is called by that.
  expect((await readdir(docs)).sort()).toEqual([parent, 'uncategorized']);
  const file = path.join(docs, parent, 'Welcome.md');
  const pulled = await readFile(file, 'utf8');
  expect(pulled).toMatch(/\nPress \*\*Start\*\*\.\n/);

  await writeFile(file, pulled.replace('Press **Start**.', 'Press **Go**.'));
  expect(await run('push', file)).toContain('0 created, 1 updated');
  const body = '<p class="no-margin">Press <b>Go</b>.</p>';
  expect((await bed.get(`/articles/${id}`)).body).toMatchObject({
    title: 'Welcome',
    state: 'published',
    body,
    parent_ids: [Number(parent)],
  });

  const own = path.join(docs, parent, 'New.md');
  await mkdir(path.dirname(own), { recursive: true });
  const front = `title: New\nlocale: en\nintercom_collection_id: '${parent}'\nauthor_id: ${bed.author}\nstatus: draft`;
  await writeFile(own, `---\n${front}\n---\n\nMade in a file.\n`);
  expect(await run('push', own)).toContain('1 created, 0 updated');
  const made = /intercom_id: '?"?(\d+)/.exec(await readFile(own, 'utf8'))?.[1];
  const answer = (await bed.get(`/articles/${made}`, { version: '2.10' })).body;
  expect(answer).toMatchObject({ title: 'New', state: 'draft', parent_id: Number(parent), parent_type: 'collection' });
  const asked = new Set(bed.sandbox.log.map(({ status }) => status));
  expect([...asked]).toEqual([200]);
});
