import { lstat } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { liesIn, limitOf } from '../git/repository.ts';
import type { FlavourName } from '../model/flavour-name.ts';
import { localeOf, localePattern } from '../model/help-centre-locales.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { RedirectLines } from '../model/redirect.ts';
import { checkYaml } from '../yaml/check-yaml.ts';
import { readYaml } from '../yaml/located-yaml.ts';
import { addressSchema } from '../yaml/redirect-schema.ts';
import { textOf } from './tool-file.ts';

/** Name of the file with the redirects of pages that are gone, beside the configuration. */
export const redirectsName = 'redirects.yml';

const line = z.strictObject(
  {
    from: addressSchema,
    redirectTo: z
      .string({ error: 'expected the path of a source, or a collection' })
      .regex(/\S/, 'expected the path of a source, or a collection')
      .transform((value) => value.trim()),
    locale: z
      .string({ error: 'expected a locale' })
      .regex(localePattern, "expected a locale of Intercom's help centres, such as en, fr or pt-BR")
      .transform((value) => localeOf(value) ?? value)
      .exactOptional(),
  },
  { error: 'expected "from:" with an old address, and "redirectTo:" with what it leads to' },
);

/** `redirects.yml`: a list, so that a line can be taken out without another one changing. */
export const redirectsSchema = z.array(line, { error: 'expected a list, each with "from:" and "redirectTo:"' });

/** What `redirects.yml` says, and what is wrong with it. */
export interface ReadRedirects {
  /** null: there is no such file, or it is another tool's. */
  readonly lines: RedirectLines | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads `redirects.yml`.
 *
 * @param folder absolute folder of the configuration
 * @param shown the same as problems name it
 * @param flavour tool that the sources are written for
 */
export async function readRedirects(folder: string, shown: string, flavour: FlavourName): Promise<ReadRedirects> {
  const absolute = path.join(folder, redirectsName);
  const file = path.posix.join(shown, redirectsName);
  const isThere = (await lstat(absolute).catch(() => null)) !== null;
  if (!isThere) return { lines: null, problems: [] };
  const isInside = await liesIn(absolute, await limitOf(folder, folder));
  const text = isInside ? await textOf(absolute) : null;
  if (text !== null) return redirectLines(text, file, flavour);
  const reason = isInside ? 'it is not a file that can be read' : 'it is a link that leads out of the repository';
  return { lines: 'unread', problems: [problem('unreadable', { file, reason }, { file, line: 1, column: 1 })] };
}

/**
 * The lines of a `redirects.yml`. One mistake makes all of them unread: a redirect whose line cannot be read must not
 * look as if it were gone. A file that never says `redirectTo` is another tool's, where there is one.
 *
 * @param file path to name in problems
 */
export function redirectLines(text: string, file: string, flavour: FlavourName = 'github'): ReadRedirects {
  if (flavour !== 'github' && !/\bredirectTo\b/.test(text)) return { lines: null, problems: [] };
  const read = readYaml(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), file);
  if (!read.ok) return { lines: 'unread', problems: read.problems };
  const { yaml } = read;
  if (yaml.value === null || yaml.value === undefined) return { lines: [], problems: [] };
  const checked = checkYaml(yaml, redirectsSchema, redirectsName);
  if (!checked.ok) return { lines: 'unread', problems: checked.problems };
  const lines = checked.value.map((one, index) => ({
    ...one,
    places: { from: yaml.placeOf([index, 'from']), redirectTo: yaml.placeOf([index, 'redirectTo']) },
  }));
  return { lines, problems: [] };
}
