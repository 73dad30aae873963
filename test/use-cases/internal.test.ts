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
    await ok('pull', '--yes');
    expect(await read('content/big-refunds.md')).toContain('Ask nobody.');
    expect(await ok('plan')).toContain('No changes');
    await git('rm', '--quiet', '--force', 'content/big-refunds.md');
    expect(await ok('plan')).toMatch(/- delete +big-refunds\.md/);
    await ok('publish', '--yes', '--allow-removals');
    expect(await all()).toEqual([]);
    expect(writes().at(-1)).toBe('DELETE /internal_articles/N');
  });
});
