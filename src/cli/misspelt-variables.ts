import { nearestName } from '../text/nearest.ts';

const prefix = 'HELPCENTRE_';

/** Variables of ours that mean something. */
const known = ['HELPCENTRE_CACHE', 'HELPCENTRE_THREADS'];

/**
 * A line for each environment variable that is a slip of the pen away from one of ours: it would count for nothing, and
 * nobody would know. Others may begin with our prefix; nothing is said of them.
 */
export function misspeltVariables(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.keys(env)
    .filter((name) => name.startsWith(prefix) && !known.includes(name))
    .flatMap((name) => {
      const near = nearestName(
        name.slice(prefix.length),
        known.map((one) => one.slice(prefix.length)),
      );
      return near === null ? [] : [`The variable ${name} means nothing. Did you mean "${prefix}${near}"?`];
    });
}
