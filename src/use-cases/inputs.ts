import type { ContentPath } from '../model/article.ts';
import type { Memo } from '../model/memo.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { ReachPlaces } from '../model/reach.ts';
import type { Settings } from '../model/settings.ts';
import type { ReadResult } from '../read/read-result.ts';
import type { Thread } from './threads/thread.ts';

/** The repository, read and not compiled yet. */
export interface Inputs {
  readonly settings: Settings;
  /** Absolute folder of the configuration. */
  readonly folder: string;
  /** Where the configuration names an author. */
  readonly authorPlace?: Place;
  /** Where it names audiences and tags. */
  readonly reachPlaces?: ReachPlaces;
  readonly read: ReadResult;
  /** What earlier runs made of sources. */
  readonly memo: Memo;
  /** What stands in the sources that cannot be read, by path, where it is text. */
  readonly unreadTexts: ReadonlyMap<ContentPath, string>;
}

/** The repository as it was read, or why it cannot be. */
export type InputsResult =
  | { readonly ok: true; readonly inputs: Inputs }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Sources that are being read, and threads that load meanwhile to compile them. */
export interface Reading {
  readonly result: Promise<InputsResult>;
  /** Resolves once the folder is listed, and the threads are started, or there is nothing to list. */
  readonly listed: Promise<void>;
  /** Those that were started by now. */
  readonly threads: readonly Thread[];
}
