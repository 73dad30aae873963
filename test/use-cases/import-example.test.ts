import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { flavourNames } from '../../src/model/flavour-name.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { oneIn } from '../kit/depth.ts';
import { runIn } from '../kit/run-in.ts';
import { type Entry, readNavigation } from './read-navigation.ts';

const example = path.join(import.meta.dirname, '../../content-example');
const tools = flavourNames.filter((name) => name !== 'github');
const folders: Readonly<Record<string, string>> = {
  starlight: 'src/content/docs',
  hugo: 'content',
  obsidian: 'content',
};

describe('the help centre of the example', () => {
  let sandbox: Sandbox;
  let env: Readonly<Record<string, string>>;

  const folder = async (): Promise<string> => {
    const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    return dir;
  };

  beforeAll(async () => {
    sandbox = await startSandbox({ dir: null });
    env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    await sandbox.world.setMultilingual(true);
    await sandbox.world.setLocales(['en', 'fr']);
    const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
    await cp(example, dir, { recursive: true });
    const published = await runIn(dir, ['publish', '--yes'], { env, hurry: 100 });
    expect(published, published.stdout + published.stderr).toMatchObject({ code: 0 });
    await rm(dir, { recursive: true, force: true });
    return () => sandbox.close();
  });

  /** Collections by their order, articles by their ids. Starlight names no page that it does not build. */
  const inIntercom = (parentId: string | null, hidesDrafts: boolean): readonly Entry[] => {
    const { world } = sandbox;
    const articles = world
      .articles()
      .filter((one) => (one.parentIds[0] ?? null) === parentId && !(hidesDrafts && one.contents.en?.state === 'draft'));
    const below = world.collections().filter((one) => (one.parentId ?? null) === parentId);
    return [
      ...articles.toSorted((a, b) => Number(a.id) - Number(b.id)).map(({ contents }) => contents.en?.title ?? ''),
      ...below
        .toSorted((a, b) => a.order - b.order)
        .map(({ id, contents }): Entry => [contents.en?.name ?? '', inIntercom(id, hidesDrafts)]),
    ];
  };

  it.each(oneIn(3, tools))(
    'goes to %s and back without a change, in its order and with its names',
    { timeout: 120_000 },
    async (flavour) => {
      const dir = await folder();
      const run = (...argv: readonly string[]) => runIn(dir, argv, { env, hurry: 100 });
      const report = JSON.parse((await run('import', '--json', '--flavour', flavour)).stdout);
      expect(report).toMatchObject({ failed: [], left: [], keptAsHtml: [], problems: [], cameRound: true });
      const check = JSON.parse((await run('check', '--json')).stdout);
      expect(check.problems.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
      const plan = JSON.parse((await run('plan', '--json')).stdout);
      expect({ changes: plan.changes, collections: plan.collections, held: plan.held }).toEqual({
        ...{ changes: [], collections: [], held: [] },
      });
      const content = path.join(dir, folders[flavour] ?? 'docs');
      expect(await readNavigation(flavour, content, dir)).toEqual(inIntercom(null, flavour === 'starlight'));
      // A gray callout is a plain quote where the tool has none.
      const codes = new Set(check.problems.map(({ code }: { code: string }) => code));
      expect([...codes]).toEqual(['starlight', 'gitbook', 'mintlify'].includes(flavour) ? ['plain-quote'] : []);
    },
  );
});
