import type { QuirkName } from '../../model/quirks.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Reply } from '../../model/workbench.ts';
import { type Bench, RefusedError } from '../bench.ts';
import { type ProbedArticle, probedArticle } from '../shapes.ts';
import type { Notes } from '../things.ts';

/** What a probe works on. */
export interface Subject {
  /** Twelve hexadecimal digits that only this probe has. */
  readonly mark: string;
  /** Unix seconds. */
  readonly since: number;
  readonly notes: Notes;
  /** Teammate whose token it is. */
  readonly owner: string;
  /** Another teammate; null where there is none. */
  readonly other: string | null;
  readonly centre: { readonly id: string; readonly url: string | null; readonly locales: readonly string[] } | null;
  /** The draft as it was answered last. */
  article: ProbedArticle;
  /** Collection that is in none, and the one in it; null where they were not made. */
  top: string | null;
  inner: string | null;
  /** Whether any body was taken: where none was, that one is refused says nothing of what is in it. */
  takesBodies: boolean;
  /** Whether somebody deleted the draft meanwhile. */
  isGone: boolean;
}

/** Some questions that are asked together. */
export interface Step {
  readonly names: readonly QuirkName[];
  /** Why they are not asked of this workspace, as a clause; null where they are. */
  readonly keptFrom?: (bench: Bench, subject: Subject) => string | null;
  readonly ask: (bench: Bench, subject: Subject) => Promise<void>;
}

/**
 * Writes the draft, which stays a draft.
 *
 * @throws RefusedError for a refusal that says nothing of what was written: no permission, no draft any more
 */
export async function write(bench: Bench, subject: Subject, fields: Readonly<Record<string, unknown>>): Promise<Reply> {
  const path = `/articles/${subject.article.id}`;
  const reply = await bench.ask({ verb: 'PUT', path, body: { state: 'draft', ...fields } });
  if (reply.kind === 'taken' || isOfContent(reply)) return reply;
  if (reply.kind === 'refused' && reply.status === 404) {
    const now = await bench.ask({ verb: 'GET', path });
    subject.isGone = now.kind === 'refused' && now.status === 404;
  }
  throw new RefusedError(reply);
}

/** Whether a refusal is of what was sent, and not of who sent it, or to what. */
export function isOfContent(reply: Reply): boolean {
  return reply.kind === 'refused' && [400, 413, 422].includes(reply.status);
}

/**
 * The draft of a good answer, which is what is known of it from now on; null of any other.
 *
 * @throws ZodError for an answer that is no article, or another one; UsageError for one that readers can see
 */
export function took(subject: Subject, reply: Reply): ProbedArticle | null {
  if (reply.kind !== 'taken') return null;
  const { id } = subject.article;
  subject.article = stillDraft(probedArticle.refine((read) => read.id === id).parse(reply.json));
  return subject.article;
}

/**
 * Stops everything where readers could see what was sent as a draft: a probe shows nobody anything.
 *
 * @throws UsageError
 */
export function stillDraft(article: ProbedArticle): ProbedArticle {
  if (article.state !== 'published') return article;
  throw new UsageError('published', 'Intercom published what was sent as a draft, so nothing more was asked', '', 1);
}

/** Words of what came back, where it is nothing that is known. */
export function wordsOf(reply: Reply): string {
  return reply.kind === 'refused' ? `${reply.status} ${reply.words}` : reply.kind;
}

/** For what the API has from 2.16 on. */
export const from216 = ({ version }: Pick<Bench, 'version'>): string | null =>
  version === '2.16' ? null : 'the API has it from 2.16 on';
