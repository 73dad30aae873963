import { GithubError } from './github-error.ts';
import type { GithubRepository, Pull } from './repository.ts';
import { isUnsure } from './sticky-comment.ts';

/** A pull request from a branch that the Action keeps. */
export interface KeptPull {
  /** Branch in the same repository. */
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

/**
 * Opens the pull request of a branch, or updates the open one.
 *
 * @throws GithubError
 */
export async function keepPull(repository: GithubRepository, wanted: KeptPull): Promise<Pull> {
  const { head, base, title, body } = wanted;
  for (let attempt = 1; ; attempt += 1) {
    const found = await findPull(repository, head);
    if (found !== null) {
      const isSame = found.title === title && found.body === body && found.base.ref === base;
      return isSame ? found : repository.updatePull(found.number, { title, body, base });
    }
    try {
      return await repository.createPull({ head, base, title, body, maintainer_can_modify: false });
    } catch (error) {
      if (attempt === 3) throw error;
      const alreadyThere =
        error instanceof GithubError && error.code === 'invalid' && /already exists/i.test(error.detail);
      if (!alreadyThere && !isUnsure(error)) throw error;
    }
  }
}

/**
 * Closes the open pull request of a branch.
 *
 * @returns null when there is none
 * @throws GithubError
 */
export async function closePull(repository: GithubRepository, head: string, body: string): Promise<Pull | null> {
  const found = await findPull(repository, head);
  return found === null ? null : repository.updatePull(found.number, { state: 'closed', body });
}

async function findPull(repository: GithubRepository, head: string): Promise<Pull | null> {
  const owner = repository.fullName.split('/')[0] ?? '';
  return (await repository.openPulls(`${owner}:${head}`)).find((one) => one.head.ref === head) ?? null;
}
