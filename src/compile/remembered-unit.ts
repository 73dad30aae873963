import { createHash } from 'node:crypto';
import type { ContentPath } from '../model/article.ts';
import { flattenOf } from '../model/flatten.ts';
import { lazily } from '../model/lazily.ts';
import type { Memo } from '../model/memo.ts';
import type { Problem } from '../model/problem.ts';
import type { Repository, Source } from '../model/repository.ts';
import { hasVariables, type Settings, textFlavourOf } from '../model/settings.ts';
import { shownFile } from '../model/shown-file.ts';
import type { CompiledBody } from './body.ts';
import { snippetTexts } from './snippet-texts.ts';
import { spacingOf } from './spacing-of.ts';
import { compileSource, madeWith, type Unit } from './unit.ts';
import { writingRules } from './writing/asked.ts';

/** What a source came to, without its HTML. */
interface Facts {
  readonly unit: Omit<Unit, 'source' | 'body' | 'made' | 'key'>;
  readonly body: Omit<CompiledBody, 'html'>;
  /**
   * Fingerprints of the snippets' texts; null for one that was not there. Under `''` that of all paths, where the tool finds
   * a text by a part of its path: another file may be meant by it next time.
   */
  readonly snippets: readonly (readonly [ContentPath, string | null])[];
  /** Names that were looked up among the variables. */
  readonly variables: readonly string[];
  /** Fingerprint of what they came to; null for none. */
  readonly values: string | null;
}

/** Problems that look at other files than the source and its snippets: what they say may be another thing next time. */
const looksAround: readonly string[] = ['snippet-missing', 'file-refused'];

/** Units of one repository, with a memo. */
interface RememberingUnits {
  /** What a source came to before; null where that is not known. */
  readonly recalled: (source: Source) => Unit | null;
  /** The same, compiled where it is not known. As far as the memo keeps it, it is what the memo has: its text is bytes there. */
  readonly made: (source: Source) => Unit;
}

/** Recalls units, and keeps those that are made. */
export function rememberingUnits(repository: Repository, settings: Settings, memo: Memo): RememberingUnits {
  const { components } = settings;
  const flavour = textFlavourOf(settings);
  const same = createHash('sha256')
    .update(JSON.stringify([repository.root, hasVariables(settings), flattenOf(settings), flavour, components]))
    .digest('base64url');
  const keyOf = (source: Source): string => {
    const { path, locale, name, body, fields, places } = source;
    const { title, description, collection, section } = fields;
    const shown = [title, description, collection, section];
    const { print } = writingRules(settings, locale);
    const spacing = spacingOf(source, repository, settings);
    return memo.key('unit', same, path, print, locale, name, body, shown, places, spacing);
  };
  const around = { repository, settings, memo, paths: pathsOf(repository, settings), same: sameTexts() };
  return {
    recalled: (source) => recalled(keyOf(source), source, around),
    made(source) {
      const key = keyOf(source);
      const known = recalled(key, source, around);
      if (known !== null) return known;
      const unit = compileSource(source, repository, settings);
      if (key === '' || unit.problems.some(({ code }) => looksAround.includes(code))) return unit;
      const whole = keep(key, unit, around);
      return recalled(key, source, around) ?? { ...unit, key: whole };
    },
  };
}

/** What units are made and recalled with. */
interface Around {
  readonly repository: Repository;
  readonly settings: Settings;
  readonly memo: Memo;
  /** Fingerprint of the paths of all texts that may be put in. */
  readonly paths: () => string | null;
  /** The text that came first of those that are equal: JSON brings one for each. */
  readonly same: (text: string) => string;
}

function sameTexts(): Around['same'] {
  const texts = new Map<string, string>();
  return (text) => {
    const before = texts.get(text);
    if (before === undefined) texts.set(text, text);
    return before ?? text;
  };
}

function pathsOf(repository: Repository, settings: Settings): () => string | null {
  let print: string | null = null;
  return () => {
    print ??= printOf(JSON.stringify([...snippetTexts(repository, settings).keys()]));
    return print;
  };
}

function recalled(key: string, source: Source, around: Around): Unit | null {
  const { repository, settings, memo, paths } = around;
  const { facts, text } = memo.recall(key) ?? {};
  if (facts === undefined || text === undefined) return null;
  const { unit, body, snippets, variables, values } = facts as Facts;
  const made = madeWith(source, { snippets: body.uses, variables }, repository, settings);
  if (valuesPrint(made) !== values) return null;
  const now = (path: ContentPath): string | null => (path === '' ? paths() : printOf(made.snippets.get(path) ?? null));
  if (!snippets.every(([path, print]) => now(path) === print)) return null;
  const html = htmlFrom(text, source, { repository, settings });
  const at = { path: source.path, file: shownFile(repository.root, source.path), ...around };
  const [targets, problems] = [sharing(body.targets, at), unit.problems.map((one) => sharingProblem(one, at))];
  // Spread, every unit would have a shape of its own.
  const whole = { problems, source, body: lazily(Object.assign({}, body, { targets }), 'html', html), made };
  return Object.assign({}, unit, whole, { key: wholeKey(key, snippets, values) });
}

/** A function of its own holds no more than this: in another one it would hold all that was recalled beside the text. */
function htmlFrom(
  text: () => string | null,
  source: Source,
  { repository, settings }: Pick<Around, 'repository' | 'settings'>,
): () => string {
  return () => text() ?? compileSource(source, repository, settings).body.html;
}

/** A source, and the file that places in it name. */
type Shared = Pick<Around, 'same'> & { readonly path: ContentPath; readonly file: string };

/** The same, with texts that nearly all of them have in common, and those that are the same in many sources. */
function sharing(targets: CompiledBody['targets'], at: Shared): CompiledBody['targets'] {
  const { path, file, same } = at;
  return targets.map((target) => {
    const from = target.from === path ? path : target.from;
    const place = target.place.file === file ? Object.assign({}, target.place, { file }) : target.place;
    const texts = { target: same(target.target), written: same(target.written) };
    return Object.assign({}, target, { from, place }, texts);
  });
}

function sharingProblem(found: Problem, { file, same }: Shared): Problem {
  const place = found.place?.file === file ? { place: Object.assign({}, found.place, { file }) } : {};
  return Object.assign({}, found, { message: same(found.message), help: same(found.help) }, place);
}

/** Snippets and variables are found out only by compiling, so that a source's own key does not tell what they come to. */
function wholeKey(key: string, snippets: Facts['snippets'], values: Facts['values']): string {
  return snippets.length === 0 && values === null ? key : JSON.stringify([key, snippets, values]);
}

function valuesPrint({ variables }: Unit['made']): string | null {
  return variables.size === 0 ? null : printOf(JSON.stringify([...variables]));
}

/** @returns the key of the unit with its snippets */
function keep(
  key: string,
  { title, titlePlace, description, problems, body, made }: Unit,
  { memo, paths }: Around,
): string {
  const { html, ...rest } = body;
  const texts = [...made.snippets].map(([path, text]) => [path, printOf(text)] as const);
  const isByPart = texts.length > 0 && made.dialect.flavour !== 'github';
  const snippets = isByPart ? [...texts, ['', paths()] as const] : texts;
  const values = valuesPrint(made);
  const kept = { unit: { title, titlePlace, description, problems }, body: rest, snippets };
  memo.keep(key, { ...kept, variables: [...made.variables.keys()], values } satisfies Facts, html);
  return wholeKey(key, snippets, values);
}

function printOf(text: string | null): string | null {
  return text === null ? null : createHash('sha256').update(text).digest('base64url');
}
