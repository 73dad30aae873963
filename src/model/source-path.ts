/** How the names of sources end. */
const ending = /\.(?:md|mdx|markdown)$/i;

/** Whether a path ends as sources do. */
export function hasSourceEnding(path: string): boolean {
  return ending.test(path);
}

/** A path without the ending of a source. */
export function withoutSourceEnding(path: string): string {
  return path.replace(ending, '');
}

/** A path without the numbers that order files and folders, which Docusaurus and others leave out of addresses. */
export function withoutOrderNumbers(path: string): string {
  return path.replace(/(^|\/)\d+[-_. ]+(?=[^/])/g, '$1');
}
