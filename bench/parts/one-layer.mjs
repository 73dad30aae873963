// Bundled and run by layers.ts: what compiling all texts of a folder keeps the processor busy for, in milliseconds, first
// in a process that has compiled nothing, and then once it has: micromark alone as the bare pipeline has it, or everything.
import { readFile } from 'node:fs/promises';
import fastGlob from 'fast-glob';
import { parse, postprocess, preprocess } from 'micromark';
import remarkGfm from 'remark-gfm';
import { unified } from 'unified';
import { tuneAtStart } from '../../src/cli/tune-v8.ts';
import { compileMarkdown } from '../../src/compile/body.ts';
import { noValues } from '../../src/model/variables.ts';

tuneAtStart();
const [layer, folder] = process.argv.slice(2);
const extensions = unified().use(remarkGfm).freeze().data('micromarkExtensions');
const input = {
  ...{ path: 'article.md', root: 'content', title: 'Title', files: new Map(), values: noValues, flatten: [] },
  ...{ spacing: 'usual', dialect: { flavour: 'github', components: {} } },
};
const layers = {
  micromark: (text) =>
    postprocess(
      parse({ extensions })
        .document()
        .write(preprocess()(text, undefined, true)),
    ),
  everything: (text) => compileMarkdown({ ...input, text }),
};
const files = await fastGlob('**/*.md', { cwd: folder, absolute: true });
const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
const bodies = texts.map((text) => text.replace(/^---\n[\s\S]*?\n---\n/, ''));

function busy() {
  const before = process.cpuUsage();
  for (const body of bodies) layers[layer](body);
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1000);
}

const cold = busy();
busy();
console.log(`${cold} ${busy()}`);
