import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import type { Lockfile } from '../../src/model/recorded.ts';
import type { Quirks } from '../../src/sandbox/index.ts';
import { git } from './git-origin.ts';
import { readableBody } from './readable-body.ts';
import { runIn } from './run-in.ts';
import { type Place, placeAsMade } from './template.ts';

/** Texts of files by path. */
export type Files = Readonly<Record<string, string>>;

/** What is done once more before the tests that ask for the same begin; always the same function, and nothing else. */
export type Beginning = (made: PublishedInGit) => Promise<void>;

/** All that tests asked for, each with a number of its own. */
const beginnings: (Beginning | null)[] = [];

/** A repository in git whose sources were published and committed with the lockfile. */
export async function publishedInGit(
  files: Files,
  configuration = 'state: published\nmaxRemovals: 100%\nproblems: { collection-unnamed: warning }\n',
  /** Milliseconds by which all clocks are ahead, when they are asked. */
  ahead: () => number = () => 0,
  quirks: Partial<Quirks> = {},
  begin: Beginning | null = null,
): Promise<PublishedInGit> {
  if (!beginnings.includes(begin)) beginnings.push(begin);
  const key = JSON.stringify(['in git', files, configuration, quirks, beginnings.indexOf(begin)]);
  const options = { now: () => Date.now() + ahead(), quirks };
  const place = await placeAsMade(ahead() === 0 ? key : null, options, async (empty) => {
    await empty.repository.write({ 'helpcentre.yml': configuration, '.gitignore': '.helpcentre\n', ...files });
    const made = toolsOf(empty, ahead);
    await made.git('init', '--quiet', '--initial-branch=main');
    await made.publish('First');
    await begin?.(made);
  });
  return toolsOf(place, ahead);
}

/** What a test does with it. */
function toolsOf({ repository, sandbox }: Place, ahead: () => number) {
  const env = {
    INTERCOM_BASE_URL: sandbox.url,
    INTERCOM_ACCESS_TOKEN: sandbox.token,
    PATH: process.env.PATH ?? '',
    HOME: repository.dir,
  };
  const inGit = (...argv: readonly string[]) => git(repository.dir, ...argv);
  const commit = async (message: string): Promise<void> => {
    await inGit('add', '--all');
    await inGit('commit', '--quiet', '--message', message);
  };
  const run = (...argv: readonly string[]) => runIn(repository.dir, argv, { env, ahead });
  const read = (file: string) => readFile(path.join(repository.dir, file), 'utf8');
  return {
    repository,
    sandbox,
    env,
    git: inGit,
    run,
    read,
    commit,
    /** Publishes and commits sources and lockfile together. */
    async publish(message: string) {
      const result = await run('publish', '--yes');
      expect(result.code, result.stdout + result.stderr).toBe(0);
      await commit(message);
      return result;
    },
    /** What readers have: title → text, in every language. */
    readers() {
      const texts = sandbox.world.articles().flatMap(({ id, contents, parentIds }) =>
        Object.entries(contents)
          .filter(([, content]) => content?.state === 'published')
          .map(([locale, content]) => [
            `${locale} ${sandbox.world.collections().find((one) => one.id === parentIds[0])?.contents.en?.name ?? '-'} / ${content?.title}`,
            readableBody(sandbox.world.body(id, locale as 'en') ?? ''),
          ]),
      );
      return Object.fromEntries(texts);
    },
    async entries() {
      const lockfile = JSON.parse(await read('helpcentre.lock.json')) as Lockfile;
      const articles = Object.values(lockfile.workspaces)[0]?.articles ?? {};
      return Object.fromEntries(
        Object.entries(articles)
          .filter(([, entry]) => entry.removed !== true)
          .map(([key, { id }]) => [key, id]),
      );
    },
  };
}

/** See `publishedInGit`. */
export type PublishedInGit = ReturnType<typeof toolsOf>;

/** Publishes a second state, reverts its commit, publishes again, and demands the first state. */
export async function thereAndBack(made: PublishedInGit, change: () => Promise<void>): Promise<void> {
  const [readers, entries] = [made.readers(), await made.entries()];
  await change();
  await made.publish('Second');
  const second = await made.git('rev-parse', 'HEAD');
  const after = made.readers();
  await made.git('revert', '--no-edit', 'HEAD');
  const result = await made.run('publish', '--yes');
  expect(result.code, result.stdout + result.stderr).toBe(0);
  expect(made.readers()).toEqual(readers);
  expect(await made.entries()).toEqual(entries);
  expect((await made.run('plan')).stdout).toContain('No changes');
  if ((await made.git('status', '--porcelain')) !== '') await made.commit('Published the revert');
  // And once more: a revert of the revert brings the second state back.
  await made.git('revert', '--no-edit', `${second}..HEAD`);
  const again = await made.run('publish', '--yes');
  expect(again.code, again.stdout + again.stderr).toBe(0);
  expect(made.readers()).toEqual(after);
  expect((await made.run('plan')).stdout).toContain('No changes');
}
