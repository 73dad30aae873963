/** Files in a sentence: all of a few, the first two of many. @param word between the last two */
export function somePaths(paths: readonly string[], word: 'and' | 'or'): string {
  if (paths.length <= 3) return paths.join(word === 'and' ? ', ' : ' or ');
  return `${paths.slice(0, 2).join(', ')} ${word} ${paths.length - 2} more files`;
}
