import type { operations } from '@octokit/openapi-types';
import * as z from 'zod';
import type { Github, GithubRequest } from './client.ts';
import { GithubError } from './github-error.ts';

type Operation = keyof operations;
type BodyOf<O extends Operation> = operations[O] extends {
  requestBody?: { content: { 'application/json'?: infer Body } };
}
  ? NonNullable<Body>
  : never;

const author = {
  user: z.looseObject({ login: z.string(), type: z.string() }).nullable(),
  author_association: z.string().optional(),
};
const comment = z.looseObject({ id: z.int(), body: z.string().default(''), html_url: z.string(), ...author });
const issue = z.looseObject({
  number: z.int(),
  title: z.string(),
  body: z.string().nullish(),
  html_url: z.string(),
  pull_request: z.unknown().optional(),
  ...author,
});
const pull = z.looseObject({
  number: z.int(),
  title: z.string(),
  body: z.string().nullish(),
  html_url: z.string(),
  state: z.string(),
  merged_at: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
  head: z.looseObject({ ref: z.string(), sha: z.string() }),
  base: z.looseObject({ ref: z.string() }),
});
const changedFile = z.looseObject({
  filename: z.string(),
  status: z.string(),
  previous_filename: z.string().optional(),
  patch: z.string().optional(),
});
const pullCommit = z.looseObject({
  commit: z.looseObject({
    message: z.string(),
    author: z.looseObject({ name: z.string().optional(), email: z.string().optional() }).nullish(),
  }),
});

const blob = z.looseObject({ content: z.string(), encoding: z.string() });

export type Comment = z.output<typeof comment>;
export type Issue = z.output<typeof issue>;
export type Pull = z.output<typeof pull>;
export type ChangedFile = z.output<typeof changedFile>;
export type PullCommit = z.output<typeof pullCommit>;

/** What the Action asks of one repository. Each rejects with a GithubError. */
export interface GithubRepository {
  /** `owner/name`. */
  readonly fullName: string;
  /** Bytes of a file in the repository's history, by its git blob id. */
  blob(id: string): Promise<Buffer>;
  comments(number: number): Promise<readonly Comment[]>;
  createComment(number: number, body: string): Promise<Comment>;
  updateComment(id: number, body: string): Promise<Comment>;
  /** Files that a pull request changes; GitHub lists 3,000 at most. */
  pullFiles(number: number): Promise<readonly ChangedFile[]>;
  /** Commits of a pull request; GitHub lists 250 at most. */
  pullCommits(number: number): Promise<readonly PullCommit[]>;
  pullsOfCommit(commit: string): Promise<readonly Pull[]>;
  /** Open ones, from `owner:branch`. */
  openPulls(head: string): Promise<readonly Pull[]>;
  createPull(body: BodyOf<'pulls/create'>): Promise<Pull>;
  updatePull(number: number, body: BodyOf<'pulls/update'>): Promise<Pull>;
  /** Open ones with a label, without pull requests. */
  openIssues(label: string): Promise<readonly Issue[]>;
  createIssue(body: BodyOf<'issues/create'>): Promise<Issue>;
  updateIssue(number: number, body: BodyOf<'issues/update'>): Promise<Issue>;
}

type Ask = <S extends z.ZodType>(schema: S, asked: GithubRequest) => Promise<z.output<S>>;

/** @param fullName GITHUB_REPOSITORY: `owner/name` */
export function githubRepository(github: Github, fullName: string): GithubRepository {
  const [owner = '', repo = ''] = fullName.split('/');
  const root = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
  const ask: Ask = async (schema, asked) => {
    const parsed = schema.safeParse(await github.send(asked));
    if (parsed.success) return parsed.data;
    const message = `GitHub did not let the Action ${asked.purpose}: its answer is not what its API describes. Run it again.`;
    throw new GithubError({ status: 200, code: 'shape', detail: '', message });
  };
  return {
    fullName,
    async blob(id) {
      const path = `${root}/git/blobs/${encodeURIComponent(id)}`;
      const purpose = 'read a text that was published before';
      const { content, encoding } = await ask(blob, { verb: 'GET', path, purpose, permission: 'contents: read' });
      return Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
    },
    ...conversations(ask, root),
    ...issues(ask, root),
    ...pulls(ask, root),
  };
}

