import type { ContentPath } from '../model/article.ts';

/**
 * The one path that ends as an address does behind its alias: `@`, `~` or `@name` stand for a folder that only the tool's
 * configuration knows.
 *
 * @returns null for an address without an alias, and where no path or several end so
 */
export function behindAlias(address: string, paths: readonly ContentPath[]): ContentPath | null {
  const [alias = '', ...rest] = address.split('/');
  if (!/^[@~][\w-]*$/.test(alias)) return null;
  for (let start = 0; start < Math.max(1, rest.length - 1); start += 1) {
    const end = rest.slice(start).join('/');
    const found = end === '' ? [] : paths.filter((path) => path === end || path.endsWith(`/${end}`));
    const named = found.filter((path) => alias.length > 1 && path.includes(`${alias.slice(1)}/`));
    const [only] = found.length === 1 ? found : named;
    if (found.length > 0) return found.length === 1 || named.length === 1 ? (only ?? null) : null;
  }
  return null;
}
