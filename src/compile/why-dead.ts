import type { ContentPath } from '../model/article.ts';
import { isLeftOut, leftOut } from '../model/left-out.ts';
import type { Fix } from '../model/place.ts';
import { type Problem, problem } from '../model/problem.ts';
import { relativePath } from '../model/relative-path.ts';
import type { FileFacts } from '../model/repository.ts';
import { hasSourceEnding } from '../model/source-path.ts';
import { type Meant, meantPath } from '../text/meant.ts';
import type { BodyTarget } from './body.ts';
import { readable } from './paths.ts';
import type { SitePaths } from './site-paths.ts';
import { targetFix } from './target-fix.ts';

/** What there is, by path. */
interface Known {
  readonly files: ReadonlyMap<ContentPath, FileFacts>;
  readonly byPath: ReadonlyMap<ContentPath, unknown>;
  readonly site?: Pick<SitePaths, 'inContent' | 'addressOf' | 'isInRoots'>;
}

/** What is wrong with a link to a path that is no source. */
export function whyDead(path: ContentPath, found: BodyTarget, { files, byPath, site }: Known): Problem[] {
  const { target, place } = found;
  const shown = readable(target);
  if (target === '') return [problem('dead-link', { target: '', nearest: null }, place)];
  const facts = files.get(path);
  if (facts?.kind === 'refused') return [problem('file-refused', { target: shown, reason: facts.reason }, place)];
  if (facts !== undefined) {
    const isServed = site?.isInRoots(path) === true;
    return [problem('link-to-file', { target: shown, isPage: hasSourceEnding(path), isServed }, place)];
  }
  if (isLeftOut(path)) return [problem('file-refused', { target: shown, reason: leftOut }, place)];
  const near = meantPath(path, byPath.keys());
  // The top of a site that no page is made for is its home page.
  const isHome = site !== undefined && /^\/(?:[?#]|$)/.test(target);
  if (near === null && target.startsWith('/') && (isHome || site?.inContent(target) === null))
    return [problem('link-outside', { target: shown, isOnSite: true }, place)];
  const isFolder = [files, byPath].some((all) => [...all.keys()].some((one) => one.startsWith(`${path}/`)));
  const code = isFolder || path === '' ? 'link-to-folder' : 'dead-link';
  return [problem(code, { target: shown, nearest: wayTo(near, found, site) }, place, fixOf(near, found, site))];
}

/** The path to a file, as it is written beside an address. */
export function wayTo(near: Meant | null, { from, target }: BodyTarget, site?: Known['site']): string | null {
  if (near === null) return null;
  if (!target.startsWith('/')) return relativePath(from, near.name);
  return site?.addressOf(near.name, target) ?? `/${near.name}`;
}

/** Writes that path, where it is sure. */
export function fixOf(near: Meant | null, found: BodyTarget, site?: Known['site']): Fix | undefined {
  const way = wayTo(near, found, site);
  return near?.isSure === true && way !== null
    ? targetFix(found, /^[^?#]*/.exec(found.target)?.[0] ?? '', way)
    : undefined;
}
