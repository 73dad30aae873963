import type { Lockfile, LockfileSection, RecordedArticle, RecordedCollection } from '../../src/model/recorded.ts';

/** A fingerprint made of one digit. */
export const print = (digit: string): string => `sha256-${digit.repeat(64)}`;

/** An article's entry with the id given. */
export function article(id: string): RecordedArticle {
  const en = { source: 'b'.repeat(40), desired: print('d'), remote: print('e') };
  return { id, url: null, updatedAt: 1778132904, locales: { en } };
}

/** A collection's entry with the id given. */
export function collection(id: string): RecordedCollection {
  return { id, desired: print('c') };
}

/** A lockfile of one workspace. */
export function lockfileOf(section: Partial<LockfileSection>, workspace = 'abc'): Lockfile {
  return { lockfileVersion: 1, workspaces: { [workspace]: { articles: {}, collections: {}, images: {}, ...section } } };
}
