import { error, warning } from './entry.ts';

/** Problems of images. */
export const imagesProblems = {
  'image-too-large': error(
    (a: { target: string; size: string; limit: number }) =>
      `image "${a.target}" has ${a.size} MB; more than ${a.limit} MB is not sent`,
    () => 'Make it smaller: readers wait for it, too.',
  ),
  'image-missing': error(
    (a: { target: string; nearest: string | null }) =>
      a.target === '' ? 'image without a file' : `image "${a.target}" does not exist`,
    (a) => (a.nearest === null ? 'Correct the path, or add the file.' : `Did you mean "${a.nearest}"?`),
  ),
  'image-type-remote': warning(
    (a: { target: string; ending: string }) => `image "${a.target}" ends in ${a.ending}, which Intercom does not take`,
    () => 'Use PNG, JPEG, GIF or SVG.',
  ),
  'image-unreachable': error(
    (a: { target: string }) =>
      `image "${a.target}" is a file, and "images" in helpcentre.yml says no way for Intercom to get it`,
    () =>
      'Intercom can only fetch images. Write "images: { host: github }" where a GitHub workflow publishes, or choose url or s3.',
  ),
  'image-type': error(
    (a: { target: string }) => `"${a.target}" is no image that Intercom takes`,
    () => 'Use PNG, JPEG, GIF or SVG; the type is told by content, not by name.',
  ),
  'image-in-text': warning(
    () => 'Intercom has no images inside a line; this one is put between two paragraphs',
    () => 'Give the image a paragraph of its own, or leave it out.',
  ),
  'image-width': warning(
    (a: { written: string }) => `Intercom needs an image's width in pixels; "${a.written}" is lost`,
    () => 'Write width="300".',
  ),
} as const;
