import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { git } from '../kit/git-origin.ts';
import { publishedInGit } from '../kit/published-in-git.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const long = Array.from({ length: 20 }, (_, at) => `word${at}`).join(' ');
const files = {
  'content/a/one.md': `# One\n\n${long}\n`,
  'content/a/two.md': '# Two\n\nSecond to none.\n',
  'content/three.md': '# Three\n\nThird time lucky.\n',
};

/** What was published, changed and committed, and an offline plan in a clone of it. */
async function scene(change: (made: Awaited<ReturnType<typeof publishedInGit>>) => Promise<unknown>) {
  const made = await publishedInGit(files);
  await change(made);
  await made.commit('Changed');
  const { dir } = await makeRepository({});
  const env = { PATH: process.env.PATH ?? '', HOME: dir };
  return {
    ...made,
    async planInClone(...argv: readonly string[]) {
      const name = argv.length === 0 ? 'whole' : 'clone';
      await git(dir, 'clone', '--quiet', ...argv, pathToFileURL(made.repository.dir).href, name);
      const { stdout } = await runIn(path.join(dir, name), ['plan', '--offline', '--json'], { env });
      const { changes, problems } = JSON.parse(stdout) as Plan;
      return {
        changes: changes.map(({ kind, key }) => `${kind} ${key}`),
        said: problems.map(({ code, message, help }) => [code, message, help]),
      };
    },
  };
}

const moved = (made: Awaited<ReturnType<typeof publishedInGit>>, text: string) =>
  made.git('mv', 'content/a/one.md', 'content/uno.md').then(() => made.repository.write({ 'content/uno.md': text }));
const said = [
  'moves-unseen',
  '1 article would be removed and 1 created; this checkout lacks the history that would tell whether a file was moved and edited',
  'Fetch the history ("git fetch --unshallow", or "fetch-depth: 0" for actions/checkout), and run again.',
];

describe('an offline plan in a clone of depth 1', () => {
  it('says that a file that was moved and edited cannot be seen to be one', async () => {
    const { planInClone } = await scene((made) => moved(made, `# One\n\n${long} and more.\n`));
    expect(await planInClone('--depth', '1')).toEqual({
      changes: ['unpublish a/one.md', 'create uno.md'],
      said: [said],
    });
    expect(await planInClone()).toEqual({ changes: ['move uno.md'], said: [] });
  });

  it('sees a file that was only moved', async () => {
    const { planInClone } = await scene((made) => made.git('mv', 'content/a/one.md', 'content/uno.md'));
    expect(await planInClone('--depth', '1')).toEqual({ changes: ['move uno.md'], said: [] });
  });

  it.each([
    ['only gone', (made: Awaited<ReturnType<typeof publishedInGit>>) => made.repository.remove('content/a/one.md')],
    [
      'only new',
      (made: Awaited<ReturnType<typeof publishedInGit>>) =>
        made.repository.write({ 'content/four.md': '# Four\n\nIt is new.\n' }),
    ],
    [
      'only edited',
      (made: Awaited<ReturnType<typeof publishedInGit>>) =>
        made.repository.write({ 'content/three.md': '# Three\n\nAnother text.\n' }),
    ],
  ])('says nothing of moves where files are %s', async (_, change) => {
    const { planInClone } = await scene(change);
    expect((await planInClone('--depth', '1')).said).toEqual([]);
  });

  it('says it too where the guard holds what would be removed', async () => {
    const { planInClone } = await scene(async (made) => {
      await made.repository.write({ 'helpcentre.yml': 'state: published\nmaxRemovals: 0%\n' });
      await made.repository.remove('content/a/two.md', 'content/three.md');
      await moved(made, `# One\n\n${long} and more.\n`);
    });
    const { said: problems } = await planInClone('--depth', '1');
    expect(problems.map(([code]) => code).sort()).toEqual(['guard-too-many', 'moves-unseen']);
  });
});

it('an offline plan outside of git says how a move can be seen', async () => {
  const made = await publishedInGit(files);
  await made.repository.remove('.git');
  await made.repository.remove('content/a/one.md');
  await made.repository.write({ 'content/uno.md': `# One\n\n${long} and more.\n` });
  const { stdout } = await runIn(made.repository.dir, ['plan', '--offline', '--json'], {});
  const { problems } = JSON.parse(stdout) as Plan;
  expect(problems.map(({ code, message, help }) => [code, message, help])).toEqual([
    [
      'moves-unseen',
      '1 article would be removed and 1 created; git does not have the text that would tell whether a file was moved and edited',
      'Plan with Intercom, which has it, or name the move under "moved:" in helpcentre.yml.',
    ],
  ]);
});

it('an offline plan reads what is gone as the tool has it that the texts are written for', async () => {
  const text = (more: string) => `+++\ntitle = "One"\ntags = ["a", "b"]\n+++\n\n${long}${more}\n`;
  const made = await publishedInGit(
    { 'content/a/one.md': text('') },
    'flavour: hugo\nstate: published\nmaxRemovals: 100%\n',
  );
  await made.git('mv', 'content/a/one.md', 'content/uno.md');
  await made.repository.write({ 'content/uno.md': text(` and ${long.toUpperCase().slice(0, 120)}`) });
  await made.commit('Moved');
  const { stdout } = await runIn(made.repository.dir, ['plan', '--offline', '--json'], {
    env: { PATH: process.env.PATH ?? '', HOME: made.repository.dir },
  });
  const { changes } = JSON.parse(stdout) as Plan;
  expect(changes.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['move uno.md']);
});
