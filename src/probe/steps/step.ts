import type { QuirkName } from '../../model/quirks.ts';
import type { Reply } from '../../model/workbench.ts';
import type { Bench } from '../bench.ts';
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
}

/** Some questions that are asked together. */
export interface Step {
  readonly names: readonly QuirkName[];
  /** Why they are not asked of this workspace, as a clause; null where they are. */
  readonly keptFrom?: (bench: Bench, subject: Subject) => string | null;
  readonly ask: (bench: Bench, subject: Subject) => Promise<void>;
}

/** Writes the draft, which stays a draft. */
export function write(
  bench: Bench,
  { article }: Pick<Subject, 'article'>,
  fields: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  return bench.ask({ verb: 'PUT', path: `/articles/${article.id}`, body: { state: 'draft', ...fields } });
}

/** The draft of a good answer, which is what is known of it from now on; null of any other. */
export function took(subject: Subject, reply: Reply): ProbedArticle | null {
  const read = reply.kind === 'taken' ? probedArticle.safeParse(reply.json) : null;
  if (read?.success !== true || read.data.id !== subject.article.id) return null;
  subject.article = read.data;
  return read.data;
}

/** Words of what came back, where it is nothing that is known. */
export function wordsOf(reply: Reply): string {
  return reply.kind === 'refused' ? `${reply.status} ${reply.words}` : reply.kind;
}

/** For what the API has from 2.16 on. */
export const from216 = ({ version }: Pick<Bench, 'version'>): string | null =>
  version === '2.16' ? null : 'the API has it from 2.16 on';
