import { describe, expect, it } from 'vitest';
import { buildOnce, type JobOptions, makeScene, type Scene } from './action-scene.ts';

buildOnce();

const page = (title: string, sources: string): string => `---\ntitle: ${title}\n${sources}---\n\nText of it.\n`;
const files = {
  'content/billing/_collection.yml': 'name: Billing\nsources: [src/billing]\n',
  'content/billing/pay.md': page('Pay', 'sources: [src/billing/pay.ts, "web/**/pay*"]\n'),
  'content/billing/tax.md': page('Tax', ''),
  'content/other.md': page('Other', ''),
  'src/billing/pay.ts': 'export const pay = 1;\n',
  'src/billing/rates.ts': `${Array.from({ length: 20 }, (_, line) => `export const rate${line} = ${line};`).join('\n')}\n`,
  'web/a/pay-form.ts': 'export const form = 1;\n',
  'README.md': 'Read me.\n',
};

const pay = { 'src/billing/pay.ts': 'export const pay = 2;\n' };
const reviewed = (text: string): string =>
  `Round\n\nBecause of it.\n\nHelpcentre-Reviewed: ${text}\nCo-authored-by: A <a@b.c>\n`;

/** Runs for a pull request of some commits, and gives what was named. */
async function onPull(
  scene: Scene,
  commits: readonly (readonly [Readonly<Record<string, string | null>>, string?])[],
  {
    from,
    user,
    ...options
  }: JobOptions & { readonly from?: 'fork'; readonly user?: { login: string; type: string } } = {},
) {
  const branch = `branch-${scene.github.pulls.length}`;
  for (const [changed, message] of commits) await scene.origin.commit(branch, changed, message);
  const pull = await scene.openPull(branch, from);
  pull.files = 'from git';
  if (user !== undefined) pull.user = user;
  const result = await scene.onPull(pull, { ...options, inputs: { run: 'check', ...options.inputs } });
  const named = [...result.summary.matchAll(/^- `(content\/[^`]+\.md)`/gm)].map(([, file]) => file);
  return { pull, result, named, to: [result.code, named, result.outputs.impact] };
}

const both = ['content/billing/pay.md', 'content/billing/tax.md'];

describe('a pull request that changes what articles are about', () => {
  it('names those that it leaves as they are, and fails where somebody has to look', async () => {
    const scene = await makeScene(files);
    const told = (...asked: Parameters<typeof onPull> extends [Scene, ...infer A] ? A : never) =>
      onPull(scene, ...asked);
    const require = { inputs: { impact: 'require' } };
    // A file counts by its old name too.
    const moved = {
      'src/billing/rates.ts': null,
      'src/rates.ts': files['src/billing/rates.ts'],
      'web/b/pay.css': 'a {}\n',
    };
    const warned = await told([[moved]]);
    expect(warned.to).toEqual([0, [...both].reverse(), '2']);
    expect(warned.result.annotations).toEqual([
      expect.stringMatching(/^::warning title=impact::2 articles are about what this pull request changes/),
    ]);
    expect(warned.result.summary).toContain('`Helpcentre-Reviewed: content/billing/tax.md REASON`');
    const required = await told([[pay, reviewed('content/billing/tax.md')]], require);
    expect(required.to).toEqual([1, both, '2']);
    expect(required.result.annotations.join()).toMatch(/^::error title=impact::/);
    expect((await told([[pay]], { inputs: { impact: 'off' } })).to).toEqual([0, [], undefined]);
    const changed = { ...pay, 'content/billing/pay.md': page('Pay', 'sources: [src/billing/pay.ts]\n') };
    const one = reviewed('content/billing/tax.md only rounding');
    expect((await told([[changed], [{}, one]], require)).to).toEqual([0, [], '0']);
  });

  it('is left alone where a bot opened it, or where it changes the help centre alone', async () => {
    const scene = await makeScene(files);
    const require = { inputs: { impact: 'require' } };
    const dependabot = { login: 'dependabot[bot]', type: 'Bot' };
    expect((await onPull(scene, [[pay]], { ...require, user: dependabot })).to).toEqual([0, [], undefined]);
    const docs = {
      'content/other.md': page('Others', ''),
      'src/billing/README.md': 'Read me.\n',
      'README.md': 'Read.\n',
    };
    expect((await onPull(scene, [[docs]], require)).to).toEqual([0, [], '0']);
  });

  it('is told from the checkout where GitHub does not tell, and that is said where neither does', async () => {
    const scene = await makeScene(files);
    const require = { inputs: { impact: 'require' } };
    const whole = await onPull(scene, [[pay]], { ...require, githubToken: '', isWhole: true });
    expect(whole.to).toEqual([1, both, '2']);
    const shallow = await onPull(scene, [[pay]], { ...require, githubToken: '' });
    expect(shallow.to).toEqual([1, [], undefined]);
    expect(shallow.result.annotations.join()).toMatch(/^::error title=impact-unknown::.*"fetch-depth: 0"/);
    scene.github.tokens.set('ghs_little', { contents: 'read', 'pull-requests': 'none', issues: 'read' });
    const little = await onPull(scene, [[pay]], { githubToken: 'ghs_little' });
    expect(little.to).toEqual([0, [], undefined]);
    expect(little.result.annotations.join()).toMatch(/^::warning title=impact-unknown::.*pull-requests: read/);
  });

  it('asks GitHub nothing where no article names code', async () => {
    const scene = await makeScene({ 'content/other.md': files['content/other.md'], ...pay });
    await onPull(scene, [[{ 'src/billing/pay.ts': 'x\n' }]], { inputs: { impact: 'require' } });
    expect(scene.github.asked).toEqual([]);
  });

  it('has them in the comment with the plan, from a fork by another workflow', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`content/many/${at}.md`, page(`Many ${at}`, 'sources: [src]\n')]),
    );
    const scene = await makeScene({ ...files, ...many });
    const inputs = { run: 'plan' };
    await onPull(scene, [[pay]], { inputs });
    const comment = scene.github.comments[0]?.body ?? '';
    expect(comment).toContain('**14 articles to look at**');
    const rows = comment.split('\n').filter((line) => line.startsWith('- '));
    expect(rows.slice(0, 3)).toEqual([
      '- `content/billing/pay.md` Pay: `src/billing/pay.ts`',
      '- `content/billing/tax.md` Tax: `src/billing/pay.ts` (`src/billing`)',
      '- `content/many/0.md` Many 0: `src/billing/pay.ts` (`src`)',
    ]);
    expect(rows.slice(9)).toEqual([expect.stringMatching(/^- `content/), '- and 4 more']);

    scene.github.tokens.set('ghs_fork', { contents: 'read', 'pull-requests': 'read', issues: 'read' });
    const fork = {
      from: 'fork',
      githubToken: 'ghs_fork',
      inputs: { ...inputs, token: '', impact: 'require' },
    } as const;
    const { pull, result } = await onPull(scene, [[pay]], fork);
    expect(result.code).toBe(1);
    await scene.onWorkflowRun(pull, result.outputs['comment-file'] ?? '');
    const posted = scene.github.comments.find(({ number }) => number === pull.number)?.body;
    expect(posted).toContain('**14 articles to look at**');
    expect(posted).toContain('Until then this check fails.');
  });
});
