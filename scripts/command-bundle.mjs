import { buildId } from './build-id.mjs';
import { commonjsInModules } from './commonjs-in-modules.mjs';

/** For esbuild: how the command is bundled for release. Benchmarks measure it bundled in the same way. */
export const commandBundle = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  ...commonjsInModules,
  define: { ...commonjsInModules.define, ...buildId() },
};
