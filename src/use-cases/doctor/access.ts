import { typeOf } from '../../compile/types.ts';
import { type IntercomLooks, missingIn } from '../../intercom/index.ts';
import { typeNames, unlistedTypes } from '../../model/article-type.ts';
import type { Remote, Teammate } from '../../model/remote.ts';
import type { Settings } from '../../model/settings.ts';
import { IntercomError } from '../../model/workspace.ts';
import type { Look } from '../../report/looks-text.ts';
import { count } from '../../report/paint.ts';
import { unexpectedWorkspace } from '../lock.ts';
import type { Sources } from '../sources.ts';
import { hasType } from '../types.ts';
import { setRegion } from '../wrong-region.ts';
import { failed, ok, warned, wrong } from './look.ts';

/** Whom the token belongs to, and what it opens: of a target its own workspace. */
export function lookAtToken(
  workspace: Remote['workspace'],
  teammates: readonly Teammate[] | null,
  { target }: Pick<Settings, 'target'>,
): Look {
  const owner = teammates?.find(({ id }) => id === workspace.tokenOwnerId);
  const whose = owner === undefined ? '' : `; it was made by ${owner.name} <${owner.email}>`;
  if (target !== undefined && target.workspace !== workspace.id) {
    const { message, help } = unexpectedWorkspace(workspace, target.workspace, target);
    return wrong('token', message, help);
  }
  return ok('token', `it belongs to workspace ${workspace.id}, "${workspace.name}"${whose}`);
}

/** Whether requests go where the workspace is. */
export function lookAtRegion(
  workspace: Remote['workspace'],
  settings: Pick<Settings, 'region' | 'target'>,
  isOwnAddress: boolean,
): Look {
  const { region } = settings;
  const said = workspace.region.toLowerCase();
  if (isOwnAddress) return ok('region', 'requests go to the address that INTERCOM_BASE_URL or --sandbox names');
  if (said === '' || said === region) return ok('region', region);
  return warned(
    'region',
    `requests go to "${region}", and Intercom says that the workspace is in "${said}"`,
    setRegion(said, settings),
  );
}

/** A token that was refused in a region: perhaps it is another region's. */
export function lookAtRefused(
  error: unknown,
  opensIn: Settings['region'] | null,
  settings: Pick<Settings, 'target'>,
): Look {
  if (error instanceof IntercomError && error.code === 'intercom_version_invalid') {
    return failed('version', error, 'Set apiVersion in helpcentre.yml to a version that Intercom still speaks.');
  }
  if (opensIn === null) return failed('token', error);
  return wrong(
    'region',
    `the token is refused here, and opens a workspace in region "${opensIn}"`,
    setRegion(opensIn, settings),
  );
}

/** What the version of the API that is spoken goes without. */
export function lookAtVersion(version: Settings['apiVersion']): Look {
  const missing = missingIn(version);
  if (missing.length === 0) return ok('version', `${version} of Intercom's API`);
  return warned(
    'version',
    `${version} of Intercom's API does not have: ${missing.join('; ')}`,
    'Set apiVersion in helpcentre.yml to a newer one.',
  );
}

/**
 * Whether articles and collections can be listed, and internal articles and snippets where there is one to publish: each
 * may be a permission of its own.
 */
export async function lookAtReading(probe: IntercomLooks, sources: Sources | null): Promise<Look> {
  const settings = sources?.settings;
  const used = new Set(sources?.repository.sources.map((source) => typeOf(source)));
  const types = unlistedTypes.filter((type) => used.has(type) && settings && hasType(settings.apiVersion, type));
  let what = 'read articles';
  try {
    const [articles, collections] = [await probe.countArticles(), await probe.countCollections()];
    const found = [
      articles === null ? 'articles' : count(articles, 'article'),
      collections === null ? 'collections' : count(collections, 'collection'),
    ];
    for (const type of types) {
      what = `read ${typeNames[type]}s`;
      const there = await probe.countUnlisted(type);
      found.push(there === null ? `${typeNames[type]}s` : count(there, typeNames[type]));
    }
    const [last = ''] = found.splice(-1);
    return ok('read', `${found.join(', ')} and ${last}`);
  } catch (error) {
    return failed('read', error, permission(what));
  }
}

/** Whether articles can be written. Nothing is. */
export async function lookAtWriting(probe: IntercomLooks): Promise<Look> {
  try {
    if (await probe.mayWrite()) return ok('write', 'the token may write articles');
    return wrong('write', 'the token may not write articles', permission('write articles'));
  } catch (error) {
    return failed('write', error);
  }
}

/** What to do about a permission that an app lacks. */
export function permission(what: string): string {
  return `In Intercom's Developer Hub, give the app the permission to ${what}.`;
}
