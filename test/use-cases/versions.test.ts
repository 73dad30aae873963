import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ApiVersion } from '../../src/model/api-version.ts';
import { apiVersions } from '../../src/model/api-version.ts';
import { type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { oneIn } from '../kit/depth.ts';
import { runIn } from '../kit/run-in.ts';

const example = fileURLToPath(new URL('../../content-example', import.meta.url));

/** A copy of the example help centre for one version, and a workspace to publish it to. */
async function scene(version: ApiVersion, options: Partial<SandboxOptions> = {}) {
  const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-version-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await cp(example, dir, { recursive: true, filter: (file) => !/\.helpcentre|\.lock\.json$/.test(file) });
  const config = path.join(dir, 'helpcentre.yml');
  const settings = (await readFile(config, 'utf8')).replace(/^apiVersion:.*\n/m, '');
  await writeFile(config, `${settings}\napiVersion: "${version}"\n`);
  let ahead = 0;
  const sandbox = await startSandbox({ dir: null, now: () => Date.now() + ahead, ...options });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  let seen = 0;
  return {
    sandbox,
    /** Lets Intercom's clock go on: `updated_at` is in whole seconds. */
    later() {
      ahead += 60_000;
    },
    publish: (...more: readonly string[]) => runIn(dir, ['publish', '--yes', ...more], { env }),
    configure: (line: string) => appendFile(config, `${line}\n`),
    edit: async (file: string, change: (text: string) => string) => {
      const at = path.join(dir, 'content', file);
      await writeFile(at, change(await readFile(at, 'utf8')));
    },
    /** Removes the French sources. */
    async withoutFrench() {
      for (const file of await readdir(path.join(dir, 'content'), { recursive: true })) {
        if (file.endsWith('.fr.md')) await rm(path.join(dir, 'content', file));
      }
    },
    writes() {
      const writes = sandbox.log.slice(seen).filter((entry) => entry.method !== 'GET');
      seen = sandbox.log.length;
      return writes.map((entry) => `${entry.method} ${entry.path}`);
    },
  };
}

/** The oldest version and the newest one, between which nothing is known that these two do not show. */
const ends = oneIn(apiVersions.length - 1, apiVersions);

describe.each(apiVersions)('version %s', (version) => {
  it('takes the example, nothing the second time, and one update for one edit', async () => {
    const { sandbox, publish, edit, writes } = await scene(version);
    const first = await publish();
    expect(first.code, first.stdout + first.stderr).toBe(0);
    expect(writes().length).toBeGreaterThan(15);

    const second = await publish();
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('No changes');
    expect(writes()).toEqual([]);

    await edit('repairs/guarantees.md', (text) => `${text}\nOne more sentence.\n`);
    const third = await publish();
    expect(third.code, third.stdout + third.stderr).toBe(0);
    expect(writes()).toEqual([expect.stringMatching(/^PUT \/articles\/\d+$/)]);
    expect(sandbox.log.every((entry) => (entry.status ?? 0) < 400)).toBe(true);
    const texts = sandbox.world.articles().map((article) => sandbox.world.body(article.id));
    expect(texts.filter((text) => text?.includes('One more sentence.'))).toHaveLength(1);
    expect((await publish()).stdout).toContain('No changes');
  });

  it.runIf(ends.includes(version))('with an edit made in Intercom holds back that article alone', async () => {
    const { sandbox, publish, writes, later } = await scene(version);
    await publish();
    later();
    const [article] = sandbox.world.articles();
    await sandbox.world.editArticle(article?.id ?? '', { body: '<p>Edited by a colleague.</p>' });
    writes();
    const result = await publish();
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('1 held back');
    expect(writes()).toEqual([]);
  });

  it.runIf(ends.includes(version))(
    'without languages names those that Intercom did not keep, and publishes the rest',
    async () => {
      const { sandbox, publish, edit, writes, withoutFrench, configure } = await scene(version, {
        multilingual: false,
      });
      const first = await publish();
      expect(first.code).toBe(1);
      expect(first.stdout).toContain('14 created, 5 failed');
      expect(first.stdout.match(/Intercom did not keep fr: turn on the language/g)).toHaveLength(5);
      expect(sandbox.world.articles()).toHaveLength(19);
      writes();
      // From what it listed it is known then, and nothing is tried again.
      const second = await publish();
      expect(second.code).toBe(1);
      expect(second.stderr).toContain('languages are switched off in this workspace, and ');
      expect(writes()).toEqual([]);

      await withoutFrench();
      await configure('problems: { languages-off: warning }');
      const third = await publish();
      expect(third.code, third.stdout + third.stderr).toBe(0);
      writes();
      await edit('repairs/guarantees.md', (text) => `${text}\nOne more sentence.\n`);
      expect((await publish()).code).toBe(0);
      expect(writes()).toHaveLength(1);
      expect((await publish()).stdout).toContain('No changes');
    },
  );

  it.runIf(ends.includes(version))(
    'that is strict refuses nested lists, each article once with the reason, and publishes what does not need them',
    async () => {
      const { sandbox, publish, writes, configure } = await scene(version, { mode: 'strict' });
      const first = await publish();
      expect(first.code).toBe(1);
      const refused = ['getting-started/book-in-a-repair.md', 'getting-started/welcome.md', 'repairs/bench.md'];
      for (const key of refused) expect(first.stdout.split(`failed      ${key}\n`)).toHaveLength(2);
      expect(first.stdout.match(/nested lists are not supported/g)).toHaveLength(refused.length);
      expect(first.stdout.match(/write "flatten: \[nested-lists\]" in helpcentre.yml/g)).toHaveLength(refused.length);
      // Who links to them is published all the same.
      expect(first.stderr).toContain('3 articles link to getting-started/book-in-a-repair.md and ');
      expect(first.stdout).toContain('16 created, 3 failed');

      writes();
      const second = await publish();
      expect(second.stdout).toContain('3 to create, 3 to update; 13 unchanged');
      const sent = writes();
      expect(sent.filter((one) => one === 'POST /articles')).toHaveLength(3);
      expect(sent.filter((one) => one.startsWith('PUT '))).toHaveLength(3);

      await configure('flatten: [nested-lists]');
      const third = await publish();
      expect(third.code, third.stdout + third.stderr).toBe(0);
      expect(sandbox.log.filter((entry) => entry.status === 400)).toHaveLength(6);
      expect((await publish()).stdout).toContain('No changes');
    },
  );
});
