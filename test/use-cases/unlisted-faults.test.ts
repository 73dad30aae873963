import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import type { Lockfile } from '../../src/model/recorded.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { runs } from '../kit/depth.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const trouble =
  'refuse%0.03,reset-before%0.03,500%0.03,502%0.02,429%0.02,drop-after%0.04,reset-after%0.03,500-after%0.02,cut%0.02';

const act = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  type: fc.constantFrom('internal' as const, 'snippet' as const),
  does: fc.constantFrom('write' as const, 'write' as const, 'remove' as const),
  text: fc.nat({ max: 99 }),
  tags: fc.constantFrom('', 'tags: [team]\n'),
});

async function textsIn({ url, token }: Sandbox): Promise<readonly string[]> {
  const headers = { authorization: `Bearer ${token}`, 'intercom-version': '2.16' };
  const lists = await Promise.all(
    ['internal_articles', 'content_snippets'].map(async (list) => {
      const answer = await fetch(`${url}/${list}?per_page=50`, { headers });
      const { data } = (await answer.json()) as { data: readonly { title: string; body_markdown: string }[] };
      return data.map(({ title, body_markdown: text }) => `${list} ${title}: ${text.trim()}`);
    }),
  );
  return lists.flat().sort();
}

it('publishes of internal articles and snippets with faults at random end with each once, as its source says', async () => {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000, seed: 11 });
  onTestFinished(() => sandbox.close());
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const repository = await makeRepository({
    'helpcentre.yml': 'state: published\nremoved: delete\nmaxRemovals: 100%\ncreateTags: true\n',
    'content/keep.md': '# Keep\n\nAlways here.\n',
  });
  const wanted = new Map<string, string>();
  for (const [round, acts] of fc
    .sample(fc.array(act, { minLength: 1, maxLength: 3 }), { numRuns: runs(12), seed: 3 })
    .entries()) {
    for (const { name, type, does, text, tags } of acts) {
      const file = `content/${type}/${name}.md`;
      if (does === 'write') {
        const words = `Text ${round} ${text} of ${name}.`;
        await repository.write({ [file]: `---\ntype: ${type}\n${tags}---\n\n# Title ${name}\n\n${words}\n` });
        wanted.set(file, `${type === 'internal' ? 'internal_articles' : 'content_snippets'} Title ${name}: ${words}`);
      } else if (wanted.delete(file)) await repository.remove(file);
    }
    sandbox.setFaults(trouble);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const { code } = await runIn(repository.dir, ['publish', '--yes', '--quiet'], { env, hurry: 50 });
      if (code === 0) break;
    }
    sandbox.setFaults([]);
  }
  const last = await runIn(repository.dir, ['publish', '--yes'], { env });
  expect(last.code, last.stdout + last.stderr).toBe(0);
  expect((await runIn(repository.dir, ['plan', '--detailed-exitcode'], { env })).code).toBe(0);
  expect(await textsIn(sandbox)).toEqual([...wanted.values()].sort());
  const lockfile = JSON.parse(await readFile(path.join(repository.dir, 'helpcentre.lock.json'), 'utf8')) as Lockfile;
  const recorded = Object.keys(Object.values(lockfile.workspaces)[0]?.articles ?? {});
  expect(recorded.map((key) => `content/${key}`).sort()).toEqual(['content/keep.md', ...wanted.keys()].sort());
  expect(sandbox.log.filter((entry) => entry.fault !== null).length).toBeGreaterThan(5);
}, 240_000);
