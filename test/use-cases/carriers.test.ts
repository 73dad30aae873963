import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ApiVersion } from '../../src/model/api-version.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const p = (text: string): string => `<p class="no-margin">${text}</p>`;
const gap = `${p('')}\n`;
const card = (data: string): string =>
  `<p class="no-margin" data-intercom-block="${data}"><b>Could not display content</b></p>`;
const first = 'eyJ0eXBlIjoiY2FyZCJ9';
const second = 'eyJ0eXBlIjoib3RoZXIifQ==';
const body = `<h1 id="h_0123456789">Start</h1>${p('One.')}${gap}${card(first)}${gap}${p('Two.')}`;

/** An article with a block that HTML does not show, imported into an empty folder. */
async function scene({ version = '2.16', stored = body }: { version?: ApiVersion; stored?: string } = {}) {
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const { id } = await sandbox.world.createArticle({ title: 'Index', state: 'published' });
  await sandbox.world.plantBody(id, stored);
  const repository = await makeRepository({ 'helpcentre.yml': `apiVersion: "${version}"\nstate: published\n` });
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const run = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await runIn(repository.dir, argv, { env });
    return { code, shown: stdout + stderr };
  };
  const imported = await run('import');
  expect(imported.code, imported.shown).toBe(0);
  const file = path.join(repository.dir, 'content/index.md');
  const text = () => readFile(file, 'utf8');
  return {
    ...{ sandbox, repository, id, run, imported, text },
    lockfile: () => readFile(path.join(repository.dir, 'helpcentre.lock.json')),
    plant: (html: string) => sandbox.world.plantBody(id, html),
    write: async (change: (text: string) => string) => repository.write({ 'content/index.md': change(await text()) }),
    plan: async () => (await run('plan')).shown,
    publish: () => run('publish', '--yes'),
    /** What Intercom keeps, with what HTML does not show. */
    kept: () => sandbox.world.article(id)?.contents.en?.body ?? '',
  };
}

