import path from 'node:path';
import * as z from 'zod';
import type { FlavourName } from '../../model/flavour-name.ts';
import { localeOf } from '../../model/help-centre-locales.ts';
import { plainYaml } from '../../yaml/plain-yaml.ts';
import { folderOf, hasFolder, type Tree, textsIn, within } from './tree.ts';

/** Where a tool has its texts, its pictures and its site. */
export interface Found {
  readonly content: string;
  readonly roots: readonly string[];
  readonly siteUrl: string | null;
  readonly base: string;
  /** The language that the tool's file names; absent where it names none of Intercom's. */
  readonly locale?: string;
}

/** How a tool is told by a file of its own. */
interface Tool {
  readonly flavour: FlavourName;
  readonly file: RegExp;
  /** null: the file is another one of that name. */
  readonly find: (tree: Tree, file: string, text: string) => Found | null;
}

/** An address in a program, read as text: `url: 'https://…'`. */
function addressIn(text: string, key: string): string | null {
  return new RegExp(`\\b${key}\\b\\s*[:=][^\\n]{0,80}?['"\`](https?://[^'"\`\\s]+)['"\`]`).exec(text)?.[1] ?? null;
}

/** The first language that a program names under a key. */
function languageIn(text: string, key: string): Pick<Found, 'locale'> {
  const locale = localeOf(new RegExp(`\\b${key}\\b\\s*:\\s*['"]([\\w-]+)['"]`).exec(text)?.[1] ?? '');
  return locale === null || locale === 'en' ? {} : { locale };
}

function pathIn(text: string, key: string): string | null {
  return new RegExp(`\\b${key}\\b\\s*[:=][^\\n]{0,80}?['"\`](/[^'"\`\\s]*)['"\`]`).exec(text)?.[1] ?? null;
}

/** A site's address, and the path at which it begins. */
function siteOf(address: string | null): Pick<Found, 'siteUrl' | 'base'> {
  if (address === null || !URL.canParse(address)) return { siteUrl: null, base: '/' };
  const { origin, pathname } = new URL(address);
  return { siteUrl: origin, base: pathname.endsWith('/') ? pathname : `${pathname}/` };
}

const existing = (tree: Tree, folders: readonly string[]): readonly string[] =>
  folders.filter((folder) => hasFolder(tree, folder));

