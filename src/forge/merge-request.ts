/** What a pipeline runs for: a merge request on GitLab, a pull request on Bitbucket. */
export interface MergeRequest {
  readonly forge: 'GitLab' | 'Bitbucket';
  /** Address of the API, without a slash at its end. */
  readonly api: string;
  /** Path of its notes below that. */
  readonly notes: string;
  /** Commit that the report is for; empty where the pipeline does not say. */
  readonly commit: string;
  /** It comes from a copy of the repository, whose pipelines know none of our variables. */
  readonly isFork: boolean;
  /** Name of the variable that holds the token for notes. */
  readonly tokenVariable: string;
  /** What the token has to be allowed. */
  readonly scope: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The merge request that a pipeline runs for, by the variables that the forge predefines.
 *
 * @returns null where it runs for none, or is no pipeline of a forge that we know
 */
export function mergeRequestIn(env: Environment): MergeRequest | null {
  return onGitlab(env) ?? onBitbucket(env);
}

/** @see https://docs.gitlab.com/ci/variables/predefined_variables/ */
function onGitlab(env: Environment): MergeRequest | null {
  const number = numberIn(env.CI_MERGE_REQUEST_IID);
  const project = numberIn(env.CI_MERGE_REQUEST_PROJECT_ID);
  const source = numberIn(env.CI_MERGE_REQUEST_SOURCE_PROJECT_ID);
  if (number === null || project === null) return null;
  return {
    forge: 'GitLab',
    api: trimmed(env.CI_API_V4_URL || 'https://gitlab.com/api/v4'),
    notes: `/projects/${project}/merge_requests/${number}/notes`,
    // A pipeline of merged results runs for a commit that nobody has seen; this one is the branch's.
    commit: env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || env.CI_COMMIT_SHA || '',
    isFork: source !== null && source !== project,
    tokenVariable: 'GITLAB_TOKEN',
    scope: 'the scope api and the role Reporter, or higher',
  };
}

/** @see https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/ */
function onBitbucket(env: Environment): MergeRequest | null {
  const number = numberIn(env.BITBUCKET_PR_ID);
  const repository = env.BITBUCKET_REPO_FULL_NAME ?? '';
  if (number === null || !/^(?!\.)[\w.-]+\/(?!\.)[\w.-]+$/.test(repository)) return null;
  return {
    forge: 'Bitbucket',
    api: trimmed(env.BITBUCKET_API_URL || 'https://api.bitbucket.org/2.0'),
    notes: `/repositories/${repository}/pullrequests/${number}/comments`,
    commit: env.BITBUCKET_COMMIT ?? '',
    // Bitbucket starts no pipeline of ours for a fork.
    isFork: false,
    tokenVariable: 'BITBUCKET_ACCESS_TOKEN',
    scope: 'the scope pullrequest:write',
  };
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

const trimmed = (url: string): string => url.replace(/\/+$/, '');
