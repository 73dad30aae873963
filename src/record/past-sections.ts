import type { LockfileSection } from '../model/recorded.ts';
import { lockfileSchema } from './lockfile-schema.ts';
import { sheltered, unsheltered } from './sheltered-keys.ts';

/**
 * What an earlier text of the lockfile says of one workspace. Nobody can mend what was committed once, so a text that
 * is no lockfile is passed over in silence.
 *
 * @returns null where it says nothing
 */
export function pastSection(text: string, workspace: string): LockfileSection | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const checked = lockfileSchema.safeParse(sheltered(value));
  const data = checked.success ? unsheltered(checked.data) : undefined;
  return data !== undefined && Object.hasOwn(data.workspaces, workspace) ? (data.workspaces[workspace] ?? null) : null;
}
