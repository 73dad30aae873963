import type { Plugin } from 'esbuild';

/** What browsers get, put into a bundle while it is built; `inputs` is filled with the files of the preview's script. */
export function browserFiles(inputs: string[]): Plugin;
