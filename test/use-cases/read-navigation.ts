import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { FlavourName } from '../../src/model/flavour-name.ts';

/** A page by its title, or a group of them by its name. */
export type Entry = string | readonly [name: string, inside: readonly Entry[]];

const record = z.record(z.string(), z.unknown());
type Fields = z.infer<typeof record>;

/**
 * The navigation that a tool would show of what an import wrote, by the tool's own files and front matter alone.
 *
 * @param content content folder
 * @param beside folder of the configuration
 */
export async function readNavigation(flavour: FlavourName, content: string, beside: string): Promise<readonly Entry[]> {
  const own = (file: string) => readFile(path.join(content, file), 'utf8');
  switch (flavour) {
    case 'docusaurus':
      return folders(content, 'sidebar_position', async (folder) => {
        const { label, position } = record.parse(
          JSON.parse(await readFile(path.join(folder, '_category_.json'), 'utf8')),
        );
        return { name: String(label), at: Number(position) };
      });
    case 'hugo':
      return folders(content, 'weight', async (folder) => {
        const { title, weight } = await frontMatter(path.join(folder, '_index.md'));
        return { name: String(title), at: Number(weight) };
      });
    case 'jekyll':
      return byParent(await allPages(content), undefined, undefined);
    case 'mkdocs':
      return named(record.parse(parse(await readFile(path.join(beside, 'mkdocs.yml'), 'utf8'))).nav, content);
    case 'mintlify': {
      const { navigation } = record.parse(JSON.parse(await own('docs.json')));
      const { pages, languages } = record.parse(navigation);
      return named(pages ?? record.parse(z.array(z.unknown()).parse(languages)[0]).pages, content);
    }
    case 'starlight':
      return named(JSON.parse(await readFile(path.join(beside, 'sidebar.json'), 'utf8')), content);
    case 'vitepress': {
      const sidebar = JSON.parse(await own('sidebar.json'));
      return named(Array.isArray(sidebar) ? sidebar : sidebar['/'], content);
    }
    case 'gitbook':
      return listed((await own('SUMMARY.md')).split('\n'), content);
    case 'obsidian':
      return listed((await own('Contents.md')).replaceAll('\t', '  ').split('\n'), content);
    case 'github':
      return [];
  }
}

async function frontMatter(file: string): Promise<Fields> {
  return record.parse(parse(/^---\n([\s\S]*?)---\n/.exec(await readFile(file, 'utf8'))?.[1] ?? '') ?? {});
}

async function titleOf(content: string, page: string): Promise<string> {
  const file = path.join(content, decodeURI(page));
  for (const ending of ['', '.md', '.mdx']) {
    const found = await frontMatter(file + ending).catch(() => null);
    if (found !== null) return String(found.title);
  }
  throw new Error(`${page} leads nowhere`);
}

type Placed = { readonly entry: Entry; readonly at: number };
const inOrder = (all: readonly Placed[]): readonly Entry[] =>
  [...all].sort((a, b) => a.at - b.at).map(({ entry }) => entry);

/** Where each folder has its name and number in a file, and each page a number in a field. */
async function folders(
  folder: string,
  field: string,
  nameOf: (folder: string) => Promise<{ readonly name: string; readonly at: number }>,
): Promise<readonly Entry[]> {
  const found: Placed[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'images') {
      const { name, at: place } = await nameOf(at);
      found.push({ entry: [name, await folders(at, field, nameOf)], at: place });
    } else if (/^[^_.][^.]*\.md$/.test(entry.name)) {
      const fields = await frontMatter(at);
      found.push({ entry: String(fields.title), at: Number(fields[field]) });
    }
  }
  return inOrder(found);
}

async function allPages(content: string): Promise<readonly Fields[]> {
  const files = await readdir(content, { recursive: true });
  return Promise.all(
    files
      .filter((file) => /\.md$/.test(file) && !file.startsWith('fr/'))
      .map((file) => frontMatter(path.join(content, file))),
  );
}

function byParent(pages: readonly Fields[], parent: unknown, grandParent: unknown): readonly Entry[] {
  const own = pages.filter(
    (page) => page.parent === parent && (parent === undefined || page.grand_parent === grandParent),
  );
  return inOrder(
    own.map((page) => ({
      entry:
        page.has_children === true ? [String(page.title), byParent(pages, page.title, parent)] : String(page.title),
      at: Number(page.nav_order),
    })),
  );
}

/** A list of pages by their paths, and groups in any of the forms that tools have for them. */
async function named(node: unknown, content: string): Promise<readonly Entry[]> {
  const all: Entry[] = [];
  for (const one of z.array(z.unknown()).parse(node)) {
    if (typeof one === 'string') {
      all.push(await titleOf(content, one));
      continue;
    }
    const fields = record.parse(one);
    const { group, label, text, link, pages, items } = fields;
    if (typeof link === 'string') {
      if ((await titleOf(content, link)) !== text) throw new Error(`${link} is called ${text}`);
      all.push(String(text));
      continue;
    }
    const [[name, inside] = ['', []]] = Object.entries(fields);
    all.push([String(group ?? label ?? text ?? name), await named(pages ?? items ?? inside, content)]);
  }
  return all;
}

/** A list of links in which what is indented is below; headings of level 2 are groups. */
async function listed(lines: readonly string[], content: string): Promise<readonly Entry[]> {
  const root: Entry[] = [];
  let group = root;
  const open: { readonly indent: number; readonly inside: Entry[] }[] = [];
  for (const line of lines) {
    const heading = /^## (.*)$/.exec(line)?.[1];
    if (heading !== undefined) {
      group = [];
      root.push([heading, group]);
      open.length = 0;
    }
    const [, space = '', link, page, plain] = /^( *)[*-] (?:\[((?:\\.|[^\]\\])*)\]\(([^()]*)\)|(.*))$/.exec(line) ?? [];
    if (link === undefined && plain === undefined) continue;
    while ((open.at(-1)?.indent ?? -1) >= space.length) open.pop();
    const into = open.at(-1)?.inside ?? group;
    if (page !== undefined && page !== '') {
      into.push(await titleOf(content, page));
      continue;
    }
    const inside: Entry[] = [];
    into.push([(link ?? plain ?? '').replace(/\\(.)/g, '$1'), inside]);
    open.push({ indent: space.length, inside });
  }
  return root;
}
