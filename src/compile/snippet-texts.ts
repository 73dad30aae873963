import type { ContentPath } from '../model/article.ts';
import type { FileFacts, Repository } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';

const made = new WeakMap<Repository, ReadonlyMap<ContentPath, FileFacts>>();

/** Files that texts may be put in from: in the texts of another tool a page may be part of another. */
export function snippetTexts(
  repository: Repository,
  { flavour }: Pick<Settings, 'flavour'>,
): ReadonlyMap<ContentPath, FileFacts> {
  if (flavour === 'github') return repository.files;
  const before = made.get(repository);
  if (before !== undefined) return before;
  const pages = repository.sources.map(({ path, body }) => [path, { kind: 'text', path, text: body }] as const);
  const found = new Map<ContentPath, FileFacts>([...repository.files, ...pages]);
  made.set(repository, found);
  return found;
}
