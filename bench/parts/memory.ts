import { appendFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeArticles } from './articles.ts';
import type { Bench, Figure } from './figure.ts';
import { type Measured, measure, seconds } from './measure.ts';
import { megabytes } from './plan.ts';

const count = 10_000;
const changed = 'content/collection-1/section-1/article-1.md';

/**
 * What a plan of a large help centre holds at most: with nothing and with one article changed since the last one, and where
 * no earlier run left anything.
 */
export async function memoryFigures({ dir, command, runs, texts }: Bench): Promise<readonly Figure[]> {
  const cwd = path.join(dir, 'memory');
  await writeArticles(cwd, count, texts);
  await measure([command, 'publish', '--sandbox', '--yes'], cwd);
  const commands = {
    '`plan --offline`': ['plan', '--offline', '--sandbox'],
    '`plan --sandbox`': ['plan', '--sandbox'],
  };
  const figures: Figure[] = [];
  for (const [what, argv] of Object.entries(commands)) {
    const unchanged: Measured[] = [];
    const one: Measured[] = [];
    const first: Measured[] = [];
    await measure([command, ...argv], cwd);
    for (let run = 0; run < runs; run += 1) {
      unchanged.push(await measure([command, ...argv], cwd));
      await appendFile(path.join(cwd, changed), `\nOne more: ${what} ${run}.\n`);
      one.push(await measure([command, ...argv], cwd));
      await rm(path.join(cwd, '.helpcentre/cache'), { recursive: true });
      first.push(await measure([command, ...argv], cwd));
    }
    const all = { 'nothing changed': unchanged, 'one changed': one, 'one changed, without a cache': first };
    for (const [when, of] of Object.entries(all))
      figures.push({ what: `${what} of ${count} articles, ${when}`, figure: `${megabytes(of)}, ${seconds(of)}` });
  }
  return figures;
}
