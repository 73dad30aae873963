import { fileURLToPath } from 'node:url';

/**
 * The script of all pages, as one classic script (modules do not load from a folder on disk). In a checkout it is
 * bundled when it is first asked for; the build puts the finished text in the place of this file.
 */
export async function clientScript(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

let bundled: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const { build } = await import('esbuild');
  const entry = fileURLToPath(new URL('../client/client.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
  });
  return outputFiles[0]?.text ?? '';
}
