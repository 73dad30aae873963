import module from 'node:module';
import path from 'node:path';
import { cacheHome, keepsNothing } from './home.ts';

/** Node 22.1 and newer. */
interface CodeCache {
  readonly enableCompileCache?: (folder: string) => unknown;
}

/**
 * Has Node keep what it compiles of the program from now on, where it can: the next start takes a fifth less. Node
 * itself tells whether what it kept is of this very code and this version.
 */
export function keepCompiledCode(env: Readonly<Record<string, string | undefined>>): void {
  const folder = cacheHome(env);
  if (folder === null || keepsNothing(env)) return;
  (module as CodeCache).enableCompileCache?.(path.join(folder, 'code'));
}
