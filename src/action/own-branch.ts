import { configurationName } from '../config/settings.ts';
import type { Inputs } from '../github/inputs.ts';

/**
 * Name of a branch that the Action keeps for one help centre: two in a repository never share one, also where nobody
 * gave them names, because each writes its branch anew.
 *
 * @param what it is kept for
 */
export function ownBranch(
  inputs: Pick<Inputs, 'name' | 'working-directory' | 'config'>,
  what: 'lockfile' | 'edits',
): string {
  const { name, config, 'working-directory': folder } = inputs;
  const parts = `${folder}/${config ?? ''}`.split('/');
  const place = parts.filter((part) => !['', '.', configurationName].includes(part));
  const suffix =
    name ??
    place
      .join('-')
      .replace(/[^a-zA-Z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
  return `helpcentre/${what}${suffix === '' ? '' : `-${suffix}`}`;
}
