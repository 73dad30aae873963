import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { AnySchema } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { assistantIn, treeOf } from '../kit/mcp.ts';
import { publishedInGit } from '../kit/published-in-git.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';

const files = {
  'content/billing/_collection.yml': 'name: Billing\n',
  'content/billing/invoices.md':
    '---\ntitle: Invoices\n---\n\nPress **Export** to get them. See [refunds](refunds.md).\n',
  'content/billing/refunds.md':
    '---\ntitle: Refunds\n---\n\nWrite to us.\n\n:::include{file=../_snippets/hint.md}\n:::\n',
  'content/account/_collection.yml': 'name: Account\n',
  'content/account/close.md': '---\ntitle: Close it\n---\n\nFirst get your [invoices](../billing/invoices.md#top).\n',
  'content/_snippets/hint.md': 'Mind the gap.\n',
};

const text = async (dir: string, file: string): Promise<string> => await readFile(path.join(dir, file), 'utf8');

describe('the tools of an assistant', () => {
  it('find, read, change, check and plan', async () => {
    const { repository, entries } = await publishedInGit(files);
    const { call } = await assistantIn(repository.dir);
    const found = await call('search', { query: 'expor' });
    expect(found).toMatchObject({ total: 1, results: [{ path: 'billing/invoices.md', title: 'Invoices' }] });
    const read = await call('read_article', { article: (await entries())['billing/invoices.md'] });
    expect(read).toMatchObject({ path: 'billing/invoices.md', total: 5, from: 1, to: 5, title: 'Invoices' });
    const changed = String(read.text).replace('Export', 'Download');
    const write = { path: 'content/billing/invoices.md', text: changed, basedOn: read.hash };
    expect(await call('write_article', write)).toMatchObject({
      written: true,
      path: 'billing/invoices.md',
      problems: [],
    });
    expect(await call('search', { query: 'export' })).toMatchObject({ total: 0 });
    expect(await call('search', { query: 'download' })).toMatchObject({ total: 1 });
    expect(await call('check')).toMatchObject({ ok: true, errors: 0 });
    const plan = await call('plan');
    expect(plan).toMatchObject({ summary: '1 to update; 2 unchanged', online: false, errors: [] });
    expect(plan.changes).toMatchObject([{ does: 'update', what: 'billing/invoices.md' }]);
    const { stdout } = await runIn(repository.dir, ['plan', '--offline', '--json']);
    expect(plan.digest).toBe(JSON.parse(stdout).digest);
    const diff = await call('diff', { article: 'billing/invoices.md' });
    expect(diff.diffs).toEqual([
      {
        language: 'en',
        diff: '@@ line 3 @@\n ---\n \n-Press **Export** to get them. See [refunds](refunds.md).\n+Press **Download** to get them. See [refunds](refunds.md).\n ',
      },
    ]);
    expect(await call('diff', { article: 'account/close.md' })).toMatchObject({ does: 'nothing', diffs: [] });
  });

  it('leave every byte as it is where they say so', async () => {
    const { repository, env } = await publishedInGit(files);
    await repository.write({ 'content/billing/invoices.md': '---\ntitle: Invoices\n---\n\nOther.\n' });
    const { client, call } = await assistantIn(repository.dir, { env });
    const before = treeOf(repository.dir);
    const { tools } = await client.listTools();
    const looking = tools.filter(({ annotations }) => annotations?.readOnlyHint === true).map(({ name }) => name);
    const args: Readonly<Record<string, object>> = {
      search: { query: 'invoices' },
      read_article: { article: 'billing/invoices.md' },
      explain_problem: { code: 'dead-link' },
      plan: { online: true },
      diff: { article: 'billing/invoices.md', online: true },
    };
    for (const name of looking) expect((await call(name, { ...args[name] })).error, name).toBeUndefined();
    for (const uri of ['dialect', 'plan', 'problems', 'configuration', 'article/billing/refunds.md'])
      await client.readResource({ uri: `helpcentre://${uri}` });
    expect(looking).toHaveLength(7);
    expect(treeOf(repository.dir)).toEqual(before);
  });

  it('give data that their schemas allow', async () => {
    const { dir } = await makeRepository(files);
    const { client, call } = await assistantIn(dir);
    const ajv = new Ajv2020({ strict: false });
    const args: Readonly<Record<string, object>> = {
      search: { query: 'invoices' },
      read_article: { article: 'billing/invoices.md' },
      scaffold_article: { title: 'New', folder: 'billing' },
      write_article: { path: 'billing/b.md', text: '# B\n' },
      move_article: { from: 'billing/b.md', to: 'account/b.md' },
      explain_problem: { code: 'dead-link' },
      diff: { article: 'billing/refunds.md' },
    };
    for (const { name, outputSchema } of (await client.listTools()).tools) {
      const answer = await call(name, { ...args[name] });
      if (name === 'pull_preview') expect(answer.error?.code).toBe('no-token');
      else expect([ajv.validate(outputSchema as AnySchema, answer), ajv.errors], name).toEqual([true, null]);
    }
  });

  it('say what to do where there is no help centre, and no token', async () => {
    const { dir, remove } = await makeRepository({});
    await remove('helpcentre.yml');
    const { call, client } = await assistantIn(dir);
    for (const name of ['check', 'plan']) {
      const { error } = await call(name);
      expect(error?.help, name).toContain('helpcentre init');
    }
    expect(await call('explain_problem', { code: 'dead-link' })).toMatchObject({ severity: 'error' });
    await expect(client.readResource({ uri: 'helpcentre://problems' })).rejects.toThrow('helpcentre init');
  });
});

