import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const guide = (title: string, headings: readonly string[], links = '') =>
  [
    `# ${title}`,
    headings.map((heading) => `- [${heading}](#${heading.toLowerCase()})`).join('\n'),
    links,
    ...headings.map((heading) => `## ${heading}\n\nOf ${heading}.`),
  ].join('\n\n');

test.each(['kept', 'replaced'] as const)(
  'links to headings of what is staged hold, with heading ids %s',
  async (ids) => {
    const sandbox = await startSandbox({ dir: null, rateLimit: 100_000, quirks: { headingIds: ids } });
    onTestFinished(() => sandbox.close());
    const repository = await makeRepository({
      'helpcentre.yml': 'state: published\n',
      'content/billing/guide.md': guide('Guide', ['Install', 'Use']),
    });
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env });
    expect((await run('publish', '--yes')).stderr).toBe('');
    await repository.write({
      'content/billing/guide.md': guide('Guide', ['Install', 'Update', 'Use'], 'See [new](new.md#first).'),
      'content/billing/new.md': guide('New', ['First'], 'See [how](guide.md#update).'),
    });
    const before = sandbox.log.length;
    expect(await run('publish', '--yes', '--stage')).toMatchObject({ code: 0, stderr: '' });
    const drafts = sandbox.log.slice(before).filter(({ method, path }) => method === 'PUT' && path.endsWith('/draft'));
    // With other ids the draft is written once more, with those.
    expect(drafts).toHaveLength(ids === 'kept' ? 1 : 2);
    const body =
      sandbox.world.articles().find(({ contents }) => contents.en?.title === 'Guide')?.contents.en?.draft?.body ?? '';
    const there = [...body.matchAll(/<h\d id="([^"]+)"/g)].map(([, id]) => id);
    expect([...body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)).toEqual(there);
    expect(await run('publish', '--yes', '--release')).toMatchObject({ code: 0, stderr: '' });
    expect((await run('plan')).stdout).toContain('No changes');
  },
);
