import { createRequire } from 'node:module';

/** This program's version, as in package.json, which stands one folder above both `src/` and `dist/`. */
export const version: string = (createRequire(import.meta.url)('../package.json') as { version: string }).version;
