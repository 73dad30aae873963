/** Windows has no signals to ask a process to stop with, no modes of files, and no links that anybody may make. */
export const isWindows = process.platform === 'win32';

/** To a Mac's disk a name and its other Unicode form are one file. */
export const isMac = process.platform === 'darwin';

/** What any program needs to start, of the environment of whoever runs the tests, and nothing else of it. */
export function bareEnvironment(): Readonly<Record<string, string>> {
  const needed = ['PATH', 'HOME', 'SYSTEMROOT', 'TEMP', 'TMP', 'USERPROFILE'];
  return Object.fromEntries(needed.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
