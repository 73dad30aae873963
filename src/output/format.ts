import type * as z from 'zod';
import type { documents } from './documents.ts';
import type { DocumentKind } from './names.ts';

/** A document of a kind, as it is read. */
export type Document<K extends DocumentKind> = Frozen<z.infer<(typeof documents)[K]['of']>>;

/** What a command knows of it: all but the version. */
type Content<K extends DocumentKind> = WithoutVersion<Document<K>>;

type Frozen<T> = T extends readonly (infer U)[]
  ? readonly Frozen<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;
type WithoutVersion<T> = T extends unknown ? Omit<T, 'formatVersion'> & { readonly formatVersion?: 1 } : never;

/** What of a value is in a schema; `never` where it is not, so that a field nobody documented does not compile. */
type Documented<T, S> = T extends readonly (infer U)[]
  ? readonly Documented<U, ItemOf<S>>[]
  : T extends object
    ? { readonly [K in keyof T]: K extends KeyOf<S> ? Documented<T[K], At<S, K>> : never }
    : T;
type ItemOf<S> = S extends readonly (infer V)[] ? V : never;
type KeyOf<S> = S extends object ? keyof S : never;
type At<S, K> = S extends object ? (K extends keyof S ? S[K] : never) : never;

/**
 * The text of the one document that a command prints with `--json`. What the schema of its kind does not describe does not
 * compile; nothing is looked at when it runs.
 */
export function formatDocument<K extends DocumentKind, const T extends Content<K>>(
  _kind: K,
  content: T & Documented<T, Content<K>>,
): string {
  return `${JSON.stringify({ formatVersion: 1, ...content }, null, 2)}\n`;
}
