import type { ContentPath, Fingerprint, Locale, Spacing, State } from './article.ts';
import type { ArticleType } from './article-type.ts';
import type { CollectionTrail, FolderCollection } from './collection.ts';
import type { Place } from './place.ts';
import type { Fin } from './reach.ts';
import type { RedirectLines } from './redirect.ts';
import type { VariableTexts } from './variables.ts';

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
  /** Addresses at which another tool has the page, as written; absent in our own dialect. */
  readonly addresses?: readonly string[];
  /** Date and short name that its address may be made of, as front matter gives them. */
  readonly date?: string;
  readonly slug?: string;
  /** Where another tool's page leads that has no text of its own. */
  readonly leadsTo?: string;
  /** Where another tool has the page among others. */
  readonly order?: number;
  /** Another tool makes the page, or most of it, from something else than its text. */
  readonly generated?: true;
  /** Number that links of Intercom's connector name the article by. */
  readonly reference?: string;
  /** What says in the front matter of a page without a text that the tool's layout writes it, and in which line. */
  readonly writtenBy?: { readonly written: string; readonly line: number };
  /** Title that another tool gives the page where nothing in it does; null where its first heading is the title. */
  readonly name?: string | null;
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
  /** Who it is for. */
  readonly type?: ArticleType;
  /** E-mail or id of the teammate whom an internal article belongs to. */
  readonly owner?: string;
  /** Id of the Intercom article to take over. */
  readonly id?: string;
  readonly sync?: boolean;
  /** Which of Fin's agents may answer with it. */
  readonly fin?: Fin;
  /** Names or ids of the audiences that Fin answers with it for. */
  readonly audiences?: readonly string[];
  readonly tags?: readonly string[];
  /** Old addresses that lead to it, in the language of the source. */
  readonly redirectFrom?: readonly string[];
  /** Whether changes wait in Intercom until they are released. */
  readonly stage?: boolean;
  /** When it is to be published, and unpublished, in Unix seconds. */
  readonly publishAt?: number;
  readonly unpublishAt?: number;
  /** How much space stands between the blocks of the body. */
  readonly spacing?: Spacing;
  /** Of a translation: git blob id, or the start of one, of the text that it was made from. */
  readonly translated?: string;
  /** Globs of the code that the article is about, from the root of the git repository. */
  readonly sources?: readonly string[];
  /** Which of its images show what of the code. */
  readonly shots?: readonly Shots[];
}

/** Screenshots, and the code whose change makes them old. */
export interface Shots {
  /** Globs, from the root of the git repository. */
  readonly of: readonly string[];
  /** Globs of image files, as the article's own addresses count; absent for all of its images. */
  readonly images?: readonly string[];
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
  /** What the product's own files say, an entry of `variablesFrom` each; absent for none. */
  readonly variables?: readonly VariableTexts[];
  /** What `redirects.yml` says; absent where there is none. */
  readonly redirects?: RedirectLines;
  /** Patterns of paths in the content folder that git leaves out: the tool makes them; absent for none. */
  readonly leftOutByGit?: readonly string[];
}
