import { rm } from 'node:fs/promises';
import path from 'node:path';
import { writeArticles } from './articles.ts';
import type { Bench, Figure } from './figure.ts';
import { type Measured, measure, ratio, seconds } from './measure.ts';

const pipeline = path.join(import.meta.dirname, 'bare-pipeline.mjs');

/** Checking everything, next to a script that only makes HTML of it. */
export async function checkFigures({ dir, command, articles, runs, texts }: Bench): Promise<readonly Figure[]> {
  const cwd = path.join(dir, 'check');
  await writeArticles(cwd, articles, texts);
  const bare: Measured[] = [];
  const cold: Measured[] = [];
  const threads: Measured[] = [];
  const warm: Measured[] = [];
  const check = (threads: number) => measure([command, 'check'], cwd, { HELPCENTRE_THREADS: String(threads) });
  const forget = () => rm(path.join(cwd, '.helpcentre'), { recursive: true, force: true });
  for (let run = 0; run < runs; run += 1) {
    bare.push(await measure([pipeline, 'content'], cwd));
    await forget();
    threads.push(await check(2));
    await forget();
    cold.push(await check(1));
    warm.push(await check(1));
  }
  const line = (what: string, of: readonly Measured[]): Figure => ({
    what: `\`check\` ${what}`,
    figure: `${seconds(of)}, ${ratio(of, bare).toFixed(2)} × the bare pipeline (${seconds(bare)})`,
  });
  return [
    line('for the first time', cold),
    line('for the first time, in two threads', threads),
    line('when nothing changed', warm),
  ];
}
