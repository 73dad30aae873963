import { readFile } from 'node:fs/promises';

/** The page about the Action. */
export const page = new URL('../../docs/guides/action.md', import.meta.url);

/** A workflow on the page: the comment in front says what `init` writes it for. */
export const block = /<!-- ([\w-]+): (\S+) -->\n```yaml\n([\s\S]*?)```\n/g;

/** The workflows on the page about the Action, by what stands in front of them: `forks: help-centre-comment.yml`. */
export async function docsBlocks(): Promise<ReadonlyMap<string, string>> {
  const text = (await readFile(page, 'utf8')).replaceAll('\r\n', '\n');
  return new Map([...text.matchAll(block)].map(([, kind, file, yaml = '']) => [`${kind}: ${file}`, yaml]));
}
