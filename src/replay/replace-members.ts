import { syncBuiltinESMExports } from 'node:module';

/** A function of one of Node's own modules, whichever. */
export type Any = (...args: readonly unknown[]) => unknown;

/**
 * Puts functions in the place of some of a module of Node's, for whoever imported them by name too.
 *
 * @returns puts those back
 */
export function replaceMembers(module: object, replaced: ReadonlyMap<string, Any>): () => void {
  const members = module as Record<string, unknown>;
  const before = Object.fromEntries([...replaced.keys()].map((name) => [name, members[name]]));
  const put = (functions: Readonly<Record<string, unknown>>): void => {
    Object.assign(members, functions);
    syncBuiltinESMExports();
  };
  put(Object.fromEntries(replaced));
  return () => put(before);
}
