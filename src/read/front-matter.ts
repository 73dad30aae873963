import type { Flavour } from '../flavour/flavour.ts';
import { flavours } from '../flavour/flavours.ts';
import { lineOfResources } from '../flavour/resources.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { SourceFields } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import { type Fences, fencesOf, withoutFrontMatter } from '../text/fences.ts';
import { checkYaml } from '../yaml/check-yaml.ts';
import { type LocatedYaml, readYaml, type YamlResult } from '../yaml/located-yaml.ts';
import { placesOfGlobs, takeGlobs } from './code-globs.ts';
import { type FlavouredKeys, flavouredKeys } from './flavoured-keys.ts';
import { frontMatterSchema } from './front-matter-schema.ts';
import { withHero } from './hero.ts';
import { plainMetadata } from './plain-metadata.ts';
import { renameKeys } from './rename-keys.ts';
import { tomlFrontMatter } from './toml-front-matter.ts';
import { quoteProblems, withQuoteFix } from './typographic-quotes.ts';
import { statesOfOthers, takeUnknown, type UnknownKey } from './unknown-keys.ts';
import { withVideo } from './video-key.ts';

/** A source's text taken apart. */
export interface FrontMatter {
  readonly fields: SourceFields;
  readonly places: Readonly<Record<string, Place>>;
  /** The text with the front matter blanked out line by line, so that positions hold. */
  readonly body: string;
  /** Line on which the body starts, from 1. */
  readonly bodyLine: number;
  /** Addresses at which another tool has the page, as its front matter gives them. */
  readonly addresses: readonly string[];
  /** Where it has the page among others, and what it makes its address of. */
  readonly order?: number;
  readonly date?: string;
  readonly slug?: string;
  readonly leadsTo?: string;
}

