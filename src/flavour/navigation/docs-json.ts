import * as z from 'zod';
import { localeOf } from '../../model/help-centre-locales.ts';
import type { Navigation, NavigationPage, Redirect } from './navigation.ts';

/** What groups pages, and where it has its name. */
const named = ['tab', 'anchor', 'dropdown', 'product', 'version', 'group'] as const;
const lists = ['tabs', 'anchors', 'dropdowns', 'products', 'versions', 'groups', 'pages'] as const;

const record = z.record(z.string(), z.unknown());

/** Levels that are looked through. */
const deepest = 12;

function pagesIn(node: unknown, trail: readonly string[], depth: number): readonly NavigationPage[] {
  if (depth > deepest) return [];
  if (typeof node === 'string') return [{ page: node, trail }];
  if (Array.isArray(node)) return node.flatMap((one) => pagesIn(one, trail, depth + 1));
  const read = record.safeParse(node);
  if (!read.success) return [];
  const name = named.map((key) => read.data[key]).find((value) => typeof value === 'string');
  const inside = typeof name === 'string' ? [...trail, name] : trail;
  const own = typeof read.data.root === 'string' ? [{ page: read.data.root, trail: inside }] : [];
  return [...own, ...lists.flatMap((key) => pagesIn(read.data[key] ?? [], inside, depth + 1))];
}

function pages(text: string, locale: string): readonly NavigationPage[] {
  const navigation = record.safeParse(plainJson(text)).data?.navigation ?? [];
  const languages = record.safeParse(navigation).data?.languages;
  if (!Array.isArray(languages)) return pagesIn(navigation, [], 0);
  const known = languages.map((one) => record.safeParse(one).data ?? {});
  return pagesIn(known.find((one) => localeOf(String(one.language ?? '')) === locale) ?? known[0] ?? {}, [], 0);
}

const redirect = z.object({ source: z.string(), destination: z.string() });

function redirects(text: string): readonly Redirect[] {
  const all = record.safeParse(plainJson(text)).data?.redirects;
  return (Array.isArray(all) ? all : []).flatMap((one) => {
    const read = redirect.safeParse(one).data;
    // One with a pattern leads to many.
    return read === undefined || /[:*]/.test(read.source) ? [] : [{ from: read.source, to: read.destination }];
  });
}

function plainJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Mintlify's `docs.json`, and `mint.json` before it. */
export const docsJson: Navigation = { files: ['docs.json', 'mint.json'], from: 'content', pages, redirects };
