import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import type { ApiVersion } from '../../src/model/api-version.ts';
import type { FlavourName } from '../../src/model/flavour-name.ts';
import type { Pull } from '../../src/model/pulled.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import type { TestRepository } from '../kit/repository.ts';
import { type RunResult, runIn } from '../kit/run-in.ts';
import { type Place, placeAsMade } from '../kit/template.ts';

/** A git repository that was published to a sandbox, and a colleague who edits there. */
export interface PullBench {
  readonly repository: TestRepository;
  readonly sandbox: Sandbox;
  readonly run: (...argv: readonly string[]) => Promise<RunResult>;
  /** Pulls, and gives what `--json` says, with the exit code. */
  readonly pull: (...argv: readonly string[]) => Promise<Pull & { readonly code: number }>;
  /** First line of the plan behind the workspace's name. */
  readonly plan: () => Promise<string>;
  /** A file of the content folder. */
  readonly text: (file: string) => Promise<string>;
  readonly write: (file: string, change: (text: string) => string) => Promise<void>;
  /** Id of an article by the title it has. */
  readonly id: (title: string) => string;
  /** Body of an article as Intercom answers it. */
  readonly body: (title: string, locale?: 'fr') => string;
  /** Replaces a piece of a body, as Ana would. */
  readonly edit: (title: string, from: string, to: string, locale?: 'fr') => Promise<void>;
  /** Id of the colleague. */
  readonly ana: string;
  readonly git: (...argv: readonly string[]) => string;
}

export interface BenchOptions {
  readonly version?: ApiVersion;
  /** Without a repository of git. */
  readonly bare?: boolean;
  readonly locales?: readonly ('en' | 'fr')[];
  /** The tool that the sources are written for. */
  readonly flavour?: FlavourName;
}

function commandsOf({ repository, sandbox }: Place): Pick<PullBench, 'run' | 'git'> {
  const env = {
    INTERCOM_BASE_URL: sandbox.url,
    INTERCOM_ACCESS_TOKEN: sandbox.token,
    PATH: process.env.PATH ?? '',
  };
  return {
    run: (...argv) => runIn(repository.dir, argv, { env }),
    git: (...argv) =>
      execFileSync('git', ['-c', 'user.name=Bo', '-c', 'user.email=bo@example.com', ...argv], {
        cwd: repository.dir,
        encoding: 'utf8',
        env: { PATH: process.env.PATH ?? '', HOME: repository.dir },
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
  };
}

/** Publishes files (paths in the content folder) to a new sandbox and commits them. */
export async function pullBench(
  files: Readonly<Record<string, string | Uint8Array>>,
  { version = '2.16', bare = false, locales = ['en'], flavour = 'github' }: BenchOptions = {},
): Promise<PullBench> {
  const config = `state: published\napiVersion: "${version}"\nvariables: { product: Acme }\nflavour: ${flavour}\n`;
  const inContent = Object.fromEntries(Object.entries(files).map(([name, text]) => [`content/${name}`, text]));
  const key = JSON.stringify(['pulled', files, config, bare, locales]);
  const made = await placeAsMade(key, { externalImages: 'accept' }, async (place) => {
    await place.repository.write({ 'helpcentre.yml': config, '.gitignore': '.helpcentre/\n', ...inContent });
    const { world } = place.sandbox;
    if (locales.length > 1) {
      await world.setMultilingual(true);
      await world.setLocales(locales);
    }
    await world.addTeammate({ name: 'Ana', email: 'ana@example.com', writesArticles: true });
    const { run, git } = commandsOf(place);
    const published = await run('publish', '--yes');
    expect(published, published.stdout + published.stderr).toMatchObject({ code: 0 });
    if (bare) return;
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'Publish');
  });
  const { repository, sandbox } = made;
  const { run, git } = commandsOf(made);
  const ana = sandbox.world.teammates().find(({ name }) => name === 'Ana');
  if (ana === undefined) throw new Error('Ana is not there');
  const article = (title: string) => {
    const found = sandbox.world
      .articles()
      .find((one) => Object.values(one.contents).some((text) => text?.title === title));
    if (found === undefined) throw new Error(`no article "${title}"`);
    return found;
  };
  const text: PullBench['text'] = (file) => readFile(path.join(repository.dir, 'content', file), 'utf8');
  const body: PullBench['body'] = (title, locale) => sandbox.world.body(article(title).id, locale) ?? '';
  return {
    repository,
    sandbox,
    run,
    git,
    text,
    body,
    ana: ana.id,
    async pull(...argv) {
      const result = await run('pull', '--json', ...argv);
      if (result.stdout === '') throw new Error(result.stderr);
      return { ...(JSON.parse(result.stdout) as Pull), code: result.code };
    },
    async plan() {
      const { stdout, stderr } = await run('plan');
      return (stdout.split('\n')[0] ?? stderr).replace(/^Plan for [^:]*: /, '');
    },
    write: async (file, change) => repository.write({ [`content/${file}`]: change(await text(file)) }),
    id: (title) => article(title).id,
    async edit(title, from, to, locale) {
      const before = body(title, locale);
      expect(before).toContain(from);
      const edit = { by: ana.id, body: before.replace(from, to), ...(locale === undefined ? {} : { locale }) };
      await sandbox.world.editArticle(article(title).id, edit);
    },
  };
}
