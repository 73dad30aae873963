import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Lockfile } from '../../src/model/recorded.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { readableBody } from '../kit/readable-body.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

/** A fifth of all answers is lost, refused, cut or an error. */
const trouble =
  'refuse%0.03,reset-before%0.03,500%0.03,502%0.02,429%0.02,drop-after%0.02,reset-after%0.02,500-after%0.01,cut%0.02';

/** Writes under way: as many as there may be, one after the other, and in between. */
const atOnce = [[], ['--concurrency', '1'], ['--concurrency', '4'], ['--concurrency', '24']] as const;

const names = ['a', 'b', 'c', 'd/e', 'd/f', 'd/g', 'h'] as const;

/** What a writer does between two publishes. */
const act = fc.record({
  name: fc.constantFrom(...names),
  does: fc.constantFrom('write' as const, 'write' as const, 'remove' as const, 'rename' as const),
  to: fc.constantFrom(...names),
  text: fc.nat({ max: 9 }),
});

describe('50 publishes with faults at random', () => {
  it('end in the intended state: one article a source, with its text, and nothing else public', async () => {
    const sandbox = await startSandbox({ dir: null, rateLimit: 100_000, seed: 7 });
    onTestFinished(() => sandbox.close());
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
    const repository = await makeRepository({
      'helpcentre.yml': 'state: published\nmaxRemovals: 100%\n',
      'content/keep.md': '# Keep\n\nAlways here.\n',
    });
    const sources = new Map<string, string>([['keep.md', 'Always here.']]);
    const rounds = fc.sample(fc.array(act, { minLength: 1, maxLength: 4 }), { numRuns: 50, seed: 5 });
    let failedRuns = 0;
    for (const [round, acts] of rounds.entries()) {
      for (const { name, does, to, text } of acts) {
        const file = `${name}.md`;
        if (does === 'write') {
          const words = `Text ${round} ${text} of ${name}, which links to [keep](/keep.md).`;
          await repository.write({ [`content/${file}`]: `# Title ${name}\n\n${words}\n` });
          sources.set(file, `Text ${round} ${text} of ${name}, which links to keep.`);
        } else if (sources.has(file) && (does === 'remove' || !sources.has(`${to}.md`))) {
          const content = await readFile(path.join(repository.dir, 'content', file), 'utf8');
          await repository.remove(`content/${file}`);
          const words = sources.get(file) ?? '';
          sources.delete(file);
          if (does === 'rename') {
            await repository.write({ [`content/${to}.md`]: content });
            sources.set(`${to}.md`, words);
          }
        }
      }
      sandbox.setFaults(trouble);
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const argv = ['publish', '--yes', '--quiet', ...(atOnce[round % atOnce.length] ?? [])];
        const result = await runIn(repository.dir, argv, { env, hurry: 50 });
        if (result.code === 0) break;
        failedRuns += 1;
      }
      sandbox.setFaults([]);
    }
    const last = await runIn(repository.dir, ['publish', '--yes'], { env });
    expect(last.code, last.stdout + last.stderr).toBe(0);
    expect((await runIn(repository.dir, ['plan', '--detailed-exitcode'], { env })).code).toBe(0);

    const lockfile = JSON.parse(await readFile(path.join(repository.dir, 'helpcentre.lock.json'), 'utf8')) as Lockfile;
    const recorded = Object.values(lockfile.workspaces)[0]?.articles ?? {};
    const out = sandbox.world.articles().filter((article) => article.contents.en?.state === 'published');
    expect(out.map((article) => article.id).sort()).toEqual(
      Object.entries(recorded)
        .filter(([, entry]) => entry.removed !== true)
        .map(([, entry]) => entry.id)
        .sort(),
    );
    const texts = Object.fromEntries(
      out.map((article) => [
        Object.entries(recorded).find(([, entry]) => entry.id === article.id)?.[0],
        readableBody(sandbox.world.body(article.id) ?? ''),
      ]),
    );
    expect(texts).toEqual(Object.fromEntries(sources));
    // Every article that was ever made is known still: none was made twice and lost.
    expect(sandbox.world.articles().length).toBe(Object.keys(recorded).length);
    // The faults were real: most were ridden out within a run.
    expect(sandbox.log.filter((entry) => entry.fault !== null).length).toBeGreaterThan(50);
    expect(failedRuns).toBeLessThan(25);
  }, 240_000);
});
