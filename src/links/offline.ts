import type { WebParts } from './web.ts';

/** A name that always exists: where it is not found, no name is. */
const knownName = 'example.com';

/** Whether this machine finds no name at all, so that one that it does not find may well exist. */
export async function findsNoName(resolve: WebParts['resolve']): Promise<boolean> {
  return await resolve(knownName).then(
    () => false,
    () => true,
  );
}

/** Why nothing is known of a name on such a machine. */
export const noNames = 'could not be looked up: this machine cannot look up any name';
