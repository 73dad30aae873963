import { describe, expect, it, onTestFinished } from 'vitest';
import { headings } from '../../src/body/headings.ts';
import { type Quirks, startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const files = {
  'content/one.md': '# One\n\n[Down](#the-end), [over](two.md#details).\n\n## Start\n\nText.\n\n## The end\n\nText.\n',
  'content/three.md': '# Three\n\n[Later](one.md#start).\n',
  'content/two.md': '# Two\n\n## Details\n\n[Back](one.md#start).\n',
};

async function published(headingIds: Quirks['headingIds']) {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000, quirks: { headingIds } });
  onTestFinished(() => sandbox.close());
  const { dir } = await makeRepository(files);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const result = await runIn(dir, ['publish', '--yes'], { env });
  expect(result.code, result.stderr + result.stdout).toBe(0);
  const articles = sandbox.world.articles();
  const bodyOf = (title: string): string =>
    sandbox.world.body(articles.find((one) => one.contents.en?.title === title)?.id ?? '') ?? '';
  const linkOf = (title: string, text: string): string =>
    new RegExp(`href="([^"]*)"[^>]*>${text}<`).exec(bodyOf(title))?.[1] ?? 'none';
  const idOf = (title: string, heading: string) => headings(bodyOf(title)).find((one) => one.text === heading)?.id;
  const writesOf = (title: string): number => {
    const id = articles.find((one) => one.contents.en?.title === title)?.id;
    return sandbox.log.flatMap((entry) => entry.written).filter((one) => one.kind === 'article' && one.id === id)
      .length;
  };
  const plan = await runIn(dir, ['plan', '--detailed-exitcode'], { env });
  return { linkOf, idOf, writesOf, plan, stderr: result.stderr };
}

describe('links to headings', () => {
  it('use our own slugs where Intercom keeps them', async () => {
    const { linkOf, idOf, plan } = await published('kept');
    expect(linkOf('One', 'Down')).toBe('#the-end');
    expect(idOf('One', 'The end')).toBe('the-end');
    expect(linkOf('One', 'over')).toMatch(/#details$/);
    expect(linkOf('Two', 'Back')).toMatch(/#start$/);
    expect(plan.code).toBe(0);
  });

  it('use the ids that Intercom gave where it replaces ours', async () => {
    const { linkOf, idOf, writesOf, plan } = await published('replaced');
    expect(idOf('One', 'The end')).toMatch(/^h_[0-9a-f]{10}$/);
    expect(linkOf('One', 'Down')).toBe(`#${idOf('One', 'The end')}`);
    expect(linkOf('One', 'over')).toMatch(new RegExp(`#${idOf('Two', 'Details')}$`));
    expect(linkOf('Two', 'Back')).toMatch(new RegExp(`#${idOf('One', 'Start')}$`));
    for (const title of ['One', 'Two', 'Three']) expect(writesOf(title)).toBeLessThanOrEqual(2);
    expect(plan.code).toBe(0);
  });

  it('lead to the page where ids never hold still, which is said once, and no article is written a third time', async () => {
    const { linkOf, plan, stderr, writesOf } = await published('replaced-every-write');
    expect(stderr.match(/new ids at every write/g)).toHaveLength(1);
    expect(linkOf('Three', 'Later')).not.toContain('#');
    for (const title of ['One', 'Two']) expect(writesOf(title)).toBeLessThanOrEqual(2);
    expect(writesOf('Three')).toBe(1);
    expect(plan.code).toBe(0);
  });

  it('are put right by the next run when one was stopped between the two writes', async () => {
    const stop = new AbortController();
    const sandbox = await startSandbox({
      dir: null,
      rateLimit: 100_000,
      quirks: { headingIds: 'replaced' },
      onRequest: async (n, phase) => {
        if (phase === 'applied' && sandbox.log[n - 1]?.method === 'POST') stop.abort();
      },
    });
    onTestFinished(() => sandbox.close());
    const { dir } = await makeRepository({ 'content/one.md': '# One\n\n[Down](#the-end).\n\n## The end\n\nText.\n' });
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    expect((await runIn(dir, ['publish', '--yes'], { env, signal: stop.signal })).code).toBe(1);
    const body = () => sandbox.world.body(sandbox.world.articles()[0]?.id ?? '') ?? '';
    expect(body()).toContain('href="#the-end"');
    expect((await runIn(dir, ['publish', '--yes'], { env })).code).toBe(0);
    const id = headings(body()).find((one) => one.text === 'The end')?.id;
    expect(id).toMatch(/^h_/);
    expect(body()).toContain(`href="#${id}"`);
    expect((await runIn(dir, ['plan', '--detailed-exitcode'], { env })).code).toBe(0);
  });

  it.each([
    ['kept', 2],
    ['replaced', 3],
  ] as const)(
    'in a circle lead to what the same run adds, with ids that are %s: %i writes',
    async (headingIds, most) => {
      const sandbox = await startSandbox({ dir: null, rateLimit: 100_000, quirks: { headingIds } });
      onTestFinished(() => sandbox.close());
      const before = {
        'content/a.md': '# A\n\nSee [it](b.md).\n\n## Old\n\nText.\n',
        'content/b.md': '# B\n\nSee [it](a.md#old).\n\n## Old\n\nText.\n',
      };
      const { dir, write } = await makeRepository(before);
      const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
      const run = (...argv: readonly string[]) => runIn(dir, argv, { env });
      expect((await run('publish', '--yes')).code).toBe(0);
      await write({
        'content/a.md': '# A\n\nSee [it](b.md#new).\n\n## Old\n\nText.\n\n## New\n\nText.\n',
        'content/b.md': '# B\n\nSee [it](a.md#new).\n\n## Old\n\nText.\n\n## New\n\nText.\n',
      });
      const done = sandbox.log.length;
      expect((await run('publish', '--yes', '--concurrency', '1')).code).toBe(0);
      const bodyOf = (title: string): string =>
        sandbox.world.body(sandbox.world.articles().find((one) => one.contents.en?.title === title)?.id ?? '') ?? '';
      for (const [from, to] of [
        ['A', 'B'],
        ['B', 'A'],
      ] as const) {
        const id = headings(bodyOf(to)).find(({ text }) => text === 'New')?.id;
        expect(bodyOf(from)).toMatch(new RegExp(`href="[^"]*#${id}"`));
      }
      expect(sandbox.log.slice(done).filter(({ method }) => method === 'PUT')).toHaveLength(most);
      expect((await run('plan', '--detailed-exitcode')).code).toBe(0);
    },
  );
});
