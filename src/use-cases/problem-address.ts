import { repositoryUrl } from '../version.ts';

/** Address of a page of the documentation, by its path in `docs/`. */
export function docsAddress(name: string): string {
  return `${repositoryUrl.replace(/^git\+|\.git$/g, '')}/blob/HEAD/docs/${name}`;
}

const page = docsAddress('problems.md');

/** Address of the entry that explains a problem. */
export function problemAddress(code: string): string {
  return `${page}#${code}`;
}
