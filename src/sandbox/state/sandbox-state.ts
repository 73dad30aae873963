import { keepingBody } from '../../memory/kept-text.ts';
import type { Random } from '../random.ts';
import type {
  ArticleRecord,
  AudienceRecord,
  CollectionRecord,
  HelpCentreRecord,
  ImageRecord,
  InternalArticleRecord,
  RedirectRecord,
  SnippetRecord,
  TagRecord,
  TeammateRecord,
  VersionRecord,
  Workspace,
} from './records.ts';

/** How records are kept: as they are, or as something that says the same and takes less room. */
interface Form<T> {
  kept(record: T): T;
}

/**
 * A table: records by id (images by path), in the order they were made. It knows what was put in and taken out, so that
 * saving costs what changed and not what there is.
 */
export class Table<T> extends Map<string, T> {
  readonly #touched = new Set<string>();
  readonly #form: Form<T>;

  constructor(form: Form<T> = { kept: (record) => record }) {
    super();
    this.#form = form;
  }

  override set(key: string, record: T): this {
    this.#touched.add(key);
    return super.set(key, this.#form.kept(record));
  }

  override delete(key: string): boolean {
    this.#touched.add(key);
    return super.delete(key);
  }

  override clear(): void {
    for (const key of this.keys()) this.#touched.add(key);
    super.clear();
  }

  /** Keys of what may have changed since this was last asked. */
  takeTouched(): readonly string[] {
    const touched = [...this.#touched];
    this.#touched.clear();
    return touched;
  }
}

/** Everything in the workspace. Records are replaced, never changed, so whoever holds one holds a snapshot. */
export interface SandboxState {
  workspace: Workspace;
  readonly teammates: Table<TeammateRecord>;
  readonly helpCentres: Table<HelpCentreRecord>;
  readonly collections: Table<CollectionRecord>;
  readonly articles: Table<ArticleRecord>;
  readonly versions: Table<VersionRecord>;
  readonly internalArticles: Table<InternalArticleRecord>;
  readonly tags: Table<TagRecord>;
  readonly audiences: Table<AudienceRecord>;
  readonly snippets: Table<SnippetRecord>;
  readonly redirects: Table<RedirectRecord>;
  readonly images: Table<ImageRecord>;
}

/** A workspace with nothing in its tables. */
export function emptyState(workspace: Workspace): SandboxState {
  return {
    workspace,
    teammates: new Table(),
    helpCentres: new Table(),
    collections: new Table(),
    articles: new Table({ kept: keepingTexts }),
    versions: new Table({ kept }),
    internalArticles: new Table({ kept }),
    tags: new Table(),
    audiences: new Table(),
    snippets: new Table({ kept }),
    redirects: new Table(),
    images: new Table(),
  };
}

/** What the sandbox has is in its files. */
function kept<T extends { readonly body: string }>(record: T, before?: { readonly body: string }): T {
  return keepingBody(record, 'files', before);
}

/** An article whose bodies are kept as bytes. */
function keepingTexts(article: ArticleRecord): ArticleRecord {
  const contents = Object.entries(article.contents).map(([locale, content]) => [locale, kept(content)] as const);
  return Object.assign({}, article, { contents: Object.fromEntries(contents) });
}

/** Gives the next id: digits, larger than every one before, with gaps as others' work leaves them. */
export function nextId(world: SandboxState, random: Random): string {
  const lastId = world.workspace.lastId + 1 + Math.floor(random() * 9);
  world.workspace = { ...world.workspace, lastId };
  return String(lastId);
}

/** The help centre that is meant where none is named. */
export function defaultHelpCentre(world: SandboxState): HelpCentreRecord {
  const all = [...world.helpCentres.values()];
  const found = all.find((centre) => centre.isDefault) ?? all[0];
  if (found === undefined) throw new Error('The workspace has no help centre.');
  return found;
}

/**
 * The help centre an article or collection belongs to. The records refer to one that exists as long as the
 * state file is sound; a broken one falls back to the default.
 */
export function helpCentreOf(world: SandboxState, record: { readonly helpCentreId: string }): HelpCentreRecord {
  return world.helpCentres.get(record.helpCentreId) ?? defaultHelpCentre(world);
}

/**
 * The help centre of an article that is put into a collection: that of the collection.
 *
 * @param parentId as a request or a record says it; what is no collection's id is none
 * @param otherwise for an article in no collection
 */
export function helpCentreIn(
  world: SandboxState,
  parentId: string | number | null | undefined,
  otherwise: HelpCentreRecord,
): HelpCentreRecord {
  const parent = world.collections.get(String(parentId ?? ''));
  return parent === undefined ? otherwise : helpCentreOf(world, parent);
}

/**
 * What an article takes from the help centre that it is in after a move: that, and its first language where the article
 * has a text in it.
 *
 * @param parentId the collection it goes to; null: none; undefined: it stays
 */
export function placeIn(
  world: SandboxState,
  article: Pick<ArticleRecord, 'helpCentreId' | 'defaultLocale' | 'contents'>,
  parentId: string | null | undefined,
): Pick<ArticleRecord, 'helpCentreId' | 'defaultLocale'> {
  const present = helpCentreOf(world, article);
  const centre = helpCentreIn(world, parentId, present);
  const takesOver = centre.id !== present.id && article.contents[centre.defaultLocale] !== undefined;
  return { helpCentreId: centre.id, defaultLocale: takesOver ? centre.defaultLocale : article.defaultLocale };
}
