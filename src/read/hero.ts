import * as z from 'zod';
import type { Flavour } from '../flavour/flavour.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';

/** Text that a tool's layout shows out of front matter: a heading, what it says of itself, links and features. */
const shown = z.looseObject({
  layout: z.string().optional().catch(undefined),
  hero: z.looseObject({}).optional().catch(undefined),
  features: z.array(z.looseObject({})).optional().catch(undefined),
});

/** A piece of text, and where the front matter has it. */
interface Piece {
  readonly text: string;
  readonly line: number;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Writes what a layout shows of front matter as Markdown, in the lines that the front matter leaves blank: each piece on
 * the line of what it says, or soon below it, so that positions hold.
 *
 * @param yaml front matter in the tool's keys
 * @param flavour which layout shows it
 * @param body the text with its front matter blanked out
 * @param bodyLine line on which the text below it starts
 * @returns the body with it; the same where there is none, or no room for it
 */
export function withHero(yaml: LocatedYaml, flavour: Pick<Flavour, 'keys'>, body: string, bodyLine: number): string {
  if (flavour.keys.hero === undefined) return body;
  const { layout } = flavour.keys.hero;
  const read = shown.safeParse(yaml.value);
  if (!read.success || (layout !== undefined && read.data.layout !== layout)) return body;
  const { hero = {}, features = [] } = read.data;
  const lineOf = (...path: readonly PropertyKey[]): number => yaml.placeOfKey(path).line;
  const pieces = [
    ...heroPieces(hero, (...path) => lineOf('hero', ...path)),
    ...features.flatMap((feature, at) => featurePieces(feature, (...path) => lineOf('features', at, ...path))),
  ];
  const lines = laidOut(pieces, bodyLine - 2);
  return lines === null ? body : [...lines, ...body.split('\n').slice(lines.length)].join('\n');
}

/** Each piece in a line, with a blank one between two texts; null where that takes more lines than there are. */
function laidOut(pieces: readonly Piece[], room: number): readonly string[] | null {
  const gaps = pieces.map(({ text }, at) => (at === 0 || isHeading(text) || isHeading(pieces[at - 1]?.text) ? 0 : 1));
  let needed = gaps.reduce<number>((sum, gap) => sum + gap + 1, 0);
  if (pieces.length === 0 || needed > room) return null;
  const lines: string[] = Array.from({ length: room }, () => '');
  let next = 0;
  for (const [at, { text, line }] of pieces.entries()) {
    const gap = gaps[at] ?? 0;
    needed -= gap + 1;
    next = Math.min(room - needed - 1, Math.max(next + gap, line - 1));
    lines[next] = text;
    next += 1;
  }
  return lines;
}

const isHeading = (text = ''): boolean => /^#{1,2} /.test(text);

function heroPieces(hero: Values, lineOf: (...path: readonly PropertyKey[]) => number): readonly Piece[] {
  const name = wordsIn(hero, 'name') ?? wordsIn(hero, 'title');
  const text = wordsIn(hero, 'text');
  const tagline = wordsIn(hero, 'tagline');
  const picture = pictureIn(hero.image, name ?? text ?? '');
  const actions = Array.isArray(hero.actions) ? hero.actions.flatMap((one) => linkIn(one, 'text', 'link') ?? []) : [];
  return [
    ...(name === null ? [] : [{ text: `# ${name}`, line: lineOf('name') }]),
    ...(text === null ? [] : [{ text: `**${text}**`, line: lineOf('text') }]),
    ...(tagline === null ? [] : [{ text: tagline, line: lineOf('tagline') }]),
    ...(picture === null ? [] : [{ text: picture, line: lineOf('image') }]),
    ...(actions.length === 0 ? [] : [{ text: actions.join(' · '), line: lineOf('actions') }]),
  ];
}

function featurePieces(feature: Values, lineOf: (...path: readonly PropertyKey[]) => number): readonly Piece[] {
  const title = wordsIn(feature, 'title');
  const details = wordsIn(feature, 'details');
  const link = linkIn(feature, 'linkText', 'link');
  const heading = link === null ? (linkIn(feature, 'title', 'link') ?? title) : title;
  const said = [details, link].filter((one) => one !== null).join(' ');
  return [
    ...(heading === null ? [] : [{ text: `## ${heading}`, line: lineOf('title') }]),
    ...(said === '' ? [] : [{ text: said, line: lineOf(details === null ? 'link' : 'details') }]),
  ];
}

/** A text of one line. The layouts show HTML in it, and no Markdown. */
function wordsIn(values: Values, key: string): string | null {
  const value = values[key];
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  return text === '' ? null : text.replace(/[\\*_`[\]~]/g, '\\$&').replace(/^([#>+-]|\d+[.)])/, '\\$1');
}

function linkIn(value: unknown, text: string, link: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const values: Values = Object.fromEntries(Object.entries(value));
  const words = wordsIn(values, text);
  const address = values[link];
  return words === null || typeof address !== 'string' || address === '' ? null : `[${words}](<${address}>)`;
}

/** A picture by its address, or by several for light and dark. */
function pictureIn(value: unknown, name: string): string | null {
  const values: Values = typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
  const src = [value, values.src, values.light, values.file].find((one) => typeof one === 'string');
  return typeof src === 'string' && src !== '' ? `![${wordsIn(values, 'alt') ?? name}](<${src}>)` : null;
}
