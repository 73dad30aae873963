import { readFile } from 'node:fs/promises';

/** docs/reference/dialect.md, in which every example is compiled by a test. A build has its text in the place of this module. */
export async function dialectPage(): Promise<string> {
  return await readFile(new URL('../../docs/reference/dialect.md', import.meta.url), 'utf8');
}
