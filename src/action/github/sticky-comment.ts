import { GithubError } from './github-error.ts';
import { isOurs } from './marker.ts';
import type { Comment, GithubRepository } from './repository.ts';

/**
 * Keeps one comment on a pull request up to date: changes the one that begins with the marker, or writes it.
 *
 * @param body begins with the marker; no longer than GitHub takes
 * @returns the comment as it is now
 * @throws GithubError
 */
export async function keepComment(
  repository: GithubRepository,
  number: number,
  marker: string,
  body: string,
): Promise<Comment> {
  const found = await findComment(repository, number, marker);
  if (found === null) return createOnce(repository, number, marker, body);
  if (found.body === body) return found;
  try {
    return await repository.updateComment(found.id, body);
  } catch (error) {
    // Deleted meanwhile.
    if (error instanceof GithubError && error.code === 'not-found') return createOnce(repository, number, marker, body);
    throw error;
  }
}

/** The comment that the Action keeps, or null. @throws GithubError */
export async function findComment(
  repository: GithubRepository,
  number: number,
  marker: string,
): Promise<Comment | null> {
  const comments = await repository.comments(number);
  return comments.find((one) => isOurs(one, marker)) ?? null;
}

/** Writes the comment; where nobody knows whether it was written, looks before writing again. */
async function createOnce(
  repository: GithubRepository,
  number: number,
  marker: string,
  body: string,
): Promise<Comment> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await repository.createComment(number, body);
    } catch (error) {
      if (!isUnsure(error) || attempt === 3) throw error;
    }
    const found = await findComment(repository, number, marker);
    if (found !== null) return found.body === body ? found : repository.updateComment(found.id, body);
  }
}

/** Whether a create that failed may have taken effect. */
export function isUnsure(error: unknown): boolean {
  return error instanceof GithubError && (error.code === 'no-answer' || error.code === 'trouble');
}
