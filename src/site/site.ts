import type { ContentPath, Fingerprint, Locale, State, SymbolicHtml } from '../model/article.ts';
import type { UnlistedType } from '../model/article-type.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { Problem } from '../model/problem.ts';
import type { ImageType } from '../model/repository.ts';
import type { ChangesView } from './changes/view.ts';

/** Everything the preview shows, as one value: pages are made from it and from nothing else. */
export interface Site {
  readonly name: string;
  /** Whom it is for: those who write, with what would change and what is wrong; or the readers, who have neither. */
  readonly audience: 'writers' | 'readers';
  /** Content folder, as places of problems name it. */
  readonly root: string;
  /** Default locale. */
  readonly locale: Locale;
  /** All locales that have an article; the default first. */
  readonly locales: readonly Locale[];
  /** From the top down, in the order readers see them. */
  readonly collections: readonly SiteCollection[];
  /** By key, sorted by key. */
  readonly articles: ReadonlyMap<ContentPath, SiteArticle>;
  /** In the order a person works through them. */
  readonly problems: readonly SiteProblem[];
  /** Why nothing could be read at the last change: the rest of the site is as it was before. Empty when all is well. */
  readonly trouble: readonly Problem[];
  /** Articles are still being compiled: what they say, and what is wrong with them, is not known yet. */
  readonly isPending: boolean;
  /** Local images that bodies show, by content. */
  readonly images: ReadonlyMap<Fingerprint, SiteImage>;
  /** Keys of articles that went away while the preview ran, with what each is now called. */
  readonly moved: ReadonlyMap<ContentPath, ContentPath>;
  /** What a publish would change; null while it is not known, or cannot be. */
  readonly changes: ChangesView | null;
}

/** A collection, or a section inside one. */
export interface SiteCollection {
  readonly key: CollectionKey;
  readonly parent: CollectionKey | null;
  /** Help centre that it is in; null for the one of `helpcentre.yml`. */
  readonly helpCentre: string | null;
  /** As a part of addresses: `repairs`, unique on the site. */
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly icon: string | null;
  readonly translations: Readonly<Record<Locale, { readonly name: string; readonly description?: string }>>;
}

/** An article with its locales. */
export interface SiteArticle {
  readonly key: ContentPath;
  readonly parent: CollectionKey | null;
  /** Absent for an article of a help centre. */
  readonly type?: UnlistedType;
  /** E-mail or id of a teammate. */
  readonly author: string | null;
  readonly locales: Readonly<Record<Locale, SiteLocale>>;
}

/**
 * How what is shown stands to the sources. `whole`: it is what they say. `flawed`: they have errors, and it is as much of
 * them as goes. `last-good`: the source cannot be read now, and this is what it said before. `broken`: it cannot be
 * read, and nothing else is known. `pending`: it is not compiled yet.
 */
export type Condition = 'whole' | 'pending' | 'flawed' | 'last-good' | 'broken';

/** One locale of an article. */
export interface SiteLocale {
  readonly condition: Condition;
  readonly path: ContentPath;
  readonly title: string;
  readonly description: string;
  /** As it would be sent, links still symbolic; empty where it is `broken`. */
  readonly body: SymbolicHtml;
  readonly state: State;
}

/** A finding, and the articles whose pages tell of it. */
export interface SiteProblem {
  readonly problem: Problem;
  readonly keys: readonly ContentPath[];
}

/** A local image. */
export interface SiteImage {
  readonly path: ContentPath;
  readonly mediaType: ImageType;
}

/** A body as Intercom would keep it, or why it would refuse it. */
export interface Rewritten {
  readonly html: string;
  /** The reason as a clause, null where it is taken. */
  readonly refused: string | null;
}

/** Says what Intercom makes of a body: its own elements and classes, headings shifted, links marked. */
export type Rewrite = (html: string) => Rewritten;

/** Editors whose links open a file at its line. */
export type Editor = 'code' | 'cursor' | 'zed' | 'idea' | 'none';

/** What pages are rendered with besides the site. */
export interface RenderSettings {
  /** `static` pages stand in a folder: no live updates, no links into the writer's editor. */
  readonly mode: 'live' | 'static';
  readonly rewrite: Rewrite;
  readonly editor: Editor;
  /** Absolute folder that places of problems start from. */
  readonly folder: string;
}
