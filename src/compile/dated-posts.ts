import type { ContentPath } from '../model/article.ts';
import { withoutSourceEnding } from '../model/source-path.ts';

const post = /(?:^|\/)_posts\/(?:.*\/)?(\d{4})-(\d{2})-(\d{2})-([^/]+)$/;
const dated = /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})\/([^/]+?)(?:\.html?)?\/?$/;

/**
 * Jekyll's posts, `_posts/2018-04-09-a-name.md`, by the end of their addresses: `2018/04/09/a-name/`. What comes before it
 * is up to the site's settings, and no other page ends so.
 *
 * @returns the post that an address means; null for none
 */
export function datedPosts(paths: readonly ContentPath[]): (address: string) => ContentPath | null {
  const posts = new Map(
    paths.flatMap((path) => keyOf(post, withoutSourceEnding(path).replace(/\.html$/i, '')).map((key) => [key, path])),
  );
  return (address) => {
    const [key = ''] = keyOf(dated, address);
    return posts.get(key) ?? null;
  };
}

function keyOf(pattern: RegExp, path: string): readonly string[] {
  const found = pattern.exec(path);
  return found === null ? [] : [found.slice(1).join('/').toLowerCase().replaceAll(' ', '-')];
}
