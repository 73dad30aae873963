import { codeRange, commitAt } from '../git/code-range.ts';
import { gitRunner, type RunGit } from '../git/git.ts';
import { mainBranch, repositoryRoot } from '../git/git-folder.ts';
import type { TouchedArticle } from '../model/impact.ts';
import { UsageError } from '../model/usage-error.ts';
import { impactOf } from '../plan/impact.ts';
import type { Context } from './context.ts';
import type { Sources } from './sources.ts';
import { watchedArticles } from './watched.ts';

/** The articles that a change has to do with, and which change it is. */
export interface ImpactReport {
  /** Where the change begins, as it was named: a branch, a tag, an id. */
  readonly from: string;
  /** Where it ends; null: the files as they are now. */
  readonly to: string | null;
  /** The commit that both have in common. */
  readonly base: string;
  /** Files of the product that changed. */
  readonly files: number;
  /** Articles that name code. */
  readonly watched: number;
  readonly articles: readonly TouchedArticle[];
}

/** Where a change begins and ends, by the names of commits. */
interface Ends {
  /** null: the branch that is published. */
  readonly from: string | null;
  /** null: the files as they are now. */
  readonly to: string | null;
}

/**
 * Finds the articles that a change has to do with.
 *
 * @param asked `A..B` for what B changed since it parted from A, `A` for that up to the files as they are now; nothing
 *   for what the branch changed since it parted from the one that is published
 * @throws UsageError where git does not know a commit, or there is no repository
 */
export async function impactHere(context: Context, sources: Sources, asked?: string): Promise<ImpactReport> {
  const root = await repositoryRoot(sources.folder);
  if (root === null)
    throw new UsageError('no-repository', 'this folder is in no git repository', 'Run "git init" and commit first.');
  const run = gitRunner(root, context.host.env);
  const ends = endsOf(asked);
  const from = ends.from ?? (await publishedBranch(run, root));
  for (const name of [from, ends.to ?? 'HEAD']) if ((await commitAt(run, name)) === null) throw unknown(name);
  const change = await codeRange(run, from, ends.to);
  if (change === null) {
    const help = 'A shallow checkout lacks the commit where they parted: fetch all of it ("fetch-depth: 0").';
    throw new UsageError('no-common-commit', `${from} and ${ends.to ?? 'HEAD'} have no commit in common here`, help);
  }
  const watching = await watchedArticles(sources);
  const { articles, isDocs } = watching ?? { articles: [], isDocs: () => false };
  const files = change.files.filter(({ path, byBots }) => byBots !== true && !isDocs(path)).length;
  const touched = impactOf(articles, change, isDocs);
  return { from, to: ends.to, base: change.base, files, watched: articles.length, articles: touched };
}

function endsOf(asked: string | undefined): Ends {
  const [, from = '', dots, to = ''] = /^(.*?)(?:(\.\.\.?)(.*))?$/s.exec(asked ?? '') ?? [];
  return { from: from === '' ? null : from, to: dots === undefined ? null : to === '' ? 'HEAD' : to };
}

/** The branch that is published: on the remote, where there is one. */
async function publishedBranch(run: RunGit, root: string): Promise<string> {
  const main = await mainBranch(root);
  const names = [`origin/${main}`, 'origin/main', 'origin/master', main, 'main', 'master'];
  for (const name of names) if ((await commitAt(run, name)) !== null) return name;
  const help = 'Name the commit that the change begins at: helpcentre impact main..HEAD.';
  throw new UsageError('no-main-branch', 'git has no branch here that could be the published one', help, 64);
}

function unknown(name: string): UsageError {
  const help = 'Name a branch, a tag or a commit that is here; a shallow checkout needs "fetch-depth: 0".';
  return new UsageError('no-such-commit', `git does not know "${name}"`, help, 64);
}
