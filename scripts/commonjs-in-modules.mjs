/** For esbuild: some libraries are CommonJS, they call require() for Node's own modules and ask for their file's name. */
export const commonjsInModules = {
  banner: {
    js: [
      "import { createRequire as helpcentreRequire } from 'node:module';",
      "import { fileURLToPath as helpcentrePath } from 'node:url';",
      'const require = helpcentreRequire(import.meta.url);',
      'const helpcentreFile = helpcentrePath(import.meta.url);',
    ].join(' '),
  },
  define: { __filename: 'helpcentreFile' },
};
