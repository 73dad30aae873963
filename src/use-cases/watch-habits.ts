import { contradicted, habitRefused, habitsShown } from '../body/habits-shown.ts';
import type { Locale } from '../model/article.ts';
import type { QuirkName } from '../model/quirks.ts';
import type { RemoteArticle } from '../model/remote.ts';
import { videoFormOf } from '../model/video-form.ts';
import { type ArticleWrite, IntercomError, type WorkspaceWriter } from '../model/workspace.ts';
import { type Answers, answerText, type WorkspaceFacts } from '../model/workspace-facts.ts';

/** A writer that compares what Intercom does with what it said when it was asked. */
export interface WatchedWriter {
  readonly writer: WorkspaceWriter;
  /** Answers that do not hold, as far as it was seen. */
  readonly doubts: ReadonlySet<QuirkName>;
}

/**
 * Watches what becomes of articles that are written.
 *
 * @param facts what is known of the workspace; without any nothing can be contradicted
 */
export function watchHabits(writer: WorkspaceWriter, facts: WorkspaceFacts | undefined): WatchedWriter {
  const doubts = new Set<QuirkName>();
  if (facts === undefined) return { writer, doubts };
  const watch = async (write: ArticleWrite, send: () => Promise<RemoteArticle>): Promise<RemoteArticle> => {
    try {
      const answer = await send();
      for (const name of seenIn(write, answer, facts)) doubts.add(name);
      return answer;
    } catch (error) {
      const name = error instanceof IntercomError && error.status === 400 ? habitRefused(error.detail) : null;
      if (name !== null && isTaken(name, write, facts)) doubts.add(name);
      throw error;
    }
  };
  return {
    doubts,
    writer: {
      ...writer,
      createArticle: (write, first) => watch(write, () => writer.createArticle(write, first)),
      updateArticle: (id, write, first) => watch(write, () => writer.updateArticle(id, write, first)),
    },
  };
}

/** Whether what was refused is what the workspace answered to take. */
function isTaken(name: QuirkName, { locales }: ArticleWrite, { answers }: WorkspaceFacts): boolean {
  if (name !== 'videos') return answers[name] !== undefined && answers[name] !== 'refused';
  const bodies = Object.values(locales).map(({ body }) => body ?? '');
  const addresses = [...bodies.join('').matchAll(/<iframe [^>]*?src="([^"]*)"/g)].map(([, address = '']) => address);
  const forms = addresses.map((address) => videoFormOf(address.replaceAll('&amp;', '&')));
  return forms.length > 0 && forms.every((form) => form !== null && answers.videos?.includes(form) === true);
}

function seenIn({ locales }: ArticleWrite, answer: RemoteArticle, { answers }: WorkspaceFacts): readonly QuirkName[] {
  const news = (shown: Answers): readonly QuirkName[] => contradicted(answers, shown);
  return Object.entries(locales).flatMap(([locale, { body }]) => {
    const stored = answer.locales[locale as Locale]?.body;
    if (body === undefined || stored === undefined) return [];
    return news(habitsShown(body, stored, (shown) => news(shown).length > 0));
  });
}

/** What is said of answers that do not hold any more; nothing where all do. */
export function doubtsText(facts: WorkspaceFacts, doubts: ReadonlySet<QuirkName>): string {
  const lines = [...doubts].map((name) => `  ${name}: it answered ${answerText(facts.answers[name] ?? '')}\n`);
  if (lines.length === 0) return '';
  return `This workspace does something else than it answered on ${facts.asked}:\n${lines.join('')}These answers count no more. To ask it again: helpcentre probe\n`;
}
