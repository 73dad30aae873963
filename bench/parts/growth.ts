import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeArticles } from './articles.ts';
import type { Bench, Figure } from './figure.ts';
import { type Measured, measure, measureServed } from './measure.ts';
import { megabytes } from './plan.ts';

type Column =
  | 'check, cold'
  | 'publish --sandbox'
  | 'preview --offline, first page'
  | 'plan --offline, warm'
  | 'plan --offline, cold'
  | 'plan --sandbox, warm'
  | 'import --sandbox';

/** How time and memory grow with the number of articles. The embedded sandbox runs in the same process. */
export async function growthFigures({ dir, command, texts, sizes }: Bench): Promise<readonly Figure[]> {
  const columns: Record<Column, Measured[]> = {
    'check, cold': [],
    'publish --sandbox': [],
    'preview --offline, first page': [],
    'plan --offline, warm': [],
    'plan --offline, cold': [],
    'plan --sandbox, warm': [],
    'import --sandbox': [],
  };
  for (const size of sizes) {
    const cwd = path.join(dir, `growth-${size}`);
    const empty = path.join(dir, `import-${size}`);
    await writeArticles(cwd, size, texts);
    await mkdir(empty);
    const run = async (what: Column, argv: readonly string[], where = cwd): Promise<void> => {
      columns[what].push(await measure([command, ...argv], where));
    };
    await run('check, cold', ['check']);
    await run('publish --sandbox', ['publish', '--sandbox', '--yes']);
    columns['preview --offline, first page'].push(
      await measureServed([command, 'preview', '--port', '0', '--offline'], cwd),
    );
    await run('plan --offline, warm', ['plan', '--offline', '--sandbox']);
    await run('plan --sandbox, warm', ['plan', '--sandbox']);
    await rm(path.join(cwd, '.helpcentre', 'cache'), { recursive: true });
    await run('plan --offline, cold', ['plan', '--offline', '--sandbox']);
    await run('import --sandbox', ['import', '--yes', '--sandbox', path.join(cwd, '.helpcentre', 'sandbox')], empty);
    for (const folder of [cwd, empty]) await rm(folder, { recursive: true });
  }
  return Object.entries(columns).map(([what, runs]) => ({ what, figure: grown(sizes, runs) }));
}

function grown(sizes: readonly number[], runs: readonly Measured[]): string {
  const steps = sizes.map((size, at) => {
    const [before, now] = [runs[at - 1], runs[at]];
    if (now === undefined) return `${size}: not measured`;
    const busy = `processor ${(now.busy / 1000).toFixed(1)} s`;
    const step = (of: 'milliseconds' | 'busy'): string =>
      before === undefined ? '' : ` (${(now[of] / before[of]).toFixed(2)} ×)`;
    return `${size}: ${(now.milliseconds / 1000).toFixed(1)} s${step('milliseconds')}, ${busy}${step('busy')}, ${megabytes([now])}`;
  });
  return steps.join('; ');
}
