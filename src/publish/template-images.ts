import { blobId } from '../git/blob-id.ts';
import { type ImageHost, ImageHostError } from './image-host.ts';
import { readUnchanged } from './loopback-images.ts';

/** The commit that a host serves files of. */
export interface ServedCommit {
  readonly id: string;
  /** Absolute content folder. */
  readonly content: string;
  /** Git blob ids of files in the content folder at that commit; null where git does not say. */
  readonly committed: (files: readonly string[]) => Promise<ReadonlyMap<string, string> | null>;
}

/**
 * A host that already serves the repository's files: `images: { host: url, template }`.
 *
 * @param template a URL with `{sha}` (64 hexadecimal digits), `{path}` (percent-encoded, inside the content folder) and
 *   `{commit}`, such that it changes with the bytes
 * @param commit what `{commit}` stands for; null where it is not in the template
 */
export function templateImages(template: string, commit: ServedCommit | null): ImageHost {
  return {
    isSure: false,
    async urlOf(image) {
      if (commit !== null) {
        const blob = blobId(await readUnchanged(commit.content, image));
        // The file on disk must be the committed one, or readers would see another image than the one reviewed.
        if ((await commit.committed([image.path]))?.get(image.path) !== blob)
          throw new ImageHostError(
            'image-changed',
            `${image.path} is not committed as it is on disk: commit it, then publish`,
          );
      }
      return template
        .replaceAll('{path}', image.path.split('/').map(encodeURIComponent).join('/'))
        .replaceAll('{sha}', image.sha256.slice('sha256-'.length))
        .replaceAll('{commit}', commit?.id ?? '{commit}');
    },
    close: () => Promise.resolve(),
  };
}
