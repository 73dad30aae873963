import path from 'node:path';

/** Whether somebody asked for nothing to be kept from run to run, nor taken from there. */
export function keepsNothing({ HELPCENTRE_CACHE }: Readonly<Record<string, string | undefined>>): boolean {
  return HELPCENTRE_CACHE === 'off';
}

/**
 * The folder of this person on this machine for what is kept from run to run and belongs to no repository.
 *
 * @returns absolute; null where the environment names none
 */
export function cacheHome({
  XDG_CACHE_HOME,
  LOCALAPPDATA,
  HOME,
}: Readonly<Record<string, string | undefined>>): string | null {
  const named = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && path.join(HOME, '.cache'));
  return named && path.isAbsolute(named) ? path.join(named, 'helpcentre') : null;
}
