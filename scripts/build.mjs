// Bundles the command and the library into dist/, with the licences of what is bundled and the bill of materials.
// With --if-changed, only where dist/ was built from something else: before tests it mostly was not.
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { browserFiles } from './browser-files.mjs';
import { bundledPackages } from './bundled.mjs';
import { commandBundle } from './command-bundle.mjs';
import { licences } from './licences.mjs';
import { madeOf } from './made-of.mjs';
import { pages } from './pages.mjs';
import { sbom } from './sbom.mjs';
import { writeTypes } from './types-bundle.mjs';

const outdir = 'dist';
const stamp = path.join(outdir, '.made-of');
const inputs = await madeOf();
if (process.argv.includes('--if-changed') && (await readFile(stamp, 'utf8').catch(() => '')) === inputs) process.exit();
await rm(outdir, { recursive: true, force: true });
const clientInputs = [];
const { metafile } = await build({
  ...commandBundle,
  plugins: [browserFiles(clientInputs), pages],
  entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts' },
  outdir,
  metafile: true,
  legalComments: 'none',
  chunkNames: 'chunk-[name]-[hash]',
});
const packages = await bundledPackages([...Object.keys(metafile.inputs), ...clientInputs]);
await writeFile(path.join(outdir, 'licences.txt'), await licences(packages));
await writeFile(path.join(outdir, 'sbom.cdx.json'), await sbom(packages));
await writeTypes(path.join(outdir, 'index.d.ts'));
// Last: a build that was cut off is no build.
await writeFile(stamp, inputs);
