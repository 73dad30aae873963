import matter from 'gray-matter';
import { checkYaml, type LocatedYaml, readYaml } from '../located-yaml.ts';
import type { Place, Problem, Settings, SourceFields } from '../model.ts';
import { problem } from '../problem.ts';
import { frontMatterSchema } from './front-matter-schema.ts';

/** A source's text taken apart. */
export interface FrontMatter {
  readonly fields: SourceFields;
  readonly places: Readonly<Record<string, Place>>;
  /** The text with the front matter blanked out line by line, so that positions hold. */
  readonly body: string;
  /** Line on which the body starts, from 1. */
  readonly bodyLine: number;
}

/** Front matter, or every mistake in it. */
export type FrontMatterResult =
  | { readonly ok: true; readonly frontMatter: FrontMatter }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Splits a source into front matter and body, and checks the front matter.
 *
 * Only YAML is read. gray-matter would evaluate `---js`; its engines for other languages are replaced by
 * ones that refuse, and a language tag is refused before they could be asked.
 *
 * @param text the file's text with LF line ends
 * @param file path to name in problems
 * @param rules keys of another tool to ignore or rename (`frontMatter` in the configuration)
 */
export function readFrontMatter(text: string, file: string, rules: Settings['frontMatter']): FrontMatterResult {
  const start = { file, line: 1, column: 1 };
  const language = text.startsWith('---') && !text.startsWith('----') ? matter.language(text).name : '';
  if (language !== '' && !/^ya?ml$/i.test(language)) {
    return { ok: false, problems: [problem('front-matter-language', { language }, { ...start, column: 4 })] };
  }
  if (/^---[^\S\n]*(ya?ml)?[^\S\n]*(\n|$)/i.test(text) && !/\n---/.test(text.slice(3))) {
    return { ok: false, problems: [problem('front-matter-not-closed', {}, start)] };
  }
  const found = split(text, file);
  if (!found.ok) return found;
  const checked = found.yaml === null ? emptyFields : checkFields(found.yaml, rules);
  if (!checked.ok) return checked;
  const prefix = text.slice(0, text.length - found.content.length);
  const lines = prefix.split('\n').length - 1;
  return {
    ok: true,
    frontMatter: {
      fields: checked.fields,
      places: checked.places,
      body: '\n'.repeat(lines) + found.content,
      bodyLine: lines + 1,
    },
  };
}

const emptyFields = { ok: true, fields: {}, places: {} } as const;

type Split =
  | { readonly ok: true; readonly yaml: LocatedYaml | null; readonly content: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** gray-matter finds the fences; YAML is read by the engine given here, which keeps every key's place. */
function split(text: string, file: string): Split {
  let yaml: LocatedYaml | null = null;
  let problems: readonly Problem[] = [];
  const refuse = (): never => {
    throw new Error('only YAML front matter is read');
  };
  const found = matter(text, {
    engines: {
      yaml: (block: string) => {
        // The block starts behind the opening fence, so its line 1 is the file's line 1.
        const read = readYaml(block, file);
        if (read.ok) yaml = read.yaml;
        else problems = read.problems;
        return {};
      },
      json: refuse,
      javascript: refuse,
    },
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, yaml, content: found.content };
}

type CheckedFields =
  | { readonly ok: true; readonly fields: SourceFields; readonly places: Readonly<Record<string, Place>> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function checkFields(yaml: LocatedYaml, rules: Settings['frontMatter']): CheckedFields {
  if (yaml.value === null || yaml.value === undefined) return emptyFields;
  if (typeof yaml.value !== 'object' || Array.isArray(yaml.value)) {
    return { ok: false, problems: [problem('front-matter-shape', {}, yaml.placeOf([]))] };
  }
  const theirs = new Map<string, string>();
  const kept: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(yaml.value)) {
    if (rules.ignore.includes(key)) continue;
    const renamed = Object.hasOwn(rules.rename, key) ? (rules.rename[key] ?? key) : key;
    theirs.set(renamed, key);
    kept[renamed] = value;
  }
  // Places are asked for by our names and answered by theirs.
  const asWritten = (path: readonly PropertyKey[]): readonly PropertyKey[] =>
    path.length === 0 ? path : [theirs.get(String(path[0])) ?? String(path[0]), ...path.slice(1)];
  const renamedYaml: LocatedYaml = {
    value: kept,
    placeOf: (path) => yaml.placeOf(asWritten(path)),
    placeOfKey: (path) => yaml.placeOfKey(asWritten(path)),
  };
  const checked = checkYaml(renamedYaml, frontMatterSchema, 'front matter', Object.keys(frontMatterSchema.shape));
  if (!checked.ok) return checked;
  const { draft, ...fields } = checked.value;
  if (draft !== undefined && fields.state !== undefined) {
    const reason = 'say it once: "state" is given too';
    return {
      ok: false,
      problems: [
        problem('bad-value', { key: 'draft', where: 'front matter', reason }, renamedYaml.placeOfKey(['draft'])),
      ],
    };
  }
  const places: Record<string, Place> = {};
  for (const key of theirs.keys()) places[key] = renamedYaml.placeOfKey([key]);
  return {
    ok: true,
    fields: withoutAbsent(draft === undefined ? fields : { ...fields, state: draft ? 'draft' : 'published' }),
    places,
  };
}

/** Drops keys whose value is `undefined`, which zod leaves for optional fields that were written as null. */
function withoutAbsent(fields: object): SourceFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as SourceFields;
}
