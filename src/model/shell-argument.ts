/** A path as a shell takes it for one argument, and no program for an option. */
export function shellArgument(path: string): string {
  const isPlain = /^[\p{L}\p{N}\p{M}_./@+-]+$/u.test(path);
  return `${path.startsWith('-') ? '-- ' : ''}${isPlain ? path : `'${path.replaceAll("'", "'\\''")}'`}`;
}