describe('write_article', () => {
  it('is refused for a text that does not compile, with what is wrong', async () => {
    const { dir } = await makeRepository(files);
    const { call } = await assistantIn(dir);
    const bad = '---\ntitle: New\n---\n\nSee [this](nowhere.md).\n';
    const answer = await call('write_article', { path: 'billing/new.md', text: bad });
    expect(answer).toMatchObject({
      written: false,
      problems: [{ code: 'dead-link', severity: 'error', file: 'content/billing/new.md', line: 5, column: 5 }],
    });
    await expect(text(dir, 'content/billing/new.md')).rejects.toThrow('ENOENT');
  });

  it('says what breaks elsewhere', async () => {
    const { dir } = await makeRepository({ ...files, 'content/a.md': '# A\n\nSee [it](billing/refunds.md#how).\n' });
    const { call } = await assistantIn(dir);
    const { hash } = await call('read_article', { article: 'billing/refunds.md' });
    const write = { path: 'billing/refunds.md', text: '---\ntitle: Refunds\n---\n\nBye.\n', basedOn: hash };
    const answer = await call('write_article', write);
    // The anchor was dead before, too: nothing new.
    expect(answer).toMatchObject({ written: true, problems: [] });
    const again = { path: 'billing/refunds.md', text: '---\ntitle: Refunds\nsync: false\n---\n', basedOn: answer.hash };
    expect((await call('write_article', again)).problems).toMatchObject([
      { code: 'link-to-skipped', file: 'content/a.md' },
      { code: 'link-to-skipped', file: 'content/billing/invoices.md' },
    ]);
  });

  it('never writes over what somebody else wrote', async () => {
    const repository = await makeRepository(files);
    const one = await assistantIn(repository.dir);
    const other = await assistantIn(repository.dir);
    const { hash: basedOn } = await one.call('read_article', { article: 'billing/refunds.md' });
    const write = (words: string) => ({
      path: 'billing/refunds.md',
      text: `---\ntitle: Refunds\n---\n\n${words}\n`,
      basedOn,
    });
    const both = await Promise.all([
      one.call('write_article', write('One.')),
      other.call('write_article', write('Two.')),
    ]);
    expect(both.map(({ written, error }) => written ?? error?.code).sort()).toEqual(['changed-meanwhile', true]);
    const winner = both[0]?.written === true ? 'One.' : 'Two.';
    expect(await text(repository.dir, 'content/billing/refunds.md')).toContain(winner);
    const twice = await Promise.all(
      [one, other].map(({ call }) => call('write_article', { path: 'billing/x.md', text: '# X\n' })),
    );
    expect(twice.map(({ written, error }) => written ?? error?.code).sort()).toEqual(['file-there', true]);
  });

  it('keeps the line ends and the mark of a file', async () => {
    const { dir } = await makeRepository({ ...files, 'content/w.md': '\ufeff# W\r\n\r\nOne.\r\n' });
    const { call } = await assistantIn(dir);
    const { hash, text: shown } = await call('read_article', { article: 'w.md' });
    expect(shown).toBe('# W\n\nOne.\n');
    await call('write_article', { path: 'w.md', text: '# W\n\nTwo.\n', basedOn: hash });
    expect(await text(dir, 'content/w.md')).toBe('\ufeff# W\r\n\r\nTwo.\r\n');
  });

  it.each([
    '../helpcentre.yml',
    '../../etc/passwd.md',
    '/etc/x.md',
    'content/../x.md',
    'billing/../../x.md',
    'helpcentre.lock.json',
    'billing/helpcentre.yml',
    '.git/hooks/x.md',
    'billing/.hidden.md',
    'node_modules/x.md',
    'billing',
    'billing/a.png',
    'C:x.md',
    'a\\b.md',
    '_collection.yml',
  ])('refuses %s', async (name) => {
    const { dir } = await makeRepository(files);
    const { call } = await assistantIn(dir);
    const before = treeOf(dir);
    for (const tool of ['write_article', 'move_article']) {
      const args = tool === 'write_article' ? { path: name, text: '# X\n' } : { from: 'billing/refunds.md', to: name };
      expect((await call(tool, args)).error?.code, tool).toMatch(/^not-(?:writable|movable)$/);
    }
    expect(treeOf(dir)).toEqual(before);
  });

  it.each(['helpcentre.yml', 'helpcentre.lock.json', '.github/x.md', '.helpcentre/x.md'])(
    'refuses %s where the content folder is all of the repository',
    async (name) => {
      const { dir } = await makeRepository({ 'helpcentre.yml': 'content: .\n', 'a.md': '# A\n' });
      const { call } = await assistantIn(dir);
      expect((await call('write_article', { path: name, text: 'x' })).error?.code).toBe('not-writable');
      expect(await call('write_article', { path: 'b.md', text: '# B\n' })).toMatchObject({ written: true });
    },
  );

  it.skipIf(isWindows)('never goes through a link', async () => {
    const { dir } = await makeRepository(files);
    const elsewhere = await makeRepository({ 'x.md': '# X\n' });
    await symlink(elsewhere.dir, path.join(dir, 'content/out'));
    await symlink(path.join(dir, 'content/billing'), path.join(dir, 'content/in'));
    await symlink(path.join(elsewhere.dir, 'x.md'), path.join(dir, 'content/x.md'));
    const { call } = await assistantIn(dir);
    for (const name of ['out/x.md', 'in/new.md', 'x.md'])
      expect((await call('write_article', { path: name, text: '# Y\n' })).error?.code, name).toBe('linked-file');
    expect((await call('read_article', { article: 'x.md' })).error?.code).toBe('no-such-article');
    expect((await call('read_article', { article: 'out/x.md' })).error?.code).toBe('no-such-article');
    expect(await text(elsewhere.dir, 'x.md')).toBe('# X\n');
  });
});

