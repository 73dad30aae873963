import { describe, expect, it } from 'vitest';
import { type AssistantOptions, assistantIn } from '../kit/mcp.ts';
import { publishedInGit } from '../kit/published-in-git.ts';

const one = '---\ntitle: One\n---\n\nFirst.\n';

async function scene(options: Omit<AssistantOptions, 'env'> = {}) {
  const made = await publishedInGit({ 'content/a/_collection.yml': 'name: A\n', 'content/a/one.md': one });
  await made.repository.write({ 'content/a/one.md': one.replace('First', 'Second') });
  const assistant = await assistantIn(made.repository.dir, { allowPublish: true, env: made.env, ...options });
  const { digest } = await assistant.call('plan', { online: true });
  return { ...made, ...assistant, digest };
}

describe.each(['auto', 'legacy'] as const)('publish over the protocol of %s clients', (era) => {
  it('publishes once the person, who is shown the plan, agrees', async () => {
    const asked: string[] = [];
    const person = (message: string) => {
      asked.push(message);
      return 'accept' as const;
    };
    const { call, digest, readers } = await scene({ era, person });
    expect(await call('publish', { digest })).toMatchObject({ published: true });
    expect(asked).toEqual([expect.stringMatching(/^Publish this to .+\?\n\nPlan for .*: 1 to update; 0 unchanged\n/)]);
    expect(asked[0]).toContain('a/one.md');
    expect(readers()).toEqual({ 'en A / One': 'Second.' });
    // The lockfile has it, and the plan is another one by now.
    expect((await call('publish', { digest })).error?.code).toBe('plan-differs');
    const { digest: now } = await call('plan', { online: true });
    expect(await call('publish', { digest: now })).toMatchObject({ published: false });
    expect(asked).toHaveLength(1);
  });

  it.each(['refuse', 'decline'] as const)('publishes nothing where the person says no (%s)', async (says) => {
    const { call, digest, readers } = await scene({ era, person: () => says });
    expect(await call('publish', { digest })).toMatchObject({ published: false });
    expect(readers()).toEqual({ 'en A / One': 'First.' });
  });

  it('is refused where the client cannot ask', async () => {
    const { call, digest, readers } = await scene({ era });
    expect((await call('publish', { digest })).error?.code).toBe('nobody-to-ask');
    expect(readers()).toEqual({ 'en A / One': 'First.' });
  });

  it('is refused where the plan moves while the person is asked', async () => {
    let edit = (): Promise<void> => Promise.resolve();
    const done: Promise<void>[] = [];
    const person = () => {
      done.push(edit());
      return 'accept' as const;
    };
    const { call, digest, readers, repository } = await scene({ era, person });
    edit = () => repository.write({ 'content/a/one.md': one.replace('First', 'Third') });
    const { error } = await call('publish', { digest });
    await Promise.all(done);
    expect(error?.code).toBe('plan-differs');
    expect(readers()).toEqual({ 'en A / One': 'First.' });
  });
});

it('takes no digest of an offline plan, and no agreement that it did not ask for', async () => {
  const { call, client, readers, digest } = await scene({ era: 'auto', person: () => 'decline' });
  const offline = await call('plan');
  expect((await call('publish', { digest: offline.digest })).error?.code).toBe('plan-differs');
  // An answer that nobody was asked for, with a state that this server did not sign.
  const forged = { publish: { action: 'accept', content: { publish: true } } };
  const params = { name: 'publish', arguments: { digest }, inputResponses: forged, requestState: 'v1.e30.AAAA' };
  await expect(client.request({ method: 'tools/call', params } as never)).rejects.toThrow('requestState');
  expect(readers()).toEqual({ 'en A / One': 'First.' });
});
