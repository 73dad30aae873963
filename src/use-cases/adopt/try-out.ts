import { compileSources } from '../../compile/compile.ts';
import { configurationName, parseConfiguration } from '../../config/settings.ts';
import { noMemo } from '../../model/memo.ts';
import type { Problem } from '../../model/problem.ts';
import { readRepository } from '../../read/repository.ts';
import { ProblemsError } from '../connect.ts';
import { type Context, shownPath } from '../context.ts';
import { sourcesFrom } from '../sources.ts';

/** What a configuration would publish. */
export interface Trial {
  /** Articles that compile, and those that do not. */
  readonly ready: number;
  readonly failed: number;
  readonly languages: readonly string[];
  readonly collections: number;
  readonly images: number;
  readonly problems: readonly Problem[];
}

/**
 * Reads and compiles a repository as a configuration would have it, without writing anything.
 *
 * @param text of the configuration
 * @throws ProblemsError where it is none
 */
export async function tryOut(context: Context, text: string): Promise<Trial> {
  const parsed = parseConfiguration(text, configurationName, context.cwd);
  if (!parsed.ok) throw new ProblemsError(parsed.problems);
  const { settings, folder } = parsed;
  const read = await readRepository(folder, settings, shownPath(context.host.cwd, folder));
  const sources = sourcesFrom(
    { settings, folder, read, unreadTexts: new Map(), memo: noMemo },
    compileSources(read.repository, settings),
  );
  const { articles, collections, images, failed } = sources.desired;
  return {
    ready: articles.length,
    failed: failed.length,
    languages: [...new Set(articles.flatMap((article) => Object.keys(article.locales)))].sort(),
    collections: collections.length,
    images: Object.keys(images).length,
    problems: sources.problems,
  };
}

/** Errors that keep articles out and may be warnings: what is shown instead is seen by readers. */
const negotiable = [
  'dead-link',
  'image-missing',
  'link-to-folder',
  'link-outside',
  'file-refused',
  'image-type',
  'image-too-large',
  'lonely-locale',
  'snippet-missing',
];

/** The codes of errors that may be lowered, so that fewer articles are kept out. */
export function loweredBy({ problems }: Trial): readonly string[] {
  return negotiable.filter((code) => problems.some((found) => found.severity === 'error' && found.code === code));
}
