import path from 'node:path';
import { configurationName, parseConfiguration, readConfiguration } from '../../config/settings.ts';
import { formatConfiguration, usualOf } from '../../import/format-configuration.ts';
import type { Remote, RemoteHelpCentre, Settings } from '../../model.ts';
import { chooseHelpCentre } from '../../plan/help-centre.ts';
import { type ReadResult, readRepository } from '../../read/repository.ts';
import { ProblemsError } from '../connect.ts';
import { type Context, shownPath } from '../context.ts';
import { UsageError } from '../usage-error.ts';

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
export async function readTarget(context: Context): Promise<ImportTarget> {
  const { config } = context.options;
  const file = config === undefined ? undefined : path.resolve(context.cwd, config);
  const found = await readConfiguration(context.cwd, file);
  if (found.ok) return { settings: found.settings, folder: found.folder, newConfiguration: null };
  const isAbsent = found.problems.every(({ code }) => code === 'no-configuration');
  if (!isAbsent || config !== undefined) throw new ProblemsError(found.problems);
  return { ...parsed('', context.cwd), newConfiguration: '' };
}

/** Settings that fit what the workspace holds, for a folder that has none yet. */
export function settled(target: ImportTarget, remote: Remote, centre: RemoteHelpCentre | null): ImportTarget {
  if (target.newConfiguration === null) return target;
  const usual = usualOf(remote.articles, target.settings.locale);
  const { region } = remote.workspace;
  const isUsual = chooseHelpCentre(remote.helpCentres, null).centre?.id === centre?.id;
  const text = formatConfiguration({
    ...usual,
    region: region === 'eu' || region === 'au' ? region : 'us',
    helpCentre: centre === null || isUsual ? null : centre.identifier || centre.id,
  });
  return { ...parsed(text, target.folder), newConfiguration: text };
}

function parsed(text: string, folder: string): Pick<ImportTarget, 'settings' | 'folder'> {
  const found = parseConfiguration(text, configurationName, folder);
  if (!found.ok) throw new ProblemsError(found.problems);
  return found;
}

/**
 * The help centre that is imported: the one that `--help-centre` names, else the configuration's.
 *
 * @throws ProblemsError where there is none of that name; UsageError where sources of it would be published to another
 */
export function centreOf(target: ImportTarget, remote: Remote, wanted: string | undefined): RemoteHelpCentre | null {
  const configured = chooseHelpCentre(remote.helpCentres, target.settings.helpCentre);
  const chosen = wanted === undefined ? configured : chooseHelpCentre(remote.helpCentres, wanted);
  const errors = chosen.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ProblemsError(errors);
  if (target.newConfiguration === null && chosen.centre?.id !== configured.centre?.id) {
    throw new UsageError(
      'other-help-centre',
      `what is in this folder is published to the help centre "${configured.centre?.identifier ?? ''}"`,
      `Set "helpCentre: ${chosen.centre?.identifier ?? wanted}" in helpcentre.yml, or import into a folder of its own (--cwd).`,
      64,
    );
  }
  return chosen.centre;
}

/** What is in the content folder already. A folder that is not there yet is empty. */
export async function readPresent(context: Context, { folder, settings }: ImportTarget): Promise<ReadResult> {
  return readRepository(folder, settings, shownPath(context.host.cwd, folder));
}
