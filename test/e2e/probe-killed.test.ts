import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { startBuilt } from '../kit/built-command.ts';
import { oneIn } from '../kit/depth.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';
import { isWindows } from '../kit/system.ts';

const requests = Array.from({ length: 33 }, (_, index) => index + 1);
const cuts = requests.flatMap((n) => (['received', 'applied'] as const).map((phase) => [n, phase] as const));

// Every request is tried in memory beside this (test/use-cases/probe.test.ts); here it is the process that dies.
test.skipIf(isWindows).each(oneIn(13, cuts, 4))(
  'a probe that is killed at request %i, %s, leaves nothing that the next one does not take away',
  async (cut, phase) => {
    let kill = (): unknown => null;
    const sandbox = await startSandbox({
      dir: null,
      quirks: { largestBody: 20_000 },
      onRequest: async (n, reached) => {
        if (n !== cut || reached !== phase) return;
        kill();
        // The answer of a request that the process died at is nobody's any more.
        await new Promise((resolve) => setTimeout(resolve, 50));
      },
    });
    onTestFinished(() => sandbox.close());
    await sandbox.world.createArticle({ title: 'Theirs', state: 'published' });
    const { dir } = await makeRepository({ 'content/a.md': '# A\n\nText.\n' });
    const env = { INTERCOM_ACCESS_TOKEN: sandbox.token, INTERCOM_BASE_URL: sandbox.url };
    const child = startBuilt(['probe', '--yes'], { cwd: dir, env });
    kill = () => child.kill('SIGKILL');
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
    kill = () => null;
    const { code, stderr } = await runIn(dir, ['probe', '--yes'], { env, ahead: () => 3_600_000 });
    expect(code, stderr).toBe(0);
    const { world } = sandbox;
    expect([world.articles().length, world.collections().length]).toEqual([1, 0]);
  },
);
