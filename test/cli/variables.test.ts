import { readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { testBed } from '../sandbox/start.ts';

const files = {
  'helpcentre.yml': [
    'state: published',
    'variables: { both: { en: two, fr: deux } }',
    'variablesFrom: [{ file: "i18n/{locale}.json", as: ui }]',
    '',
  ].join('\n'),
  'i18n/en.json': '{ "save": "Save", "cancel": "Cancel" }',
  'i18n/fr.json': '{ "save": "Enregistrer", "cancel": "Annuler" }',
  'content/a.md': '# A\n\nClick {{ui.save}} or {{ui.cancel}}.\n\nAll {{both}}.\n',
  'content/a.fr.md': '# À\n\nCliquez sur {{ui.save}} ou {{ui.cancel}}.\n\nTous les {{both}}.\n',
};

async function bench() {
  const repository = await makeRepository(files);
  const { sandbox } = await testBed();
  await sandbox.world.setMultilingual(true);
  await sandbox.world.setLocales(['en', 'fr']);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env });
  expect(await run('publish', '--yes')).toMatchObject({ code: 0 });
  const id = sandbox.world.articles()[0]?.id ?? '';
  const plan = async () => (await run('plan')).stdout.split('\n')[0]?.replace(/^Plan for [^:]*: /, '');
  return { ...repository, sandbox, run, id, plan, body: (locale: 'en' | 'fr') => sandbox.world.body(id, locale) ?? '' };
}

it('a text that the product changes is published, and one that it drops is found where it is named', async () => {
  const { dir, run, plan, body, write } = await bench();
  expect(body('en')).toContain('Click Save or Cancel.');
  expect(body('fr')).toContain('Cliquez sur Enregistrer ou Annuler.');
  await write({ 'i18n/fr.json': '{ "save": "Garder", "cancel": "Annuler" }' });
  expect(await plan()).toBe('1 to update; 0 unchanged');
  expect(await run('publish', '--yes')).toMatchObject({ code: 0 });
  expect(body('fr')).toContain('Cliquez sur Garder ou');
  expect(await plan()).toBe('No changes; 1 unchanged');

  await write({
    'i18n/en.json': '{ "keep": { "save": "Keep" }, "cancel": "Cancel" }',
    'i18n/fr.json': '{ "keep": { "save": "Garder" } }',
  });
  const problems = async () => {
    const found = JSON.parse((await run('check', '--json')).stdout) as { problems: Problem[] };
    return found.problems.map(
      ({ code, place, message, help }) => `${place?.file}:${place?.line}:${place?.column} ${code} ${message} ${help}`,
    );
  };
  const missing =
    'Give it a value under "variables" in helpcentre.yml, or write its new name where the product has renamed it, or write \\{{ for the braces themselves.';
  expect(await problems()).toEqual([
    `content/a.fr.md:3:13 unknown-variable variable "ui.save" has no value: i18n/fr.json has no text for "save" Did you mean "ui.keep.save"? ${missing}`,
    'content/a.fr.md:3:28 variable-untranslated variable "ui.cancel" has no value in fr: i18n/fr.json has no text for "cancel" Add it there; in en it is "Cancel". If that is what people see in fr too, set "problems: { variable-untranslated: warning }" in helpcentre.yml, and the article says it.',
    `content/a.md:3:7 unknown-variable variable "ui.save" has no value: i18n/en.json has no text for "save" Did you mean "ui.keep.save"? ${missing}`,
  ]);
  await unlink(path.join(dir, 'i18n/en.json'));
  expect((await problems()).filter((one) => one.includes('variable-file'))).toEqual([
    'helpcentre.yml:3:17 variable-file no variables can be read from i18n/en.json: there is no such file Correct the file, or what "variablesFrom" says of it in helpcentre.yml.',
  ]);
  expect((await run('publish', '--yes')).code).toBe(1);
  expect(body('en')).toContain('Click Save or Cancel.');
});

it('a pull keeps the names where Intercom has the values of its language', async () => {
  const { dir, run, sandbox, id, body, plan } = await bench();
  const ana = await sandbox.world.addTeammate({ name: 'Ana', email: 'ana@example.com', writesArticles: true });
  const edited = body('fr').replace('Cliquez sur Enregistrer ou', 'Choisissez Enregistrer ou');
  await sandbox.world.editArticle(id, { by: ana.id, locale: 'fr', body: edited });
  expect(await run('pull')).toMatchObject({ code: 0 });
  const french = await readFile(path.join(dir, 'content/a.fr.md'), 'utf8');
  expect(french).toBe(files['content/a.fr.md'].replace('Cliquez sur', 'Choisissez'));
  expect(await plan()).toBe('No changes; 1 unchanged');
});

it('an import takes nothing in Intercom for a variable', async () => {
  const { sandbox } = await testBed();
  const { dir } = await makeRepository({
    ...Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith('content'))),
    'content/b.md': '# B\n',
  });
  await sandbox.world.createArticle({
    title: 'Say {{ui.save}}',
    body: '<p>Say {{ui.save}} and {{ui.gone}}.</p>',
    state: 'published',
  });
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  expect(await runIn(dir, ['import'], { env })).toMatchObject({ code: 0 });
  const { stdout } = await runIn(dir, ['check', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ problems: [] });
});
