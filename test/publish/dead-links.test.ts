import { expect, it, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/** Links in what readers see that lead to what they cannot open, as `from > to`. */
function deadLinks({ world }: Sandbox): readonly string[] {
  const articles = world.articles();
  const out = articles.filter(({ contents }) => contents.en?.state === 'published');
  return out.flatMap(({ id, contents }) =>
    [...(world.body(id) ?? '').matchAll(/\/articles\/(\d+)/g)].flatMap(([, to]) =>
      out.some((one) => one.id === to)
        ? []
        : [`${contents.en?.title} > ${articles.find((one) => one.id === to)?.contents.en?.title}`],
    ),
  );
}

/** @param onApplied told when a request took effect */
async function scene(files: Readonly<Record<string, string>>, onApplied: (sandbox: Sandbox) => void = () => undefined) {
  const sandbox: Sandbox = await startSandbox({
    ...{ dir: null, rateLimit: 100_000 },
    onRequest: (_, phase) => void (phase === 'applied' && onApplied(sandbox)),
  });
  onTestFinished(() => sandbox.close());
  const repository = await makeRepository({ 'helpcentre.yml': 'state: published\n', ...files });
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const publish = (...argv: readonly string[]) =>
    runIn(repository.dir, ['publish', '--yes', ...argv], { env, hurry: 100 });
  return { sandbox, repository, publish };
}

const atOnce = ['', '--concurrency 1', '--concurrency 4', '--concurrency 24'].map((given) => ({
  given,
  argv: given === '' ? [] : given.split(' '),
}));

it.each(atOnce)(
  'an article that was a draft and could not be published is linked to by none $given',
  async ({ argv }) => {
    const { sandbox, repository, publish } = await scene({
      'content/a.md': '---\nstate: draft\n---\n\n# A\n\nText.\n',
    });
    expect((await publish()).code).toBe(0);
    const [a] = sandbox.world.articles();
    await repository.write({ 'content/a.md': '# A\n\nText.\n', 'content/b.md': '# B\n\nSee [it](a.md).\n' });
    sandbox.setFaults(`500@PUT:/articles/${a?.id}`);
    const failed = await publish(...argv);
    expect(failed.code).toBe(1);
    expect(deadLinks(sandbox), failed.stdout).toEqual([]);
    sandbox.setFaults([]);
    expect((await publish()).code).toBe(0);
    expect(sandbox.world.articles().flatMap(({ id }) => sandbox.world.body(id)?.match(/href/g) ?? [])).toHaveLength(1);
  },
);

it.each(atOnce)('a member of a circle that could not be published is linked to by none $given', async ({ argv }) => {
  let isMet = false;
  const files = {
    'content/a.md': '# A\n\nSee [it](b.md).\n\n## Part\n\nText.\n',
    'content/b.md': '# B\n\nSee [it](a.md) and [part](a.md#part).\n',
    'content/c.md': '# C\n\nSee [it](b.md) and [it](a.md).\n',
  };
  const { sandbox, publish } = await scene(files, ({ world, setFaults }) => {
    const a = world.articles().find(({ contents }) => contents.en?.title === 'A');
    if (a === undefined || isMet) return;
    isMet = true;
    setFaults(`500@PUT:/articles/${a.id}`);
  });
  const failed = await publish(...argv);
  expect(failed.code, failed.stdout).toBe(1);
  expect(deadLinks(sandbox), failed.stdout + failed.stderr).toEqual([]);
  sandbox.setFaults([]);
  expect((await publish()).code).toBe(0);
  expect(sandbox.world.articles().flatMap(({ id }) => sandbox.world.body(id)?.match(/href/g) ?? [])).toHaveLength(5);
});

it('an article from which a link could not be taken has failed, and nothing else', async () => {
  let isMet = false;
  const files = {
    'content/a.md': '# A\n\nSee [it](b.md).\n\n## Part\n\nText.\n',
    'content/b.md': '# B\n\nSee [part](a.md#part).\n',
  };
  const { sandbox, publish } = await scene(files, ({ world, setFaults }) => {
    const [a, b] = ['A', 'B'].map((title) => world.articles().find(({ contents }) => contents.en?.title === title)?.id);
    if (a === undefined || b === undefined || isMet) return;
    isMet = true;
    setFaults(`500@PUT:/articles/${a},500@PUT:/articles/${b}@2+`);
  });
  const { stdout } = await publish('--json');
  const { outcomes } = JSON.parse(stdout) as { outcomes: { change: { key: string }; result: string }[] };
  expect(outcomes.map(({ change, result }) => `${change.key} ${result}`).sort()).toEqual([
    'a.md failed',
    'b.md failed',
  ]);
  sandbox.setFaults([]);
  expect((await publish()).code).toBe(0);
  expect(deadLinks(sandbox)).toEqual([]);
});
