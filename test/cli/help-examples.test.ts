import { cp } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { factsOf } from '../../src/cli/declared.ts';
import { runBuilt } from '../kit/built-command.ts';
import { isDeep } from '../kit/depth.ts';
import { type PublishedInGit, publishedInGit } from '../kit/published-in-git.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost, type RunResult, runIn } from '../kit/run-in.ts';

const examples = commands(inventHost('.').host, () => undefined).flatMap(
  (command) => factsOf(command)?.examples.map(({ line }) => line) ?? [],
);

const files = {
  'content/billing/refunds.md': '# Refunds\n\nYou get your money back within 14 days.\n',
  'content/start.md': '# Start\n\nSee [refunds](billing/refunds.md).\n',
};

/** Edited since it was published: there is something to plan, and a commit to look at. */
async function edit({ repository, commit }: PublishedInGit): Promise<void> {
  await repository.write({ 'content/billing/refunds.md': files['content/billing/refunds.md'].replace('14', '30') });
  await commit('Edit');
}

/** Lines that have to be run before. */
const before: Readonly<Record<string, string>> = {
  'helpcentre publish --plan plan.json --yes': 'helpcentre plan --out plan.json',
  'helpcentre check --baseline baseline.json': 'helpcentre check --write-baseline baseline.json',
};

/** Run until they are stopped, as with Ctrl-C once they said where they are. */
const servers = ['helpcentre preview --open', ...examples.filter((line) => line.startsWith('helpcentre sandbox'))];

/** As a shell makes words of a line; what it prints into a file is printed here. */
function wordsIn(line: string): readonly string[] {
  const [, ...words] = line.replace(/ > \S+$/, '').match(/'[^']*'|\S+/g) ?? [];
  return words.map((word) => word.replaceAll("'", ''));
}

/** A folder that the example is about. */
async function folderFor(
  line: string,
): Promise<{ readonly dir: string; readonly env: Readonly<Record<string, string>> }> {
  if (line.startsWith('helpcentre adopt')) {
    const site = { 'mkdocs.yml': 'site_name: Acme\n', 'docs/index.md': '# Welcome\n\nHello.\n' };
    const { dir, remove } = await makeRepository(site);
    await remove('helpcentre.yml');
    return { dir, env: {} };
  }
  if (line.startsWith('helpcentre convert')) {
    const { dir } = await makeRepository({});
    const connector = path.join(dir, 'connector');
    await cp(path.join(import.meta.dirname, '../intercom-sync/fixtures'), connector, { recursive: true });
    return { dir: connector, env: {} };
  }
  const { repository, env } = await publishedInGit(files, undefined, undefined, undefined, edit);
  if (line.startsWith('helpcentre init')) await repository.remove('helpcentre.yml');
  if (line.startsWith('helpcentre import')) await repository.remove('helpcentre.lock.json', 'content');
  return { dir: repository.dir, env };
}

/** Asks with a library that needs a real terminal. */
const asksOtherwise = (line: string): boolean => /^helpcentre (?:init|adopt)/.test(line);

async function runExample(line: string): Promise<RunResult> {
  const { dir, env } = await folderFor(line);
  const first = before[line];
  if (first !== undefined) await runIn(dir, wordsIn(first), { env });
  const argv = wordsIn(line);
  if (servers.includes(line)) {
    const stop = new AbortController();
    // Nothing that could open a browser is found.
    return runIn(dir, [...argv, '--port', '0'], {
      env: { ...env, PATH: dir },
      signal: stop.signal,
      onStdout: () => stop.abort(),
    });
  }
  // It reads standard input itself.
  if (isDeep || argv[0] === 'mcp') return runBuilt(argv, { cwd: dir, env, stdin: '' });
  return runIn(dir, argv, { env, ...(asksOtherwise(line) ? {} : { answer: true }) });
}

describe('the examples in the help, pasted', () => {
  test.each(examples)('%s', async (line) => {
    const { code, stdout, stderr } = await runExample(line);
    expect(code, stdout + stderr).toBe(0);
  });
});
