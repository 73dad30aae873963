import type { Comment, Issue } from './repository.ts';

/**
 * The first line of what the Action keeps up to date, by which it finds it again. Readers do not see it.
 *
 * @param kind `plan`, `drift` or `links`
 * @param key tells one help centre of a repository from another
 */
export function markerOf(kind: 'plan' | 'drift' | 'links', key: string): string {
  return `<!-- helpcentre:${kind}:${key.replace(/[^\w./-]/g, '_').replaceAll('--', '__')} -->`;
}

const insiders = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/**
 * Whether something was written by the Action: it begins with the marker (a quotation of it does not), and its author
 * is a bot or belongs to the repository. Anybody can write a marker, and nobody else's words are written over.
 */
export function isOurs({ body, user, author_association: role }: Comment | Issue, marker: string): boolean {
  const isTrusted = user?.type === 'Bot' || insiders.includes(role ?? '');
  return isTrusted && (body ?? '').replace(/^\ufeff/, '').startsWith(marker);
}
