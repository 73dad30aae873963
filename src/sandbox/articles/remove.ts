import type { Engine } from '../engine.ts';
import { forgetVersions } from './history.ts';

/** Deletes an article, its versions, and the redirects that lead to it. */
export function removeArticle(engine: Engine, id: string): void {
  engine.world.articles.delete(id);
  forgetVersions(engine, id);
  for (const redirect of engine.world.redirects.values()) {
    if (redirect.targetType === 'article' && redirect.targetId === id) engine.world.redirects.delete(redirect.id);
  }
}
