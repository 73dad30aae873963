import { imageReference } from '../body/references.ts';
import type { ContentPath } from '../model/article.ts';
import { largestImage } from '../model/largest-image.ts';
import { isLeftOut, leftOut } from '../model/left-out.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { FileFacts } from '../model/repository.ts';
import { meantPath } from '../text/meant.ts';
import type { BodyTarget } from './body.ts';
import type { Destinations, Resolved } from './destinations.ts';
import { readable, resolveLocal } from './paths.ts';
import { fixOf, wayTo } from './why-dead.ts';

/** Where the address of an image leads in our own dialect. */
export function resolveImage(found: BodyTarget, destinations: Destinations): Resolved {
  const { target, from, place } = found;
  const { path } = resolveLocal(from, target);
  if (path === null) return { url: '', problems: [problem('link-outside', { target: readable(target) }, place)] };
  return resolveFile(found, path === from ? undefined : destinations.files.get(path), path, destinations);
}

/** A local image, by what is known of its file. */
export function resolveFile(
  found: BodyTarget,
  facts: FileFacts | undefined,
  path: ContentPath,
  { files, site }: Destinations,
): Resolved {
  const { target, place } = found;
  const none = (why: Problem): Resolved => ({ url: '', problems: [why] });
  const shown = readable(target);
  switch (facts?.kind) {
    case 'image':
      if (facts.bytes > largestImage) {
        const size = (facts.bytes / 1e6).toFixed(1);
        return none(problem('image-too-large', { target: shown, size, limit: largestImage / 1e6 }, place));
      }
      return { url: imageReference(facts.sha256), image: facts.sha256, problems: [] };
    case 'refused':
      return none(problem('file-refused', { target: shown, reason: facts.reason }, place));
    case 'text':
    case 'other':
      return none(problem('image-type', { target: shown }, place));
    case undefined: {
      if (isLeftOut(path) && site?.isInRoots(path) !== true)
        return none(problem('file-refused', { target: shown, reason: leftOut }, place));
      const images = [...files.values()].filter((file) => file.kind === 'image').map((file) => file.path);
      const near = target === '' ? null : meantPath(path, images);
      return none(problem('image-missing', { target: shown, nearest: wayTo(near, found) }, place, fixOf(near, found)));
    }
  }
}
