import { articleFingerprint } from '../../body/fingerprint.ts';
import { isReachKept } from '../../body/reach.ts';
import type { ContentPath } from '../../model/article.ts';
import type { DesiredArticle } from '../../model/desired.ts';
import type { Held } from '../../model/plan.ts';
import type { PulledSource, PullLeft } from '../../model/pulled.ts';
import type { RecordedArticle } from '../../model/recorded.ts';
import type { RemoteArticle } from '../../model/remote.ts';
import type { DriftedLocale } from './drifted-locale.ts';
import { readSourceFile, type SourceFile, writeSourceFile } from './files.ts';
import { type MergedLocale, mergeLocale, type PullWorld } from './locale.ts';
import { whoSaved } from './who.ts';

/** What became of one article. */
export interface PulledArticle {
  readonly pulled: readonly PulledSource[];
  readonly left: readonly PullLeft[];
}

/**
 * Pulls every locale of an article that Intercom has otherwise than the lockfile says.
 *
 * @param held what the plan says of it
 * @param isCheck nothing is written
 * @param onMerged told of each source that an edit goes into, as it was and as it becomes
 */
export async function pullArticle(
  held: Held,
  world: PullWorld,
  isCheck: boolean,
  onMerged: (path: ContentPath, before: string, after: string) => void = () => undefined,
): Promise<PulledArticle> {
  const { sources, remote, recorded } = world.planned;
  const article = sources.desired.articles.find(({ key }) => key === held.key);
  const theirs = remote.articles.find(({ id }) => id === held.id);
  const entry = Object.values(recorded.articles).find(({ id }) => id === held.id);
  if (theirs === undefined || entry === undefined) return { pulled: [], left: [] };
  if (article === undefined) return { pulled: [], left: [leftOf(held, held.key, 'file-gone')] };
  const pulled: PulledSource[] = [];
  const left: PullLeft[] = [];
  for (const [locale, known] of driftedLocales(entry, theirs, article)) {
    const source = sources.repository.sources.find((one) => one.article === held.key && one.locale === locale);
    if (source === undefined || article.locales[locale] === undefined) {
      left.push(leftOf(held, `${held.key} (${locale})`, 'file-gone'));
      continue;
    }
    const file = await readSourceFile(source.path, sources);
    if (file === null) {
      left.push(leftOf(held, source.path, 'changed-on-disk'));
      continue;
    }
    const saved = await whoSaved(theirs, locale, remote, world.reader);
    const who = [saved.by, isoDay(saved.at)].filter((part) => part !== null).join(', ');
    const drifted: DriftedLocale = { article, remote: theirs, locale, known, source, text: file.text, who };
    const merged = await mergeLocale(drifted, world);
    if (merged.text !== file.text) onMerged(source.path, file.text, merged.text);
    if (merged.text !== file.text && !isCheck && !(await writeSourceFile(file, merged.text))) {
      left.push(leftOf(held, source.path, 'changed-on-disk'));
      continue;
    }
    const notes = [...merged.notes, ...(await uncommitted(source.path, file, merged, world, isCheck))];
    pulled.push({
      ...{ path: source.path, key: held.key, locale, id: theirs.id, title: article.locales[locale].title },
      ...{ result: resultOf(merged, file), changed: merged.changed, conflicts: merged.conflicts },
      ...saved,
      notes,
    });
  }
  if (pulled.length === 0 && left.length === 0) left.push(...newHere(held, article, entry, theirs));
  return { pulled, left };
}

/** New sources in languages that readers have a text in already: nothing can be taken into them. */
function newHere(held: Held, article: DesiredArticle, entry: RecordedArticle, theirs: RemoteArticle): PullLeft[] {
  const { id, by, at, help } = held;
  return Object.entries(article.locales).flatMap(([locale, { path }]): PullLeft[] => {
    const isTaken = entry.locales[locale] === undefined && theirs.locales[locale]?.state === 'published';
    return isTaken ? [{ key: path, id, why: 'file-there', by, at, help }] : [];
  });
}

function driftedLocales({ locales, reach }: RecordedArticle, theirs: RemoteArticle, article: DesiredArticle) {
  return Object.entries(locales).filter(([locale, known]) => {
    const now = articleFingerprint(theirs, locale);
    return now !== null && (now !== known.remote || !isReachKept(article.reach, reach, theirs, theirs.locales[locale]));
  });
}

function resultOf(merged: MergedLocale, file: SourceFile): PulledSource['result'] {
  if (merged.conflicts > 0) return 'conflict';
  return merged.text === file.text ? 'noted' : 'merged';
}

function isoDay(at: number | null): string | null {
  return at === null || at === 0 ? null : new Date(at * 1000).toISOString().slice(0, 10);
}

async function uncommitted(
  path: string,
  file: SourceFile,
  merged: MergedLocale,
  { committed }: PullWorld,
  isCheck: boolean,
): Promise<readonly string[]> {
  if (merged.text === file.text) return [];
  const blob = await committed(path);
  if (blob === null || blob === file.blob) return [];
  return [`the file ${isCheck ? 'has' : 'had'} changes that are not committed`];
}

const helps: Readonly<Record<'file-gone' | 'changed-on-disk', string>> = {
  'file-gone': 'Restore the file and pull again, or publish with --on-drift overwrite to remove the article anyway.',
  'changed-on-disk': 'It changed during this run and was left as it is. Pull again.',
};

function leftOf({ id, by, at }: Held, key: string, why: keyof typeof helps): PullLeft {
  return { key, id, why, by, at, help: helps[why] };
}
