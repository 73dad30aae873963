// Builds the tree of the Action's release branch or tag: action.yml, the one file that it runs, and the licences.
// Usage: node scripts/build-action.mjs FOLDER (made anew; it must not be there, or be empty)
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { browserFiles } from './browser-files.mjs';
import { buildId } from './build-id.mjs';
import { bundledPackages } from './bundled.mjs';
import { commonjsInModules } from './commonjs-in-modules.mjs';
import { licences } from './licences.mjs';
import { sbom } from './sbom.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [folder, ...more] = process.argv.slice(2);
if (folder === undefined || more.length > 0) {
  console.error('Usage: node scripts/build-action.mjs FOLDER');
  process.exit(64);
}
const out = path.resolve(folder);
await mkdir(out, { recursive: true });
if ((await readdir(out)).length > 0) {
  console.error(`${folder} is not empty: the tree is built into a new folder`);
  process.exit(1);
}

// What action.yml names is what is built: there is no other place that says where the file is.
const { runs } = parse(await readFile(path.join(root, 'action.yml'), 'utf8'));
const { version, repository } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/action.ts'],
  outfile: path.join(out, runs.main),
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: runs.using,
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
  legalComments: 'none',
  ...commonjsInModules,
  plugins: [{ name: 'facts', setup: putFactsIn }, browserFiles([])],
});
const beside = path.join(out, path.dirname(runs.main));
const packages = await bundledPackages(Object.keys(metafile.inputs), root);
await writeFile(path.join(beside, 'licences.txt'), await licences(packages, root));
await writeFile(path.join(beside, 'sbom.cdx.json'), await sbom(packages, root));
for (const name of ['action.yml', 'LICENSE']) await copyFile(path.join(root, name), path.join(out, name));

/** The one file stands alone: there is no package.json beside it to read. */
function putFactsIn({ onLoad }) {
  const facts = { version, repositoryUrl: repository.url, build: JSON.parse(buildId().HELPCENTRE_BUILD) };
  const contents = Object.entries(facts)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
  onLoad({ filter: /[\\/]src[\\/]version\.ts$/ }, () => ({ contents, loader: 'ts' }));
}
