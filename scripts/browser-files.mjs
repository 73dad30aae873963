// What browsers get from the preview and the sandbox, put into the command while it is built: the script, bundled, in the place of the
// module that bundles it in a checkout; styles and drawings in the place of the one that reads their files.
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** An esbuild plugin; `inputs` is filled with the files that the script is made of. */
export function browserFiles(inputs) {
  return {
    name: 'browser-files',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/]site[\\/]assets[\\/]client-script\.ts$/ }, async () => {
        const { outputFiles, metafile } = await build({
          entryPoints: ['src/site/client/client.ts'],
          bundle: true,
          write: false,
          format: 'iife',
          target: 'es2022',
          minify: true,
          metafile: true,
          legalComments: 'none',
        });
        inputs.push(...Object.keys(metafile.inputs));
        const text = JSON.stringify(outputFiles[0].text);
        return { contents: `const text = ${text};\nexport async function clientScript() { return text; }\n` };
      });
      onLoad({ filter: /[\\/]src[\\/](?:site|sandbox)[\\/](?:assets|pages)[\\/]files\.ts$/ }, async ({ path }) => ({
        contents: Object.entries(await valuesOf(path))
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
          .join(''),
      }));
    },
  };
}

/** What a module exports, told by running it where it lies. */
async function valuesOf(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(file).href) },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
