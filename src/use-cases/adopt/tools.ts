import path from 'node:path';
import { isPictureAddress } from '../../flavour/picture-address.ts';
import { localeOf } from '../../model/help-centre-locales.ts';
import { jekyll } from './jekyll.ts';
import { existing, type Found, inside, record, siteOf, type Tool, wordOf, yamlOf } from './tool.ts';
import { folderOf, type Tree, textsIn, within } from './tree.ts';

/** An address in a program, read as text: `url: 'https://…'`. */
function addressIn(text: string, key: string): string | null {
  return new RegExp(`\\b${key}\\b\\s*[:=][^\\n]{0,80}?['"\`](https?://[^'"\`\\s]+)['"\`]`).exec(text)?.[1] ?? null;
}

/** The first language that a program names under a key. */
function languageIn(text: string, key: string): Pick<Found, 'language'> {
  const language = new RegExp(`\\b${key}\\b\\s*:\\s*['"]([\\w-]+)['"]`).exec(text)?.[1];
  return language === undefined ? {} : { language };
}

function pathIn(text: string, key: string): string | null {
  return new RegExp(`\\b${key}\\b\\s*[:=][^\\n]{0,80}?['"\`](/[^'"\`\\s]*)['"\`]`).exec(text)?.[1] ?? null;
}

/** Folders of a site's program that pictures and shared texts are in too: `src/assets`. */
function sharedIn(tree: Tree, folder: string): readonly string[] {
  const start = `${folder}/`;
  const shared = within(tree, folder).filter((file) => isPictureAddress(file) || /\.mdx?$/i.test(file));
  const names = shared.flatMap((file) => /^([^/]+)\//.exec(file.slice(start.length))?.[1] ?? []);
  return [...new Set(names)].filter((name) => !/^(?:content|pages|theme)$/.test(name)).map((name) => start + name);
}

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

/** Folders of texts that pages put in: `includes` and the like, beside the content folder. */
function partsBeside(tree: Tree, folder: string, content: string): readonly string[] {
  const start = folder === '.' ? 0 : folder.length + 1;
  const names = textsIn(tree, folder).flatMap((file) => /^([^/]+)\//.exec(file.slice(start))?.[1] ?? []);
  return [...new Set(names)]
    .filter((name) => /^_?(?:includes?|snippets?|partials?|parts|shared|common|fragments|abbreviations)$/i.test(name))
    .map((name) => inside(folder, name))
    .filter((one) => one !== content);
}

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
      roots: [
        ...existing(tree, custom === null ? [] : [inside(folder, custom).replace(/\/$/, '')]),
        ...partsBeside(tree, folder, content),
      ],
      ...siteOf(wordOf(settings.site_url)),
      ...languageOf(settings),
    };
  },
};

/** The default language of the plug-in for languages, or that of the theme. */
function languageOf(settings: Readonly<Record<string, unknown>>): Pick<Found, 'language'> {
  const plugins = Array.isArray(settings.plugins) ? settings.plugins : [settings.plugins];
  for (const plugin of plugins) {
    const i18n = record.safeParse(record.safeParse(plugin).data?.i18n).data;
    const languages = Array.isArray(i18n?.languages)
      ? i18n.languages.map((one) => record.safeParse(one).data ?? {})
      : [];
    const locale = wordOf(languages.find((one) => one.default === true)?.locale);
    if (locale !== null) return { language: locale };
  }
  const theme = wordOf(record.safeParse(settings.theme).data?.language);
  return theme === null ? {} : { language: theme };
}

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
    // Each language may be a space of its own.
    const isLanguage = (one: string): boolean => localeOf(path.posix.basename(one)) !== null;
    const around = spaces.filter(isLanguage).map(folderOf);
    const sites = spaces.map((one) => {
      const outer = folderOf(one);
      return isLanguage(one) && around.filter((other) => other === outer).length > 1 ? outer : one;
    });
    const [largest = '.'] = sites.sort((a, b) => textsIn(tree, b).length - textsIn(tree, a).length);
    if (largest !== folderOf(file) && largest !== folderOf(folderOf(file))) return null;
    const roots = existing(tree, [inside(largest, '.gitbook/assets'), inside(largest, '.gitbook/includes')]);
    return { content: largest, roots, siteUrl: null, base: '/' };
  },
};

/** The one folder that Hugo puts in the place of `content`: of several each is a language, side by side there. */
function mountedContent(text: string): string {
  const mounts = text.matchAll(/\bsource\s*[=:]\s*['"]?([\w./-]+)['"]?\s*\n\s*target\s*[=:]\s*['"]?content['"]?\s*$/gm);
  const [first = 'content', ...others] = new Set([...mounts].flatMap(([, source]) => source ?? []));
  return others.length === 0 ? first : 'content';
}

const hugo: Tool = {
  flavour: 'hugo',
  file: /(?:^|\/)(?:hugo|config)\.(?:toml|ya?ml|json)$/,
  find(tree, file, text) {
    const folder = folderOf(file).replace(/(?:^|\/)config\/_default$/, '') || '.';
    const mounted = mountedContent(text);
    const content = inside(folder, textsIn(tree, inside(folder, mounted)).length === 0 ? 'content' : mounted);
    if (!/\bbaseURL\b/i.test(text) || textsIn(tree, content).length === 0) return null;
    const address = /\bbaseURL\b["']?\s*[:=]\s*["']?(https?:\/\/[^"'\s]+)/i.exec(text)?.[1] ?? null;
    const language = /^\s*["']?defaultContentLanguage["']?\s*[:=]\s*["']?([\w-]+)/im.exec(text)?.[1];
    return {
      content,
      roots: existing(tree, [inside(folder, 'static'), inside(folder, 'assets')]),
      ...siteOf(address),
      ...(language === undefined ? {} : { language }),
    };
  },
};

/** The folder that Obsidian's own one is in. */
const vaultOf = (file: string): string => folderOf(file.slice(0, file.indexOf('.obsidian') + 9));

const obsidian: Tool = {
  flavour: 'obsidian',
  file: /(?:^|\/)\.obsidian\/[\w-]+\.json$/,
  find(tree, file) {
    // Of several vaults the one that is published, else the one nearest to the top, else the largest.
    const vaults = [...new Set(tree.files.filter((one) => obsidian.file.test(one)).map(vaultOf))];
    const rank = (one: string): readonly number[] => [
      tree.files.includes(publishFile(one)) ? 0 : 1,
      one === '.' ? 0 : one.split('/').length,
      -textsIn(tree, one).length,
    ];
    const [content = vaultOf(file)] = vaults.sort((a, b) => firstDifference(rank(a), rank(b)));
    return { content, roots: [], siteUrl: null, base: '/' };
  },
};

const publishFile = (vault: string): string => inside(vault, '.obsidian/publish.json');

function firstDifference(a: readonly number[], b: readonly number[]): number {
  return a.map((one, index) => one - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

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
