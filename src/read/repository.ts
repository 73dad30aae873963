import path from 'node:path';
import { blobId } from '../git/blob-id.ts';
import type { ContentPath } from '../model/article.ts';
import { byCodeUnit } from '../model/by-code-unit.ts';
import { type Memo, noMemo } from '../model/memo.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { shownFile } from '../model/shown-file.ts';
import { fileBytes, fileText, unreadProblem } from './file-bytes.ts';
import type { FoundFile } from './files.ts';
import { flavourOf } from './flavour-of.ts';
import { type Description, isWithin } from './folder-collections.ts';
import { folderNames, isArticle } from './folder-names.ts';
import { idsTwice } from './ids-twice.ts';
import { imageRoots, isFolder } from './image-roots.ts';
import { inBatches } from './in-batches.ts';
import { readIntercomSync } from './intercom-sync/read.ts';
import { isDescription, isSourcePath } from './is-source.ts';
import { collectionsIn } from './language-collections.ts';
import { layoutPages } from './layout-pages.ts';
import { layoutUnset } from './layout-unset.ts';
import { leftOutByGit } from './left-out-by-git.ts';
import { listing } from './listing.ts';
import { createMemory, type ReadMemory } from './memory.ts';
import { placedBy, trailsOf, withLanguages } from './navigation.ts';
import { noSources } from './no-sources.ts';
import { withPagesBelow } from './pages-below.ts';
import { placedPaths } from './paired.ts';
import { permalinksOf } from './permalinks.ts';
import { textsPutIn } from './quoted-files.ts';
import { readFacts } from './read-facts.ts';
import type { ReadResult, TextFile } from './read-result.ts';
import { readRedirects, redirectsName } from './redirect-lines.ts';
import { withoutRedirects } from './redirect-pages.ts';
import { rememberedSource } from './remembered-source.ts';
import type { SourceAddress } from './source.ts';
import { unknownKeys } from './unknown-keys.ts';
import { listedPages } from './unlisted-pages.ts';
import { readVariables } from './variables/read-variables.ts';

/**
 * Reads the content folder: sources, collections, images and snippets.
 *
 * @param folder absolute folder of the configuration
 * @param settings the configuration
 * @param shown the folder as places should name it, relative to the working folder; `''` for the same
 * @param memory of an earlier reading with the same settings: only what it has forgotten is read again
 * @param memo of earlier runs
 * @param places where the configuration names each entry of `variablesFrom`
 */
export async function readRepository(
  folder: string,
  settings: Settings,
  shown = '',
  memory: ReadMemory = createMemory(),
  memo: Memo = noMemo,
  places: readonly Place[] = [],
): Promise<ReadResult> {
  const root = [shown, settings.content].filter((part) => part !== '' && part !== '.').join('/') || '.';
  const absolute = path.join(folder, settings.content);
  if (!(await isFolder(absolute))) {
    return { ...nothing(root), problems: [problem('no-content-folder', { folder: root })] };
  }
  if (settings.layout === 'intercom-sync') return readIntercomSync({ folder, settings, root, shown, memory, places });
  const { files, refused, ignored } = await memory.listing(() => listing(folder, settings));
  const flavour = flavourOf(settings);
  const isSource = (file: FoundFile): boolean => isSourcePath(file.path, flavour.files) && !ignored.has(file.path);
  const { navigation } = flavour;
  const wide = await trailsOf(navigation, folder, settings, memory);
  const trails = await withLanguages(wide, navigation, files, settings, memory);
  const listed = await listedPages(files.filter(isSource), trails, flavour, settings, { shown, memory });
  const found = await readSources(listed.files, settings, root, { memory, memo });
  const articles = found.sources.filter((source) => isArticle(source, flavour.files));
  const addressed = await permalinksOf(flavour.permalinks, folder, settings, memory);
  const placing = articles.map((source) => addressed(placedBy(source, trails, settings)));
  const sources = { ...found, sources: withPagesBelow(withoutRedirects(placing), flavour) };
  const names = await folderNames(absolute, files, found.sources, flavour, settings);
  const isRead = new Set(listed.files);
  const others = files.filter((file) => !isRead.has(file));
  const described = await readDescriptions(
    others.filter((file) => isDescription(file.path, flavour.files) && !ignored.has(file.path)),
    memory,
  );
  const folders = collectionsIn(sources.paths, described, settings, root, names);
  const beside = await memory.recall(absolute, 'image roots', () => imageRoots(folder, settings));
  const facts = await readFacts([...others, ...beside], refused, memory);
  const inBroken = sources.paths.filter((article) => isWithin(article, folders.broken));
  const placed = sources.sources.filter((source) => !isWithin(source.article, folders.broken));
  const locales = new Set(placed.map(({ locale }) => locale));
  const variables = await readVariables({ folder, settings, locales, shown, memory, places });
  const redirects = await redirectsBeside(folder, shown, settings, memory);
  const made = flavour.name === 'github' ? [] : await memory.recall(absolute, 'git', () => leftOutByGit(absolute));
  const lost = sources.sources.filter((source) => isWithin(source.article, folders.broken));
  return {
    repository: {
      root,
      sources: placed,
      collections: folders.collections,
      ...(folders.languages.length === 0 ? {} : { languages: folders.languages }),
      files: await textsPutIn(facts.facts, placed, { folder, content: settings.content, flavour, memory }),
      ...(variables.texts.length === 0 ? {} : { variables: variables.texts }),
      ...(redirects.lines === null ? {} : { redirects: redirects.lines }),
      ...(made.length === 0 ? {} : { leftOutByGit: made }),
    },
    broken: [...new Set([...sources.broken, ...inBroken])].sort(byCodeUnit),
    unread: [...sources.unread, ...lost.map(({ path, article, locale }) => ({ path, article, locale }))],
    misplaced: sources.misplaced,
    ...(listed.unlisted === null ? {} : { unlisted: listed.unlisted }),
    problems: [
      ...(await noSources({ folder, content: settings.content, root, files, isSource })),
      ...layoutUnset(files, root),
      ...listed.problems,
      ...sources.problems,
      ...folders.problems,
      ...variables.problems,
      ...redirects.problems,
    ],
    untidy: sources.untidy,
    texts: new Map([...sources.texts, ...facts.texts]),
    product: [...variables.files, path.join(folder, redirectsName)],
  };
}

