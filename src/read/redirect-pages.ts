import type { Source } from '../model/repository.ts';
import { withoutSourceEnding } from '../model/source-path.ts';
import { endOfRedirects } from './redirects.ts';

/**
 * Pages without a text that only lead elsewhere are no articles: one that leads to a page is another address of that, and
 * one that leads to the web is left alone.
 */
export function withoutRedirects(sources: readonly Source[]): readonly Source[] {
  const isRedirect = (source: Source): boolean => source.leadsTo !== undefined && source.body.trim() === '';
  const redirects = sources.filter(isRedirect);
  if (redirects.length === 0) return sources;
  const byAddress = new Map<string, Source>();
  for (const source of sources) {
    for (const address of isRedirect(source) ? [] : addressesOf(source)) byAddress.set(keyOf(address), source);
  }
  const old = new Map<Source, string[]>();
  const next = new Map(
    redirects.flatMap((one) => addressesOf(one).map((address) => [keyOf(address), one.leadsTo ?? ''])),
  );
  const endOf = ({ leadsTo = '' }: Source): string => endOfRedirects(leadsTo, next, keyOf);
  for (const redirect of redirects) {
    const target = byAddress.get(keyOf(endOf(redirect)));
    if (target !== undefined) old.set(target, [...(old.get(target) ?? []), ...addressesOf(redirect)]);
  }
  return sources.flatMap((source) => {
    if (!isRedirect(source)) {
      const more = old.get(source);
      return more === undefined ? [source] : [{ ...source, addresses: [...(source.addresses ?? []), ...more] }];
    }
    const leadsTo = endOf(source);
    return byAddress.has(keyOf(leadsTo)) ? [] : [{ ...source, leadsTo, fields: { ...source.fields, sync: false } }];
  });
}

const addressesOf = ({ path, addresses = [] }: Source): readonly string[] => [
  `/${withoutSourceEnding(path)}`,
  ...addresses.filter((address) => address.startsWith('/')),
];

function keyOf(address: string): string {
  return address
    .replace(/[?#].*$/, '')
    .replace(/(?:\/index)?(?:\.html?)?\/?$/, '')
    .toLowerCase();
}
