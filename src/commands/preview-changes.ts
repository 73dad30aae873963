import type { ChangesView } from '../preview/index.ts';
import type { Context } from './context.ts';
import type { Sources } from './sources.ts';

/** Where the preview learns what a publish would change. */
export interface ChangesSource {
  /** What a publish of these sources would change; null while it cannot be told. */
  view(sources: Sources): Promise<ChangesView | null>;
  /** Absolute paths of files that it depends on besides the sources. */
  readonly watched: readonly string[];
  close(): Promise<void>;
}

/** What changes are compared with. */
export interface ChangesOptions {
  readonly offline?: boolean;
}

/** Opens what the sources are compared with. */
export async function openChanges(
  _context: Context,
  _first: Sources,
  _options: ChangesOptions,
): Promise<ChangesSource> {
  return { view: async () => null, watched: [], close: async () => undefined };
}
