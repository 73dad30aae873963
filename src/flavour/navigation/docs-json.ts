import * as z from 'zod';
import { localeOf } from '../../model/help-centre-locales.ts';
import type { Navigation, NavigationPage } from './navigation.ts';

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
  try {
    const read = record.safeParse(JSON.parse(text));
    if (!read.success) return [];
    const navigation = read.data.navigation ?? [];
    const languages = record.safeParse(navigation).data?.languages;
    if (!Array.isArray(languages)) return pagesIn(navigation, [], 0);
    const read1 = languages.map((one) => record.safeParse(one).data ?? {});
    return pagesIn(read1.find((one) => localeOf(String(one.language ?? '')) === locale) ?? read1[0] ?? {}, [], 0);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** Mintlify's `docs.json`, and `mint.json` before it. */
export const docsJson: Navigation = { files: ['docs.json', 'mint.json'], from: 'content', pages };
