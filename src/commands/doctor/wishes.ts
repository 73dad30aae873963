import { authorIdOf } from '../../author-id.ts';
import type { IntercomProbe } from '../../intercom/index.ts';
import type { Remote, RemoteHelpCentre, Settings, Teammate } from '../../model.ts';
import { chooseHelpCentre } from '../../plan/help-centre.ts';
import type { Look } from '../../report/looks-text.ts';
import { count } from '../../report/paint.ts';
import type { Connection } from '../connect.ts';
import type { Context } from '../context.ts';
import { readKnown, recordedFor } from '../lock.ts';
import type { Sources } from '../sources.ts';
import { permission } from './access.ts';
import { failed, ok, warned, wrong } from './look.ts';

/** Whether the help centre that is published to exists, is switched on, and has the languages of the sources. */
export async function lookAtHelpCentre(
  probe: IntercomProbe,
  settings: Settings,
  sources: Sources | null,
): Promise<Look> {
  const name = 'help centre';
  let centres: readonly RemoteHelpCentre[];
  try {
    centres = await probe.helpCentres();
  } catch (error) {
    return failed(name, error, permission('read articles'));
  }
  const { centre, problems } = chooseHelpCentre(centres, settings.helpCentre);
  const [found] = problems;
  if (centre === null) {
    if (found !== undefined) return wrong(name, found.message, found.help);
    return wrong(name, 'the workspace has none', 'Set one up in Intercom, under Help Center.');
  }
  const shown = `"${centre.identifier}"${centre.url === null ? '' : `, ${centre.url}`}`;
  if (found !== undefined) return warned(name, found.message, found.help);
  const missing = missingLocales(centre, sources);
  if (missing.length > 0) {
    const what = `${shown} does not have the languages ${missing.join(', ')}, which sources are in`;
    return wrong(name, what, "Add them in Intercom, under the help centre's languages.");
  }
  if (centre.url === null) {
    return warned(
      name,
      `${shown} is switched off`,
      'Nobody sees what is published until it is switched on in Intercom.',
    );
  }
  return ok(name, centres.length === 1 ? shown : `${shown}, one of ${centres.length}`);
}

function missingLocales(centre: RemoteHelpCentre, sources: Sources | null): readonly string[] {
  const known = centre.locales;
  if (known === null || known.length === 0 || sources === null) return [];
  const wanted = new Set(sources.repository.sources.map(({ locale }) => locale));
  return [...wanted].filter((locale) => !known.includes(locale)).sort();
}

/** Whether everybody whom the configuration or a source names as author is a teammate. */
export function lookAtAuthors(teammates: readonly Teammate[], settings: Settings, sources: Sources | null): Look {
  const bySource = sources?.repository.sources.flatMap(({ fields }) => fields.author ?? []) ?? [];
  const named = [...new Set([...(settings.author === null ? [] : [settings.author]), ...bySource])];
  const ids = new Set(teammates.map(({ id }) => id));
  const unknown = named.filter((author) => !ids.has(authorIdOf(author, teammates) ?? ''));
  if (unknown.length > 0) {
    const what = `${unknown.join(', ')} ${unknown.length === 1 ? 'is no teammate' : 'are no teammates'} of the workspace`;
    return wrong('authors', what, 'Use the e-mail or the id of a teammate, or invite them in Intercom.');
  }
  if (named.length === 0) return ok('authors', 'none are named: new articles carry the name of whoever made the token');
  return ok('authors', `${named.join(', ')}, of ${count(teammates.length, 'teammate')}`);
}

/** Whether the lockfile can be read, and is this workspace's. */
export async function lookAtLockfile(
  context: Context,
  connection: Connection<IntercomProbe>,
  workspace: Remote['workspace'],
): Promise<Look> {
  try {
    const known = await readKnown(context, connection.lockFolder, connection.ownFolder);
    const { articles } = recordedFor(known, { workspace });
    const managed = Object.keys(articles).length;
    return ok('lockfile', managed === 0 ? 'nothing was published to this workspace yet' : count(managed, 'article'));
  } catch (error) {
    return failed('lockfile', error);
  }
}
