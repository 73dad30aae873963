import { flavours } from '../flavour/flavours.ts';
import type { ContentPath } from '../model/article.ts';
import { lazily } from '../model/lazily.ts';
import type { Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { lastSource, type Recorded } from '../model/recorded.ts';
import type { OriginalText } from '../model/translation.ts';
import type { MarkdownText, MarkdownTexts } from '../plan/similarity.ts';
import { decode } from '../read/decode.ts';
import { readFrontMatter } from '../read/front-matter.ts';
import type { RecordedNow } from './past.ts';
import type { Sources } from './sources.ts';

/** Reads a blob by its git id; null where it cannot be had. */
export type ReadBlob = (id: string) => Promise<Uint8Array | null>;

/** What is known of texts, for moves; nothing where nothing can have moved. */
export interface TextsForMoves extends MarkdownTexts {
  /** Articles whose file is gone, and whose text git does not have here. */
  readonly unread: readonly ContentPath[];
}

/** Files that are looked up at most: past that it was no rename. */
const most = 200;

/**
 * What the sources say, and what those that are gone said when they were last published, from git: without Intercom's
 * texts this is all there is to tell a file that was renamed and edited from one that was deleted.
 */
export async function textsForMoves(sources: Sources, recorded: Recorded, blob: ReadBlob): Promise<TextsForMoves> {
  const { repository, desired, settings } = sources;
  const before = new Map<ContentPath, MarkdownText>();
  const now = new Map<ContentPath, MarkdownText>();
  const isKnown = (key: ContentPath): boolean => Object.hasOwn(recorded.articles, key);
  // A source with an error may be what is gone, too.
  if (desired.articles.every(({ key }) => isKnown(key)) && desired.failed.every(isKnown))
    return { before, now, unread: [] };
  for (const source of repository.sources) {
    if (source.path !== source.article) continue;
    // Read when somebody asks: of most articles nobody does.
    now.set(
      source.path,
      lazily({ title: source.fields.title ?? '' }, 'markdown', () => source.body),
    );
  }
  const blobs = new Set(repository.sources.map((source) => source.blob));
  const gone = Object.entries(recorded.articles).flatMap(([key, { locales }]) => {
    const id = lastSource(locales[settings.locale]);
    // A text that is there unchanged is recognised by its id.
    return now.has(key) || id === undefined || blobs.has(id) ? [] : [{ key, id }];
  });
  const unread: ContentPath[] = [];
  for (const { key, id } of gone.slice(0, most)) {
    const bytes = await blob(id);
    if (bytes === null) unread.push(key);
    const text = originalIn(bytes, settings);
    if (text !== null) before.set(key, text);
  }
  return { before, now, unread };
}

/** Says where a plan removes and creates articles that may be the same ones, because the texts that would tell are not here. */
export function unseenMoves(
  { changes, held }: Pick<Plan, 'changes' | 'held'>,
  { unread }: TextsForMoves,
  history: RecordedNow['history'],
): readonly Problem[] {
  const missing = new Set(unread);
  const gone = [...changes, ...held].filter(({ key }) => missing.has(key)).length;
  const created = changes.filter(({ kind }) => kind === 'create').length;
  if (gone === 0 || created === 0) return [];
  return [problem('moves-unseen', { gone, created, isCutOff: history === 'cut-off' })];
}

/** What a text of the past says; null where there is none, or it is no text. */
export function originalIn(bytes: Uint8Array | null, settings: Sources['settings']): OriginalText | null {
  const decoded = bytes === null ? null : decode(bytes);
  if (decoded?.ok !== true) return null;
  const read = readFrontMatter(decoded.text, '', settings.frontMatter, flavours[settings.flavour]);
  if (!read.ok) return { title: '', description: '', markdown: decoded.text };
  const { fields, body } = read.frontMatter;
  return { title: fields.title ?? '', description: fields.description ?? '', markdown: body.trim() };
}
