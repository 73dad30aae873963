import * as z from 'zod';
import { isBot } from '../../model/bots.ts';

const repository = z.looseObject({ full_name: z.string() });
const commit = z.string().regex(/^[0-9a-f]{40}$|^[0-9a-f]{64}$/);

const pullRequestEvent = z.looseObject({
  pull_request: z.looseObject({
    number: z.int().positive(),
    user: z.looseObject({ login: z.string(), type: z.string().optional() }).nullish(),
    head: z.looseObject({ sha: commit, repo: repository.nullable() }),
    base: z.looseObject({ ref: z.string(), sha: commit.optional(), repo: repository }),
  }),
});

const workflowRunEvent = z.looseObject({
  workflow_run: z.looseObject({
    event: z.string(),
    head_sha: commit,
    head_branch: z.string().nullable(),
    head_repository: z.looseObject({ owner: z.looseObject({ login: z.string() }) }).nullable(),
  }),
});

const anyEvent = z.looseObject({
  repository: z.looseObject({ default_branch: z.string().optional() }).optional(),
});

/** What started the workflow, as far as the Action cares. */
export type WorkflowEvent =
  | {
      readonly is: 'pull-request';
      readonly number: number;
      readonly head: string;
      /** Commit of the branch that it is for; null where GitHub does not say. */
      readonly base: string | null;
      /** A program opened it. */
      readonly byBot: boolean;
      /** From another repository: no secrets, and a token that may only read. */
      readonly isFork: boolean;
    }
  /** Runs with secrets on code that nobody has looked at: never by itself. */
  | { readonly is: 'pull-request-target' }
  | { readonly is: 'push' }
  | { readonly is: 'schedule' }
  | {
      readonly is: 'workflow-run';
      readonly of: string;
      readonly head: string;
      /** `owner:branch` of what the other workflow ran for; null where GitHub does not say. */
      readonly headName: string | null;
    }
  | { readonly is: 'other'; readonly name: string };

/** The event, and the repository's default branch where the event names it. */
export interface ReadEvent {
  readonly event: WorkflowEvent;
  readonly defaultBranch: string | null;
}

/**
 * Reads what started the workflow.
 *
 * @param name GITHUB_EVENT_NAME
 * @param payload the event file, parsed
 * @returns null when the payload is not what GitHub sends for such an event
 */
export function readEvent(name: string, payload: unknown): ReadEvent | null {
  const any = anyEvent.safeParse(payload);
  const event = eventOf(name, payload);
  if (event === null || !any.success) return null;
  return { event, defaultBranch: any.data.repository?.default_branch ?? null };
}

function eventOf(name: string, payload: unknown): WorkflowEvent | null {
  switch (name) {
    case 'pull_request': {
      const parsed = pullRequestEvent.safeParse(payload);
      if (!parsed.success) return null;
      const { number, head, base, user } = parsed.data.pull_request;
      return {
        is: 'pull-request',
        number,
        head: head.sha,
        base: base.sha ?? null,
        byBot: user?.type === 'Bot' || isBot(user?.login ?? ''),
        // The head's repository is null once the fork was deleted.
        isFork: head.repo?.full_name !== base.repo.full_name,
      };
    }
    case 'pull_request_target':
      return { is: 'pull-request-target' };
    case 'push':
      return { is: 'push' };
    case 'schedule':
    case 'workflow_dispatch':
      return { is: 'schedule' };
    case 'workflow_run': {
      const parsed = workflowRunEvent.safeParse(payload);
      if (!parsed.success) return null;
      const { event, head_sha: head, head_branch: branch, head_repository: from } = parsed.data.workflow_run;
      const headName = branch === null || from === null ? null : `${from.owner.login}:${branch}`;
      return { is: 'workflow-run', of: event, head, headName };
    }
    default:
      return { is: 'other', name };
  }
}
