import { fileURLToPath } from 'node:url';

/** Windows has no signals to ask a process to stop with, no modes of files, and no links that anybody may make. */
export const isWindows = process.platform === 'win32';

/** To a Mac's disk a name and its other Unicode form are one file. */
export const isMac = process.platform === 'darwin';

/** Where programs that tests run keep what is no repository's. */
const cacheHome = fileURLToPath(new URL('../../node_modules/.cache/helpcentre-tests', import.meta.url));

/** What any program needs to start, of the environment of whoever runs the tests, and nothing else of it. */
export function bareEnvironment(): Readonly<Record<string, string>> {
  const needed = ['PATH', 'HOME', 'SYSTEMROOT', 'TEMP', 'TMP', 'USERPROFILE'];
  const found = needed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return { ...Object.fromEntries(found), XDG_CACHE_HOME: cacheHome };
}
