import { createHash } from 'node:crypto';
import { configurationName } from '../config/settings.ts';
import type { Inputs } from './github/inputs.ts';

/**
 * Name of a branch that the Action keeps for one help centre: two in a repository never share one, also where nobody
 * gave them names, because each writes its branch anew.
 *
 * @param what it is kept for: a lockfile holds all targets of a help centre, edits are made in one
 */
export function ownBranch(
  inputs: Pick<Inputs, 'name' | 'working-directory' | 'config' | 'target'>,
  what: 'lockfile' | 'edits',
): string {
  const { name, config, target, 'working-directory': folder } = inputs;
  const parts = `${folder}/${config ?? ''}`.split('/');
  const place = parts.filter((part) => !['', '.', configurationName].includes(part));
  const suffix = name ?? suffixOf(place);
  // No name has this sign.
  const own = what === 'edits' && target !== null ? `@${target}` : '';
  return `helpcentre/${what}${suffix === '' ? '' : `-${suffix}`}${own}`;
}

/** A folder's path as a part of a name. Where another path could become the same, a few digits tell them apart. */
function suffixOf(place: readonly string[]): string {
  const [only = ''] = place;
  if (place.length < 2 && /^(?:[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*)?$/.test(only)) return only;
  const words = place.join('-').replace(/[^a-zA-Z0-9]+/g, '-');
  const digits = createHash('sha256').update(place.join('/')).digest('hex').slice(0, 6);
  return `${words.replace(/^-+|-+$/g, '')}-${digits}`.replace(/^-/, '');
}
