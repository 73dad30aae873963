import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { oneIn } from '../kit/depth.ts';
import { runIn } from '../kit/run-in.ts';

const corpus = path.join(import.meta.dirname, '../../../shared/corpus/bodies');

if (!existsSync(corpus)) process.stdout.write(`Skipped: the real bodies to import are not at ${corpus}.\n`);

it.runIf(existsSync(corpus))(
  'every third real body is imported and comes round (skipped without ../shared/corpus)',
  async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-test-'));
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    const sandbox = await startSandbox({ dir: null });
    onTestFinished(() => sandbox.close());
    const names = oneIn(3, (await readdir(corpus)).filter((name) => /^\d+\.html$/.test(name)).sort());
    for (const name of names) {
      const { id } = await sandbox.world.createArticle({ title: `Body ${name.slice(0, 4)}`, state: 'published' });
      const body = await readFile(path.join(corpus, name), 'utf8');
      // No image is downloaded: their hosts are replaced by one that is not allowed.
      await sandbox.world.plantBody(
        id,
        body.replaceAll(/(<img [^>]*?src=")https?:\/\/[^/"]*/g, '$1https://images.example'),
      );
    }
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    const { stdout } = await runIn(dir, ['import', '--json'], { env });
    const report = JSON.parse(stdout);
    expect(report.texts).toBe(names.length);
    expect(report.failed).toEqual([]);
    expect(report.keptAsHtml).toEqual([]);
    expect(report.cameRound).toBe(true);
    expect((await runIn(dir, ['plan', '--detailed-exitcode'], { env })).stdout).toContain(
      `No changes; ${names.length} unchanged`,
    );
  },
  300_000,
);
