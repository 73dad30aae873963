import { dirname, relative } from 'node:path/posix';

/** The path that leads from one file to another, of the same folder: `invoices.md`, `../images/a.png`. */
export function relativePath(from: string, to: string): string {
  // From the root: a relative path would count from the process's working folder.
  return relative(dirname(`/${from}`), `/${to}`);
}