type Conversations = Pick<GithubRepository, 'comments' | 'createComment' | 'updateComment'>;

function conversations(ask: Ask, root: string): Conversations {
  const permission = 'pull-requests: write';
  return {
    comments: (number) =>
      pages(ask, comment, `${root}/issues/${number}/comments?`, {
        purpose: 'read the comments of the pull request',
        permission: 'pull-requests: read',
      }),
    createComment(number, body) {
      const sent: BodyOf<'issues/create-comment'> = { body };
      const path = `${root}/issues/${number}/comments`;
      return ask(comment, { verb: 'POST', path, body: sent, purpose: 'write the comment', permission });
    },
    updateComment(id, body) {
      const sent: BodyOf<'issues/update-comment'> = { body };
      const path = `${root}/issues/comments/${id}`;
      return ask(comment, { verb: 'PATCH', path, body: sent, purpose: 'update the comment', permission });
    },
  };
}

type Issues = Pick<GithubRepository, 'openIssues' | 'createIssue' | 'updateIssue'>;

function issues(ask: Ask, root: string): Issues {
  const permission = 'issues: write';
  return {
    async openIssues(label) {
      const path = `${root}/issues?state=open&labels=${encodeURIComponent(label)}&`;
      const found = await pages(ask, issue, path, { purpose: 'look for the issue', permission });
      return found.filter((one) => one.pull_request === undefined);
    },
    createIssue: (body) =>
      ask(issue, { verb: 'POST', path: `${root}/issues`, body: { ...body }, purpose: 'open the issue', permission }),
    updateIssue: (number, body) =>
      ask(issue, {
        verb: 'PATCH',
        path: `${root}/issues/${number}`,
        body: { ...body },
        purpose: 'update the issue',
        permission,
      }),
  };
}

type Pulls = Pick<
  GithubRepository,
  'pullFiles' | 'pullCommits' | 'pullsOfCommit' | 'openPulls' | 'createPull' | 'updatePull'
>;

function pulls(ask: Ask, root: string): Pulls {
  const reading = { permission: 'pull-requests: read' };
  const permission = 'pull-requests: write';
  return {
    pullFiles: (number) =>
      pages(ask, changedFile, `${root}/pulls/${number}/files?`, {
        purpose: 'read what the pull request changes',
        ...reading,
      }),
    pullCommits: (number) =>
      pages(ask, pullCommit, `${root}/pulls/${number}/commits?`, {
        purpose: 'read the commits of the pull request',
        ...reading,
      }),
    pullsOfCommit: (commit) =>
      pages(ask, pull, `${root}/commits/${encodeURIComponent(commit)}/pulls?`, {
        purpose: 'look for the pull request of the commit',
        ...reading,
      }),
    openPulls: (head) =>
      pages(ask, pull, `${root}/pulls?state=open&head=${encodeURIComponent(head)}&`, {
        purpose: 'look for the pull request',
        ...reading,
      }),
    createPull: (body) =>
      ask(pull, {
        verb: 'POST',
        path: `${root}/pulls`,
        body: { ...body },
        purpose: 'open the pull request',
        permission,
      }),
    updatePull: (number, body) =>
      ask(pull, {
        verb: 'PATCH',
        path: `${root}/pulls/${number}`,
        body: { ...body },
        purpose: 'update the pull request',
        permission,
      }),
  };
}

const pageSize = 100;
const mostPages = 30;

/** All pages of a list. @param path ends with `?` or `&` */
async function pages<S extends z.ZodType>(
  ask: Ask,
  schema: S,
  path: string,
  words: Pick<GithubRequest, 'purpose' | 'permission'>,
): Promise<readonly z.output<S>[]> {
  const found: z.output<S>[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const asked = { verb: 'GET', path: `${path}per_page=${pageSize}&page=${page}`, ...words } as const;
    const items = await ask(z.array(schema), asked);
    found.push(...items);
    if (items.length < pageSize) break;
  }
  return found;
}
