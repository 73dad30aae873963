import type { ContentPath, Fingerprint, Locale } from './article.ts';
import type { UnlistedType } from './article-type.ts';
import type { CollectionField, CollectionKey } from './collection.ts';
import type { Problem } from './problem.ts';
import type { RedirectTarget } from './redirect.ts';

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
  /** A translation is behind its original, and is no longer shown until it follows. */
  | 'translation-stale'
  | 'author'
  /** Whom an internal article belongs to. */
  | 'owner'
  | 'fin'
  | 'audiences'
  | 'tags'
  | 'collection'
  | 'locale-added'
  | 'locale-removed'
  | 'path'
  | 'file-gone'
  | 'gone-in-intercom'
  | 'same-in-intercom'
  | 'named-by-id'
  | 'overwrite'
  /** It goes live as it was staged. */
  | 'staged'
  /** Its source is again what readers see, and what was staged goes. */
  | 'unstaged'
  /** When it is to be published or unpublished. */
  | 'schedule';

/**
 * What a change does to one locale: `write` sends it, `stage` puts it where no reader sees it until it is released,
 * `withdraw` unpublishes it (Intercom cannot delete one), `record` only notes that both sides agree, `forget` drops it
 * from the lockfile.
 */
export interface LocaleStep {
  readonly do: 'write' | 'stage' | 'withdraw' | 'record' | 'forget';
  /** What the source compiles to; null when it is gone. */
  readonly desired: Fingerprint | null;
  /** What Intercom had when this was decided; null when it has nothing, or was not asked. */
  readonly remote: Fingerprint | null;
}

/** What becomes of the times at which Intercom publishes or unpublishes an article: Unix seconds; null: none any more. */
export interface ScheduleChange {
  readonly publishAt?: number | null;
  readonly unpublishAt?: number | null;
}

/** One step of a plan: what one article needs. */
export interface Change {
  readonly kind: ChangeKind;
  readonly key: ContentPath;
  /** A move: the key it had. */
  readonly from?: ContentPath;
  /** null: the article does not exist yet. */
  readonly id: string | null;
  /** Absent for an article of a help centre. */
  readonly type?: UnlistedType;
  readonly title: string;
  readonly reasons: readonly Reason[];
  /** Locales this step is about. */
  readonly locales: Readonly<Record<Locale, LocaleStep>>;
  /** Absent where its times stay as they are. */
  readonly schedule?: ScheduleChange;
}

/** Whether a change puts something where no reader sees it until it is released. */
export function stages({ locales }: Pick<Change, 'locales'>): boolean {
  return Object.values(locales).some((step) => step.do === 'stage');
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
  /** What was staged is not what the source says now, or not what Intercom keeps. */
  | 'staged-otherwise'
  /** Deleted in Intercom. */
  | 'gone'
  /** Readers would lose too many articles, or it is not safe to tell that they are gone. */
  | 'guard'
  /** More than one article could be the one that moved here, or the one to take over. */
  | 'ambiguous'
  /** An article that nobody manages stands where it would be created, and says nearly the same. */
  | 'double'
  /** Only what another target has is published, and that one has it otherwise. */
  | 'not-promoted'
  /** Its source is of another type now, and Intercom turns none into another. */
  | 'other-type'
  /** Its source is gone, and Intercom cannot unpublish what has no state. */
  | 'no-state';

/** How another target has an article or a collection: not at all, otherwise, or still. */
export interface OnTarget {
  readonly target: string;
  readonly is: 'absent' | 'other' | 'present';
}

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
  /** Languages that were edited, or that readers would lose; absent where the article has one alone, or all of it is meant. */
  readonly locales?: readonly Locale[];
  readonly help: string;
  /** Present for a collection, which `key` is the key of then: what of it is held. The rest of it is written. */
  readonly fields?: readonly CollectionField[];
  /** Present for what is not promoted: how the target has it that it would come from. */
  readonly on?: OnTarget;
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
  /** Descriptions that it takes away in Intercom; absent for nothing. */
  readonly takes?: readonly CollectionField[];
}

/** What becomes of a redirect. Intercom cannot change one: `replace` deletes it and makes another. */
export interface RedirectChange {
  /** `record`: it is there as the sources have it. `forget`: neither they nor Intercom have it any more. */
  readonly kind: 'create' | 'replace' | 'remove' | 'record' | 'forget';
  /** Its name in the lockfile; of an offline plan, the address as the source has it where the lockfile does not know it. */
  readonly key: string;
  /** Path and query below the address of its help centre. */
  readonly address: string;
  /** Id of the redirect that is there; null for none. */
  readonly id: string | null;
  /** Language of the text that it leads to. */
  readonly locale: Locale;
  /** null: it goes. */
  readonly to: RedirectTarget | null;
}

/** `stage`: readers see nothing of it. `release`: what is staged goes live, and nothing else. */
export type PlanMode = 'stage' | 'release';

/** All that `publish` would do: a value that is shown, saved, digested and demanded again. */
export interface Plan {
  readonly formatVersion: 1;
  /** Id of the workspace; null for an offline plan. */
  readonly workspace: string | null;
  /** Name of the target that it is for; absent where the configuration has none. */
  readonly target?: string;
  /** Name of the target whose articles alone are published; absent where whatever the sources say is. */
  readonly promotes?: string;
  /** Id of the help centre of `helpcentre.yml`; null where there is none to ask. */
  readonly helpCentre: string | null;
  readonly collections: readonly CollectionChange[];
  /** Sorted by key. */
  readonly changes: readonly Change[];
  /** Old addresses, sorted by key; absent where nothing becomes of any. */
  readonly redirects?: readonly RedirectChange[];
  readonly held: readonly Held[];
  /** Articles that need nothing. */
  readonly unchanged: number;
  /** Articles with a source that does not compile: neither written nor removed. Sorted. */
  readonly notCompiled: readonly ContentPath[];
  /** Articles that compile, and have an error that only the workspace shows. Sorted. */
  readonly leftOut: readonly ContentPath[];
  /**
   * Articles that links lead to, and that Intercom neither has nor gets: such a link is its text. Sorted; absent for
   * none.
   */
  readonly unlinked?: readonly ContentPath[];
  /** Where a part was chosen, or only what can be staged or is: how many changes there are besides. Absent for the whole. */
  readonly elsewhere?: number;
  /** Whether it stages what it can, or releases what is staged; absent for a plan that publishes. */
  readonly mode?: PlanMode;
  readonly problems: readonly Problem[];
  /** sha256 of the canonical JSON of all the other fields, without the places of problems: they are for people. */
  readonly digest: Fingerprint;
}
