import { describe, expect, test } from 'vitest';
import { type ProblemCode, problemCodes } from '../../src/model/problem.ts';
import type { Example } from '../../src/model/problems/entry.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/** Codes whose examples need more than files and `check`. What raises them is tested where it is. */
const needs: Readonly<Record<string, readonly ProblemCode[]>> = {
  'a workspace': [
    'unknown-help-centre',
    'folder-help-centre',
    'help-centre-again',
    'help-centre-unsure',
    'locale-not-enabled',
    'languages-off',
    'collection-unnamed',
    'no-first-language',
    'collection-twins',
    'unknown-default-author',
    'unknown-author',
    'unknown-audience',
    'unknown-tag',
    'reach-unsupported',
    'type-unsupported',
    'unknown-owner',
    'redirect-outside',
    'redirect-live',
    'redirect-taken',
    'redirects-unsupported',
    'redirect-offer',
    'id-not-found',
    'id-taken',
    'id-changed',
    'link-without-article',
    'near-twin',
    'heading-losses',
    'address-losses',
    'spacing-losses',
    'collection-left-empty',
    'collection-look',
    'drift-kept',
    'deletion-kept',
    'history-missing',
    'moves-unseen',
    'twin-left',
    'collection-twin-left',
    'guard-no-sources',
    'guard-failed-sources',
    'guard-other-content',
    'guard-too-many',
    'staging-unsupported',
    'time-passed',
    'link-to-waiting',
    'schedule-by-run',
    'schedule-in-turn',
  ],
  'a history in git': ['stale-translation', 'sources-gone', 'sources-broad', 'sources-changed'],
  'a lockfile, and a token': [
    'lockfile-conflict',
    'lockfile-syntax',
    'lockfile-newer',
    'lockfile-id-twice',
    'other-workspace',
    'unexpected-workspace',
    'workspace-without-target',
  ],
  'an option': ['unknown-target'],
  'the web': ['external-link-dead'],
  'a file that cannot be shown, or a folder': [
    'no-configuration',
    'unreadable',
    'linked-out',
    'file-refused',
    'path-not-portable',
    'not-utf8',
    'line-ends',
    'byte-order-mark',
    'last-line-end',
    'front-matter-too-long',
    'too-deep',
    'image-too-large',
  ],
};
const elsewhere = Object.values(needs).flat();
const rules = problemCodes();
const shown = rules.filter(({ code }) => !elsewhere.includes(code)).map((rule) => [rule.code, rule] as const);

/** An example as files of a repository. */
function filesOf(example: Example): Readonly<Record<string, string>> {
  if (typeof example !== 'string')
    return Object.fromEntries(Object.entries(example).map(([name, text]) => [name, `${text}\n`]));
  return { 'content/a.md': example.startsWith('---') ? `${example}\n` : `---\ntitle: A\n---\n\n${example}\n` };
}

async function codesIn(example: Example): Promise<readonly string[]> {
  const { dir } = await makeRepository(filesOf(example));
  const { stdout } = await runIn(dir, ['check', '--json']);
  const { problems } = JSON.parse(stdout) as { readonly problems: readonly { readonly code: string }[] };
  return problems.map(({ code }) => code);
}

describe('the examples of the catalogue, as check sees them', () => {
  test.each(shown)('%s: the bad one has the problem, the good one has none at all', async (code, { bad, good }) => {
    expect(await codesIn(bad)).toContain(code);
    expect(await codesIn(good)).toEqual([]);
  });
});

test('every explanation is a sentence or two', () => {
  for (const { code, why } of rules) expect([code, why]).toEqual([code, expect.stringMatching(/^\S.{20,250}\.$/)]);
});
