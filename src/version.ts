import { createRequire } from 'node:module';

/** package.json stands one folder above both `src/` and `dist/`. */
const facts = createRequire(import.meta.url)('../package.json') as {
  readonly version: string;
  readonly repository: { readonly url: string };
};

/** This program's version. */
export const version: string = facts.version;

/** Where its repository is, as package managers write it: `git+https://….git`. */
export const repositoryUrl: string = facts.repository.url;