describe('move_article', () => {
  it('keeps the article, and what links to it and from it', async () => {
    const { repository } = await publishedInGit(files);
    const { call } = await assistantIn(repository.dir);
    expect(await call('move_article', { from: 'billing/invoices.md', to: 'account/deep/bills.md' })).toMatchObject({
      moved: true,
      paths: { 'billing/invoices.md': 'account/deep/bills.md' },
      relinked: ['account/close.md'],
      problems: [],
    });
    expect(await text(repository.dir, 'content/account/deep/bills.md')).toContain(
      '[refunds](../../billing/refunds.md)',
    );
    expect(await text(repository.dir, 'content/account/close.md')).toContain('[invoices](deep/bills.md#top)');
    expect(await call('move_article', { from: 'billing/refunds.md', to: 'refunds.md' })).toMatchObject({ moved: true });
    expect(await text(repository.dir, 'content/refunds.md')).toContain('file=_snippets/hint.md');
    const changes = (await call('plan')).changes as readonly { readonly what: string }[];
    expect(changes.filter(({ what }) => what.endsWith('.md'))).toMatchObject([
      { does: 'update', what: 'account/close.md' },
      { does: 'move', what: 'account/deep/bills.md', from: 'billing/invoices.md' },
      { does: 'move', what: 'refunds.md', from: 'billing/refunds.md' },
    ]);
  });

  it('takes the languages along, and nothing where something is in the way', async () => {
    const { dir } = await makeRepository({
      ...files,
      'content/billing/refunds.fr.md': '# Remboursements\n\nÉcrivez.\n',
    });
    const { call } = await assistantIn(dir);
    expect((await call('move_article', { from: 'billing/refunds.fr.md', to: 'x.md' })).error?.code).toBe('not-movable');
    expect((await call('move_article', { from: 'billing/refunds.md', to: 'account/close.md' })).error?.code).toBe(
      'not-movable',
    );
    const { paths } = await call('move_article', { from: 'billing/refunds.md', to: 'account/money.md' });
    expect(paths).toEqual({
      'billing/refunds.md': 'account/money.md',
      'billing/refunds.fr.md': 'account/money.fr.md',
    });
    expect(await text(dir, 'content/account/money.fr.md')).toContain('Écrivez.');
  });
});

