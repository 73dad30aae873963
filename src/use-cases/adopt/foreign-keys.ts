import { readFile } from 'node:fs/promises';
import { foreignKeysIn } from '../../read/flavoured-keys.ts';
import { fencesOf } from '../../text/fences.ts';
import { plainYaml } from '../../yaml/plain-yaml.ts';
import { record } from './tool.ts';
import type { Trial } from './try-out.ts';

/**
 * Finds keys of front matter that our own dialect has too, and that mean something else in a repository that was never
 * ours: `author: Ann` is no teammate of the workspace.
 *
 * @returns names for `frontMatter: { ignore }`, in the order of the alphabet; `*` where a key is close to one of ours
 */
export async function foreignKeys({ kept: { read }, settings, problems }: Trial): Promise<readonly string[]> {
  // All other tools' keys are read by what they mean there.
  if (settings.flavour !== 'github') return [];
  const found = new Set<string>();
  const pages = new Set([...read.repository.sources, ...read.unread].map(({ path }) => path));
  for (const [path, { absolute }] of read.texts) {
    if (!pages.has(path)) continue;
    const text = await readFile(absolute, 'utf8').catch(() => '');
    const fences = fencesOf(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
    const { data } = record.safeParse(fences.is === 'closed' ? plainYaml(fences.block) : null);
    for (const key of foreignKeysIn(data ?? {})) found.add(key);
  }
  const near = problems.some(({ code, place }) => code === 'unknown-key' && isPage(place?.file, pages)) ? ['*'] : [];
  return [...near, ...[...found].sort()];
}

const isPage = (file: string | undefined, pages: ReadonlySet<string>): boolean =>
  file !== undefined && [...pages].some((page) => file === page || file.endsWith(`/${page}`));
