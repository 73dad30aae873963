import { addressBelow, type RemoteRedirect, wholeAddress } from '../model/redirect.ts';
import type { RemoteHelpCentre } from '../model/remote.ts';
import { IntercomError, type RedirectWrite } from '../model/workspace.ts';
import type { ApiRequest } from './api-request.ts';
import type { Connection } from './connection.ts';
import { createSurely } from './create-surely.ts';
import { getAll, inShape } from './requests.ts';
import { versionHas } from './versions.ts';
import { redirect, type WireRedirect } from './wire.ts';

/** Rows of a page of redirects, at most. */
const most = 250;

const pathOf = (helpCentreId: string): string =>
  `/help_center/help_centers/${encodeURIComponent(helpCentreId)}/redirects`;

type Centre = Pick<RemoteHelpCentre, 'id' | 'url'>;

/**
 * All redirects of a help centre. An address that is not below the one that the help centre has now, as after a change
 * of its domain, is given whole.
 *
 * @throws IntercomError
 */
export async function listRedirects(
  { transport, version, limits }: Connection,
  centre: Centre,
): Promise<readonly RemoteRedirect[]> {
  if (!versionHas(version, 'redirects') || centre.url === null) return [];
  const bounds = { ...limits, perPage: Math.min(most, limits.perPage) };
  const rows = await getAll(transport, pathOf(centre.id), redirect, bounds);
  return rows.flatMap((row) => fromWireRedirect(row, centre) ?? []);
}

function fromWireRedirect(wire: WireRedirect, centre: Centre): RemoteRedirect | null {
  const { target_type: targetType, target_id: targetId, from_url: from } = wire;
  // Nothing that a source of ours could name.
  if (targetType !== 'article' && targetType !== 'collection') return null;
  const below = centre.url === null ? null : addressBelow(from, centre.url);
  const address = below ?? wholeAddress(from);
  return { id: wire.id, helpCentreId: centre.id, address, locale: wire.locale ?? '', targetType, targetId };
}

/**
 * Makes a redirect exactly once: there is at most one from an address. Where the answer is lost, or says that there is
 * one already, all of them are listed, and one that leads to the same is ours.
 *
 * @throws IntercomError
 */
export async function createRedirect(connection: Connection, write: RedirectWrite): Promise<RemoteRedirect> {
  const { transport, limits } = connection;
  const { centre, address, locale, targetType, targetId } = write;
  const body = { from_url: `${centre.url}${address}`, locale, target_type: targetType, target_id: targetId };
  const asked: ApiRequest = { verb: 'POST', path: pathOf(centre.id), body };
  const look = async (): Promise<RemoteRedirect | null> => {
    const there = (await listRedirects(connection, centre)).find((one) => one.address === address);
    return there?.targetType === targetType && there.targetId === targetId ? there : null;
  };
  try {
    return await createSurely<RemoteRedirect>({
      send: () => transport.send(asked),
      // What it answers with is what was asked for; its address may be written otherwise.
      read: (answer) => {
        const { id, locale: bound } = inShape(redirect, answer, asked);
        return { id, helpCentreId: centre.id, address, locale: bound ?? locale, targetType, targetId };
      },
      look,
      pause: (milliseconds) => transport.pause(milliseconds, asked),
      pauses: limits.lookMs,
      pausesAfterTimeOut: limits.lookAfterTimeOutMs,
      attempts: limits.attempts,
    });
  } catch (error) {
    const there = error instanceof IntercomError && error.status === 409 ? await look() : null;
    if (there !== null) return there;
    throw error;
  }
}

/** Deletes a redirect; one that is gone already is what was wanted. @throws IntercomError */
export async function deleteRedirect({ transport }: Connection, helpCentreId: string, id: string): Promise<void> {
  const asked: ApiRequest = { verb: 'DELETE', path: `${pathOf(helpCentreId)}/${encodeURIComponent(id)}` };
  const settled = await transport.send(asked);
  if (settled.kind !== 'answer' && settled.error.status !== 404) throw settled.error;
}
