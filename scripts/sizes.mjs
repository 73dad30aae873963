// Holds the package to the sizes in package.json (`sizeLimits`, in bytes): as it is downloaded, as it is installed, and
// what Node reads before any command begins. Run it after a build; it asks no network.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const { sizeLimits } = JSON.parse(await readFile('package.json', 'utf8'));
const [npm, ...before] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
const pack = [...before, 'pack', '--dry-run', '--json', '--ignore-scripts'];
const { stdout } = await promisify(execFile)(npm, pack, { maxBuffer: 1 << 26 });
const packed = JSON.parse(stdout);
const { size, unpackedSize } = Array.isArray(packed) ? packed[0] : Object.values(packed)[0];
const sizes = { packed: size, installed: unpackedSize, 'start-up': await startUp() };

let isOver = false;
for (const [name, most] of Object.entries(sizeLimits)) {
  const is = sizes[name];
  if (is === undefined) throw new Error(`package.json limits "${name}", which nobody measures`);
  isOver ||= is > most;
  const share = Math.round((is / most) * 100);
  console.log(`${name}: ${is.toLocaleString('en-GB')} of ${most.toLocaleString('en-GB')} bytes (${share}%)`);
}
if (isOver) {
  console.error(
    'The package has grown past a limit. Find out by what, or raise "sizeLimits" in package.json and say why.',
  );
  process.exit(1);
}

/** Bytes of dist/cli.js and of all that it imports at once; what a command loads when it runs does not count. */
async function startUp() {
  const { metafile } = await build({
    entryPoints: ['dist/cli.js'],
    ...{ bundle: true, write: false, metafile: true, format: 'esm', platform: 'node', splitting: true },
    ...{ outdir: 'node_modules/.cache/sizes', packages: 'external', logLevel: 'silent' },
  });
  const open = ['dist/cli.js'];
  const read = new Set(open);
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const { path, kind, external } of metafile.inputs[file].imports) {
      if (external || kind !== 'import-statement' || read.has(path)) continue;
      read.add(path);
      open.push(path);
    }
  }
  return [...read].reduce((sum, file) => sum + metafile.inputs[file].bytes, 0);
}
