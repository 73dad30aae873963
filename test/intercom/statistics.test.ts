import { expect, onTestFinished, test } from 'vitest';
import { createReader } from '../../src/intercom/index.ts';
import { resolutionRate } from '../../src/model/statistics.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { hurriedOptions } from './test-options.ts';
import { json, tinyServer } from './tiny-server.ts';

const read = { views: 10, conversations: 2, reactions: 5, happy: 60, neutral: 20, sad: 20 };

test('what readers and Fin did with an article is told, on versions that say it', async () => {
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const { id } = await sandbox.world.createArticle({ title: 'Invoices', state: 'published' });
  const seen = await sandbox.world.createArticle({ title: 'Never read', state: 'published' });
  await sandbox.world.setReadership(id, { ...read, finInvolvements: 8, finResolutions: 6 });
  const { token, url } = sandbox;
  const newest = createReader(hurriedOptions(url, { token }));
  expect(await newest.statistics(id)).toEqual({ ...read, fin: { involvements: 8, resolutions: 6 } });
  expect(await newest.statistics(seen.id)).toMatchObject({ views: 0, fin: { involvements: 0 } });
  expect(newest.requests()).toEqual({ GET: 2 });
  const older = createReader(hurriedOptions(url, { token, version: '2.15' }));
  expect(await older.statistics(id)).toEqual({ ...read, fin: null });
  expect(await older.statistics('4711')).toBeNull();
  expect(await older.statistics('ia_4711')).toBeNull();
});

test('the name that only the descriptions have for conversations is understood, and what is missing is none', async () => {
  const answers: unknown[] = [{ views: 3, conversions: 4, happy_reaction_percentage: null }, null];
  const server = await tinyServer((_, reply) => json(reply, 200, { id: '1', statistics: answers.shift() }));
  onTestFinished(() => server.close());
  const reader = createReader(hurriedOptions(server.url));
  const none = { reactions: 0, happy: 0, neutral: 0, sad: 0, fin: null };
  expect(await reader.statistics('1')).toEqual({ views: 3, conversations: 4, ...none });
  expect(await reader.statistics('1')).toBeNull();
});

test('no count is less than nothing, and no share more than all', async () => {
  const shares = { happy_reaction_percentage: -1, neutral_reaction_percentage: 33.3, sad_reaction_percentage: 250 };
  const statistics = { views: -3, reactions: 2, conversations: -1, fin_involvements: -5, ...shares };
  const server = await tinyServer((_, reply) => json(reply, 200, { id: '1', statistics }));
  onTestFinished(() => server.close());
  expect(await createReader(hurriedOptions(server.url)).statistics('1')).toEqual({
    ...{ views: 0, conversations: 0, reactions: 2, happy: 0, neutral: 33.3, sad: 100 },
    fin: { involvements: 0, resolutions: 0 },
  });
});

test('a rate of resolutions needs involvements', () => {
  expect(resolutionRate({ involvements: 8, resolutions: 6 })).toBe(0.75);
  expect(resolutionRate({ involvements: 0, resolutions: 0 })).toBeNull();
  expect(resolutionRate(null)).toBeNull();
});
