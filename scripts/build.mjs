// Bundles the command and the library into dist/, with the licences of what is bundled.
import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { commonjsInModules } from './commonjs-in-modules.mjs';
import { licences } from './licences.mjs';
import { previewClient } from './preview-client.mjs';

const outdir = 'dist';
await rm(outdir, { recursive: true, force: true });
const clientInputs = [];
const { metafile } = await build({
  plugins: [previewClient(clientInputs)],
  entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts' },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  metafile: true,
  legalComments: 'none',
  chunkNames: 'chunk-[name]-[hash]',
  ...commonjsInModules,
});
await writeFile(path.join(outdir, 'licences.txt'), await licences([...Object.keys(metafile.inputs), ...clientInputs]));
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
