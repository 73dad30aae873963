import path from 'node:path';
import * as z from 'zod';
import { flavours } from '../../flavour/flavours.ts';
import { inside, record, siteOf, type Tool, wordOf, yamlOf } from './tool.ts';
import { folderOf, type Tree, textsIn } from './tree.ts';

/** Folders of collections that Jekyll writes pages for, by `_config.yml`: `_posts` always. */
function outputOf(settings: Readonly<Record<string, unknown>>): readonly string[] {
  const collections = record.safeParse(settings.collections).data ?? {};
  const shown = Object.entries(collections).flatMap(([name, said]) =>
    record.safeParse(said).data?.output === true ? [`_${name}`] : [],
  );
  const also = z.array(z.string()).safeParse(settings.include).data ?? [];
  return [...shown, ...also.map((one) => one.replace(/^\/|\/$/g, '')), '_posts'];
}

const wordsOf = (value: unknown): readonly string[] =>
  z
    .array(z.unknown())
    .safeParse(value)
    .data?.filter((one) => typeof one === 'string') ?? [];

/** Paths beside `_config.yml` that are no pages: what it leaves out, and folders of data. */
function notBuiltIn(tree: Tree, folder: string, settings: Readonly<Record<string, unknown>>): readonly string[] {
  const texts = textsIn(tree, folder).map((file) => path.posix.relative(folder, file));
  const output = outputOf(settings);
  const tops = new Set(texts.flatMap((file) => (file.includes('/') ? [file.slice(0, file.indexOf('/'))] : [])));
  const parts = [...tops].filter((top) => top.startsWith('_') && !output.includes(top));
  const excluded = wordsOf(settings.exclude)
    .map((one) => one.replace(/^\/|\/$/g, ''))
    .filter((one) => texts.some((file) => file === one || file.startsWith(`${one}/`)));
  return [...new Set([...excluded, ...parts])].sort();
}

/** A folder that holds nearly all of what Jekyll builds may be the content; else all is. */
const mostOf = 0.96;

/** Jekyll, by its `_config.yml`. */
export const jekyll: Tool = {
  flavour: 'jekyll',
  file: /(?:^|\/)_config\.ya?ml$/,
  find(tree, file, text) {
    const folder = folderOf(file);
    const settings = yamlOf(text);
    const notBuilt = notBuiltIn(tree, folder, settings);
    const isBuilt = (one: string): boolean => !notBuilt.some((left) => one === left || one.startsWith(`${left}/`));
    const pages = textsIn(tree, folder)
      .map((one) => path.posix.relative(folder, one))
      .filter((one) => isBuilt(one) && !flavours.jekyll.files.never.some((pattern) => pattern.test(one)));
    const tops = [...new Set(pages.map((one) => one.slice(0, Math.max(0, one.indexOf('/')))))];
    const likely = tops.find(
      (top) => top !== '' && pages.filter((one) => one.startsWith(`${top}/`)).length >= pages.length * mostOf,
    );
    const content = likely === undefined ? folder : inside(folder, likely);
    const site = `${wordOf(settings.url) ?? ''}${wordOf(settings.baseurl) ?? ''}`;
    const { siteUrl, base } = siteOf(site.startsWith('http') ? site : null);
    const below = likely === undefined || likely.startsWith('_') ? '' : `${likely}/`;
    const inContent = notBuilt.flatMap((one) =>
      likely === undefined ? [one] : one.startsWith(`${likely}/`) ? [one.slice(likely.length + 1)] : [],
    );
    return {
      content,
      // Pictures are anywhere beside the texts.
      roots: likely === undefined ? [] : [folder],
      siteUrl,
      base: `${base}${below}`,
      notBuilt: inContent.filter((one) => !flavours.jekyll.files.never.some((pattern) => pattern.test(`${one}/`))),
    };
  },
};
