import type { Plugin } from 'esbuild';

/** The preview's script for the browser, bundled while a bundle is built; `inputs` is filled with its files. */
export function previewClient(inputs: string[]): Plugin;
