import { expect, onTestFinished, test } from 'vitest';
import { articleFingerprint } from '../../src/body/fingerprint.ts';
import { headingIds } from '../../src/body/heading-ids.ts';
import { areLetGo, letGoOfBodies, takeBodiesFrom } from '../../src/intercom/held-bodies.ts';
import { createReader } from '../../src/intercom/index.ts';
import { LetGoError } from '../../src/memory/kept-text.ts';
import type { RemoteArticle } from '../../src/model/remote.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { hurriedOptions } from './test-options.ts';

const plain = '<p>Text</p><h2 id="a">A</h2>';
const awkward = '<table><h2>A</h2></table>';

async function twoArticles(letsGo?: (article: RemoteArticle) => boolean) {
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  for (const [title, body] of Object.entries({ plain, awkward })) {
    const { id } = await sandbox.world.createArticle({ title, body: '<p>x</p>' });
    await sandbox.world.plantBody(id, body, 'en');
  }
  const reader = createReader(hurriedOptions(sandbox.url, { token: sandbox.token }));
  const asked = { defaultLocale: 'en', ...(letsGo === undefined ? {} : { letsGo }) };
  const { articles } = await reader.snapshot(asked);
  const of = (title: string) => articles.find(({ locales }) => locales.en?.title === title) as RemoteArticle;
  return { plain: of('plain'), awkward: of('awkward') };
}

test('a listing keeps the headings of articles whose bodies need not be kept, and of others the bodies', async () => {
  const told: string[] = [];
  const listed = await twoArticles(({ locales }) => {
    told.push(locales.en?.body ?? '');
    return locales.en?.title === 'plain';
  });
  expect(told.sort()).toEqual([plain, awkward].sort());
  expect([areLetGo(listed.plain), areLetGo(listed.awkward)]).toEqual([true, false]);
  expect(listed.plain.locales.en?.remains).toBe('<h2 id="a">A</h2>');
  expect(() => listed.plain.locales.en?.body).toThrow(LetGoError);
  expect(() => ({ ...listed.plain.locales.en })).toThrow(LetGoError);
  expect(listed.awkward.locales.en?.body).toBe(awkward);
  expect(listed.plain.locales.en?.title).toBe('plain');
});

test('where headings cannot be told without it, a body is kept', async () => {
  const { awkward: listed } = await twoArticles(() => true);
  expect(areLetGo(listed)).toBe(false);
  expect(listed.locales.en?.body).toBe(awkward);
});

test('what is known of an article stays known, and its bodies can come back', async () => {
  const { plain: article } = await twoArticles();
  const print = articleFingerprint(article, 'en');
  expect(letGoOfBodies(article)).toBe(true);
  expect(letGoOfBodies(article)).toBe(true);
  expect(articleFingerprint(article, 'en')).toBe(print);
  const text = article.locales.en;
  expect(text === undefined ? null : [...headingIds({ body: '<h2 id="mine">A</h2>' }, text)]).toEqual([['mine', 'a']]);
  takeBodiesFrom(article, (await twoArticles()).plain);
  expect(areLetGo(article)).toBe(false);
  expect(article.locales.en?.body).toBe(plain);
});
