import { bot, type Git, gitText } from '../../git/bot-git.ts';
import type { Tip } from './tip.ts';

/**
 * Whether a branch holds one commit of the Action and nothing of anybody else, so that it may be replaced or deleted: we
 * made its newest commit, and nobody amended it, and the one commit before that is in the target branch.
 *
 * @param tip the branch, fetched with a depth of two at least
 * @param target the branch that it is for
 * @throws GitError
 */
export async function isOnlyOurs(git: Git, tip: Tip, target: Tip): Promise<boolean> {
  const facts = await gitText(git, ['log', '-1', '--format=%ae%n%ce%n%P', tip.commit]);
  const [author, committer, parents = ''] = facts.split('\n');
  if (author !== bot.email || committer !== bot.email) return false;
  const [parent, ...others] = parents.split(' ').filter((one) => one !== '');
  if (parent === undefined || others.length > 0) return false;
  if (await isBefore(git, parent, target.commit)) return true;
  if ((await gitText(git, ['rev-parse', '--is-shallow-repository'])) !== 'true') return false;
  // The target moved on, and a shallow checkout does not know from where.
  await gitText(git, ['fetch', '--no-tags', '--quiet', '--unshallow', 'origin', `refs/heads/${target.branch}`]);
  return isBefore(git, parent, target.commit);
}

/** Whether a commit is another one, or comes before it. */
async function isBefore(git: Git, commit: string, later: string): Promise<boolean> {
  return commit === later || (await git.run(['merge-base', '--is-ancestor', commit, later])).code === 0;
}
