import { applyFixes } from '../../compile/apply-fixes.ts';
import { formatSource } from '../../import/format-source.ts';
import { localePath } from '../../import/locale-path.ts';
import { slugOf } from '../../import/slug.ts';
import { localeOf } from '../../model/help-centre-locales.ts';
import { shownFile } from '../../model/shown-file.ts';
import { UsageError } from '../../model/usage-error.ts';
import { splitSource } from '../../text/fences.ts';
import type { Context } from '../context.ts';
import { sourcesOf } from '../plan.ts';
import { readSourceFile } from '../pull/files.ts';
import type { Sources } from '../sources.ts';
import { contentPath } from './content-file.ts';
import type { FreshSources } from './fresh-sources.ts';
import { movedIncludes, movedLinks } from './moved-links.ts';
import { changedMeanwhile, type Writing, type Written, writeContentFile } from './write-file.ts';

/** What a new file is to be. */
export interface Scaffold {
  readonly title: string;
  readonly description?: string | undefined;
  /** Folder of a new article. */
  readonly folder?: string | undefined;
  /** The article that it is a translation of, and into which language. */
  readonly translates?: string | undefined;
  readonly language?: string | undefined;
}

const firstWords = `Say in one sentence what the reader can do with this.

## Step by step

1. Say what to do first.
`;

/**
 * Writes a new draft to begin with: an article with a few lines to replace, or a translation that still has its
 * original's text, with links that lead where they lead there. It is written as every file is; see `writeContentFile`.
 *
 * @returns what became of it, with the text
 * @throws UsageError where something is there already, or it is not clear what is meant
 * @throws ProblemsError, LinkedFileError
 */
export async function scaffoldArticle(
  context: Context,
  fresh: FreshSources,
  scaffold: Scaffold,
): Promise<Written & { readonly text: string }> {
  const sources = sourcesOf(await fresh.gather(context));
  const writing = scaffold.translates === undefined ? articleOf(scaffold) : await translationOf(scaffold, sources);
  return { ...(await writeContentFile(context, fresh, writing)), text: writing.text };
}

function articleOf({ title, description, folder = '', language }: Scaffold): Writing {
  if (language !== undefined) {
    const help = 'Name the article that it is a translation of, too.';
    throw new UsageError('which-original', 'a text in another language is a translation', help);
  }
  const name = `${slugOf(title, 'article')}.md`;
  const inside = folder.replace(/\/+$/, '');
  const text = formatSource({ ...textFields(title, description), state: 'draft' }, firstWords);
  return { path: inside === '' ? name : `${inside}/${name}`, text };
}

const textFields = (title: string, description: string | undefined) => ({
  title,
  ...(description === undefined ? {} : { description }),
});

async function translationOf({ title, description, translates = '', language }: Scaffold, sources: Sources) {
  const path = await contentPath(translates, sources);
  const original = sources.repository.sources.find((source) => source.path === path && source.article === path);
  const locale = language === undefined ? null : localeOf(language);
  if (original === undefined || locale === null || locale === original.locale) {
    const what = original === undefined ? `"${translates}" is no article` : 'it does not say into which language';
    const help = 'Name the path of an article, and a language such as fr or pt-BR that it is not in.';
    throw new UsageError('which-original', what, help);
  }
  const file = await readSourceFile(path, sources);
  if (file === null) throw changedMeanwhile({ path, absolute: '' });
  const goal = localePath(path, locale, sources.settings);
  const fixes = movedLinks(sources, new Map([[path, goal]])).get(path) ?? [];
  const linked = applyFixes(file.text, fixes, shownFile(sources.repository.root, path));
  const { body } = splitSource(movedIncludes(linked, path, goal));
  const text = formatSource({ ...textFields(title, description), state: 'draft' }, body);
  return { path: goal, text: text.replace(/\n---\n/, `\ntranslated: "${original.blob}"\n---\n`) };
}
