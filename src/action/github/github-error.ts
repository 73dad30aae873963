/**
 * The one error of GitHub's border: a request that failed for good. Its message is fit to print and never holds the
 * token.
 */
export class GithubError extends Error {
  override readonly name = 'GithubError';
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  readonly code: 'refused' | 'forbidden' | 'not-found' | 'invalid' | 'rate-limit' | 'no-answer' | 'trouble' | 'shape';
  /** GitHub's own words; empty when it said nothing. */
  readonly detail: string;

  constructor(facts: Pick<GithubError, 'status' | 'code' | 'detail' | 'message'>) {
    super(facts.message);
    this.status = facts.status;
    this.code = facts.code;
    this.detail = facts.detail;
  }
}
