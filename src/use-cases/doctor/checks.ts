import path from 'node:path';
import type { IntercomLooks } from '../../intercom/index.ts';
import { authorIdOf } from '../../model/author-id.ts';
import type { Remote, Teammate } from '../../model/remote.ts';
import type { Settings } from '../../model/settings.ts';
import { answered } from '../../model/workspace-facts.ts';
import { lockfileName } from '../../record/lockfile.ts';
import { readFacts } from '../../record/read-facts.ts';
import type { Look } from '../../report/looks-text.ts';
import { count } from '../../report/paint.ts';
import type { Connection } from '../connect.ts';
import type { Context } from '../context.ts';
import { onceAPlace, outOfReach } from '../local-images.ts';
import { readKnown, recordedFor } from '../lock.ts';
import type { Sources } from '../sources.ts';
import { withoutTarget } from '../target.ts';
import { failed, ok, warned, wrong } from './look.ts';

/** Whether everybody whom the configuration or a source names as author is a teammate. */
export function lookAtAuthors(teammates: readonly Teammate[], settings: Settings, sources: Sources | null): Look {
  const bySource = sources?.repository.sources.flatMap(({ fields }) => fields.author ?? []) ?? [];
  const named = [...new Set([...(settings.author === null ? [] : [settings.author]), ...bySource])];
  const ids = new Set(teammates.map(({ id }) => id));
  const unknown = named.filter((author) => !ids.has(authorIdOf(author, teammates) ?? ''));
  if (unknown.length > 0) {
    const what = `${unknown.join(', ')} ${unknown.length === 1 ? 'is not a teammate' : 'are not teammates'} of the workspace`;
    return wrong('authors', what, 'Use the e-mail or the id of a teammate, or invite them in Intercom.');
  }
  if (named.length === 0) return ok('authors', 'none is named: new articles get the owner of the token as author');
  return ok('authors', `${named.join(', ')}, of ${count(teammates.length, 'teammate')}`);
}

/** Whether the lockfile can be read, and is this workspace's. */
export async function lookAtLockfile(
  context: Context,
  connection: Connection<IntercomLooks>,
  workspace: Remote['workspace'],
  settings: Pick<Settings, 'target' | 'targets'>,
): Promise<Look> {
  try {
    const known = await readKnown(context, connection.lockFolder, connection.ownFolder);
    const { articles } = recordedFor(known, { workspace }, settings);
    const [unnamed] = withoutTarget(known.read.lockfile, settings);
    if (unnamed !== undefined) return warned('lockfile', unnamed.message, unnamed.help);
    const managed = Object.keys(articles).length;
    return ok('lockfile', managed === 0 ? 'nothing was published to this workspace yet' : count(managed, 'article'));
  } catch (error) {
    return failed('lockfile', error);
  }
}

/** Whether the workspace was ever asked for its habits, and whether it still does what it answered. */
export async function lookAtFacts(
  { lockFolder }: Pick<Connection<IntercomLooks>, 'lockFolder'>,
  { id }: Remote['workspace'],
): Promise<Look> {
  const name = 'habits';
  const facts = (await readFacts(path.join(lockFolder, lockfileName))).get(id);
  if (facts === undefined)
    return ok(name, 'not known: the workspace was never asked how it stores articles; "helpcentre probe" asks it');
  const known = `${count(answered(facts).length, 'answer')} since ${facts.asked}, of version ${facts.apiVersion}`;
  const doubted = Object.keys(facts.doubted ?? {});
  if (doubted.length === 0) return ok(name, `known: ${known}`);
  return warned(name, `known: ${known}; no longer true: ${doubted.join(', ')}`, 'Run "helpcentre probe" to ask again.');
}

/** Whether Intercom has a way to get the local images that it has no copy of. Nothing where there are none. */
export async function lookAtImages(
  context: Context,
  connection: Connection<IntercomLooks>,
  workspace: Remote['workspace'],
  sources: Sources | null,
): Promise<readonly Look[]> {
  if (sources === null || connection.loopback) return [];
  try {
    const known = await readKnown(context, connection.lockFolder, connection.ownFolder);
    const found = onceAPlace(
      outOfReach(sources, [recordedFor(known, { workspace }, sources.settings)]).flatMap((one) => one.problems),
    );
    const [first] = found;
    if (first === undefined) return [];
    const are = found.length === 1 ? '1 image is a file' : `${found.length} images are files`;
    const at = first.place === undefined ? '' : `, the first at ${first.place.file}:${first.place.line}`;
    return [wrong('images', `${are} that Intercom cannot get${at}`, first.help)];
  } catch (error) {
    // The lockfile has a line of its own.
    failed('images', error);
    return [];
  }
}
