/**
 * The nouns of the project, types only. Their comments are the glossary: code, messages and docs use
 * these words and no others. Every value here survives `JSON.parse(JSON.stringify(value))`.
 *
 * The river: Markdown → sources → DESIRED; lockfile → RECORDED; Intercom → REMOTE; the three → PLAN.
 */

/** A locale as Intercom spells it: `en`, `pt-BR`. Never use one as a bare object key without a prototype-free map. */
export type Locale = string;

/** `sha256-` and 64 hexadecimal digits. For images the digits are what `sha256sum` prints. */
export type Fingerprint = string;

/** A path inside the content folder: forward slashes, no leading `./`, never leaves the folder. */
export type ContentPath = string;

/** Whether readers can see an article. */
export type State = 'published' | 'draft';

/** Where in a file something stands. Lines and columns count from 1. */
export interface Place {
  /** Path as a person would open it: relative to the working folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** A located finding. `error` stops the article it names, `warning` does not. */
export interface Problem {
  /** Stable and documented in `problem.ts`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** What was found. One sentence, no full stop needed by the caller. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  /** Absent only for findings about no file at all (a setting, a workspace). */
  readonly place?: Place;
  /** Present only where there is exactly one right answer. */
  readonly fix?: Fix;
}

/** What puts a problem right, all of it or nothing. */
export interface Fix {
  /** What is done, as an order: `remove the heading`. */
  readonly description: string;
  readonly edits: readonly Edit[];
  /** Files of which every line end becomes LF: an edit for each line would be longer than the file. */
  readonly lineEnds?: readonly string[];
}

/** New text for a place; a place without an end is where text is put in. Column 0 of line 1 is the byte order mark. */
export interface Edit {
  readonly place: Place;
  readonly text: string;
}

/** Names of a collection and the sections inside it, from the root: `["Billing", "Invoices"]`, 1 to 3 long. */
export type CollectionTrail = readonly string[];

/** Where a collection is: its trail, in one help centre. */
export interface CollectionAddress {
  /** As a `_collection.yml` names it; null for the help centre of `helpcentre.yml`. */
  readonly helpCentre: string | null;
  readonly trail: CollectionTrail;
}

/**
 * A collection's address as one string: its key in the lockfile. `"Billing > Invoices"`, and in another help centre than
 * that of `helpcentre.yml` `"[acme-fr] Billing > Invoices"`.
 */
export type CollectionKey = string;

/** One Markdown file: one locale of one article. */
export interface Source {
  readonly path: ContentPath;
  /** Path of the article's source in the default locale; sources with the same `article` are its locales. */
  readonly article: ContentPath;
  readonly locale: Locale;
  /** Git blob id of the bytes on disk: what `git hash-object` prints. */
  readonly blob: string;
  /** The file's text, LF line ends, front matter blanked out line by line so that positions hold. */
  readonly body: string;
  /** Line (from 1) on which the body starts. */
  readonly bodyLine: number;
  readonly fields: SourceFields;
  /** Where each front-matter key stands, for problems found later. */
  readonly places: Readonly<Record<string, Place>>;
}

/** Checked front matter. Absent fields were not written. */
export interface SourceFields {
  readonly title?: string;
  readonly description?: string;
  readonly collection?: CollectionTrail;
  readonly section?: string;
  readonly state?: State;
  /** E-mail or id of a teammate. */
  readonly author?: string;
  /** Id of the Intercom article to take over. */
  readonly id?: string;
  readonly sync?: boolean;
  /** How much space stands between the blocks of the body. */
  readonly spacing?: Spacing;
}

/** Where a `_collection.yml` says what Intercom's API cannot set. */
export interface CollectionPlaces {
  readonly order?: Place;
  readonly icon?: Place;
}

/**
 * Which blocks have an empty paragraph between them: as most writers do it, all of them, or none.
 */
export type Spacing = 'normal' | 'airy' | 'tight';

/** A folder that is a collection, or a section inside one. */
export interface FolderCollection {
  /** Without the folder of a language. */
  readonly folder: ContentPath;
  /** Its `_collection.yml`, where that is not in it: in the folder of the first language. */
  readonly file?: ContentPath;
  /** Those of other languages, by locale. */
  readonly localeFiles?: Readonly<Record<Locale, ContentPath>>;
  /** How its file spells locales under `translations`, where not as Intercom does. */
  readonly spelling?: Readonly<Record<Locale, string>>;
  readonly name: string;
  readonly description?: string;
  readonly order?: number;
  readonly icon?: string;
  /** Where its file says them, for what only the workspace shows. */
  readonly places?: CollectionPlaces;
  /** Identifier or id of the help centre that it is in, where that is not the one of `helpcentre.yml`. Top folders only. */
  readonly helpCentre?: string;
  /** How much space stands between blocks in the articles in it, and in the folders below. */
  readonly spacing?: Spacing;
  readonly translations: Readonly<Record<Locale, { readonly name: string; readonly description?: string }>>;
}

/** What is known of a file in the content folder that is no source: an image, a snippet, a download. */
export type FileFacts =
  | {
      readonly kind: 'image';
      readonly path: ContentPath;
      readonly sha256: Fingerprint;
      readonly bytes: number;
      readonly mediaType: ImageType;
      readonly width?: number;
      readonly height?: number;
    }
  | { readonly kind: 'text'; readonly path: ContentPath; readonly text: string }
  | { readonly kind: 'other'; readonly path: ContentPath; readonly bytes: number }
  /** A symlink that leads out of the content folder, or a file that cannot be read. */
  | { readonly kind: 'refused'; readonly path: ContentPath; readonly reason: string };

/** Image types Intercom takes, told by content and not by name. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/svg+xml';

/** Everything `read` found: the whole repository as a value. */
export interface Repository {
  /** Content folder relative to the working folder, for places: `content`. */
  readonly root: string;
  readonly sources: readonly Source[];
  readonly collections: readonly FolderCollection[];
  /** Top folders of articles that are a language and no collection; absent for none. */
  readonly languages?: readonly string[];
  /** Files that are no sources, by path. Markdown files under `_` folders are here as `text` (snippets). */
  readonly files: ReadonlyMap<ContentPath, FileFacts>;
}

/**
 * A body in Intercom's HTML whose links to articles and images are still symbolic: `helpcentre:` URLs that
 * `html/references.ts` makes, lists and resolves. One line.
 */
export type SymbolicHtml = string;

/** One locale of a desired article. */
export interface DesiredLocale {
  readonly path: ContentPath;
  /** Git blob id of the source. */
  readonly blob: string;
  /** First line of the source, for problems that only the workspace shows. */
  readonly start?: Place;
  readonly title: string;
  readonly description: string;
  readonly body: SymbolicHtml;
  readonly state: State;
  /** Slugs of the headings, in order: what `#slug` may point to. */
  readonly anchors: readonly string[];
  /** Present where the source marks a block that Intercom's API does not give out: the article is never written then. */
  readonly undisplayed?: true;
  /** Of title, description, state, author, parent and the canonical symbolic body. */
  readonly fingerprint: Fingerprint;
}

/** What an article's sources compile to. */
export interface DesiredArticle {
  /** Path of the source in the default locale: the article's key in the lockfile. */
  readonly key: ContentPath;
  /** From front matter: the Intercom article to take over. */
  readonly id?: string;
  readonly parent: CollectionKey | null;
  /** E-mail or id of a teammate; null leaves the author as it is (or the token's owner, for a new article). */
  readonly author: string | null;
  readonly locales: Readonly<Record<Locale, DesiredLocale>>;
  /** Where its front matter says so, for problems that only the workspace shows. */
  readonly places?: { readonly author?: Place; readonly id?: Place };
}

/** A collection that at least one desired article or `_collection.yml` asks for. */
export interface DesiredCollection {
  readonly key: CollectionKey;
  /** Folder it comes from; absent when only front matter names it. */
  readonly folder?: ContentPath;
  readonly name: string;
  readonly description: string;
  readonly parent: CollectionKey | null;
  /** Help centre of its top collection, as its `_collection.yml` says; absent for the one of `helpcentre.yml`. */
  readonly helpCentre?: string;
  readonly order?: number;
  readonly icon?: string;
  /** Where its file says them, for what only the workspace shows. */
  readonly places?: CollectionPlaces;
  readonly translations: Readonly<Record<Locale, { readonly name: string; readonly description?: string }>>;
  readonly fingerprint: Fingerprint;
}

/** All that the sources ask for. */
export interface Desired {
  /** Default locale. */
  readonly locale: Locale;
  /** By key, sorted. */
  readonly articles: readonly DesiredArticle[];
  /** From the top down, then by order and key. */
  readonly collections: readonly DesiredCollection[];
  /** Images that bodies refer to, by content. */
  readonly images: Readonly<
    Record<Fingerprint, { readonly path: ContentPath; readonly bytes: number; readonly mediaType: ImageType }>
  >;
  /** Sources that failed to compile: their articles are neither written nor removed. */
  readonly failed: readonly ContentPath[];
  /** Sources with `sync: false`: known, and left alone. */
  readonly skipped: readonly ContentPath[];
}

/** One locale of an article as last published. */
export interface RecordedLocale {
  readonly source: string;
  readonly desired: Fingerprint;
  readonly remote: Fingerprint;
}

/** An article as last published. */
export interface RecordedArticle {
  readonly id: string;
  readonly url: string | null;
  /** Intercom's `updated_at`, Unix seconds. */
  readonly updatedAt: number;
  /** Present once its source is gone and the article was unpublished: it is managed still, and comes back with its source. */
  readonly removed?: true;
  readonly locales: Readonly<Record<Locale, RecordedLocale>>;
}

/** What of a collection is compared on its own: in other languages than the sources' own under the name of the language. */
export type CollectionField = 'name' | 'description' | 'place' | `${Locale}.name` | `${Locale}.description`;

/** A collection as last published. */
export interface RecordedCollection {
  readonly id: string;
  readonly desired: Fingerprint;
  readonly folder?: ContentPath;
  /** What Intercom had then, field by field. Absent in lockfiles of before: it is learnt at the next publish. */
  readonly remote?: Readonly<Record<string, Fingerprint>>;
}

/** What the lockfile says of one workspace. */
export interface Recorded {
  readonly articles: Readonly<Record<ContentPath, RecordedArticle>>;
  readonly collections: Readonly<Record<CollectionKey, RecordedCollection>>;
  /** Content hash → Intercom's own copy, without the signature. */
  readonly images: Readonly<Record<Fingerprint, string>>;
}

/** The lockfile's value: what was last published, per workspace. */
export interface Lockfile {
  readonly lockfileVersion: 1;
  readonly workspaces: Readonly<Record<string, LockfileSection>>;
}

/** What the lockfile says of one workspace, and the content folder it was written for. */
export interface LockfileSection extends Recorded {
  readonly content?: string;
}

/** One locale of an article in Intercom. */
export interface RemoteLocale {
  readonly title: string;
  readonly description: string;
  readonly body: string;
  readonly state: State;
  readonly authorId: string | null;
  readonly url: string | null;
}

/** An article in Intercom now. */
export interface RemoteArticle {
  readonly id: string;
  readonly url: string | null;
  readonly parentId: string | null;
  readonly updatedAt: number;
  /** Who touched it last (2.16 and newer), else null. */
  readonly updatedById: string | null;
  /** A person has a draft that is not published yet (2.16 and newer). */
  readonly pendingDraft: boolean;
  readonly defaultLocale: Locale;
  /** The default locale is always among them. */
  readonly locales: Readonly<Record<Locale, RemoteLocale>>;
}

/** A collection in Intercom now. */
export interface RemoteCollection {
  readonly id: string;
  /** First language of its help centre. */
  readonly defaultLocale: Locale;
  /** In the first language; see `namedIn`. */
  readonly name: string;
  readonly description: string;
  readonly parentId: string | null;
  /** Of a section too: that of the collection it is in. */
  readonly helpCentreId: string | null;
  readonly order: number;
  readonly url: string | null;
  /** Absent where Intercom says none. */
  readonly icon?: string;
  /** When it was changed last, in Unix seconds; absent where Intercom does not say. Who did it is nowhere. */
  readonly updatedAt?: number;
  readonly translations: Readonly<Record<Locale, { readonly name: string; readonly description?: string }>>;
}

/** One of the workspace's public sites. */
export interface RemoteHelpCentre {
  readonly id: string;
  readonly identifier: string;
  readonly name: string;
  /** Where readers find it, without a trailing slash; null while it is switched off. */
  readonly url: string | null;
  /** null on versions that do not say. */
  readonly isDefault: boolean | null;
  readonly locales: readonly Locale[] | null;
}

/** A person who can be an author. */
export interface Teammate {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Intercom as one listing found it. */
export interface Remote {
  readonly workspace: {
    readonly id: string;
    readonly name: string;
    readonly region: string;
    readonly tokenOwnerId: string;
  };
  readonly helpCentres: readonly RemoteHelpCentre[];
  readonly collections: readonly RemoteCollection[];
  readonly articles: readonly RemoteArticle[];
  readonly teammates: readonly Teammate[];
}

/** What `helpcentre.yml` says, defaults filled in. */
export interface Settings {
  /** Folder of the sources, relative to the configuration file. */
  readonly content: string;
  readonly locale: Locale;
  /** `suffix`: `billing.fr.md` beside `billing.md`; `folder`: `fr/billing.md`. */
  readonly locales: 'suffix' | 'folder';
  readonly region: 'us' | 'eu' | 'au';
  readonly apiVersion: ApiVersion;
  readonly helpCentre: string | null;
  readonly author: string | null;
  readonly state: State;
  readonly removed: 'unpublish' | 'delete' | 'keep';
  readonly onDrift: 'fail' | 'keep' | 'overwrite';
  /** Share of the managed articles, 0 to 1, that one run may remove. */
  readonly maxRemovals: number;
  readonly images: ImageSettings;
  readonly variables: Readonly<Record<string, string>>;
  /** How much space stands between blocks, where neither the source nor a folder around it says. */
  readonly spacing: Spacing;
  /** What the workspace does not take, and is written in a plainer way. */
  readonly flatten: readonly ('nested-lists' | 'callouts' | 'sections' | 'headings' | 'merged-cells')[];
  /** Globs of files in the content folder that are no sources. */
  readonly ignore: readonly string[];
  readonly frontMatter: { readonly ignore: readonly string[]; readonly rename: Readonly<Record<string, string>> };
  /** Severities other than the catalogue's, by problem code. */
  readonly problems: Readonly<Record<string, 'error' | 'warning' | 'off'>>;
  /** Hosts that `import` may download images from besides Intercom's own, over https. */
  readonly import: { readonly imageHosts: readonly string[] };
  /** Where sources went, for moves too changed to be recognised: old path → new path. */
  readonly moved: Readonly<Record<ContentPath, ContentPath>>;
}

/** Versions of Intercom's API that are supported. */
export type ApiVersion = '2.11' | '2.12' | '2.13' | '2.14' | '2.15' | '2.16';

/** How a local image becomes reachable while Intercom fetches it. */
export type ImageSettings =
  | { readonly host: 'none' }
  | { readonly host: 'github' }
  | { readonly host: 'url'; readonly template: string }
  | {
      readonly host: 's3';
      readonly bucket: string;
      readonly region: string;
      readonly endpoint: string | null;
      readonly prefix: string;
    };

/** What a change does to an article; see the decision table in `plan/decide.ts`. */
export type ChangeKind =
  | 'create'
  | 'adopt'
  | 'update'
  | 'move'
  | 'unpublish'
  | 'delete'
  | 'recreate'
  | 'record'
  | 'forget';

/** Why an article changes: a code the reports turn into words. */
export type Reason =
  | 'new'
  | 'title'
  | 'description'
  | 'body'
  /** The source changed; an offline plan cannot say what in it. */
  | 'source'
  | 'state'
  | 'author'
  | 'collection'
  | 'locale-added'
  | 'locale-removed'
  | 'path'
  | 'file-gone'
  | 'gone-in-intercom'
  | 'same-in-intercom'
  | 'named-by-id'
  | 'overwrite';

/**
 * What a change does to one locale: `write` sends it, `withdraw` unpublishes it (Intercom cannot delete one),
 * `record` only notes that both sides agree, `forget` drops it from the lockfile.
 */
export interface LocaleStep {
  readonly do: 'write' | 'withdraw' | 'record' | 'forget';
  /** What the source compiles to; null when it is gone. */
  readonly desired: Fingerprint | null;
  /** What Intercom had when this was decided; null when it has nothing, or was not asked. */
  readonly remote: Fingerprint | null;
}

/** One step of a plan: what one article needs. */
export interface Change {
  readonly kind: ChangeKind;
  readonly key: ContentPath;
  /** A move: the key it had. */
  readonly from?: ContentPath;
  /** null: the article does not exist yet. */
  readonly id: string | null;
  readonly title: string;
  readonly reasons: readonly Reason[];
  /** Locales this step is about. */
  readonly locales: Readonly<Record<Locale, LocaleStep>>;
}

/** Why a change is held back. */
export type HeldWhy =
  /** Edited in Intercom; the source is as it was. */
  | 'drift'
  /** Edited in Intercom, and the source changed too. */
  | 'conflict'
  /** A person's draft waits in Intercom: a write would not go live. */
  | 'pending-draft'
  /** It holds a block that Intercom's API does not give out: a write would destroy it. */
  | 'undisplayed'
  /** Deleted in Intercom. */
  | 'gone'
  /** Readers would lose too many articles, or it is not safe to tell that they are gone. */
  | 'guard'
  /** More than one article could be the one that moved here, or the one to take over. */
  | 'ambiguous';

/** A change that is not carried out, and how to go on. */
export interface Held {
  readonly key: ContentPath | CollectionKey;
  /** null: the article does not exist yet. */
  readonly id: string | null;
  readonly title: string;
  readonly why: HeldWhy;
  /** Person who edited it in Intercom, where the API says. */
  readonly by: string | null;
  /** Unix seconds. */
  readonly at: number | null;
  /** Languages that were edited; absent where the article has one alone, or all of it is meant. */
  readonly locales?: readonly Locale[];
  readonly help: string;
  /** Present for a collection, which `key` is the key of then: what of it is held. The rest of it is written. */
  readonly fields?: readonly CollectionField[];
}

/** What a collection needs. */
export interface CollectionChange {
  readonly kind: 'create' | 'adopt' | 'update' | 'recreate' | 'record';
  readonly key: CollectionKey;
  readonly id: string | null;
  readonly reasons: readonly (
    | 'new'
    | 'name'
    | 'description'
    | 'translations'
    | 'place'
    | 'gone-in-intercom'
    | 'same-in-intercom'
    | 'overwrite'
  )[];
  /** What of it was edited in Intercom and stays as it is there; absent for nothing. */
  readonly leaves?: readonly CollectionField[];
}

/** All that `publish` would do: a value that is shown, saved, digested and demanded again. */
export interface Plan {
  readonly formatVersion: 1;
  /** Id of the workspace; null for an offline plan. */
  readonly workspace: string | null;
  /** Id of the help centre of `helpcentre.yml`; null where there is none to ask. */
  readonly helpCentre: string | null;
  readonly collections: readonly CollectionChange[];
  /** Sorted by key. */
  readonly changes: readonly Change[];
  readonly held: readonly Held[];
  /** Articles that need nothing. */
  readonly unchanged: number;
  /** Articles with a source that does not compile: neither written nor removed. Sorted. */
  readonly notCompiled: readonly ContentPath[];
  /** Articles that compile, and have an error that only the workspace shows. Sorted. */
  readonly leftOut: readonly ContentPath[];
  readonly problems: readonly Problem[];
  /** sha256 of the canonical JSON of all the other fields, without the places of problems: they are for people. */
  readonly digest: Fingerprint;
}

/**
 * What the lockfile has to learn from one effect: written to the journal when it took place, and from there
 * into the lockfile. `null` drops the entry.
 */
export type Recording =
  | {
      readonly of: 'article';
      readonly key: ContentPath;
      /** The key it had before. */
      readonly from?: ContentPath;
      /** Id of the article that it takes the place of, because that is gone from Intercom. */
      readonly replaces?: string;
      readonly entry: RecordedArticle | null;
      readonly images: Readonly<Record<Fingerprint, string>>;
    }
  | { readonly of: 'collection'; readonly key: CollectionKey; readonly entry: RecordedCollection };

/** What became of one change. */
export type Outcome =
  | { readonly result: 'done'; readonly change: Change; readonly id: string; readonly url: string | null }
  | { readonly result: 'failed'; readonly change: Change; readonly message: string; readonly requestId: string | null };

/** What of a source was edited in Intercom; a collection has a name, and that and its description in other languages. */
export type PulledPart = 'title' | 'description' | 'state' | 'author' | 'collection' | 'body' | 'name' | 'translations';

/** What pulling did to one source or `_collection.yml`, or would do. */
export interface PulledSource {
  readonly path: ContentPath;
  /** The article's key, or the collection's. */
  readonly key: ContentPath | CollectionKey;
  readonly locale: Locale;
  readonly id: string;
  readonly title: string;
  /**
   * `merged`: their edits are in the file. `conflict`: some stand between conflict markers. `noted`: the file says it
   * already, and the lockfile says so. `created`: a new file.
   */
  readonly result: 'merged' | 'conflict' | 'noted' | 'created';
  readonly changed: readonly PulledPart[];
  readonly conflicts: number;
  /** Who edited it last, where the API says. */
  readonly by: string | null;
  /** When, in Unix seconds. */
  readonly at: number | null;
  /** What a person should know of it, a sentence each, without a full stop. */
  readonly notes: readonly string[];
}

/** Something in Intercom that has no source yet, and gets one with `--new`. */
export interface PullOffer {
  /** `collection`: its name in a language that its `_collection.yml` does not have. */
  readonly kind: 'article' | 'locale' | 'collection';
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  readonly state: State;
  /** The collection that a new article is in, or that has a name in one more language. */
  readonly collection: CollectionKey | null;
  /** The source that a new locale belongs to. */
  readonly key: ContentPath | null;
}

/** An article or collection that was looked at and left alone, with how to go on. */
export interface PullLeft {
  /** Of a collection its folder, where it has one. */
  readonly key: ContentPath | CollectionKey;
  readonly id: string | null;
  readonly why:
    | 'gone'
    | 'pending-draft'
    | 'file-gone'
    | 'file-there'
    | 'not-compiled'
    | 'changed-on-disk'
    /** A collection that is in another one in Intercom. */
    | 'place'
    /** A collection that only front matter names. */
    | 'front-matter';
  readonly by: string | null;
  readonly at: number | null;
  readonly help: string;
}

/** What a pull came to, or would come to. */
export interface Pull {
  readonly workspace: { readonly id: string; readonly name: string };
  /** Nothing was written: it was asked what would be. */
  readonly isCheck: boolean;
  /** By path. */
  readonly pulled: readonly PulledSource[];
  readonly offers: readonly PullOffer[];
  readonly left: readonly PullLeft[];
  /** Images that were downloaded, by path. */
  readonly images: readonly ContentPath[];
  readonly problems: readonly Problem[];
}
