import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The program of a name. Windows looks into the working folder first, which is the repository's, so there its path is
 * found out before.
 *
 * @param env the program's environment
 */
export function programIn(name: string, env: Readonly<Record<string, string>>): string {
  if (process.platform !== 'win32') return name;
  const folders = (env.PATH ?? env.Path ?? '').split(path.delimiter);
  const found = folders.map((folder) => path.join(folder, `${name}.exe`)).find((file) => existsSync(file));
  // A path that is not there fails as a missing program does.
  return found ?? path.join(env.SystemRoot ?? 'C:\\Windows', `no-${name}.exe`);
}
