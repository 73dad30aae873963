import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { flavourNames } from '../../src/model/flavour-name.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { oneIn } from '../kit/depth.ts';
import { runIn } from '../kit/run-in.ts';

const corpus = path.join(import.meta.dirname, '../../../shared/corpus/bodies');
const others = flavourNames.filter((name) => name !== 'github');

if (!existsSync(corpus)) process.stdout.write(`Skipped: the real bodies to import are not at ${corpus}.\n`);

describe.runIf(existsSync(corpus))('real bodies in other tools’ Markdown (skipped without ../shared/corpus)', () => {
  let sandbox: Sandbox;
  let count = 0;

  beforeAll(async () => {
    sandbox = await startSandbox({ dir: null });
    const names = oneIn(40, (await readdir(corpus)).filter((name) => /^\d+\.html$/.test(name)).sort());
    count = names.length;
    for (const name of names) {
      const { id } = await sandbox.world.createArticle({ title: `Body ${name.slice(0, 4)}`, state: 'published' });
      const body = await readFile(path.join(corpus, name), 'utf8');
      // No image is downloaded: their hosts are replaced by one that is not allowed.
      const elsewhere = '$1https://images.example';
      await sandbox.world.plantBody(id, body.replaceAll(/(<img [^>]*?src=")https?:\/\/[^/"]*/g, elsewhere));
    }
    return () => sandbox.close();
  });

  it.each(others)('come round for %s, a sample of them, none kept as HTML', { timeout: 600_000 }, async (flavour) => {
    const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    const report = JSON.parse((await runIn(dir, ['import', '--json', '--flavour', flavour], { env })).stdout);
    expect(report).toMatchObject({ texts: count, failed: [], keptAsHtml: [], cameRound: true });
    expect(report.notes.filter((note: string) => note.includes('has no form'))).toEqual([]);
    expect((await runIn(dir, ['plan', '--detailed-exitcode'], { env })).stdout).toContain(
      `No changes; ${count} unchanged`,
    );
  });
});
