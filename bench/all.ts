/**
 * What a person waits for, next to what it has to be compared with, in the same run:
 *
 *   npm run bench -- [check] [plan] [publish] [layers] [memory] [growth]
 *     [--articles 1000] [--texts FOLDER] [--runs 5] [--sizes 1000,2000,4000] [--write]
 *
 * Without names all but the layers of compiling, the memory of large plans and the growth. Every figure is of the built command, from the start of its process. `--texts` names a folder of Markdown that the
 * articles are made of; by default the example's. `--write` puts the figures into the README.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkFigures } from './parts/check.ts';
import type { Bench, Figure } from './parts/figure.ts';
import { growthFigures } from './parts/growth.ts';
import { layerFigures } from './parts/layers.ts';
import { bundleCommand } from './parts/measure.ts';
import { memoryFigures } from './parts/memory.ts';
import { planFigures } from './parts/plan.ts';
import { publishFigures } from './parts/publish.ts';

const parts = {
  check: checkFigures,
  layers: layerFigures,
  plan: planFigures,
  publish: publishFigures,
  memory: memoryFigures,
  growth: growthFigures,
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '1000' },
    texts: { type: 'string', default: 'content-example/content' },
    runs: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '1000,2000,4000' },
    write: { type: 'boolean', default: false },
  },
});
const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-bench-'));
try {
  const bench: Bench = {
    dir,
    command: await bundleCommand(dir),
    articles: Number(values.articles),
    runs: Number(values.runs),
    texts: path.resolve(values.texts),
    sizes: values.sizes.split(',').map(Number),
  };
  const names = positionals.length === 0 ? ['check', 'plan', 'publish'] : positionals;
  const figures: Figure[] = [];
  for (const part of names.flatMap((name) => parts[name as keyof typeof parts] ?? [])) {
    const more = await part(bench);
    console.log(table(more));
    figures.push(...more);
  }
  if (values.write) await writeReadme(figures);
} finally {
  await rm(dir, { recursive: true, force: true });
}

function table(figures: readonly Figure[]): string {
  return figures.map(({ what, figure }) => `| ${what} | ${figure} |`).join('\n');
}

/** Between the marks in the README. */
async function writeReadme(figures: readonly Figure[]): Promise<void> {
  const text = await readFile('README.md', 'utf8');
  const cores = availableParallelism();
  const about = `\`npm run bench\`, Node ${process.versions.node.split('.')[0]}, ${cores} cores, ${values.articles} articles of 2 KB, median of ${values.runs} runs in turn:`;
  const rows = `${about}\n\n| what | figure |\n| --- | --- |\n${table(figures)}`;
  await writeFile('README.md', text.replace(/(<!-- bench -->\n)[\s\S]*(<!-- \/bench -->)/, `$1${rows}\n$2`));
}
