import type { ContentPath } from '../../model/article.ts';
import type { Problem } from '../../model/problem.ts';
import type { Settings } from '../../model/settings.ts';
import { unlistedTops } from '../../read/intercom-sync/layout.ts';
import { isTypeKey } from '../../read/means-type.ts';
import { sortProblems } from '../../report/sort-problems.ts';
import { asStored } from '../../sandbox/index.ts';
import { makeSite, type RenderSettings, type Site } from '../../site/index.ts';
import type { Context } from '../context.ts';
import type { Sources } from '../sources.ts';

/**
 * Makes the site of gathered sources: all that `check` finds is on it.
 *
 * @param images what `imageProblems` finds in them
 */
export function siteOf(sources: Sources, before: Site | null, images: readonly Problem[] = []): Site {
  const { desired, attempted, unread, repository, settings, units } = sources;
  return makeSite(
    {
      name: siteName(settings),
      desired,
      attempted,
      unread,
      repository,
      problems: sortProblems([...sources.problems, ...sources.untidy, ...images]),
      snippets: new Map([...units].map(([path, unit]) => [path, unit.body.uses])),
      changes: before?.changes ?? null,
      isPending: false,
    },
    before,
  );
}

/** What the help centre is called: its name is kept in Intercom, its identifier is known. */
export function siteName(settings: Settings): string {
  return settings.helpCentre ?? 'Help centre';
}

/** What pages are rendered with. */
export function renderSettings(
  context: Context,
  mode: RenderSettings['mode'],
  editor: RenderSettings['editor'],
  { facts }: Pick<Settings, 'facts'>,
): RenderSettings {
  return { mode, editor, rewrite: (html) => asStored(html, facts?.answers), folder: context.host.cwd };
}

/** A key of front matter with what it says, in a line of its own or among others in braces. */
const entry = /(?<![^\s{,])["']?([a-z]{2,6})["']?[ \t]*[:=]\s*([^\n,}]*)/gi;

/** Articles with a source that cannot be read, and that may be one which no help centre has: by what its text begins with. */
export function suspectsIn({ unread, unreadTexts }: Pick<Sources, 'unread' | 'unreadTexts'>): ReadonlySet<ContentPath> {
  return new Set(unread.flatMap(({ path, article }) => (isSuspect(unreadTexts.get(path) ?? '') ? [article] : [])));
}

function isSuspect(text: string): boolean {
  return [...text.matchAll(entry)].some(([, key = '', value = '']) =>
    (value.match(/[a-z-]+/gi) ?? []).some((word) => word !== 'public' && isTypeKey(key, word)),
  );
}

/** Folders of the content folder in which everything is for teammates or Fin alone: those of the connector's layout. */
export function unlistedFoldersIn({ layout }: Pick<Settings, 'layout'>): readonly ContentPath[] {
  return layout === 'intercom-sync' ? unlistedTops : [];
}
