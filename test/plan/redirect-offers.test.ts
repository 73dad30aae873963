import { expect, test } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import type { Remote } from '../../src/model/remote.ts';
import { redirectOffers } from '../../src/plan/redirect-offers.ts';
import { desiredOf, nothingRecorded } from '../kit/world.ts';

const url = 'https://help.example.com';
const now = 1_000_000;

/** What is offered where article 1 goes, made so many seconds ago, while article 2 has that body. */
function offered(age: number, body: string, from?: string) {
  const text = { title: 'A', description: '', authorId: null, state: 'published' } as const;
  const around = { url: null, parentId: null, updatedAt: now, updatedById: null, pendingDraft: false };
  const remote: Remote = {
    workspace: { id: 'w', name: 'W', region: 'us', tokenOwnerId: '1' },
    helpCentres: [{ id: '7', identifier: 'acme', name: 'Acme', url, isDefault: true, locales: ['en'] }],
    ...{ collections: [], teammates: [] },
    articles: ['1', '2'].map((id) => ({
      ...{ ...around, id, createdAt: now - age, defaultLocale: 'en' },
      locales: { en: { ...text, body: id === '2' ? body : '', url: `${url}/en/articles/${id}-x` } },
    })),
  };
  const plan = { changes: [{ kind: 'unpublish', key: 'guides/start.md', id: '1' }] } as unknown as Plan;
  const redirects = from === undefined ? {} : { redirects: [{ from, locale: 'en', target: null }] };
  const desired = { ...desiredOf({ 'guides/stat.md': { title: 'B', body: '' } }), ...redirects };
  const found = redirectOffers(plan, { desired, recorded: nothingRecorded, remote, now: () => now, root: 'content' });
  return found.map(({ message, help, place }) => `${place?.file}: ${message}; ${help}`);
}

const line = '- { from: /en/articles/1-x, redirectTo: guides/stat.md }';
const link = `<p><a href="${url}/en/articles/1-x">A</a></p>`;

test('a redirect is offered for what others link to, and for what was there for more than a day', () => {
  expect(offered(60, '')).toEqual([]);
  expect(offered(60, link.replace('/1-', '/11-'))).toEqual([]);
  expect(offered(60, link)).toEqual([
    expect.stringMatching(/^content\/guides\/start\.md: guides\/start\.md goes, and other articles link to \/en/),
  ]);
  expect(offered(60, link)[0]).toContain(line);
  expect(offered(86_401, '')).toEqual([expect.stringContaining(line)]);
  for (const from of ['/en/articles/1-x', `${url}/en/articles/1-x/`]) expect(offered(86_401, link, from)).toEqual([]);
});
