import { repositoryUrl } from '../version.ts';

const page = `${repositoryUrl.replace(/^git\+|\.git$/g, '')}/blob/HEAD/docs/reference/problems.md`;

/** Address of the entry that explains a problem. */
export function problemAddress(code: string): string {
  return `${page}#${code}`;
}
