import { expect, it } from 'vitest';
import { articleFingerprint, recallFingerprints } from '../../src/body/fingerprint.ts';
import type { RemoteArticle } from '../../src/model/remote.ts';
import { tellingMemo } from '../kit/telling-memo.ts';

const answer = (body: string, more: Partial<RemoteArticle> = {}): RemoteArticle => ({
  id: '1',
  url: null,
  parentId: null,
  updatedAt: 1000,
  updatedById: null,
  pendingDraft: false,
  defaultLocale: 'en',
  locales: { en: { title: 'One', description: '', body, state: 'published', authorId: '1', url: null } },
  ...more,
});

it('takes the fingerprint of an answer from what an earlier run worked out of the same, and of nothing else', () => {
  const memo = tellingMemo('one');
  const print = (article: RemoteArticle) => {
    recallFingerprints([article], memo);
    return articleFingerprint(article, 'en');
  };
  const first = print(answer('<p>Text</p>'));
  expect(first).toBe(articleFingerprint(answer('<p>Text</p>'), 'en'));
  expect(memo.taken()).toHaveLength(1);

  // The same text in another spelling comes to the same, by itself.
  expect(print(answer('<p >Text</p>'))).toBe(first);
  expect(memo.taken()).toHaveLength(1);

  expect(print(answer('<p>Text</p>', { updatedAt: 2000 }))).toBe(first);
  expect(memo.taken()).toHaveLength(0);

  for (const other of [answer('<p>Texts</p>'), answer('<p>Text</p>', { parentId: '7' })]) {
    expect(print(other)).toBe(articleFingerprint({ ...other }, 'en'));
    expect(print(other)).not.toBe(first);
  }
});
