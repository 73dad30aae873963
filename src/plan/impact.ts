import { byCodeUnit } from '../model/by-code-unit.ts';
import type {
  ChangedFile,
  CodeChange,
  CodeHit,
  OldPicture,
  Picture,
  TouchedArticle,
  WatchedArticle,
} from '../model/impact.ts';
import { bySpecificity, type Globs, globsOf } from '../text/globs.ts';
import { reasonFor, reviewsIn } from '../text/reviewed.ts';

/** Whether a file is of the help centre itself: its change is no change of the product. */
export type IsDocs = (file: string) => boolean;

/**
 * The articles that a change has to do with, those with the most specific glob first.
 *
 * @param articles those that name code
 * @param change what changed
 * @param isDocs which files are of the help centre
 */
export function impactOf(
  articles: readonly WatchedArticle[],
  { files, messages }: CodeChange,
  isDocs: IsDocs,
): readonly TouchedArticle[] {
  const code = files.filter(({ path, byBots }) => byBots !== true && !isDocs(path));
  const changed = new Set(files.flatMap(namesOf));
  const reviews = reviewsIn(messages);
  const globs = globsOnce();
  const touched = articles.flatMap((article): TouchedArticle[] => {
    const hits = hitsOf(globs(article.globs), code);
    const pictures = oldPictures(article.pictures, changed, (list) => hitsOf(globs(list), code));
    if (hits.length === 0 && pictures.length === 0) return [];
    const { key, title, file, from, parts, names } = article;
    const isChanged = parts.some((part) => changed.has(part));
    return [{ key, title, file, from, hits, isChanged, reviewed: reasonFor(reviews, names), pictures }];
  });
  return touched.sort(byBestHit);
}

/** Those of them that nobody has looked at: neither are they changed, nor does a commit say that nothing has to change. */
export function toReview(touched: readonly TouchedArticle[]): readonly TouchedArticle[] {
  return touched.filter(({ hits, isChanged, reviewed }) => hits.length > 0 && !isChanged && reviewed === null);
}

/**
 * The glob that catches a file of the product. Markdown among the code is about the code: only a glob that names it by its
 * ending means it.
 */
export function codeGlob(globs: Globs, file: string): string | null {
  const glob = globs.caughtBy(file);
  return glob !== null && markdown.test(file) && !markdown.test(glob) ? null : glob;
}

const markdown = /\.(?:md|mdx|markdown)$/i;

const namesOf = ({ path, old }: ChangedFile): readonly string[] => (old === undefined ? [path] : [path, old]);

function hitsOf(globs: Globs, code: readonly ChangedFile[]): readonly CodeHit[] {
  return code
    .flatMap((one): CodeHit[] => {
      const found = namesOf(one)
        .map((file) => ({ file, glob: codeGlob(globs, file) }))
        .find(({ glob }) => glob !== null);
      return found === undefined || found.glob === null ? [] : [{ file: found.file, glob: found.glob }];
    })
    .sort((a, b) => bySpecificity(a.glob, b.glob) || byCodeUnit(a.file, b.file));
}

function oldPictures(
  pictures: readonly Picture[],
  changed: ReadonlySet<string>,
  hits: (globs: readonly string[]) => readonly CodeHit[],
): readonly OldPicture[] {
  return pictures
    .filter(({ image }) => !changed.has(image))
    .flatMap(({ image, of }) => {
      const [best] = hits(of);
      return best === undefined ? [] : [{ image, ...best }];
    });
}

function byBestHit(a: TouchedArticle, b: TouchedArticle): number {
  const [left, right] = [a.hits[0], b.hits[0]];
  const order =
    left === undefined || right === undefined
      ? Number(left === undefined) - Number(right === undefined)
      : bySpecificity(left.glob, right.glob);
  return order || byCodeUnit(a.key, b.key);
}

/** A folder's list is that of many articles. */
function globsOnce(): (list: readonly string[]) => Globs {
  const known = new Map<readonly string[], Globs>();
  return (list) => {
    const globs = known.get(list) ?? globsOf(list);
    known.set(list, globs);
    return globs;
  };
}
