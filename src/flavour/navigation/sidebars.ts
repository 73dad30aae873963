import * as z from 'zod';
import { plainYaml } from '../../yaml/plain-yaml.ts';
import type { Navigation, NavigationPage } from './navigation.ts';
import { dataIn, exportedData } from './program-data.ts';

const record = z.record(z.string(), z.unknown());

/** Levels that are looked through. */
const deepest = 12;

/** How a tool writes what is in its sidebar. */
interface Shape {
  /** Where an item has its page, the first that is there. */
  readonly page: readonly string[];
  readonly name: 'label' | 'text';
  /** The pages that an address may be: the page of a folder has none of its own. */
  readonly pagesAt: (address: string) => readonly string[];
  /** `{ Name: [...] }` is a section; else its keys are paths at which the list is shown. */
  readonly hasNamedLists?: true;
}

function pagesIn(node: unknown, trail: readonly string[], shape: Shape, depth = 0): readonly NavigationPage[] {
  if (depth > deepest) return [];
  if (typeof node === 'string') return shape.pagesAt(node).map((page) => ({ page, trail }));
  if (Array.isArray(node)) return node.flatMap((one) => pagesIn(one, trail, shape, depth + 1));
  const item = record.safeParse(node).data;
  if (item === undefined) return [];
  const directory = record.safeParse(item.autogenerate).data?.directory;
  const name = item[shape.name];
  const title = typeof name === 'string' ? name : undefined;
  if (typeof directory === 'string' && title !== undefined)
    return [{ page: `${bare(directory)}/**`, trail: [...trail, title] }];
  const below = item.items;
  if (below === undefined && shape.page.every((key) => typeof item[key] !== 'string'))
    return title === undefined && item.type === undefined ? listsIn(item, trail, shape, depth) : [];
  const inside = below !== undefined && title !== undefined ? [...trail, title] : trail;
  return [
    ...ownPages(item, inside, below === undefined ? title : undefined, shape),
    ...pagesIn(below ?? [], inside, shape, depth + 1),
  ];
}

function listsIn(
  item: Readonly<Record<string, unknown>>,
  trail: readonly string[],
  shape: Shape,
  depth: number,
): readonly NavigationPage[] {
  return Object.entries(item).flatMap(([name, list]) =>
    pagesIn(list, shape.hasNamedLists && depth > 0 ? [...trail, name] : trail, shape, depth + 1),
  );
}

/** The page that an item leads to: its own, or that of a section. */
function ownPages(
  item: Readonly<Record<string, unknown>>,
  trail: readonly string[],
  title: string | undefined,
  { page: keys, pagesAt }: Shape,
): readonly NavigationPage[] {
  const linked = record.safeParse(item.link).data ?? {};
  const found = [...keys.map((key) => item[key]), linked.id].find((one) => typeof one === 'string');
  if (typeof found !== 'string' || /^[a-z]+:/i.test(found)) return [];
  return pagesAt(found).map((page) => ({ page, trail, ...(title === undefined ? {} : { title }) }));
}

const bare = (address: string): string => address.replace(/[?#].*$/, '').replace(/^\/+|\/+$/g, '');

/** An address as the file of that name, or the page of that folder. */
const fileOrIndex = (address: string): readonly string[] => {
  const path = bare(address);
  return path === '' ? ['index'] : [path, `${path}/index`];
};

/** Docusaurus' `sidebars.js`: its categories. */
export const sidebars: Navigation = {
  files: ['sidebars.js', 'sidebars.ts', 'sidebars.json', 'sidebars.cjs', 'sidebars.mjs'],
  from: 'content',
  pages: (text) =>
    pagesIn(/^\s*\{/.test(text) ? plainYaml(text) : exportedData(text), [], {
      page: ['id'],
      name: 'label',
      pagesAt: (id) => [id],
      hasNamedLists: true,
    }),
};

/** The first `sidebar:` of a program that is data. */
function sidebarIn(text: string): unknown {
  for (const { index, 0: written } of text.matchAll(/\bsidebar\s*:\s*/g)) {
    const found = dataIn(text, index + written.length);
    if (typeof found === 'object' && found !== null) return found;
  }
  return null;
}

/** `sidebar` of Starlight in Astro's configuration. */
export const starlightSidebar: Navigation = {
  files: ['astro.config.mjs', 'astro.config.ts', 'astro.config.js', 'astro.config.mts'],
  from: 'content',
  pages: (text) => pagesIn(sidebarIn(text), [], { page: ['slug', 'link'], name: 'label', pagesAt: fileOrIndex }),
};

/** `themeConfig.sidebar` of VitePress. */
export const vitepressSidebar: Navigation = {
  files: ['mts', 'ts', 'mjs', 'js'].flatMap((ending) => [
    `.vitepress/config.${ending}`,
    `.vitepress/config/index.${ending}`,
  ]),
  from: 'content',
  pages: (text) => pagesIn(sidebarIn(text), [], { page: ['link'], name: 'text', pagesAt: fileOrIndex }),
};
