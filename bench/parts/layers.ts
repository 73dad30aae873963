import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { commandBundle } from '../../scripts/command-bundle.mjs';
import { writeArticles } from './articles.ts';
import type { Bench, Figure } from './figure.ts';
import { median } from './measure.ts';

/** Milliseconds that the processor is busy with all texts. */
interface Busy {
  readonly cold: number;
  readonly warm: number;
}

/** What compiling costs next to micromark, without which Markdown is seldom read, for the same texts. Reading files is in neither. */
export async function layerFigures({ dir, articles, runs, texts }: Bench): Promise<readonly Figure[]> {
  const cwd = path.join(dir, 'layers');
  await writeArticles(cwd, articles, texts);
  const program = path.join(dir, 'one-layer.mjs');
  const entryPoints = [path.join(import.meta.dirname, 'one-layer.mjs')];
  await build({ ...commandBundle, splitting: false, entryPoints, outfile: program });
  const floor: Busy[] = [];
  const whole: Busy[] = [];
  for (let run = 0; run < runs; run += 1) {
    floor.push(await layer(program, 'micromark', cwd));
    whole.push(await layer(program, 'everything', cwd));
  }
  const line = (when: keyof Busy, what: string): Figure => {
    const times = median(whole.map((one, at) => one[when] / (floor[at]?.[when] ?? 1)));
    const alone = median(floor.map((one) => one[when]));
    return {
      what: `compiling, without reading files, ${what}`,
      figure: `${times.toFixed(2)} × what micromark alone takes for the same texts (${(alone / 1000).toFixed(1)} s)`,
    };
  };
  return [line('cold', 'in a new process'), line('warm', 'in one that is warm')];
}

async function layer(program: string, name: 'micromark' | 'everything', cwd: string): Promise<Busy> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, name, path.join(cwd, 'content')]);
  const [cold = 0, warm = 0] = stdout.split(' ').map(Number);
  return { cold, warm };
}
