/** The code of an error, of the system's or of a library's: `ENOENT`. `''` where it has none. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}
