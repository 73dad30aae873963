// The preview's script for the browser, bundled while the command is built: it takes the place of the file that
// bundles it in a checkout.
import { build } from 'esbuild';

/** An esbuild plugin; `inputs` is filled with the files that the script is made of. */
export function previewClient(inputs) {
  return {
    name: 'preview-client',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/]preview[\\/]assets[\\/]client-script\.ts$/ }, async () => {
        const { outputFiles, metafile } = await build({
          entryPoints: ['src/preview/client/client.ts'],
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
    },
  };
}
