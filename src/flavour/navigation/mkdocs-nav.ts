import { plainYaml } from '../../yaml/plain-yaml.ts';
import type { Navigation, NavigationPage } from './navigation.ts';

const deepest = 12;

function pagesIn(node: unknown, trail: readonly string[], depth: number): readonly NavigationPage[] {
  if (depth > deepest) return [];
  if (typeof node === 'string') return /^[a-z]+:/i.test(node) ? [] : [{ page: node, trail }];
  if (Array.isArray(node)) return node.flatMap((one) => pagesIn(one, trail, depth + 1));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([title, below]) =>
    typeof below === 'string' ? pagesIn(below, trail, depth + 1) : pagesIn(below, [...trail, title], depth + 1),
  );
}

function pages(text: string): readonly NavigationPage[] {
  const value = plainYaml(text);
  return typeof value === 'object' && value !== null && 'nav' in value ? pagesIn(value.nav, [], 0) : [];
}

/** The `nav` of MkDocs' configuration. */
export const mkdocsNav: Navigation = { files: ['mkdocs.yml', 'mkdocs.yaml'], from: 'content', pages };
