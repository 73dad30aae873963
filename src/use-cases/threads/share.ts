import type { DesiredContent } from '../../body/fingerprint.ts';
import type { Repository, Source } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';

/** What a thread is started with, before anything is known of what it will compile. */
export interface ThreadData {
  /** Where the thread says which of the sources that were sent to it it is at, from 0. */
  readonly at: SharedArrayBuffer;
}

/** What a thread is told first. */
export interface ThreadStart {
  readonly is: 'helpcentre compiler';
  /** Without its sources, which come a few at a time. */
  readonly repository: Repository;
  readonly settings: Settings;
  /** See `Memo`. */
  readonly maker: string;
}

/** Sources to compile. They are answered with what is to be remembered of them. */
export type Share = readonly Source[];

/** What a source came to, for the memo of the main thread. */
export interface ToRemember {
  readonly key: string;
  readonly facts: object | string;
  readonly text: string;
}

/** Texts whose fingerprints are wanted. They are answered with those, in the same order. */
export interface ToFingerprint {
  readonly is: 'texts';
  readonly texts: readonly DesiredContent[];
}
