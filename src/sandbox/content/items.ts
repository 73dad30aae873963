import type { AppliedTag, Content } from '../state/records.ts';
import type { SandboxState } from '../state/sandbox-state.ts';

/** One text of some content: a language of an article, or all that an internal article or a snippet has. */
export interface ContentText extends Pick<Content, 'title' | 'description' | 'state' | 'ai'> {
  readonly id: string;
  readonly locale: string;
  readonly createdById: string | null;
  readonly updatedById: string | null;
  /** Its text as it is stored. */
  readonly content: Pick<Content, 'body'>;
}

/** Something that Fin answers with. */
export interface ContentItem {
  readonly type: 'article' | 'internal_article' | 'content_snippet';
  readonly id: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly tags: readonly AppliedTag[];
  /** The first language first. */
  readonly texts: readonly ContentText[];
}

/** All content of a workspace. */
export function allContent(world: SandboxState): ContentItem[] {
  const articles = [...world.articles.values()].map((article): ContentItem => {
    const texts = Object.entries(article.contents)
      .sort(([a], [b]) => Number(b === article.defaultLocale) - Number(a === article.defaultLocale))
      .map(([locale, content]): ContentText => ({ ...content, locale, content }));
    const { id, createdAt, updatedAt, tags } = article;
    return { type: 'article', id, createdAt, updatedAt, tags, texts };
  });
  const internal = [...world.internalArticles.values()].map((record): ContentItem => {
    const { id, createdAt, updatedAt, tags, ...one } = record;
    const by = { createdById: one.authorId, updatedById: one.authorId };
    const text: ContentText = {
      ...{ id, title: one.title, description: '', state: 'published', ai: one.ai, locale: one.locale, ...by },
      content: record,
    };
    return { type: 'internal_article', id, createdAt, updatedAt, tags, texts: [text] };
  });
  const snippets = [...world.snippets.values()].map((record): ContentItem => {
    const { id, createdAt, updatedAt, tags, ...one } = record;
    const by = { createdById: null, updatedById: null };
    const text: ContentText = {
      ...{ id, title: one.title, description: '', state: 'published', ai: one.ai, locale: one.locale, ...by },
      content: record,
    };
    return { type: 'content_snippet', id, createdAt, updatedAt, tags, texts: [text] };
  });
  return [...articles, ...internal, ...snippets];
}
