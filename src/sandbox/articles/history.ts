import { type Engine, seconds } from '../engine.ts';
import type { LocaleCode } from '../locales.ts';
import type { Content } from '../state/records.ts';
import { nextId } from '../state/sandbox-state.ts';

/** Who writes, and how. */
export interface Actor {
  readonly id: string;
  readonly via: 'api' | 'web';
}

/** What a version keeps. */
export type VersionText = Pick<Content, 'title' | 'description' | 'body' | 'authorId'>;

/**
 * Keeps a version of one locale of an article.
 *
 * @param from version it comes from
 * @returns its id
 */
export function keepVersion(
  engine: Engine,
  { articleId, locale }: { readonly articleId: string; readonly locale: LocaleCode },
  text: VersionText,
  from: string | null,
  actor: Actor,
): string {
  const id = nextId(engine.world, engine.random);
  const { title, description, body, authorId } = text;
  engine.world.versions.set(id, {
    id,
    articleId,
    locale,
    title,
    description,
    body,
    authorId,
    createdById: actor.id,
    createdVia: actor.via,
    fromVersionId: from,
    createdAt: seconds(engine),
  });
  return id;
}

/** Forgets all versions of an article. */
export function forgetVersions(engine: Engine, articleId: string): void {
  for (const version of engine.world.versions.values()) {
    if (version.articleId === articleId) engine.world.versions.delete(version.id);
  }
}
