import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseInputs } from '../../src/action/github/inputs.ts';
import { makeRunner } from '../../src/action/github/runner.ts';
import { makeJob } from '../../src/action/job.ts';
import { lookForDeadLinks } from '../../src/action/links.ts';
import { runAction } from '../../src/action/run-action.ts';
import { readLinkMemory, saveLinkMemory } from '../../src/cache/link-memory.ts';
import { checkLinks } from '../../src/use-cases/check-links.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost } from '../kit/run-in.ts';
import { startWeb } from '../links/loopback-web.ts';
import { startGithub } from './github/github-stand-in.ts';

/** A repository whose job looks at links, on any day, while the web answers as a test sets it. */
async function scene(files: Readonly<Record<string, string>>) {
  const { dir, write } = await makeRepository(files);
  const github = await startGithub(dir);
  github.tokens.set('ghs', { contents: 'read', 'pull-requests': 'none', issues: 'write' });
  onTestFinished(async () => {
    await github.close();
    expect(github.breaches).toEqual([]);
  });
  const gone = new Set<string>();
  const broken = new Set<string>();
  /** That the web gave since the last look began, each of which may take minutes. */
  let answers = 0;
  const web = await startWeb({
    answer: (request, response) => {
      answers += 1;
      const url = request.url ?? '';
      response.writeHead(gone.has(url) ? 404 : broken.has(url) ? 403 : 200).end();
    },
  });
  const env = (more: Readonly<Record<string, string>> = {}) => ({
    GITHUB_WORKSPACE: dir,
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_REPOSITORY: 'acme/help',
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.url,
    GITHUB_RUN_ID: '1',
    GITHUB_OUTPUT: path.join(dir, 'output'),
    GITHUB_STEP_SUMMARY: path.join(dir, 'summary'),
    GITHUB_SHA: 'a'.repeat(40),
    RUNNER_TEMP: path.join(dir, 'temp'),
    'INPUT_GITHUB-TOKEN': 'ghs',
    INPUT_RUN: 'links',
    ...more,
  });
  const payload = { repository: { full_name: 'acme/help', default_branch: 'main' }, schedule: '0 6 * * *' };
  const look = async (day: number, minutes = 0): Promise<{ readonly log: string; readonly summary: string }> => {
    const { host, printed } = inventHost(dir, { env: env(), hurry: 1_000 });
    const parsed = parseInputs(host.env);
    if (!parsed.ok) throw new Error(parsed.mistakes.join());
    await writeFile(path.join(dir, 'summary'), '');
    answers = 0;
    const clocked = { ...host, now: () => Date.UTC(2026, 0, 1 + day, 12, answers * minutes) };
    const job = await makeJob(clocked, makeRunner(clocked), parsed.inputs, payload);
    const code = await lookForDeadLinks(job, (links, sources, context) =>
      checkLinks(links, sources, context, { web: web.parts }),
    );
    await job.close();
    expect(code).toBe(0);
    return { log: printed().stdout, summary: await readFile(path.join(dir, 'summary'), 'utf8') };
  };
  const forget = () => rm(path.join(dir, '.helpcentre'), { recursive: true, force: true });
  /** What was written to GitHub since it was asked last. */
  let seen = 0;
  const written = (): readonly string[] => {
    const fresh = github.asked.slice(seen).filter((one) => !one.startsWith('GET'));
    seen = github.asked.length;
    return fresh;
  };
  return { dir, write, github, gone, broken, look, forget, written, env };
}

const files = {
  'content/a.md': '# A\n\nSee [one](https://a.example/one) and [two](https://a.example/two).\n',
  'content/b.md': '# B\n\n[one](https://a.example/one#part)\n',
};

describe('one issue for all dead links', () => {
  test('is opened on the second day, changed with them, left alone without a change, and closed', async () => {
    const { github, gone, broken, look, written } = await scene(files);
    gone.add('/one');
    expect((await look(0)).log).toContain('1 failed for the first time');
    expect(written()).toEqual([]);

    expect((await look(1)).log).toContain('::warning title=dead-links::1 link leads nowhere: https://a.example/one');
    expect(written()).toEqual(['POST /repos/acme/help/issues']);
    expect(github.issues).toHaveLength(1);
    expect(github.issues[0]).toMatchObject({ title: 'Links in the help centre lead nowhere', state: 'open' });
    expect(github.issues[0]?.body).toContain(
      '- `https://a.example/one` answers 404, since 2026-01-01\n  - `content/a.md:3`\n  - `content/b.md:3`',
    );

    await look(2);
    broken.add('/one');
    await look(3);
    expect(written()).toEqual([]);

    gone.add('/two');
    await look(8);
    expect(written()).toEqual([]);
    expect((await look(9)).summary).toContain('2 links lead nowhere');
    expect(written()).toEqual(['PATCH /repos/acme/help/issues/101']);
    expect(github.issues[0]?.body).toContain('https://a.example/two` answers 404, since 2026-01-09');

    gone.clear();
    broken.clear();
    expect((await look(10)).log).toContain('No dead links are left');
    expect(github.issues).toMatchObject([{ state: 'closed' }]);
    await look(11);
    expect(written()).toHaveLength(1);
  });

  test('stays open where the memory got lost, or a source cannot be read', async () => {
    const { write, github, gone, broken, look, forget, written } = await scene(files);
    gone.add('/one');
    await look(0);
    await look(1);
    await forget();
    expect((await look(2)).log).toContain('links-not-remembered');
    expect(github.issues).toMatchObject([{ state: 'open' }]);
    await forget();
    broken.add('/one');
    gone.clear();
    await look(2);
    expect(github.issues).toMatchObject([{ state: 'open' }]);
    await write({ 'content/a.md': '---\ntitle: [\n---\n', 'content/b.md': '# B\n' });
    expect((await look(3)).log).toContain('an open issue stays open');
    expect(github.issues).toMatchObject([{ state: 'open' }]);
    expect(written()).toHaveLength(1);
  });

  test('what another run found meanwhile is kept', async () => {
    const { dir, look } = await scene(files);
    const noon = Date.UTC(2026, 0, 1, 12);
    const other = { is: 'failed', first: noon - 9e8, last: noon + 120_000, reason: 'answers 404' } as const;
    await saveLinkMemory(dir, () => new Map([['https://b.example/', other]]));
    await look(0, 5);
    expect((await readLinkMemory(dir))?.get('https://b.example/')).toEqual(other);
  });

  test('needs no token of Intercom, and nothing on the web', async () => {
    const { dir, env, written } = await scene({ 'content/a.md': '# A\n' });
    const event = path.join(dir, 'event.json');
    await writeFile(event, '{}');
    const { host, printed } = inventHost(dir, { env: env({ GITHUB_EVENT_PATH: event }) });
    expect([await runAction(host), printed().stdout]).toEqual([0, expect.stringContaining('0 addresses on the web')]);
    expect(await readFile(path.join(dir, 'output'), 'utf8')).toMatch(/dead-links<<.+\n0\n/);
    expect(written()).toEqual([]);
  });
});
