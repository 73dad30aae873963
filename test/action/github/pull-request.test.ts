import { describe, expect, it, test } from 'vitest';
import { changedFirst, changedLines } from '../../../src/action/github/changed-lines.ts';
import { readEvent } from '../../../src/action/github/event.ts';
import { isOurs, markerOf } from '../../../src/action/github/marker.ts';

describe('changed lines', () => {
  it('are the added ones of each hunk, and all where GitHub leaves the patch out', () => {
    const patch =
      '@@ -1,3 +1,4 @@ head\n one\n-two\n+2\n+2b\n three\n@@ -10 +11,2 @@\n ten\n+eleven\n\\ No newline at end of file';
    const found = changedLines([
      { filename: 'a.md', status: 'modified', patch },
      { filename: 'big.md', status: 'added' },
      { filename: 'gone.md', status: 'removed', patch: '@@ -1 +0,0 @@\n-x' },
    ]);
    expect(found).toEqual(
      new Map<string, unknown>([
        ['a.md', new Set([2, 3, 12])],
        ['big.md', 'all'],
      ]),
    );
  });

  it('come first, then other lines of changed files, then the rest, each in their order', () => {
    const changed = new Map([['b.md', new Set([5])]]);
    const places = [
      { file: 'a.md', line: 1 },
      { file: 'b.md', line: 4 },
      { file: 'b.md', line: 5 },
      { file: 'c.md', line: 9 },
    ];
    expect(changedFirst(places, changed, (place) => place).map(({ file, line }) => `${file}:${line}`)).toEqual([
      'b.md:5',
      'b.md:4',
      'a.md:1',
      'c.md:9',
    ]);
  });
});

describe('what the Action finds again', () => {
  const marker = markerOf('plan', 'docs/helpcentre.yml');
  const bot = { login: 'github-actions[bot]', type: 'Bot' };
  const comment = { id: 1, html_url: '', user: bot, author_association: 'NONE' };

  it('begins with its marker, which no name can end', () => {
    expect(marker).toBe('<!-- helpcentre:plan:docs/helpcentre.yml -->');
    expect(markerOf('drift', 'a --> <b>')).toMatch(/^<!-- helpcentre:drift:[\w]+ -->$/);
    expect(isOurs({ ...comment, body: `${marker}\ntext` }, marker)).toBe(true);
    expect(isOurs({ ...comment, body: `> ${marker}\ntext` }, marker)).toBe(false);
  });

  it("is a bot's, or belongs to somebody of the repository", () => {
    const person = { login: 'wren', type: 'User' };
    const body = `${marker}\n`;
    expect(isOurs({ ...comment, user: person, body }, marker)).toBe(false);
    expect(isOurs({ ...comment, user: person, author_association: 'MEMBER', body }, marker)).toBe(true);
    expect(isOurs({ ...comment, user: null, body }, marker)).toBe(false);
  });
});

describe('events', () => {
  const base = { ref: 'main', repo: { full_name: 'acme/help' } };
  const pull = (repo: object | null) => ({ pull_request: { number: 3, head: { sha: 'a'.repeat(40), repo }, base } });

  it('tell a fork, also one that was deleted', () => {
    expect(readEvent('pull_request', pull({ full_name: 'acme/help' }))?.event).toMatchObject({ isFork: false });
    expect(readEvent('pull_request', pull({ full_name: 'wren/help' }))?.event).toMatchObject({ isFork: true });
    expect(readEvent('pull_request', pull(null))?.event).toMatchObject({ isFork: true });
  });

  it('are refused when they are not what GitHub sends', () => {
    expect(readEvent('pull_request', { pull_request: { number: '3' } })).toBeNull();
    expect(readEvent('workflow_run', {})).toBeNull();
    expect(readEvent('push', { repository: { default_branch: 'trunk' } })).toEqual({
      event: { is: 'push' },
      defaultBranch: 'trunk',
    });
  });
});

describe('who opened a pull request', () => {
  test.each([
    [{ login: 'ann', type: 'User' }, false],
    [{ login: 'dependabot[bot]', type: 'Bot' }, true],
    [{ login: 'our-release-app', type: 'Bot' }, true],
    [{ login: 'renovate-acme', type: 'User' }, true],
    [{ login: 'renovator', type: 'User' }, false],
    [null, false],
    [undefined, false],
  ])('%j', (user, byBot) => {
    const repo = { full_name: 'acme/help' };
    const [head, base] = [
      { sha: 'a'.repeat(40), repo },
      { ref: 'main', repo },
    ];
    const read = readEvent('pull_request', { pull_request: { number: 1, user, head, base } });
    expect(read?.event).toMatchObject({ is: 'pull-request', byBot, isFork: false });
  });
});
