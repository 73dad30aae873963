import { listReferences } from '../body/references.ts';
import type { Fingerprint } from '../model/article.ts';
import { ImageHostError } from './image-host.ts';
import type { World } from './world.ts';

/**
 * Where Intercom can get the images of a body: its own copy where it has one, else the local image made
 * reachable.
 *
 * @throws ImageHostError when one cannot be made reachable
 */
export async function imageUrls(world: World, body: string): Promise<ReadonlyMap<Fingerprint, string>> {
  const urls = new Map<Fingerprint, string>();
  for (const reference of listReferences(body)) {
    if (reference.kind !== 'image' || urls.has(reference.sha256)) continue;
    const copy = world.copies.get(reference.sha256);
    urls.set(reference.sha256, copy ?? (await localUrl(world, reference.sha256)));
  }
  return urls;
}

async function localUrl(world: World, sha256: Fingerprint): Promise<string> {
  const facts = world.desired.images[sha256];
  if (facts === undefined)
    throw new ImageHostError('image-unreadable', `an image ${sha256} is not in the content folder`);
  return world.images.urlOf({ sha256, ...facts });
}
