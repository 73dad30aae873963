import { describe, expect, it } from 'vitest';
import { publishedInGit } from '../kit/published-in-git.ts';

const file = 'content/team/large-refunds.md';
const internal = (front = '', words = 'Ask the team lead.'): string =>
  `---\ntitle: Large refunds\ntype: internal\n${front}---\n\n${words}\n`;

interface Internal {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly owner_id: number;
  readonly author_id: number;
  readonly ai_chatbot_availability: boolean;
  readonly audience_ids: readonly number[];
}

async function scene(settings = '') {
  const files = { 'content/billing/pay.md': '# Pay\n\nBy card.\n', [file]: internal() };
  const made = await publishedInGit(files, `state: published\nmaxRemovals: 100%\n${settings}`);
  const { sandbox } = made;
  const api = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = {
      authorization: `Bearer ${sandbox.token}`,
      'content-type': 'application/json',
      'intercom-version': '2.16',
    };
    const answer = await fetch(`${sandbox.url}${path}`, { method, headers, body: body ? JSON.stringify(body) : null });
    return answer.status === 204 ? null : await answer.json();
  };
  const all = async (): Promise<readonly Internal[]> =>
    ((await api('GET', '/internal_articles')) as { data: readonly Internal[] }).data;
  const run = async (code: number, ...argv: readonly string[]) => {
    const ran = await made.run(...argv);
    expect(ran.code, ran.stdout + ran.stderr).toBe(code);
    return ran.stdout + ran.stderr;
  };
  const ok = (...argv: readonly string[]) => run(0, ...argv);
  const writes = () =>
    sandbox.log
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path.replace(/\d+/g, 'N')}`);
  return { ...made, api, all, ok, fails: (...argv: readonly string[]) => run(1, ...argv), writes };
}

describe('an internal article', () => {
  it('is created for teammates alone, and is in the lockfile under an id that says what it is', async () => {
    const { all, entries, ok, sandbox } = await scene();
    const [one, ...others] = await all();
    expect([one?.title, one?.body, others]).toEqual([
      'Large refunds',
      '<p class="no-margin">Ask the team lead.</p>',
      [],
    ]);
    expect(sandbox.world.articles().map(({ contents }) => contents.en?.title)).toEqual(['Pay']);
    expect((await entries())['team/large-refunds.md']).toBe(`ia_${one?.id}`);
    expect(await ok('plan')).toContain('No changes');
    expect(await ok('plan', '--offline')).toContain('No changes');
  });

  it('is updated, moved, drifts and is deleted like any other', async () => {
    const { all, api, fails, git, ok, read, repository, writes } = await scene('removed: delete\n');
    await repository.write({ [file]: internal('', 'Ask the team lead, or finance.') });
    expect(await ok('plan')).toMatch(/~ update +team\/large-refunds\.md/);
    await ok('publish', '--yes');
    expect((await all())[0]?.body).toContain('or finance');
    await git('mv', file, 'content/big-refunds.md');
    expect(await ok('plan')).toMatch(/> move +big-refunds\.md {2}internal article; from team\/large-refunds\.md/);
    await ok('publish', '--yes');
    expect(await all()).toHaveLength(1);
    const id = (await all())[0]?.id ?? '';
    await api('PUT', `/internal_articles/${id}`, { body: '<p>Ask nobody.</p>' });
    expect(await fails('plan')).toContain('edited in Intercom');
    await ok('pull');
    expect(await read('content/big-refunds.md')).toContain('Ask nobody.');
    expect(await ok('plan')).toContain('No changes');
    await git('rm', '--quiet', '--force', 'content/big-refunds.md');
    expect(await ok('plan')).toMatch(/- delete +big-refunds\.md/);
    await ok('publish', '--yes', '--allow-removals');
    expect(await all()).toEqual([]);
    expect(writes().at(-1)).toBe('DELETE /internal_articles/N');
  });

  it('comes back as the same file, with its owner, switches and audiences', async () => {
    const { sandbox, repository, ok, run, read, all } = await scene();
    await sandbox.world.addAudience(7, 'Enterprise');
    const { admins } = (await (await scene()).api('GET', '/admins')) as { admins: readonly { email: string }[] };
    const [, ada] = admins;
    const text = internal(`owner: ${ada?.email}\nfin:\n  copilot: true\naudiences:\n  - Enterprise\n`, 'Ask **Ada**.');
    await repository.write({ [file]: text });
    expect(await ok('plan')).toContain('owner changed');
    await ok('publish', '--yes');
    expect(await all()).toMatchObject([{ audience_ids: [7], ai_chatbot_availability: false }]);
    await repository.write({ 'other/helpcentre.yml': 'state: published\n' });
    const first = await run('import', '--yes', '--cwd', 'other');
    expect(first.stdout + first.stderr).toContain('1 internal article left in Intercom: --internal imports it too.');
    await run('import', '--yes', '--internal', '--cwd', 'other');
    expect(await read('other/content/internal/large-refunds.md')).toBe(text);
    expect(await ok('plan', '--cwd', 'other')).toContain('No changes');
    for (const argv of [[], ['--ids', sandbox.world.articles()[0]?.id ?? '']]) {
      const again = await ok('import', '--yes', ...argv, '--cwd', 'other');
      expect(again).toContain('Plan: 0 changes.');
      expect(again).not.toContain('left in Intercom');
    }
    await repository.write({ 'other/helpcentre.yml': "state: published\napiVersion: '2.11'\n" });
    expect(await ok('import', '--yes', '--cwd', 'other')).toContain('Plan: 0 changes.');
  });

  it('that changes its type is held, and so is one whose file is gone where nothing is deleted', async () => {
    const { all, fails, git, repository } = await scene();
    await repository.write({ [file]: '# Large refunds\n\nAsk the team lead.\n' });
    const held = await fails('plan');
    expect(held).toContain('has another type in Intercom');
    expect(held).toContain('It is an internal article, and Intercom cannot make a public article of it.');
    expect(await fails('plan', '--offline')).toContain('has another type in Intercom');
    await git('rm', '--quiet', '--force', file);
    expect(await fails('plan')).toContain('has lost its file, and cannot be unpublished');
    expect(await fails('plan', '--offline')).toContain('has lost its file, and cannot be unpublished');
    expect(await all()).toHaveLength(1);
  });

  it('that was deleted in Intercom becomes public once its file says so', async () => {
    const { all, api, ok, repository, sandbox } = await scene();
    await api('DELETE', `/internal_articles/${(await all())[0]?.id}`);
    await repository.write({ [file]: '# Large refunds\n\nAsk the team lead.\n' });
    expect(await ok('plan')).toMatch(/\+ create +team\/large-refunds\.md/);
    await ok('publish', '--yes');
    expect(sandbox.world.articles().map(({ contents }) => contents.en?.title)).toContain('Large refunds');
    expect(await ok('plan')).toContain('No changes');
  });

  it('is left alone on a version of the API that does not know it, and its id is kept', async () => {
    const { all, entries, git, ok, repository } = await scene();
    const id = (await all())[0]?.id;
    await repository.write({
      'helpcentre.yml': "state: published\napiVersion: '2.11'\n",
      'content/b.md': '# B\n\nB.\n',
    });
    const plan = await ok('plan');
    expect(plan).toContain('one internal article is left alone: version 2.11 of the API does not know them');
    expect(plan).not.toContain('large-refunds.md  ');
    await git('rm', '--quiet', '--force', file);
    await ok('publish', '--yes');
    expect((await entries())['team/large-refunds.md']).toBe(`ia_${id}`);
  });

  it('that changes its type is held on such a version too, where nobody can see that it is still there', async () => {
    const { entries, fails, ok, repository, sandbox } = await scene();
    const before = await entries();
    await repository.write({
      'helpcentre.yml': "state: published\napiVersion: '2.11'\n",
      [file]: '# Large refunds\n\nAsk the team lead.\n',
    });
    expect(await fails('plan')).toContain('has another type in Intercom');
    await fails('publish', '--yes');
    expect(sandbox.world.articles().map(({ contents }) => contents.en?.title)).toEqual(['Pay']);
    expect(await entries()).toEqual(before);
    await repository.write({ [file]: internal() });
    await ok('plan');
  });

  it('is not made twice when the answer is lost, and never the twin of a public one', async () => {
    const { all, ok, repository, sandbox } = await scene();
    sandbox.setFaults('drop-after@POST:/internal_articles@1');
    await repository.write({ 'content/team/pay.md': '---\ntitle: Pay\ntype: internal\n---\n\nBy card.\n' });
    await ok('publish', '--yes');
    expect((await all()).map(({ title }) => title).sort()).toEqual(['Large refunds', 'Pay']);
    expect(sandbox.world.articles()).toHaveLength(1);
    expect(await ok('plan')).toContain('No changes');
  });

  it('keeps its tags, though the API does not say which it has', async () => {
    const { ok, repository, writes } = await scene('createTags: true\n');
    await repository.write({ [file]: internal('tags: [team, money]\n') });
    expect(await ok('plan')).toMatch(/large-refunds\.md {2}internal article; tags changed$/m);
    await ok('publish', '--yes');
    expect(writes().filter((one) => one.endsWith('/tags'))).toHaveLength(4);
    expect(await ok('plan')).toContain('No changes');
    await repository.write({ [file]: internal('tags: [team]\n', 'Ask Ada.') });
    await ok('publish', '--yes');
    expect(writes().at(-1)).toBe('DELETE /internal_articles/N/tags/N');
    await repository.write({ [file]: internal('tags: [team]\n', 'Ask Bob.') });
    expect(await ok('plan')).toMatch(/large-refunds\.md {2}internal article; text changed$/m);
    await ok('publish', '--yes');
    expect(await ok('plan')).toContain('No changes');
  });

  it('keeps a block that only Intercom can show', async () => {
    const { all, api, ok, read, repository, run } = await scene();
    const id = (await all())[0]?.id;
    const text = 'One.\n\n:::intercom-block data="eyJ0eXBlIjoiY2FyZCJ9"\n:::\n\nTwo.\n';
    await api('PUT', `/internal_articles/${id}`, { body_markdown: text });
    await repository.write({ 'other/helpcentre.yml': 'state: published\n' });
    await run('import', '--yes', '--internal', '--cwd', 'other');
    const source = 'other/content/internal/large-refunds.md';
    expect(await read(source)).toContain('\n::intercom-block{data="eyJ0eXBlIjoiY2FyZCJ9"}\n');
    await repository.write({ [source]: (await read(source)).replace('Two.', 'Two, edited.') });
    await ok('publish', '--yes', '--cwd', 'other');
    expect(await all()).toMatchObject([{ body_markdown: text.replace('Two.', 'Two, edited.') }]);
    expect(await ok('plan', '--cwd', 'other')).toContain('No changes');
  });

  it('lacks no language, though others are translated', async () => {
    const { ok, repository } = await scene();
    await repository.write({ 'content/billing/pay.fr.md': '# Payer\n\nPar carte.\n' });
    const shown = await ok('status');
    expect(shown).toContain('billing/pay.md');
    expect(shown).not.toContain('large-refunds');
  });

  it('is linked to from nowhere, and does not wait with what is staged', async () => {
    const { all, ok, repository, sandbox } = await scene();
    await repository.write({
      'content/billing/pay.md': '# Pay\n\nSee [the rules](../team/large-refunds.md).\n',
      [file]: internal('', 'Readers have [this](../billing/pay.md).'),
    });
    expect(await ok('check')).toContain('is an internal article, which has no address: the link is left out');
    expect(await ok('plan', '--stage')).not.toMatch(/^ {2}[~+>] \w+ +team/m);
    await ok('publish', '--yes');
    const [pay] = sandbox.world.articles();
    expect(sandbox.world.body(pay?.id ?? '', 'en')).toContain('See the rules.');
    expect((await all())[0]?.body).toMatch(/<a href="[^"]*\/articles\/\d+/);
    expect(await ok('plan')).toContain('No changes');
  });
});
