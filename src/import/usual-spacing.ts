import type { ContentPath, Spacing } from '../model/article.ts';

/** A text that is imported, and the spacings that fit it equally well. */
export interface FittedText {
  /** Folder of its article, without that of its language. */
  readonly folder: ContentPath;
  readonly fits: readonly Spacing[];
}

/**
 * The spacing that fits most texts.
 *
 * @param fits those of each text
 * @param around the one to take where another is no better
 */
export function usualSpacing(fits: readonly (readonly Spacing[])[], around: Spacing): Spacing {
  const count = (spacing: Spacing): number => fits.filter((one) => one.includes(spacing)).length;
  return all.reduce((best, spacing) => (count(spacing) > count(best) ? spacing : best), around);
}

/**
 * What folders are to say of spacing, so that as few sources as can be say it themselves: the outermost first, and only
 * where the one line in `_collection.yml` saves more than one.
 *
 * @param folders whose `_collection.yml` is still to be written
 * @param around the spacing of a folder by those above it, of which some may be among the results so far
 */
export function folderSpacings(
  texts: readonly FittedText[],
  folders: readonly ContentPath[],
  around: (folder: ContentPath, soFar: ReadonlyMap<ContentPath, Spacing>) => Spacing,
): ReadonlyMap<ContentPath, Spacing> {
  const found = new Map<ContentPath, Spacing>();
  // A folder sorts before all that is in it.
  for (const folder of [...new Set(folders)].sort()) {
    const fits = texts.filter((text) => `${text.folder}/`.startsWith(`${folder}/`)).map((text) => text.fits);
    const above = around(folder, found);
    const best = usualSpacing(fits, above);
    const missedBy = (spacing: Spacing): number => fits.filter((one) => !one.includes(spacing)).length;
    if (missedBy(above) > missedBy(best) + 1) found.set(folder, best);
  }
  return found;
}

const all: readonly Spacing[] = ['normal', 'airy', 'tight'];
