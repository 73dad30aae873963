import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeArticles } from './articles.ts';
import type { Bench, Figure } from './figure.ts';
import { type Measured, measure } from './measure.ts';
import { megabytes } from './plan.ts';

/** How time and memory grow with the number of articles. The embedded sandbox runs in the same process. */
export function growthFigures(sizes: readonly number[]): (bench: Bench) => Promise<readonly Figure[]> {
  return async ({ dir, command, texts }) => {
    const columns: { readonly what: string; readonly runs: Measured[] }[] = [
      'check, cold',
      'publish --sandbox',
      'plan --offline, warm',
      'plan --sandbox, warm',
      'import --sandbox',
    ].map((what) => ({ what, runs: [] }));
    for (const size of sizes) {
      const cwd = path.join(dir, `growth-${size}`);
      await writeArticles(cwd, size, texts);
      const run = async (at: number, argv: readonly string[], where = cwd): Promise<void> => {
        columns[at]?.runs.push(await measure([command, ...argv], where));
      };
      await run(0, ['check']);
      await run(1, ['publish', '--sandbox', '--yes']);
      await run(2, ['plan', '--offline', '--sandbox']);
      await run(3, ['plan', '--sandbox']);
      await mkdir(path.join(cwd, 'content-2'));
      await run(4, ['import', '--sandbox', '--out', 'content-2']);
      await rm(cwd, { recursive: true });
    }
    return columns.map(({ what, runs }) => ({ what, figure: grown(sizes, runs) })).filter(() => sizes.length > 0);
  };
}

function grown(sizes: readonly number[], runs: readonly Measured[]): string {
  const steps = sizes.map((size, at) => {
    const [before, now] = [runs[at - 1]?.milliseconds, runs[at]?.milliseconds ?? 0];
    const step = before === undefined ? '' : ` (${(now / before).toFixed(2)} ×)`;
    return `${size}: ${(now / 1000).toFixed(1)} s${step}, ${megabytes(runs.slice(at, at + 1))}`;
  });
  return steps.join('; ');
}
