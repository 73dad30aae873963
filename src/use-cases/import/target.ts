import { configurationName, contentOutside, parseConfiguration } from '../../config/settings.ts';
import { limitOf } from '../../git/repository.ts';
import { formatConfiguration, usualOf } from '../../import/format-configuration.ts';
import { remoteCentres } from '../../model/centre-of.ts';
import type { FlavourName } from '../../model/flavour-name.ts';
import type { Remote, RemoteArticle, RemoteHelpCentre } from '../../model/remote.ts';
import type { Settings } from '../../model/settings.ts';
import { UsageError } from '../../model/usage-error.ts';
import { chooseHelpCentre } from '../../plan/help-centre.ts';
import type { ReadResult } from '../../read/read-result.ts';
import { readRepository } from '../../read/repository.ts';
import { ProblemsError } from '../connect.ts';
import { type Context, shownPath, standOf } from '../context.ts';
import { refuseConnectorLayout } from '../managed.ts';
import { readSettings } from '../target.ts';
import { placesOf } from './flavour.ts';

/** The folder that is imported into. */
export interface ImportTarget {
  readonly settings: Settings;
  /** Absolute folder of the configuration. */
  readonly folder: string;
  /** The text of the configuration that is still to be written; null where there is one. */
  readonly newConfiguration: string | null;
}

/**
 * Reads the configuration. Where there is none the defaults count for now, and one is written: an import into an empty
 * folder is how most repositories begin.
 *
 * @throws ProblemsError when there is one with mistakes, or `--config` names one that is not there
 */
export async function readTarget(context: Context, flavour: FlavourName | undefined): Promise<ImportTarget> {
  const { config, target: named } = context.options;
  const found = await readSettings(context);
  if (found.ok) {
    refuseConnectorLayout(found.settings, 'import');
    if (flavour !== undefined && flavour !== found.settings.flavour)
      throw otherFlavour(flavour, found.settings.flavour);
    return { settings: found.settings, folder: found.folder, newConfiguration: null };
  }
  const isAbsent = found.problems.every(({ code }) => code === 'no-configuration');
  if (!isAbsent || config !== undefined || named !== undefined) throw new ProblemsError(found.problems);
  const target = parsed(flavouredConfiguration(flavour ?? 'github'), context.cwd);
  const limit = await limitOf(standOf(context), context.cwd);
  const outside = await contentOutside(target.folder, target.settings, { limit, text: '', name: configurationName });
  if (outside !== null) throw new ProblemsError([outside]);
  return { ...target, newConfiguration: '' };
}

/** The help centres that an import is about. */
export interface ImportCentres {
  /** The one of `helpcentre.yml`: collections of others name theirs. */
  readonly main: RemoteHelpCentre | null;
  /** The one that is imported; null for all. */
  readonly only: RemoteHelpCentre | null;
}

/** Settings that fit what the workspace holds, for a folder that has none yet. */
export function settled(target: ImportTarget, remote: Remote, { main }: ImportCentres): ImportTarget {
  if (target.newConfiguration === null) return target;
  const { region } = remote.workspace;
  const usual = chooseHelpCentre(remote.helpCentres, null);
  const isUsual = usual.centre?.id === main?.id && usual.problems.length === 0;
  const { flavour } = target.settings;
  const articles = articlesIn(remote, main);
  const found = usualOf(articles, target.settings.locale);
  const locales = new Set(articles.flatMap((article) => Object.keys(article.locales)));
  const text = formatConfiguration({
    ...found,
    ...settingsFor(flavour, locales.size),
    region: region === 'eu' || region === 'au' ? region : 'us',
    helpCentre: main === null || isUsual ? null : main.identifier || main.id,
  });
  return { ...parsed(text, target.folder), newConfiguration: text };
}

/** What a configuration says of a tool. Whether a page is a draft its front matter says, in the tool's way. */
function settingsFor(flavour: FlavourName, locales: number) {
  const found = placesOf(flavour);
  if (found === null) return {};
  return {
    ...{ flavour, content: found.content, roots: found.images === null ? [] : [found.images] },
    ...(found.locales !== 'suffix' && locales > 1 ? { locales: found.locales } : {}),
    ...(found.draft === undefined ? {} : { state: 'published' as const }),
  };
}

/** The least of it: what decides where files go. */
function flavouredConfiguration(flavour: FlavourName): string {
  return flavour === 'github' ? '' : `flavour: ${flavour}\ncontent: ${placesOf(flavour)?.content}\n`;
}

function otherFlavour(wanted: FlavourName, found: FlavourName): UsageError {
  return new UsageError(
    'other-flavour',
    `helpcentre.yml says "flavour: ${found}", and --flavour says ${wanted}`,
    'One configuration has one flavour: leave the option out, or import into a folder without a helpcentre.yml.',
    64,
  );
}

/** Articles of one help centre; of all, where it has none. */
function articlesIn(remote: Remote, main: RemoteHelpCentre | null): readonly RemoteArticle[] {
  const centreOf = remoteCentres(remote, main);
  const own = remote.articles.filter((article) => centreOf(article)?.id === main?.id);
  return own.length === 0 ? remote.articles : own;
}

function parsed(text: string, folder: string): Pick<ImportTarget, 'settings' | 'folder'> {
  const found = parseConfiguration(text, configurationName, folder);
  if (!found.ok) throw new ProblemsError(found.problems);
  return found;
}

/**
 * The help centres of an import: all of the workspace's, or the one that `--help-centre` names. In a folder without a
 * configuration that becomes the configured one.
 *
 * @throws ProblemsError where there is none of that name
 */
export function centresOf(target: ImportTarget, remote: Remote, wanted: string | undefined): ImportCentres {
  const named = wanted === undefined ? null : found(chooseHelpCentre(remote.helpCentres, wanted));
  if (named !== null && target.newConfiguration !== null) return { main: named, only: named };
  return { main: found(chooseHelpCentre(remote.helpCentres, target.settings.helpCentre)), only: named };
}

function found({ centre, problems }: ReturnType<typeof chooseHelpCentre>): RemoteHelpCentre | null {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ProblemsError(errors);
  return centre;
}

/** What is in the content folder already. A folder that is not there yet is empty. */
export async function readPresent(context: Context, { folder, settings }: ImportTarget): Promise<ReadResult> {
  return readRepository(folder, settings, shownPath(context.host.cwd, folder));
}
