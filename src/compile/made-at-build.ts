/**
 * Says of paths whether git leaves them out, by the patterns of `.gitignore` that name a place in the content folder:
 * what is there is made when the site is built. Names alone say nothing of a page, and neither do patterns once one takes
 * something back.
 *
 * @param patterns as `.gitignore` has them, from the content folder on
 */
export function madeAtBuild(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0 || patterns.some((one) => one.startsWith('!'))) return () => false;
  const rules = patterns.map((pattern) => new RegExp(`^${sourceOf(pattern)}(?:/|$)`));
  return (path) => rules.some((rule) => rule.test(path) || rule.test(`${path}.md`));
}

function sourceOf(pattern: string): string {
  return pattern
    .replace(/\/$/, '')
    .split('/')
    .map((part) =>
      part === '**'
        ? '.*'
        : part
            .replace(/[.+^${}()|[\]\\]/g, '\\$&')
            .replace(/\*+/g, '[^/]*')
            .replaceAll('?', '[^/]'),
    )
    .join('/');
}
