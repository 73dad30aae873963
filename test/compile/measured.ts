import { parentPort } from 'node:worker_threads';
import { compileBody } from '../../src/compile/compile.ts';
import { decompile } from '../../src/dialect/decompile.ts';
import { canonical } from '../../src/html/canonical.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';

/** What is done with a text, in a thread of its own. */
export interface Measured {
  readonly what: 'compile' | 'canonical' | 'decompile';
  readonly text: string;
}

const repository = repositoryOf({ 's.md': 'S', 'b.md': '# B\n', 'b.png': 'i' });
const settings = settingsOf({ variables: { a: 'value' } });
const asIs = { link: (target: string) => target, image: (target: string) => target };

/** Says how long what came of it is. */
function measure({ what, text }: Measured): { readonly output: number; readonly codes: readonly string[] } {
  if (what === 'canonical') return { output: canonical(text).length, codes: [] };
  if (what === 'decompile') return { output: decompile(text, asIs as never).markdown.length, codes: [] };
  const { body, problems } = compileBody(text, repository, settings);
  return { output: body.length + JSON.stringify(problems).length, codes: problems.map(({ code }) => code) };
}

parentPort?.on('message', (asked: Measured) => {
  const before = process.cpuUsage();
  const measured = measure(asked);
  const milliseconds = process.cpuUsage(before).user / 1000;
  parentPort?.postMessage({ ...measured, milliseconds, heap: process.memoryUsage().heapUsed });
});
