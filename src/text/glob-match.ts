/** Ways to write one glob without braces: each is tried against every file. */
const mostWays = 100;
/** Braces past which nobody looks for them: they can be in one another. */
const mostBraces = 30;

/**
 * A glob without braces, in all ways that they stand for: `{a,b}/*` is `a/*` and `b/*`. Braces without a comma are the
 * file's own.
 *
 * @returns null where there are more than a hundred, or it is nothing but braces
 */
export function waysOf(glob: string): readonly string[] | null {
  if (glob.split('{').length > mostBraces) return null;
  const open = [glob];
  const ways: string[] = [];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const group = firstGroup(one);
    if (group === null) ways.push(one);
    else open.push(...group);
    if (open.length + ways.length > mostWays) return null;
  }
  return ways;
}

/** A glob with each of the alternatives in its first braces that have any; null for none. */
function firstGroup(glob: string): readonly string[] | null {
  for (let start = glob.indexOf('{'); start !== -1; start = glob.indexOf('{', start + 1)) {
    const cuts = [start];
    let depth = 0;
    for (let at = start; at < glob.length; at += 1) {
      const sign = glob[at];
      if (sign === '{') depth += 1;
      else if (sign === ',' && depth === 1) cuts.push(at);
      else if (sign === '}') depth -= 1;
      if (depth > 0) continue;
      if (cuts.length === 1) break;
      const [before, behind] = [glob.slice(0, start), glob.slice(at + 1)];
      return cuts.map((cut, index) => `${before}${glob.slice(cut + 1, cuts[index + 1] ?? at)}${behind}`);
    }
  }
  return null;
}

/**
 * Prepares one glob. It is no regular expression: those take forever over `*a*a*a*a*b`, and anybody who opens a pull
 * request writes globs. This one takes as long as the glob times the path, at most.
 *
 * @param glob from the root, in one of its ways; `**` counts as such where it is a whole name
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const names = glob.split('/').filter((name, at, all) => name !== '' && (name !== '**' || all[at - 1] !== '**'));
  // `*/**` is what is in folders, and not the files beside them; `lib/**` is also `lib`, which may be a submodule.
  if (names.at(-1) === '**' && names.at(-2)?.includes('*') === true) names.push('*');
  // Most paths lack what is written out: that is seen before anything is taken apart.
  const written = names
    .join('/')
    .split(/[*?]+/)
    .map((part) => part.replace(/^\/|\/$/g, ''))
    .filter((part) => part !== '');
  return (path) =>
    written.every((part) => path.includes(part)) &&
    fits(path.split('/'), names, '**', (name, pattern) => fits(name, pattern, '*', isSign));
}

const isSign = (sign: string, pattern: string): boolean => pattern === '?' || pattern === sign;

/**
 * Whether a row is as a pattern says, in which a star stands for any number of items. Only the last star is ever taken
 * back: whatever an earlier one could take as well, the last one can.
 */
function fits(
  row: ArrayLike<string>,
  pattern: ArrayLike<string>,
  star: string,
  isOne: (item: string, part: string) => boolean,
): boolean {
  let [at, part] = [0, 0];
  let last: { readonly part: number; at: number } | null = null;
  while (at < row.length) {
    const [item = '', wanted] = [row[at], pattern[part]];
    if (wanted === star) {
      last = { part, at };
      part += 1;
    } else if (wanted !== undefined && isOne(item, wanted)) {
      at += 1;
      part += 1;
    } else if (last !== null) {
      last.at += 1;
      [at, part] = [last.at, last.part + 1];
    } else return false;
  }
  while (pattern[part] === star) part += 1;
  return part === pattern.length;
}
