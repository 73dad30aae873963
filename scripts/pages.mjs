// Pages of docs/ that the command shows, put into it while it is built, in the place of the module that reads their file in
// a checkout.
import { readFile } from 'node:fs/promises';

/** An esbuild plugin. */
export const pages = {
  name: 'pages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]mcp[\\/]dialect-page\.ts$/ }, async () => {
      const text = JSON.stringify(await readFile('docs/reference/dialect.md', 'utf8'));
      return { contents: `const text = ${text};\nexport async function dialectPage() { return text; }\n` };
    });
  },
};
