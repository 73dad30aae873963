import { expect, test } from 'vitest';
import { type ArticleWrite, IntercomError, type WorkspaceWriter } from '../../src/model/workspace.ts';
import { watchHabits } from '../../src/use-cases/watch-habits.ts';

const answers = { videos: ['youtube-embed', 'loom-embed'], nestedLists: 'kept' } as const;

test.each([
  ['a form that was answered to be shown', 'https://www.youtube.com/embed/a', ['videos']],
  ['a form that was answered to be refused', 'https://vimeo.com/1', []],
  ['a host that nobody asked for', 'https://example.com/video', []],
])('a refused video of %s', async (_, address, doubts) => {
  const error = new IntercomError({
    ...{ method: 'POST', path: '/articles', status: 400, code: 'parameter_invalid', requestId: null },
    ...{ detail: 'the iframe source is not a supported video host', message: '' },
  });
  const writer = { createArticle: async () => Promise.reject(error) } as unknown as WorkspaceWriter;
  const watched = watchHabits(writer, { asked: '2026-11-27', apiVersion: '2.16', answers });
  const write = { locales: { en: { body: `<p>a</p><iframe src="${address}"></iframe>` } } } as unknown as ArticleWrite;
  await expect(watched.writer.createArticle(write, 'en')).rejects.toBe(error);
  expect([...watched.doubts]).toEqual(doubts);
});