/** What `redirects.yml` beside the configuration says. */
function redirectsBeside(folder: string, shown: string, { flavour }: Settings, memory: ReadMemory) {
  return memory.recall(path.join(folder, redirectsName), 'redirects', () => readRedirects(folder, shown, flavour));
}

const nothing = (root: string): ReadResult => ({
  repository: { root, sources: [], collections: [], files: new Map() },
  broken: [],
  unread: [],
  misplaced: [],
  problems: [],
  untidy: [],
  texts: new Map(),
  product: [],
});

interface ReadSources {
  readonly sources: readonly Source[];
  readonly broken: readonly ContentPath[];
  readonly unread: readonly SourceAddress[];
  readonly misplaced: readonly ContentPath[];
  /** Articles' paths, which decide the folders that are collections. */
  readonly paths: readonly ContentPath[];
  readonly problems: readonly Problem[];
  readonly untidy: readonly Problem[];
  readonly texts: readonly (readonly [ContentPath, TextFile])[];
}

async function readSources(
  files: readonly FoundFile[],
  settings: Settings,
  root: string,
  { memory, memo }: { readonly memory: ReadMemory; readonly memo: Memo },
): Promise<ReadSources> {
  const placed = await placedPaths(files, settings, root, memory);
  const flavour = flavourOf(settings);
  const problems: Problem[] = [...placed.problems];
  const broken = new Set(placed.broken);
  const sources: Source[] = [];
  const once = files.filter((file, index) => file.path !== files[index - 1]?.path);
  const results = await inBatches(once, async (file) => {
    const address = placed.addresses.get(file.path);
    if (address === undefined) return null;
    return memory.recall(file.absolute, `source ${JSON.stringify(address)}`, async () => {
      const shown = shownFile(root, file.path);
      const found = await fileBytes(file);
      if (!found.ok)
        return {
          address,
          read: { ok: false, problems: [unreadProblem(found, shown)], untidy: [] } as const,
          text: null,
        };
      const { bytes } = found;
      const read = rememberedSource(address, bytes, shown, { rules: settings.frontMatter, flavour, memo });
      const text = { absolute: file.absolute, blob: read.ok ? read.source.blob : blobId(bytes) };
      return { address, read, text: [file.path, text] as const };
    });
  });
  for (const result of results) {
    if (result === null) continue;
    problems.push(...result.read.problems);
    if (result.read.ok) sources.push(result.read.source);
    else broken.add(result.address.article);
  }
  problems.push(...unknownKeys(results.flatMap((result) => (result?.read.ok === true ? result.read.unknown : []))));
  const twice = idsTwice(sources);
  for (const path of twice.broken) broken.add(path);
  return {
    sources,
    broken: [...broken].sort(byCodeUnit),
    unread: results.flatMap((result) => (result === null || result.read.ok ? [] : [result.address])),
    misplaced: once.flatMap((file) => (placed.addresses.has(file.path) ? [] : [file.path])),
    paths: [...placed.addresses.values()].map((address) => address.article),
    problems: [...problems, ...layoutPages(sources, root), ...twice.problems],
    untidy: results.flatMap((result) => result?.read.untidy ?? []),
    texts: results.flatMap((result) => (result === null || result.text === null ? [] : [result.text])),
  };
}

async function readDescriptions(files: readonly FoundFile[], memory: ReadMemory): Promise<readonly Description[]> {
  const read = async (file: FoundFile) => {
    const decoded = await memory.recall(file.absolute, 'description', () => fileText(file));
    return { file: file.path, decoded };
  };
  return inBatches(files, read);
}
