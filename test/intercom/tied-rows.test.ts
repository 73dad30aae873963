import { expect, onTestFinished, test } from 'vitest';
import { createReader } from '../../src/intercom/index.ts';
import { observedQuirks, type Quirks } from '../../src/model/quirks.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { modes } from '../../src/sandbox/quirks.ts';
import { oneIn } from '../kit/depth.ts';
import { hurriedOptions } from './test-options.ts';

const count = 620;

/** A workspace whose articles were all written in the same second. */
async function workspaceOfOneSecond(): Promise<Sandbox> {
  const sandbox = await startSandbox({ dir: null, now: () => Date.UTC(2026, 0, 1) });
  onTestFinished(() => sandbox.close());
  for (let at = 0; at < count; at += 1) await sandbox.world.createArticle({ title: `Title ${at}`, body: '<p>x</p>' });
  return sandbox;
}

/** Every value of every switch, beside its mode's others. */
const values: readonly Partial<Quirks>[] = [
  ...Object.values(modes),
  ...(Object.keys(observedQuirks) as (keyof Quirks)[]).flatMap((name) =>
    [...new Set(Object.values(modes).map((mode) => mode[name]))].map((value) => ({ ...observedQuirks, [name]: value })),
  ),
  { perPageTooBig: 'clamped' },
  { parentIdInAnswers: 'null' },
  { missingLocales: 'null' },
  { headingIds: 'replaced-every-write' },
];

test('620 articles of one second are all read, whatever order they come in and whatever else Intercom does', async () => {
  const sandbox = await workspaceOfOneSecond();
  const all = sandbox.world.articles().map((article) => article.id);
  // In turn: an order is read under every second value, and the others under the other order.
  for (const [turn, tiedRows] of (['unstable', 'newer-first'] as const).entries()) {
    for (const quirks of oneIn(2, values, turn)) {
      sandbox.setQuirks({ ...quirks, tiedRows });
      const reader = createReader({ ...hurriedOptions(sandbox.url), token: sandbox.token });
      const { articles } = await reader.snapshot({ defaultLocale: 'en' });
      expect(articles.map((article) => article.id).sort(), JSON.stringify(quirks)).toEqual([...all].sort());
      await reader.close();
    }
  }
}, 120_000);

test('one reading of such a list has gaps and duplicates, and they are noticed', async () => {
  const sandbox = await workspaceOfOneSecond();
  sandbox.setQuirks({ tiedRows: 'unstable' });
  const pages = [1, 2, 3].map(async (page) => {
    const answer = await fetch(`${sandbox.url}/articles?page=${page}&per_page=250`, {
      headers: { authorization: `Bearer ${sandbox.token}` },
    });
    return ((await answer.json()) as { data: { id: string }[] }).data.map((row) => row.id);
  });
  const ids = (await Promise.all(pages)).flat();
  expect(ids).toHaveLength(count);
  expect(new Set(ids).size).toBeLessThan(count);
  const reader = createReader({
    ...hurriedOptions(sandbox.url, { limits: { listAttempts: 1 } }),
    token: sandbox.token,
  });
  await expect(reader.snapshot({ defaultLocale: 'en' })).rejects.toMatchObject({
    code: 'changed-while-reading',
    message: expect.stringContaining(`of ${count} could be read`),
  });
  await reader.close();
});
