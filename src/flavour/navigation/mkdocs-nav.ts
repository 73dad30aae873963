import * as z from 'zod';
import { localeOf } from '../../model/help-centre-locales.ts';
import { plainYaml } from '../../yaml/plain-yaml.ts';
import type { Navigation, NavigationPage } from './navigation.ts';

const deepest = 12;

function pagesIn(node: unknown, trail: readonly string[], depth: number, title?: string): readonly NavigationPage[] {
  if (depth > deepest) return [];
  if (typeof node === 'string')
    return /^[a-z]+:/i.test(node) ? [] : [{ page: node, trail, ...(title === undefined ? {} : { title }) }];
  if (Array.isArray(node)) return node.flatMap((one) => pagesIn(one, trail, depth + 1));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, below]) =>
    typeof below === 'string'
      ? pagesIn(below, trail, depth + 1, plain(name))
      : pagesIn(below, [...trail, plain(name)], depth + 1),
  );
}

/** MkDocs shows names as HTML. */
function plain(name: string): string {
  const text = name
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(nbsp|amp|lt|gt|quot);?/g, (_, sign: string) => signs[sign] ?? '');
  return text.replace(/\s+/g, ' ').trim();
}

const signs: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' };

const record = z.record(z.string(), z.unknown()).catch({});

function pages(text: string): readonly NavigationPage[] {
  return pagesIn(record.parse(plainYaml(text)).nav ?? [], [], 0);
}

/** What the plug-in for languages says: `nav_translations` of a language. */
function translated(text: string, locale: string): Readonly<Record<string, string>> {
  const { plugins } = record.parse(plainYaml(text));
  for (const plugin of Array.isArray(plugins) ? plugins : []) {
    const { languages } = record.parse(record.parse(plugin).i18n);
    for (const language of Array.isArray(languages) ? languages : []) {
      const { locale: name, nav_translations: names } = record.parse(language);
      if (localeOf(String(name)) !== locale) continue;
      const known = Object.entries(record.parse(names));
      return Object.fromEntries(known.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
    }
  }
  return {};
}

/** The `nav` of MkDocs' configuration. */
export const mkdocsNav: Navigation = { files: ['mkdocs.yml', 'mkdocs.yaml'], from: 'content', pages, translated };
