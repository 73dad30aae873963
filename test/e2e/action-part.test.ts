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
});
