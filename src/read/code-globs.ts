import * as z from 'zod';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Shots } from '../model/repository.ts';
import { withCommas } from '../model/with-commas.ts';
import { faultOfGlob } from '../text/globs.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';

const expected = 'expected globs of files in the repository, such as [src/billing/**]';
const oneOrMore = z
  .union([z.string(), z.array(z.string())], { error: expected })
  .transform((value) => (typeof value === 'string' ? [value] : value));

/** `sources:`: one glob, or a list of them. What fits it is looked at before; see `takeGlobs`. */
export const globsSchema = oneOrMore;

const oneOfShots = z.strictObject({ of: oneOrMore, images: oneOrMore.exactOptional() });

/** `shots:`: which images show what, or a list of such. */
export const shotsSchema = z
  .union([oneOfShots, z.array(oneOfShots)])
  .transform((value): readonly Shots[] => (Array.isArray(value) ? value : [value]));

/** Globs of one list: each is tried against every file. */
const mostGlobs = 1_000;

/** Why a value is no list of globs, as the end of a sentence; null where it is one. */
function faultOfGlobs(value: unknown): string | null {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!list.every((one) => typeof one === 'string')) return expected;
  if (list.length > mostGlobs) return `it has more than ${withCommas(mostGlobs)} globs: name folders`;
  const fault = list.map((one) => ({ one, why: faultOfGlob(one) })).find(({ why }) => why !== null);
  if (fault !== undefined) return `"${fault.one}": ${fault.why}`;
  const takesOnlyAway = list.length > 0 && list.every((one) => one.startsWith('!'));
  return takesOnlyAway ? 'globs with "!" only take away from others, and there are none' : null;
}

function faultOfShots(value: unknown): string | null {
  const parsed = shotsSchema.safeParse(value);
  if (!parsed.success) return 'expected "of:" below it, with globs of files, and perhaps "images:"';
  const faults = parsed.data.flatMap(({ of, images = [] }) => [faultOfGlobs(of), faultOfImages(images)]);
  return faults.find((fault) => fault !== null) ?? null;
}

/** An image's address may lead up: out of the folder of the article, and still not out of the content folder. */
function faultOfImages(images: readonly string[]): string | null {
  const reach = images.map((one) => one.replace(/^(?:\.\.\/)+/, ''));
  return images.length === 0 ? null : faultOfGlobs(reach);
}

const faults = { sources: faultOfGlobs, shots: faultOfShots } as const;
const keys = ['sources', 'shots'] as const;

/** Whether a value of one of these keys is meant as ours: other tools list books and addresses under such names. */
export function isCode(key: keyof typeof faults, value: unknown): boolean {
  const list = Array.isArray(value) ? value : [value];
  const looksLikeFiles = list.every((one) => typeof one !== 'string' || /[/*]|\.\w+$/.test(one));
  return value !== null && value !== undefined && faults[key](value) === null && looksLikeFiles;
}

/**
 * Takes out `sources` and `shots` that name no code, each with a warning: nothing of the article depends on them, so
 * that another meaning of such a key keeps nothing from being published.
 *
 * @param fields of front matter or of a `_collection.yml`, by our keys; changed
 */
export function takeGlobs(fields: Record<string, unknown>, yaml: LocatedYaml): readonly Problem[] {
  return keys.flatMap((key) => {
    if (!Object.hasOwn(fields, key)) return [];
    const value = fields[key];
    const reason = value === null || value === undefined ? '' : faults[key](value);
    if (reason === null) return [];
    delete fields[key];
    return reason === '' ? [] : [problem('sources-shape', { key, reason }, yaml.placeOfKey([key]))];
  });
}

/** Where each of several globs stands, under `sources.0` and so on. */
export function placesOfGlobs(
  globs: readonly string[] | undefined,
  yaml: LocatedYaml,
): readonly (readonly [string, Place])[] {
  return (globs ?? []).map((_, index) => [`sources.${index}`, yaml.placeOf(['sources', index])] as const);
}
