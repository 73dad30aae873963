import { dirname, relative } from 'node:path/posix';

/**
 * The path that leads from one file to another, of the same folder: `invoices.md`, `../images/a.png`.
 *
 * @param to ends with a slash where it is a folder, and so does the path then; empty for the folder that holds all
 */
export function relativePath(from: string, to: string): string {
  // From the root: a relative path would count from the process's working folder.
  const path = relative(dirname(`/${from}`), `/${to}`);
  return path !== '' && /(?:^|\/)$/.test(to) ? `${path}/` : path;
}