describe('an article with a block that only Intercom can show', () => {
  it('is imported with its data in one line, and nothing is left to do', async () => {
    const { imported, text, plan, run } = await scene();
    expect(imported.shown).toContain('Plan: 0 changes.');
    expect(imported.shown).not.toContain('does not give out');
    expect(await text()).toContain(`\nOne.\n\n::intercom-block{data="${first}"}\n\nTwo.\n`);
    expect(await plan()).toContain('No changes; 1 unchanged');
    expect(await run('check')).toMatchObject({ code: 0 });
  });

  it('is written as Markdown, and the block stays', async () => {
    const { write, plan, publish, kept, sandbox } = await scene();
    await write((text) => text.replace('Two.', 'Two *more*, [see](#start).'));
    const planned = await plan();
    expect(planned).toContain('1 to update');
    expect(planned).toContain('index.md: this write changes it: the empty lines between its blocks go');
    const before = sandbox.log.length;
    expect(await publish()).toMatchObject({ code: 0 });
    const writes = sandbox.log.slice(before).filter(({ method }) => method === 'PUT');
    expect(writes).toHaveLength(1);
    const link = '<a href="#h_0123456789" target="_blank" class="intercom-content-link">see</a>';
    expect(kept()).toBe(`<h1 id="h_0123456789">Start</h1>${p('One.')}${card(first)}${p(`Two <i>more</i>, ${link}.`)}`);
    const after = await plan();
    expect(after).toContain('No changes; 1 unchanged');
    await write((text) => text.replace('One.', 'One!'));
    expect(await plan()).not.toContain('empty lines');
  });

  it('is held where something in it has no words in Markdown', async () => {
    const { write, plan, kept } = await scene({
      stored: `<p class="intercom-align-center no-margin">One.</p>${card(first)}${p('Two.')}`,
    });
    const before = kept();
    await write((text) => text.replace('Two.', 'Two more.'));
    const planned = await plan();
    expect(planned).toContain('that cannot say what is centred or aligned to the right');
    expect(kept()).toBe(before);
  });

  it('is held where its data is none that Intercom has, and an error where it is not whole', async () => {
    const { write, plan, run } = await scene();
    await write((text) => text.replace(first, second));
    expect(await plan()).toContain('whose data is none that Intercom has in this article');
    await write((text) => text.replace(second, 'e 30='));
    expect(await run('check')).toMatchObject({ code: 1, shown: expect.stringContaining('carrier-broken') });
  });

  it('is written as HTML once the block is deleted in the file', async () => {
    const { write, publish, kept, plan } = await scene();
    await write((text) => text.replace(/::intercom-block\{.*\}\n\n/, ''));
    expect(await publish()).toMatchObject({ code: 0 });
    expect(kept()).toBe(`<h1 id="h_0123456789">Start</h1>${p('One.')}${gap}${p('Two.')}`);
    expect(await plan()).toContain('No changes; 1 unchanged');
  });

  it('needs no second write where the notes of a publish are lost', async () => {
    const { write, publish, plan, lockfile, repository, run } = await scene();
    await write((text) => text.replace('Two.', 'Two more.'));
    const before = await lockfile();
    expect(await publish()).toMatchObject({ code: 0 });
    await repository.write({ 'helpcentre.lock.json': before });
    expect(await plan()).toContain('1 to record');
    expect(await run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(await plan()).toContain('No changes; 1 unchanged');
  });

  it('is drift when the block is edited in Intercom, and pull brings it home', async () => {
    const { plant, plan, run, text } = await scene();
    await plant(body.replace(first, second).replace('One.', 'One, edited.'));
    expect(await plan()).toContain('edited in Intercom');
    expect(await run('pull')).toMatchObject({ code: 0 });
    expect(await text()).toContain(`\nOne, edited.\n\n::intercom-block{data="${second}"}\n\nTwo.\n`);
    expect(await plan()).toContain('No changes; 1 unchanged');
  });

  it('is compared without its data, which nobody can read', async () => {
    const long = Buffer.from('{"type":"card","text":"A long one, as they are."}'.repeat(9)).toString('base64');
    const { write, run, text, publish, kept } = await scene({ stored: `${p('One.')}${card(long)}` });
    expect(await text()).toContain(`\n::intercom-block{data="${long}"}\n`);
    await write((old) => old.replace('One.', 'One more.'));
    const { shown } = await run('diff');
    expect(shown).toContain('One{+ more+}.');
    expect(shown).toContain('::intercom-block{data="eyJ0eXBlIjoiY2FyZCIs…');
    expect(shown).not.toContain(long);
    expect(await publish()).toMatchObject({ code: 0 });
    expect(kept()).toBe(`${p('One more.')}${card(long)}`);
  });

  it('can wait in a draft, and goes live from there', async () => {
    const { write, run, kept, plan } = await scene();
    await write((old) => old.replace('Two.', 'Two more.'));
    expect(await run('publish', '--stage', '--yes')).toMatchObject({ code: 0 });
    expect(kept()).toContain('Two.');
    expect(await run('publish', '--release', '--yes')).toMatchObject({ code: 0 });
    expect(kept()).toContain(`${card(first)}${p('Two more.')}`);
    expect(await plan()).toContain('No changes; 1 unchanged');
  });

  it('is left alone where another of its languages changes', async () => {
    const { sandbox, id, run, repository, kept, plan } = await scene();
    await sandbox.world.setMultilingual(true);
    await sandbox.world.setLocales(['en', 'fr']);
    await repository.write({
      'helpcentre.yml': 'apiVersion: "2.16"\nstate: published\nlocales: suffix\n',
      'content/index.fr.md': '---\ntitle: Index\n---\n\nUn.\n',
    });
    expect(await plan()).toContain('index.md');
    const before = kept();
    expect(await run('publish', '--yes')).toMatchObject({ code: 0 });
    expect(kept()).toBe(before);
    expect(sandbox.world.body(id, 'fr')).toBe(p('Un.'));
    expect(await plan()).toContain('No changes; 1 unchanged');
  });

  it('is held where the article is to be made anew, since no other has its block', async () => {
    const { repository, text, plan } = await scene();
    await repository.write({ 'content/copy.md': (await text()).replace('Index', 'Copy') });
    expect(await plan()).toContain('content/copy.md has an intercom-block'.replace('content/', ''));
  });

  it('is held before 2.16, where nobody gives the block out', async () => {
    const { imported, text, write, plan } = await scene({ version: '2.15' });
    expect(imported.shown).toContain('a block that Intercom does not give out');
    expect(await text()).toContain('<!-- undisplayed:');
    expect(await plan()).toContain('No changes; 1 unchanged');
    await write((old) => old.replace('Two.', 'Two more.'));
    expect(await plan()).toContain('A write would destroy that block.');
  });

  it('is held as before where the file has the mark of an older import', async () => {
    const { write, plan, repository } = await scene({ version: '2.15' });
    await repository.write({ 'helpcentre.yml': 'apiVersion: "2.16"\nstate: published\n' });
    expect(await plan()).toContain('No changes; 1 unchanged');
    await write((old) => old.replace('Two.', 'Two more.'));
    expect(await plan()).toContain('A write would destroy that block.');
  });
});
