import { isOurs } from './marker.ts';
import type { GithubRepository, Issue } from './repository.ts';
import { isUnsure } from './sticky-comment.ts';

/** Label by which the issue is found; GitHub makes it when it is used first. */
const issueLabel = 'helpcentre';

/**
 * Keeps one open issue up to date, or opens it.
 *
 * @param body begins with the marker
 * @throws GithubError
 */
export async function keepIssue(
  repository: GithubRepository,
  marker: string,
  title: string,
  body: string,
): Promise<Issue> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await findIssue(repository, marker);
    if (found !== null) {
      return found.body === body && found.title === title
        ? found
        : repository.updateIssue(found.number, { title, body });
    }
    try {
      return await repository.createIssue({ title, body, labels: [issueLabel] });
    } catch (error) {
      if (!isUnsure(error) || attempt === 3) throw error;
    }
  }
}

/**
 * Closes the issue, saying why in its text.
 *
 * @returns the issue that was closed; null when none was open
 * @throws GithubError
 */
export async function closeIssue(repository: GithubRepository, marker: string, body: string): Promise<Issue | null> {
  const found = await findIssue(repository, marker);
  if (found === null) return null;
  return repository.updateIssue(found.number, { state: 'closed', state_reason: 'completed', body });
}

async function findIssue(repository: GithubRepository, marker: string): Promise<Issue | null> {
  return (await repository.openIssues(issueLabel)).find((one) => isOurs(one, marker)) ?? null;
}
