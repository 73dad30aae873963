import type { Locale, State } from './article.ts';
import type { UnlistedType } from './article-type.ts';
import type { Fin, Label } from './reach.ts';
import type { RemoteRedirect } from './redirect.ts';

/** One locale of an article in Intercom. */
export interface RemoteLocale {
  readonly title: string;
  readonly description: string;
  readonly body: string;
  /** Present where the body is not kept, because nothing has changed; see `remainsOf`. The body throws then. */
  readonly remains?: string;
  readonly state: State;
  readonly authorId: string | null;
  readonly url: string | null;
  /** Absent where the API does not say, as before 2.16. */
  readonly fin?: Required<Fin>;
  /** Ids of the audiences that Fin answers with it for, none for everybody; absent where the API does not say. */
  readonly audiences?: readonly string[];
}

/** An article in Intercom now. */
export interface RemoteArticle {
  /** It says of which type the article is: see `typeOfId`. */
  readonly id: string;
  readonly url: string | null;
  readonly parentId: string | null;
  /** Collections that it is in besides, of this help centre or another; absent where there are none. */
  readonly otherParentIds?: readonly string[];
  /** Whom an internal article belongs to; absent of others. */
  readonly ownerId?: string | null;
  readonly updatedAt: number;
  /** When it was made, in Unix seconds; absent where Intercom does not say. */
  readonly createdAt?: number;
  /** Who touched it last (2.16 and newer), else null. */
  readonly updatedById: string | null;
  /** A person has a draft that is not published yet (2.16 and newer). */
  readonly pendingDraft: boolean;
  /** The texts that wait in its drafts, of the locales that have one; absent where nobody asked for them. */
  readonly drafts?: Readonly<Record<Locale, RemoteLocale>>;
  /** When Intercom publishes or unpublishes it by itself, in Unix seconds; absent where the API does not say. */
  readonly schedule?: { readonly publishAt: number | null; readonly unpublishAt: number | null };
  /** Absent where the API does not say, as before 2.13. */
  readonly tags?: readonly Label[];
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
  /** Types of which nobody knows what there is, since the version of the API has none; absent where that is no type. */
  readonly unknownTypes?: readonly UnlistedType[];
  readonly teammates: readonly Teammate[];
  /** Ids of those among its teammates that are programs; absent where nobody listed them. */
  readonly bots?: readonly string[];
  /** All that there are; absent where nobody asked for them. */
  readonly audiences?: readonly Label[];
  readonly tags?: readonly Label[];
  /** All that there are; absent where nobody asked for them. */
  readonly redirects?: readonly RemoteRedirect[];
  /** Present where nothing that it lists has languages: they are switched off in its settings. */
  readonly languages?: 'off';
}
