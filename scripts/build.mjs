// Bundles the command and the library into dist/, with the licences of what is bundled.
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { browserFiles } from './browser-files.mjs';
import { commandBundle } from './command-bundle.mjs';
import { licences } from './licences.mjs';
import { writeTypes } from './types-bundle.mjs';

const outdir = 'dist';
await rm(outdir, { recursive: true, force: true });
const clientInputs = [];
const { metafile } = await build({
  ...commandBundle,
  plugins: [browserFiles(clientInputs)],
  entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts' },
  outdir,
  metafile: true,
  legalComments: 'none',
  chunkNames: 'chunk-[name]-[hash]',
});
await writeFile(path.join(outdir, 'licences.txt'), await licences([...Object.keys(metafile.inputs), ...clientInputs]));
await writeTypes(path.join(outdir, 'index.d.ts'));
