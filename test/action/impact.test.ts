import { expect, test } from 'vitest';
import { parseInputs } from '../../src/action/github/inputs.ts';
import { makeRunner } from '../../src/action/github/runner.ts';
import { impactOnPull } from '../../src/action/impact.ts';
import { makeJob } from '../../src/action/job.ts';
import { sourcesOrThrow } from '../../src/use-cases/plan.ts';
import { codeInGit } from '../kit/code-in-git.ts';
import { inventHost } from '../kit/run-in.ts';

const commit = 'a'.repeat(40);
const pull = {
  pull_request: {
    number: 1,
    head: { sha: commit, repo: { full_name: 'acme/help' } },
    base: { ref: 'main', sha: commit, repo: { full_name: 'acme/help' } },
  },
};

/** What is said of a pull request of which GitHub lists so many files, and git has none. */
async function told(impact: string, listed: number) {
  const { dir } = await codeInGit({ 'content/a.md': '---\ntitle: A\nsources: [src/**]\n---\n\nText.\n' });
  const env = {
    PATH: process.env.PATH ?? '',
    GITHUB_WORKSPACE: dir,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REPOSITORY: 'acme/help',
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_SERVER_URL: 'http://127.0.0.1:9',
    RUNNER_TEMP: dir,
    'INPUT_GITHUB-TOKEN': 'ghs',
    INPUT_RUN: 'check',
    INPUT_IMPACT: impact,
  };
  const { host, printed } = inventHost(dir, { env });
  const parsed = parseInputs(host.env);
  if (!parsed.ok) throw new Error(parsed.mistakes.join());
  const job = await makeJob(host, makeRunner(host), parsed.inputs, pull);
  if (job.github === null) throw new Error('no GitHub');
  const files = Array.from({ length: listed }, (_, at) => ({ filename: `web/${at}.ts`, status: 'added' as const }));
  const github = { ...job.github, pullFiles: async () => files, pullCommits: async () => [] };
  const { hasFailed } = await impactOnPull({ ...job, github }, await sourcesOrThrow(job.context));
  await job.close();
  return [hasFailed, /^::\w+ title=impact-unknown::This pull request is too large/m.exec(printed().stdout)?.[0]];
}

test('a pull request of which GitHub lists a part is not passed in silence', async () => {
  expect(await told('require', 2_999)).toEqual([false, undefined]);
  expect(await told('warn', 3_000)).toEqual([false, expect.stringContaining('::warning')]);
  expect(await told('require', 3_000)).toEqual([true, expect.stringContaining('::error')]);
});
