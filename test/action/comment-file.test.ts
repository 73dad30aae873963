import { expect, it } from 'vitest';
import { formatCommentFile, parseCommentFile } from '../../src/action/comment-file.ts';
import type { CollectionChange, Plan } from '../../src/model/plan.ts';

const changes: readonly CollectionChange[] = [
  { kind: 'create', key: 'A', id: null, reasons: ['new'] },
  { kind: 'adopt', key: 'A', id: '1', reasons: ['same-in-intercom', 'name'] },
  { kind: 'update', key: 'A', id: '1', reasons: ['description', 'translations', 'place', 'overwrite'] },
  { kind: 'recreate', key: 'A', id: null, reasons: ['gone-in-intercom'] },
  { kind: 'record', key: 'A', id: '1', reasons: ['same-in-intercom'] },
];

it.each(changes)('a comment with a collection to $kind can be read', (change) => {
  const plan: Plan = {
    ...{ formatVersion: 1, workspace: null, helpCentre: null, collections: [change], changes: [], held: [] },
    ...{ unchanged: 0, notCompiled: [], leftOut: [], problems: [], digest: `sha256-${'0'.repeat(64)}` },
  };
  const report = { plan, articles: [], problems: [], workspaceName: null, defaultLocale: 'en' };
  const text = formatCommentFile({ formatVersion: 1, head: 'a'.repeat(40), report });
  expect(parseCommentFile(text)?.report.plan?.collections).toEqual([change]);
});

it('a comment with what is staged, scheduled and held can be read', () => {
  const step = { do: 'stage', desired: null, remote: null } as const;
  const change: Plan['changes'][number] = {
    ...{ kind: 'update', key: 'a.md', id: '1', title: 'A', locales: { en: step } },
    ...{ reasons: ['staged', 'unstaged', 'schedule'], schedule: { publishAt: 1_800_000_000, unpublishAt: null } },
  };
  const held: Plan['held'][number] = {
    ...{ key: 'b.md', id: '2', title: 'B', why: 'staged-otherwise', by: null, at: null, help: 'Stage it again.' },
  };
  const plan: Plan = {
    ...{ formatVersion: 1, workspace: null, helpCentre: null, collections: [], changes: [change], held: [held] },
    ...{ unchanged: 0, notCompiled: [], leftOut: [], problems: [], digest: `sha256-${'0'.repeat(64)}` },
  };
  const report = { plan, articles: [], problems: [], workspaceName: null, defaultLocale: 'en' };
  const text = formatCommentFile({ formatVersion: 1, head: 'a'.repeat(40), report });
  expect(parseCommentFile(text)?.report.plan).toMatchObject({ changes: [change], held: [held] });
});
