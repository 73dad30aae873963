import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

/**
 * Writes the library's types as one file. The package has no dependencies, so whatever types of others the library's own
 * are made of are in it too: it type-checks in a project that has none of them.
 *
 * @param {string} file where to
 */
export async function writeTypes(file) {
  // In the project's folder, so that the types of others are found.
  const folder = await mkdtemp('.types-');
  try {
    const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', folder];
    execFileSync(process.execPath, tsc, { stdio: 'inherit' });
    const bundle = await rollup({
      input: path.join(folder, 'index.d.ts'),
      plugins: [dts({ respectExternal: true })],
      external: [/^node:/],
      onwarn: (warning, warn) => {
        // Only reached by types that nothing exported is made of.
        if (warning.code !== 'UNRESOLVED_IMPORT') warn(warning);
      },
    });
    const { output } = await bundle.write({ file, format: 'es' });
    const outside = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.imports : []));
    const missing = outside.filter((name) => !name.startsWith('node:'));
    if (missing.length > 0) throw new Error(`The types need packages that are not there: ${missing.join(', ')}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
