import { expect, it } from 'vitest';
import { articlesIn, buildOnce, makeScene } from './action-scene.ts';

buildOnce();

it('a part that is chosen by hand is planned, published exactly so, and recorded; the summary has the languages', async () => {
  const scene = await makeScene({
    'content/billing/_collection.yml': 'name: Billing\ntranslations: { fr: { name: Facturation } }\n',
    'content/billing/pay.md': '# Pay\n\nPay by card, or [ask](../help/ask.md).\n',
    'content/billing/pay.fr.md': '# Payer\n\nPayez par carte.\n',
    'content/help/ask.md': '# Ask\n\nAsk us.\n',
    'content/help/more.md': '# More\n\nMore.\n',
  });
  await scene.sandbox.world.setLocales(['en', 'fr']);
  const commit = await scene.origin.commit('main', { 'README.md': 'Help.\n' });
  const paths = 'content/billing, content/help/more.md';
  const planned = await scene.onPush(commit, { inputs: { run: 'plan', paths } });
  expect(planned.code).toBe(0);
  expect(planned.outputs).toMatchObject({ changes: '4' });
  expect(planned.summary).toContain('### Translations');
  expect(planned.summary).toContain('| `fr` | 1 | 0 | 2 | 0 |');

  const other = { run: 'publish', paths: 'content/help', plan: planned.outputs.plan ?? '' };
  expect((await scene.onPush(commit, { inputs: other })).code).toBe(1);
  expect(scene.sandbox.world.articles()).toEqual([]);
  const published = await scene.onPush(commit, { inputs: { ...other, paths } });
  expect(published.code, published.log).toBe(0);
  expect(published.outputs).toMatchObject({ published: '2', failed: '0' });
  expect(published.summary).toContain('| `fr` | 1 | 0 | 2 | 0 |');
  expect(articlesIn(await scene.lockfile())).toEqual(['billing/pay.md', 'help/more.md']);

  // What follows is staged by a push, and released by hand.
  const changed = { 'content/billing/pay.md': '# Pay\n\nPay in cash, or [ask](../help/ask.md).\n' };
  const next = await scene.origin.commit('main', changed);
  const chosen = { paths: 'content/billing' };
  const staged = await scene.onPush(next, { inputs: { run: 'publish', staging: 'stage', ...chosen } });
  expect(staged.code, staged.log).toBe(0);
  expect(staged.summary).toContain('staged `billing/pay.md`');
  const pay = () => scene.sandbox.world.articles().find(({ contents }) => contents.en?.title === 'Pay')?.contents.en;
  expect([pay()?.body.includes('cash'), pay()?.draft?.body.includes('cash')]).toEqual([false, true]);
  const released = await scene.onPush(next, { inputs: { run: 'publish', staging: 'release', ...chosen } });
  expect(released.code, released.log).toBe(0);
  expect(released.summary).toContain('released `billing/pay.md`');
  expect([pay()?.body.includes('cash'), pay()?.draft]).toEqual([true, null]);
});
