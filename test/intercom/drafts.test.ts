import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWriter, type IntercomWriter } from '../../src/intercom/index.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { hurriedOptions } from './test-options.ts';

let sandbox: Sandbox;
let writer: IntercomWriter;
let id: string;

beforeEach(async () => {
  sandbox = await startSandbox({ dir: null });
  await sandbox.world.setMultilingual(true);
  await sandbox.world.setLocales(['en', 'fr']);
  writer = createWriter({ ...hurriedOptions(sandbox.url), token: sandbox.token, version: '2.16' });
  const made = await sandbox.world.createArticle({ title: 'Pay', body: '<p>By card.</p>', state: 'published' });
  id = made.id;
  await sandbox.world.editArticle(id, { locale: 'fr', title: 'Payer', body: '<p>Par carte.</p>', state: 'published' });
});
afterEach(() => sandbox.close());

const text = (body: string) => ({ title: 'Pay', description: '', body, authorId: null });
const live = (locale: 'en' | 'fr') => sandbox.world.article(id)?.contents[locale]?.body.replace(/<[^>]*>/g, '');

describe('a draft', () => {
  it('is read by language, and is nothing where there is none', async () => {
    expect(await writer.drafts(id, 'en')).toEqual({});
    expect(await writer.drafts('1', 'en')).toEqual({});
    await sandbox.world.stageDraft(id, { locale: 'fr', body: '<p>En liquide.</p>' });
    const drafts = await writer.drafts(id, 'en');
    expect(Object.keys(drafts)).toEqual(['fr']);
    expect(drafts.fr).toMatchObject({ title: 'Payer', state: 'published' });
    expect(drafts.fr?.body).toContain('En liquide.');
  });

  it('is staged in several languages at once, and the article stays as it is', async () => {
    const answer = await writer.stageDraft(
      id,
      { locales: { en: text('<p>Cash.</p>'), fr: text('<p>Liquide.</p>') } },
      'en',
    );
    expect(Object.keys(answer.drafts ?? {}).sort()).toEqual(['en', 'fr']);
    expect([live('en'), live('fr')]).toEqual(['By card.', 'Par carte.']);
  });

  it('is published in the languages that are named', async () => {
    await writer.stageDraft(id, { locales: { en: text('<p>Cash.</p>'), fr: text('<p>Liquide.</p>') } }, 'en');
    const answer = await writer.publishDraft(id, ['fr'], 'en');
    expect([live('en'), live('fr')]).toEqual(['By card.', 'Liquide.']);
    expect(answer.pendingDraft).toBe(true);
  });

  it.each(['reset-before', 'reset-after', '500', '502-after', 'cut', 'drop-after', '429'])(
    'is published once, whatever becomes of the answer (%s)',
    async (fault) => {
      await writer.stageDraft(id, { locales: { en: text('<p>Cash.</p>') } }, 'en');
      sandbox.setFaults(`${fault}@POST:/articles/*@1`);
      const answer = await writer.publishDraft(id, ['en'], 'en');
      expect([live('en'), answer.pendingDraft]).toEqual(['Cash.', false]);
      expect(answer.locales.en?.body).toContain('Cash.');
    },
  );

  it('that is not there is refused in words', async () => {
    await expect(writer.publishDraft(id, ['en'], 'en')).rejects.toThrow(/no draft to publish/i);
  });
});
