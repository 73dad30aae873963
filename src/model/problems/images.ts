import { error, warning } from './entry.ts';

/** Problems of images. */
export const imagesProblems = {
  'image-too-large': error(
    (a: { target: string; size: string; limit: number }) =>
      `image "${a.target}" has ${a.size} MB, and the limit is ${a.limit} MB`,
    () => 'Make it smaller: readers have to wait for it, too.',
    {
      why: 'Large images are slow to load, and Intercom refuses very large ones.',
      bad: { 'Size of content/screen.png': '60 MB' },
      good: { 'Size of content/screen.png': '300 kB' },
    },
  ),
  'image-missing': error(
    (a: { target: string; nearest: string | null }) =>
      a.target === '' ? 'image without a file' : `image "${a.target}" does not exist`,
    (a) => (a.nearest === null ? 'Correct the path, or add the file.' : `Did you mean "${a.nearest}"?`),
    {
      why: 'Readers would see a broken image.',
      bad: '![The screen](images/screen.png)',
      good: '![The screen](https://example.com/screen.png)',
    },
  ),
  'image-type-remote': warning(
    (a: { target: string; ending: string }) => `image "${a.target}" ends in ${a.ending}, which Intercom does not take`,
    () => 'Use PNG, JPEG, GIF or SVG.',
    {
      why: 'Intercom copies images into its own store and takes four types. It may refuse this one.',
      bad: '![The screen](https://example.com/screen.webp)',
      good: '![The screen](https://example.com/screen.png)',
    },
  ),
  'image-unreachable': error(
    (a: { target: string }) =>
      `image "${a.target}" is a file, and "images" in helpcentre.yml does not say how Intercom can get it`,
    () =>
      'Intercom can only fetch images. Write "images: { host: github }" where a GitHub workflow publishes, or choose url or s3.',
    {
      why: "Intercom's API does not take uploads: it fetches each image from an address, so the file has to be reachable there while publishing.",
      bad: {
        'helpcentre.yml': 'images: { host: none }',
        'content/a.md': '# A\n\n![The screen](screen.svg)',
        'content/screen.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>',
      },
      good: {
        'helpcentre.yml': 'images: { host: github }',
        'content/a.md': '# A\n\n![The screen](screen.svg)',
        'content/screen.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>',
      },
    },
  ),
  'image-type': error(
    (a: { target: string }) => `"${a.target}" is not an image that Intercom accepts`,
    () => 'Use PNG, JPEG, GIF or SVG; the content counts, not the name.',
    {
      why: 'Intercom takes four types of images. The content counts, so renaming the file does not help.',
      bad: { 'content/a.md': '# A\n\n![The screen](screen.webp)', 'content/screen.webp': '(a WebP image)' },
      good: {
        'helpcentre.yml': 'images: { host: github }',
        'content/a.md': '# A\n\n![The screen](screen.svg)',
        'content/screen.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>',
      },
    },
  ),
  'image-in-text': warning(
    () => 'Intercom has no images inside a line; this one becomes a block of its own',
    () => 'Give the image a paragraph of its own, or leave it out.',
    {
      why: 'An image in Intercom is a block of its own, so the line is broken around it.',
      bad: 'Press ![OK](https://example.com/ok.png) to save.',
      good: 'Press **OK** to save.\n\n![The OK button](https://example.com/ok.png)',
    },
  ),
  'image-width': warning(
    (a: { written: string }) => `Intercom needs an image's width in pixels; "${a.written}" is lost`,
    () => 'Write width="300".',
    {
      why: 'Intercom knows widths in pixels only, so the image is shown in its own size.',
      bad: '<img src="https://example.com/screen.png" alt="The screen" width="50%">',
      good: '<img src="https://example.com/screen.png" alt="The screen" width="300">',
    },
  ),
} as const;