/** Folders of a site's program that pictures and shared texts are in too: `src/assets`. */
function sharedIn(tree: Tree, folder: string): readonly string[] {
  const start = `${folder}/`;
  const shared = within(tree, folder).filter((file) => /\.(?:png|jpe?g|gif|svg|webp|avif|mdx?)$/i.test(file));
  const names = shared.flatMap((file) => /^([^/]+)\//.exec(file.slice(start.length))?.[1] ?? []);
  return [...new Set(names)].filter((name) => !/^(?:content|pages|theme)$/.test(name)).map((name) => start + name);
}

const inside = (folder: string, name: string): string => path.posix.join(folder, name);

const record = z.record(z.string(), z.unknown());

function yamlOf(text: string): Readonly<Record<string, unknown>> {
  return record.safeParse(plainYaml(text)).data ?? {};
}

const wordOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const docusaurus: Tool = {
  flavour: 'docusaurus',
  file: /(?:^|\/)docusaurus\.config\.(?:js|ts|mjs|cjs|mts)$/,
  find(tree, file, text) {
    const folder = folderOf(file);
    const route = /\brouteBasePath\s*:\s*['"]([^'"]*)['"]/.exec(text)?.[1] ?? 'docs';
    const base = path.posix.join(pathIn(text, 'baseUrl') ?? '/', route, '/');
    const content = /\bpath\s*:\s*['"](?:\.\/)?([\w./-]+)['"]/.exec(text)?.[1];
    const likely = [inside(folder, 'docs'), ...(content === undefined ? [] : [inside(folder, content)])];
    const found = likely.find((one) => textsIn(tree, one).length > 0);
    if (found === undefined) return null;
    return {
      content: found,
      roots: [...existing(tree, [inside(folder, 'static')]), ...sharedIn(tree, inside(folder, 'src'))],
      siteUrl: siteOf(addressIn(text, 'url')).siteUrl,
      base,
      ...languageIn(text, 'defaultLocale'),
    };
  },
};

const mkdocs: Tool = {
  flavour: 'mkdocs',
  file: /(?:^|\/)mkdocs[\w-]*\.ya?ml$/,
  find(tree, file, text) {
    const folder = folderOf(file);
    const settings = yamlOf(text);
    const content = inside(folder, wordOf(settings.docs_dir) ?? 'docs');
    const theme = record.safeParse(settings.theme).data ?? {};
    const custom = wordOf(theme.custom_dir);
    return {
      content: content.replace(/\/$/, ''),
      roots: existing(tree, custom === null ? [] : [inside(folder, custom).replace(/\/$/, '')]),
      ...siteOf(wordOf(settings.site_url)),
    };
  },
};

const mintlify: Tool = {
  flavour: 'mintlify',
  file: /(?:^|\/)(?:docs|mint)\.json$/,
  find: (_, file, text) =>
    /"navigation"\s*:/.test(text) ? { content: folderOf(file), roots: [], siteUrl: null, base: '/' } : null,
};

const starlight: Tool = {
  flavour: 'starlight',
  file: /(?:^|\/)astro\.config\.(?:mjs|ts|js|mts)$/,
  find(tree, file, text) {
    const folder = folderOf(file);
    if (!/starlight/i.test(text)) return null;
    const content = inside(folder, 'src/content/docs');
    const roots = [...existing(tree, [inside(folder, 'public')]), ...sharedIn(tree, inside(folder, 'src'))];
    return { content, roots, ...siteOf(addressIn(text, 'site')), ...languageIn(text, 'defaultLocale') };
  },
};

const vitepress: Tool = {
  flavour: 'vitepress',
  file: /(?:^|\/)\.vitepress\/config(?:\.[mc]?[jt]s|\/index\.[mc]?[jt]s)$/,
  find(tree, file, text) {
    const folder = folderOf(file.slice(0, file.indexOf('.vitepress') + 10));
    const source = /\bsrcDir\s*:\s*['"](?:\.\/)?([\w./-]+)['"]/.exec(text)?.[1];
    const content = source === undefined ? folder : inside(folder, source);
    const roots = existing(tree, [inside(content, 'public')]);
    return { content, roots, siteUrl: siteOf(addressIn(text, 'hostname')).siteUrl, base: pathIn(text, 'base') ?? '/' };
  },
};

const gitbook: Tool = {
  flavour: 'gitbook',
  file: /(?:^|\/)SUMMARY\.md$/,
  find(tree, file) {
    // Of several spaces the largest.
    const spaces = tree.files.filter((one) => /(?:^|\/)SUMMARY\.md$/.test(one)).map(folderOf);
    const [largest = folderOf(file)] = spaces.sort((a, b) => textsIn(tree, b).length - textsIn(tree, a).length);
    return { content: largest, roots: existing(tree, [inside(largest, '.gitbook/assets')]), siteUrl: null, base: '/' };
  },
};

const hugo: Tool = {
  flavour: 'hugo',
  file: /(?:^|\/)(?:hugo|config)\.(?:toml|ya?ml|json)$/,
  find(tree, file, text) {
    const folder = folderOf(file).replace(/(?:^|\/)config\/_default$/, '') || '.';
    const content = inside(folder, 'content');
    if (!/\bbaseURL\b/i.test(text) || textsIn(tree, content).length === 0) return null;
    const address = /\bbaseURL\b["']?\s*[:=]\s*["']?(https?:\/\/[^"'\s]+)/i.exec(text)?.[1] ?? null;
    return { content, roots: existing(tree, [inside(folder, 'static'), inside(folder, 'assets')]), ...siteOf(address) };
  },
};

const jekyll: Tool = {
  flavour: 'jekyll',
  file: /(?:^|\/)_config\.ya?ml$/,
  find(tree, file, text) {
    const folder = folderOf(file);
    const settings = yamlOf(text);
    const content =
      [inside(folder, 'docs'), inside(folder, '_docs')].find((one) => textsIn(tree, one).length > 2) ?? folder;
    const site = `${wordOf(settings.url) ?? ''}${wordOf(settings.baseurl) ?? ''}`;
    const { siteUrl, base } = siteOf(site.startsWith('http') ? site : null);
    const below = content === folder ? '' : `${path.posix.basename(content)}/`;
    return { content, roots: [], siteUrl, base: `${base}${below}` };
  },
};

const obsidian: Tool = {
  flavour: 'obsidian',
  file: /(?:^|\/)\.obsidian\/[\w-]+\.json$/,
  find: (_, file) => ({
    content: folderOf(file.slice(0, file.indexOf('.obsidian') + 9)),
    roots: [],
    siteUrl: null,
    base: '/',
  }),
};

/** The tools, told by their files. */
export const tools: readonly Tool[] = [
  docusaurus,
  mkdocs,
  mintlify,
  starlight,
  vitepress,
  gitbook,
  hugo,
  jekyll,
  obsidian,
];
