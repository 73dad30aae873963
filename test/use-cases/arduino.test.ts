import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { isDeep } from '../kit/depth.ts';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus/arduino/content', import.meta.url));

/** The configuration that the README's "Bring your own repository" comes to for this repository. */
const configuration = [
  'state: published',
  'frontMatter: { ignore: [id] }',
  'problems: { dead-anchor: warning, image-missing: warning }',
  '',
].join('\n');

const everything = ['nested-lists', 'callouts', 'sections', 'headings', 'merged-cells'];

async function checkout(config: string) {
  const repository = await makeRepository({ 'helpcentre.yml': config });
  await cp(corpus, path.join(repository.dir, 'content'), { recursive: true });
  return repository;
}

interface At {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

describe.skipIf(!existsSync(corpus))(
  'a help centre written for another product (skipped without ../shared/corpus)',
  () => {
    it('has exactly these real errors, each with its place', async () => {
      const { dir } = await checkout('frontMatter: { ignore: [id] }\n');
      const result = await runIn(dir, ['check', '--json']);
      const { problems } = JSON.parse(result.stdout) as {
        problems: { severity: string; code: string; place: At; places?: At[] }[];
      };
      const errors = problems.filter((found) => found.severity === 'error');
      const where = errors.flatMap(({ code, place, places = [place] }) =>
        places.map((at) => `${code} ${path.basename(at.file)}:${at.line}:${at.column}`),
      );
      expect(where).toEqual([
        'dead-anchor Reset-the-flash-memory-on-STM32H747-based-devices.md:20:3',
        'dead-anchor Reset-the-flash-memory-on-STM32H747-based-devices.md:32:3',
        'dead-anchor Reset-the-flash-memory-on-STM32H747-based-devices.md:152:144',
        'image-missing Request-and-manage-quotes-as-an-Arduino-Distributor.md:23:4',
        'image-missing Request-and-manage-quotes-as-an-Arduino-Distributor.md:59:4',
      ]);
      expect(problems.every(({ place }) => place.line > 0 && place.column > 0)).toBe(true);
      expect(result.code).toBe(1);
    });

    // Headings get ids of Intercom's own, so what links to a heading is written again with that id.
    const strict = ['by the official page', 'strict', `flatten: [${everything.join(', ')}]\n`, 332 + 70] as const;
    // A draft comes first for the one that links to its own top: a link to a heading it does not have.
    const observed = ['as observed', 'observed', '', 332 + 1] as const;
    it.each(isDeep ? [observed, strict] : [strict])(
      'is published whole %s, one write an article, and needs nothing the second time',
      async (_name, mode, flatten, expected) => {
        const { dir } = await checkout(configuration + flatten);
        const sandbox = await startSandbox({ dir: null, rateLimit: 100_000, mode });
        onTestFinished(() => sandbox.close());
        const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
        const result = await runIn(dir, ['publish', '--yes', '--json'], { env });
        const { outcomes } = JSON.parse(result.stdout) as { outcomes: { result: string }[] };
        expect(outcomes.filter((outcome) => outcome.result !== 'done')).toEqual([]);
        expect(outcomes.length).toBe(332);
        expect(result.code).toBe(0);
        const writes = sandbox.log.filter((entry) => entry.method !== 'GET' && entry.path.startsWith('/articles'));
        expect(writes.length).toBe(expected);
        const again = await runIn(dir, ['plan', '--detailed-exitcode'], { env });
        expect(again.stdout).toContain('No changes; 332 unchanged');
        expect(again.code).toBe(0);
      },
      120_000,
    );
  },
);
