import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../model/problem.ts';
import type { Settings } from '../../model/settings.ts';
import { listing } from '../listing.ts';
import type { ReadMemory } from '../memory.ts';
import { readFacts } from '../read-facts.ts';
import type { ReadResult, TextFile } from '../read-result.ts';
import { readVariables } from '../variables/read-variables.ts';
import { type ArticleSources, articleSources } from './articles.ts';
import type { Known } from './check-text.ts';
import { type Entity, readEntities } from './entities.ts';
import { type EntityKind, entityFolders } from './layout.ts';
import { unlistedSources } from './unlisted.ts';
import { otherEntities, unsaidIn } from './unsaid.ts';

/** Where a managed folder is, and what is known of it. */
interface Managed {
  /** Absolute folder of the configuration. */
  readonly folder: string;
  readonly settings: Settings;
  /** Managed folder as problems name it. */
  readonly root: string;
  readonly shown: string;
  readonly memory: ReadMemory;
  readonly places: readonly Place[];
}

/** Names of the kinds in links. */
const inLinks: Readonly<Record<EntityKind, string>> = {
  article: 'article',
  internal: 'internal_article',
  snippet: 'snippet',
};

const prefixes: Readonly<Record<EntityKind, string>> = { article: 'art', internal: 'ia', snippet: 'snip' };

/**
 * Reads a repository in the layout of Intercom's own connector: its articles, internal ones and snippets become sources
 * like those of any other, and all else in it is checked.
 */
export async function readIntercomSync(managed: Managed): Promise<ReadResult> {
  const { folder, settings, root, shown, memory, places } = managed;
  const { files, refused, ignored } = await memory.listing(() => listing(folder, settings));
  const own = files.filter(({ path }) => !ignored.has(path));
  const folders = entityFolders(own);
  const entities = await readEntities(folders, root, memory);
  const known: Known = { references: referencesIn(entities), files: new Set(files.map(({ path }) => path)) };
  const of = (kind: EntityKind): readonly Entity[] => entities.filter((one) => one.folder.kind === kind);
  const unlisted = unlistedSources([...of('internal'), ...of('snippet')], settings, known);
  const articles = together(articleSources(of('article'), settings, known), unlisted);
  const twice = idsTwice(entities);
  const broken = new Set([
    ...articles.broken,
    ...articles.sources.filter(isIn(twice.folders)).map((one) => one.article),
  ]);
  const locales = new Set(articles.sources.map(({ locale }) => locale));
  const variables = await readVariables({ folder, settings, locales, shown, memory, places });
  const isRead = new Set(folders.flatMap(({ meta, texts }) => [meta, ...texts]));
  const facts = await readFacts(
    files.filter((file) => !isRead.has(file)),
    refused,
    memory,
  );
  const texts = entities.flatMap((one) =>
    one.texts.map(({ file, blob }) => [file.path, { absolute: file.absolute, blob } satisfies TextFile] as const),
  );
  return {
    repository: {
      root,
      sources: articles.sources,
      collections: [],
      files: facts.facts,
      ...(variables.texts.length === 0 ? {} : { variables: variables.texts }),
    },
    broken: [...broken],
    unread: articles.unread,
    misplaced: articles.left,
    problems: [
      ...articles.problems,
      ...twice.problems,
      ...unsaidIn(entities, settings.locale),
      ...otherEntities(unlisted.connectors),
      ...variables.problems,
    ],
    untidy: entities.flatMap((one) =>
      [one.meta, ...one.texts.map(({ read }) => read)].flatMap((read) => read?.untidy ?? []),
    ),
    texts: new Map([...texts, ...facts.texts]),
    product: variables.files,
  };
}

function together(one: ArticleSources, other: ArticleSources): ArticleSources {
  return {
    sources: [...one.sources, ...other.sources],
    broken: [...one.broken, ...other.broken],
    unread: [...one.unread, ...other.unread],
    left: [...one.left, ...other.left],
    problems: [...one.problems, ...other.problems],
  };
}

const isIn =
  (folders: ReadonlySet<string>) =>
  ({ article }: { readonly article: string }): boolean =>
    folders.has(article.slice(0, article.lastIndexOf('/')));

const idOf = ({ meta }: Entity): string | null => (meta?.ok ? meta.value.id : null);

function referencesIn(entities: readonly Entity[]): ReadonlySet<string> {
  return new Set(entities.flatMap((one) => (idOf(one) === null ? [] : [`${inLinks[one.folder.kind]}:${idOf(one)}`])));
}

/** Ids that several folders claim, said at each. */
function idsTwice(entities: readonly Entity[]): {
  readonly folders: ReadonlySet<string>;
  readonly problems: readonly Problem[];
} {
  const claims = new Map<string, Entity[]>();
  for (const one of entities) {
    const id = idOf(one);
    const key = `${prefixes[one.folder.kind]}_${id}`;
    if (id !== null) claims.set(key, [...(claims.get(key) ?? []), one]);
  }
  const several = [...claims].filter(([, { length }]) => length > 1);
  return {
    folders: new Set(several.flatMap(([, claimants]) => claimants.map(({ folder }) => folder.folder))),
    problems: several.flatMap(([id, claimants]) =>
      claimants.map((one) => {
        const other = claimants.find((claimant) => claimant !== one)?.start.file ?? '';
        return problem('sync-id-twice', { id, other }, one.meta?.ok ? one.meta.yaml.placeOfKey(['id']) : one.start);
      }),
    ),
  };
}
