import type { ContentPath, Locale, Spacing } from './article.ts';
import type { Place } from './place.ts';
import type { Fin } from './reach.ts';

/** Levels of collections that Intercom has. */
export const maxLevels = 3;

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

/** What of a collection is compared on its own: in other languages than the sources' own under the name of the language. */
export type CollectionField = 'name' | 'description' | 'place' | `${Locale}.name` | `${Locale}.description`;

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
  /** It is no collection: what is in it is in the folder above. */
  readonly inParent?: boolean;
  /** How much space stands between blocks in the articles in it, and in the folders below. */
  readonly spacing?: Spacing;
  /** Of the articles in it, and in the folders below. */
  readonly fin?: Fin;
  readonly audiences?: readonly string[];
  readonly tags?: readonly string[];
  /** Globs of the code that the articles in it are about, from the root of the git repository. */
  readonly sources?: readonly string[];
  readonly translations: Readonly<Record<Locale, { readonly name: string; readonly description?: string }>>;
}

/** Where a `_collection.yml` says what is only later seen to be wrong or without effect. */
export interface CollectionPlaces {
  readonly order?: Place;
  readonly icon?: Place;
  readonly audiences?: Place;
  readonly tags?: Place;
  readonly sources?: Place;
  readonly name?: Place;
  readonly description?: Place;
  readonly translations?: Readonly<Record<Locale, Place>>;
}
