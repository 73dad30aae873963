import path from 'node:path';
import { type PermalinkRule, type Permalinks, permalinkOf } from '../flavour/permalinks.ts';
import { localise } from '../model/localised-path.ts';
import type { Source } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { withoutSourceEnding } from '../model/source-path.ts';
import type { ReadMemory } from './memory.ts';
import { between, textOf } from './tool-file.ts';

/**
 * Reads which addresses a tool's configuration gives to pages in place of their paths.
 *
 * @returns the source with its address; the same where the configuration gives it none
 */
export async function permalinksOf(
  permalinks: Permalinks | undefined,
  folder: string,
  settings: Pick<Settings, 'content' | 'locale' | 'locales'>,
  memory: ReadMemory,
): Promise<(source: Source) => Source> {
  if (permalinks === undefined) return (source) => source;
  const content = path.join(folder, settings.content);
  for (const file of between(content, folder).flatMap((at) => permalinks.files.map((name) => path.join(at, name)))) {
    const text = await memory.recall(file, 'permalinks', () => textOf(file));
    const rules = text === null ? [] : permalinks.rules(text);
    if (rules.length === 0) continue;
    const base = permalinks.from === 'content' ? content : path.dirname(file);
    const inBase = path.relative(base, content).split(path.sep).join('/');
    return (source) => addressed(source, inBase, rules, settings);
  }
  return (source) => source;
}

function addressed(
  source: Source,
  inBase: string,
  rules: readonly PermalinkRule[],
  settings: Pick<Settings, 'locale' | 'locales'>,
): Source {
  const { stem } = localise(source.path, settings.locales, settings.locale);
  const whole = withoutSourceEnding(path.posix.join(inBase, stem));
  const inside = rules.filter(({ folder }) => folder === '' || whole.startsWith(`${folder}/`));
  const rule = inside.toSorted((a, b) => b.folder.length - a.folder.length)[0];
  if (rule === undefined) return source;
  const address = permalinkOf(rule.pattern, {
    path: rule.folder === '' ? whole : whole.slice(rule.folder.length + 1),
    folder: rule.folder,
    title: source.fields.title ?? null,
    slug: source.slug ?? null,
    date: source.date ?? null,
  });
  if (address === null) return source;
  return { ...source, addresses: [...(source.addresses ?? []), `/${address.replace(/^\/+/, '')}`] };
}
