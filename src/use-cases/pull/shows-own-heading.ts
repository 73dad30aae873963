import type { Flavour } from '../../flavour/flavour.ts';
import type { Source } from '../../model/repository.ts';

/**
 * Whether the site shows the text's first heading in place of the title that front matter has: where it is the only one of
 * its level. What a layout shows out of front matter is none of the text.
 */
export function showsOwnHeading({ body, bodyLine }: Source, { files }: Pick<Flavour, 'files'>): boolean {
  if (files.ownHeading !== true) return false;
  const written = body
    .split('\n')
    .slice(bodyLine - 1)
    .join('\n')
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '');
  return /^\s*# \S/.test(written) && written.match(/^# \S/gm)?.length === 1;
}
