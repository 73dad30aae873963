import type { BuildOptions } from 'esbuild';

/** How the command is bundled for release. */
export const commandBundle: BuildOptions & { splitting: true; format: 'esm' };