/** Front matter, or every mistake in it. */
export type FrontMatterResult =
  | {
      readonly ok: true;
      readonly frontMatter: FrontMatter;
      readonly problems: readonly Problem[];
      readonly unknown: readonly UnknownKey[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Characters of front matter. A YAML parser compares every key with every other, so that its time has to be bounded. */
const maxLength = 100_000;

/**
 * Splits a source into front matter and body, and checks the front matter.
 *
 * Only YAML is read: a language tag such as `---js`, which some tools run as code, is refused before anything is parsed.
 *
 * @param text the file's text with LF line ends
 * @param file path to name in problems
 * @param rules keys of another tool to ignore or rename (`frontMatter` in the configuration)
 * @param flavour what keys mean in the tool that the text was written for
 */
export function readFrontMatter(
  text: string,
  file: string,
  rules: Settings['frontMatter'],
  flavour: Flavour = flavours.github,
): FrontMatterResult {
  const toml = flavour.keys.toml ? tomlFrontMatter(text, file, maxLength) : null;
  if (toml !== null) return toml.ok ? checkedFrontMatter(toml, rules, flavour) : toml;
  const fences = fencesOf(text);
  switch (fences.is) {
    case 'none': {
      const plain = flavour.keys.unfenced === true ? plainMetadata(text, file) : null;
      if (plain !== null) return checkedFrontMatter(plain, rules, flavour);
      return whole(text);
    }
    case 'other-language': {
      const { language } = fences;
      const place = { file, line: 1, column: text.indexOf(language, 3) + 1 };
      return { ok: false, problems: [problem('front-matter-language', { language }, place)] };
    }
    case 'not-closed':
      // A line at the start of a text.
      if (flavour.keys.unfenced === true) return whole(text);
      return { ok: false, problems: [problem('front-matter-not-closed', {}, { file, line: 1, column: 1 })] };
    case 'closed':
      return readClosed(text, fences, file, rules, flavour);
  }
}

/** A text without front matter. */
const whole = (text: string): FrontMatterResult => ({
  ok: true,
  frontMatter: { fields: {}, places: {}, body: text, bodyLine: 1, addresses: [] },
  problems: [],
  unknown: [],
});

function readClosed(
  text: string,
  fences: Extract<Fences, { readonly is: 'closed' }>,
  file: string,
  rules: Settings['frontMatter'],
  flavour: Flavour,
): FrontMatterResult {
  const { block, end } = fences;
  if (block.length > maxLength) {
    const found = problem('front-matter-too-long', { limit: maxLength }, { file, line: 1, column: 1 });
    return { ok: false, problems: [found] };
  }
  const written = block.split('\n').slice(1);
  const { read, twice } = readKeys(block, file, flavour);
  if (!read.ok) return { ok: false, problems: withQuoteFix(read.problems, written, file) };
  const blanked = withoutFrontMatter(text, fences);
  const bodyLine = Math.min(end + 2, blanked.split('\n').length);
  const body = withVideo(read.yaml, flavour, withHero(read.yaml, flavour, blanked, bodyLine));
  const found = checkedFrontMatter({ data: read.yaml, body, bodyLine }, rules, flavour);
  if (found.ok && twice.length > 0) return { ...found, problems: [...found.problems, ...twice] };
  if (!found.ok || flavour.name !== 'github') return found;
  const quotes = quoteProblems(read.yaml.value, written, file, rules.ignore);
  return { ...found, problems: [...found.problems, ...quotes] };
}

/** Front matter, and as warnings keys that stand twice, where the tool takes the last of them. */
function readKeys(block: string, file: string, { keys }: Flavour): { read: YamlResult; twice: readonly Problem[] } {
  const read = readYaml(block, file);
  const isOnlyTwice = !read.ok && read.problems.every(({ code }) => code === 'key-twice');
  if (read.ok || !isOnlyTwice || !keys.lastWins) return { read, twice: [] };
  const twice = read.problems.map((one): Problem => ({ ...one, severity: 'warning' }));
  return { read: readYaml(block, file, { lastWins: true }), twice };
}

function checkedFrontMatter(
  { data, body, bodyLine }: { readonly data: LocatedYaml; readonly body: string; readonly bodyLine: number },
  rules: Settings['frontMatter'],
  flavour: Flavour,
): FrontMatterResult {
  const { yaml, addresses, given } = inOurKeys(data, rules, flavour);
  const checked = checkFields(yaml, rules);
  if (!checked.ok) return checked;
  const { fields, places, unknown, problems } = checked;
  const text = withResources(data, flavour, body);
  return {
    ok: true,
    frontMatter: { fields, places, body: text, bodyLine, addresses, ...given },
    problems,
    unknown,
  };
}

/** The text with the files that its front matter names, in the first line that this leaves blank, where it calls any. */
function withResources({ value }: LocatedYaml, { keys }: Flavour, body: string): string {
  if (keys.resources === undefined || !body.startsWith('\n') || !/\{\{[<%]/.test(body)) return body;
  const front: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const line = lineOfResources(front[keys.resources]);
  return line === null ? body : `${line}${body}`;
}

/** Front matter of another tool under our keys; the configuration's own names for keys come first. */
function inOurKeys(
  data: LocatedYaml,
  rules: Settings['frontMatter'],
  flavour: Flavour,
): {
  readonly yaml: LocatedYaml;
  readonly addresses: readonly string[];
  readonly given: FlavouredKeys['given'];
} {
  const { value } = data;
  if (flavour.name === 'github' || typeof value !== 'object' || value === null || Array.isArray(value))
    return { yaml: data, addresses: [], given: {} };
  const written = Object.entries(value).filter(([key]) => !rules.ignore.includes(key));
  const renamed = written.filter(([key]) => Object.hasOwn(rules.rename, key));
  const theirs = flavouredKeys(Object.fromEntries(written.filter((one) => !renamed.includes(one))), flavour);
  const asWritten = (path: readonly PropertyKey[]): readonly PropertyKey[] =>
    path.length === 0 ? path : [theirs.written.get(String(path[0])) ?? String(path[0]), ...path.slice(1)];
  const yaml: LocatedYaml = {
    value: { ...theirs.fields, ...Object.fromEntries(renamed) },
    placeOf: (path) => data.placeOf(asWritten(path)),
    placeOfKey: (path) => data.placeOfKey(asWritten(path)),
  };
  return { yaml, addresses: theirs.addresses, given: theirs.given };
}

const emptyFields = { ok: true, fields: {}, places: {}, unknown: [], problems: [] } as const;

type CheckedFields =
  | {
      readonly ok: true;
      readonly fields: SourceFields;
      readonly places: Readonly<Record<string, Place>>;
      readonly unknown: readonly UnknownKey[];
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function checkFields(yaml: LocatedYaml, rules: Settings['frontMatter']): CheckedFields {
  if (yaml.value === null || yaml.value === undefined) return emptyFields;
  if (typeof yaml.value !== 'object' || Array.isArray(yaml.value)) {
    return { ok: false, problems: [problem('front-matter-shape', {}, yaml.placeOf([]))] };
  }
  const { kept, theirs, problems } = renameKeys(yaml, yaml.value, rules);
  if (problems.length > 0) return { ok: false, problems };
  // Places are asked for by our names and answered by theirs.
  const asWritten = (path: readonly PropertyKey[]): readonly PropertyKey[] =>
    path.length === 0 ? path : [theirs.get(String(path[0])) ?? String(path[0]), ...path.slice(1)];
  const renamedYaml: LocatedYaml = {
    value: kept,
    placeOf: (path) => yaml.placeOf(asWritten(path)),
    placeOfKey: (path) => yaml.placeOfKey(asWritten(path)),
  };
  const states = statesOfOthers(kept, renamedYaml);
  if (states.length > 0) return { ok: false, problems: states };
  const unknown = takeUnknown(kept, renamedYaml);
  const unfit = takeGlobs(kept, renamedYaml);
  const checked = checkYaml(renamedYaml, frontMatterSchema, 'front matter');
  if (!checked.ok) return checked;
  const { draft, ...fields } = checked.value;
  if (draft !== undefined && fields.state !== undefined) {
    const reason = '"state" is given too; keep only one of them';
    const place = renamedYaml.placeOfKey(['draft']);
    return { ok: false, problems: [problem('bad-value', { key: 'draft', where: 'front matter', reason }, place)] };
  }
  const old = (fields.redirectFrom ?? []).map((_, index) => ['redirectFrom', index] as const);
  const places = Object.fromEntries([
    ...[...theirs.keys()].map((key) => [key, renamedYaml.placeOfKey([key])] as const),
    ...old.map((at) => [at.join('.'), renamedYaml.placeOf(at)] as const),
    ...placesOfGlobs(fields.sources, renamedYaml),
  ]);
  return {
    ok: true,
    fields: withoutAbsent(draft === undefined ? fields : { ...fields, state: draft ? 'draft' : 'published' }),
    places,
    unknown,
    problems: unfit,
  };
}

/** Drops keys whose value is `undefined`, which zod leaves for optional fields that were written as null. */
function withoutAbsent(fields: object): SourceFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as SourceFields;
}