describe('scaffold_article', () => {
  it('begins an article, and a translation', async () => {
    const { dir } = await makeRepository(files);
    const { call } = await assistantIn(dir);
    const made = await call('scaffold_article', { title: 'Pay by card', folder: 'billing', description: 'How.' });
    expect(made).toMatchObject({ written: true, path: 'billing/pay-by-card.md', problems: [] });
    expect(made.text).toMatch(/^---\ntitle: Pay by card\ndescription: How\.\nstate: draft\n---\n/);
    const { hash } = await call('read_article', { article: 'billing/refunds.md' });
    const french = { title: 'Remboursements', translates: 'billing/refunds.md', language: 'fr' };
    expect(await call('scaffold_article', french)).toMatchObject({ written: true, path: 'billing/refunds.fr.md' });
    expect(await text(dir, 'content/billing/refunds.fr.md')).toBe(
      `---\ntitle: Remboursements\nstate: draft\ntranslated: "${hash}"\n---\n\nWrite to us.\n\n:::include{file=../_snippets/hint.md}\n:::\n`,
    );
    expect((await call('scaffold_article', french)).error?.code).toBe('file-there');
    expect((await call('scaffold_article', { title: 'X', language: 'fr' })).error?.code).toBe('which-original');
  });

  it('writes a link anew where languages have folders', async () => {
    const { dir } = await makeRepository({ ...files, 'helpcentre.yml': 'state: published\nlocales: folder\n' });
    const { call } = await assistantIn(dir);
    const answer = await call('scaffold_article', { title: 'F', translates: 'billing/invoices.md', language: 'fr' });
    expect(answer).toMatchObject({ written: true, path: 'fr/billing/invoices.md' });
    expect(answer.text).toContain('[refunds](../../billing/refunds.md)');
  });
});
