import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeArticles } from './articles.ts';
import type { Bench, Figure } from './figure.ts';
import { type Measured, measure } from './measure.ts';
import { megabytes } from './plan.ts';

/** How time and memory grow with the number of articles. The embedded sandbox runs in the same process. */
export async function growthFigures({ dir, command, texts, sizes }: Bench): Promise<readonly Figure[]> {
  const columns = {
    'check, cold': [],
    'publish --sandbox': [],
    'plan --offline, warm': [],
    'plan --sandbox, warm': [],
    'import --sandbox': [],
  } satisfies Record<string, Measured[]>;
  for (const size of sizes) {
    const cwd = path.join(dir, `growth-${size}`);
    const empty = path.join(dir, `import-${size}`);
    await writeArticles(cwd, size, texts);
    await mkdir(empty);
    const run = async (what: keyof typeof columns, argv: readonly string[], where = cwd): Promise<void> => {
      const runs: Measured[] = columns[what];
      runs.push(await measure([command, ...argv], where));
    };
    await run('check, cold', ['check']);
    await run('publish --sandbox', ['publish', '--sandbox', '--yes']);
    await run('plan --offline, warm', ['plan', '--offline', '--sandbox']);
    await run('plan --sandbox, warm', ['plan', '--sandbox']);
    await run('import --sandbox', ['import', '--yes', '--sandbox', path.join(cwd, '.helpcentre', 'sandbox')], empty);
    for (const folder of [cwd, empty]) await rm(folder, { recursive: true });
  }
  return Object.entries(columns).map(([what, runs]) => ({ what, figure: grown(sizes, runs) }));
}

function grown(sizes: readonly number[], runs: readonly Measured[]): string {
  const steps = sizes.map((size, at) => {
    const [before, now] = [runs[at - 1]?.milliseconds, runs[at]?.milliseconds ?? 0];
    const step = before === undefined ? '' : ` (${(now / before).toFixed(2)} ×)`;
    return `${size}: ${(now / 1000).toFixed(1)} s${step}, ${megabytes(runs.slice(at, at + 1))}`;
  });
  return steps.join('; ');
}
