import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Lockfile } from '../model/recorded.ts';
import { checkYaml } from '../yaml/check-yaml.ts';
import { type LocatedYaml, readYaml, type YamlResult } from '../yaml/located-yaml.ts';
import { isFormatted } from './format-lockfile.ts';
import { idsTwice } from './ids-twice.ts';
import { jsonErrorPlace } from './json-error.ts';
import { lockfileSchema, lockfileVersion } from './lockfile-schema.ts';
import { sheltered, unsheltered } from './sheltered-keys.ts';

/** The lockfile's value, or every mistake in it. */
export type ParsedLockfile =
  | { readonly ok: true; readonly lockfile: Lockfile }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a repository starts with. */
export function emptyLockfile(): Lockfile {
  return { lockfileVersion, workspaces: {} };
}

/**
 * Parses a lockfile and checks what no schema can: merge conflict markers, a key or an id that stands twice.
 *
 * @param text the file
 * @param file path to name in problems
 */
export function parseLockfile(text: string, file: string): ParsedLockfile {
  const markers = conflictMarkers(text, file);
  if (markers.length > 0) return { ok: false, problems: markers };
  const json = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { ok: false, problems: [problem('lockfile-syntax', {}, { file, ...jsonErrorPlace(json) })] };
  }
  const newer = newerVersion(value);
  if (newer !== null) {
    return { ok: false, problems: [problem('lockfile-newer', { version: newer }, { file, line: 1, column: 1 })] };
  }
  const checked = lockfileSchema.safeParse(sheltered(value));
  const lockfile = checked.success ? unsheltered(checked.data) : null;
  // `JSON.parse` keeps the last of two equal keys in silence; a file that is what we would write has none.
  // Where it is no collection a key `__proto__` is dropped by the schema, so it makes a difference here too.
  const asWritten = lockfile !== null && isFormatted(lockfile, json);
  const problems = asWritten ? [] : mistakes(json, value, file);
  if (problems.length > 0 || lockfile === null) return { ok: false, problems };
  const twice = idsTwice(lockfile, () => yamlOrNull(json, file), file);
  return twice.length > 0 ? { ok: false, problems: twice } : { ok: true, lockfile };
}

/** JSON is YAML too: reads it again the slow way, to find keys that stand twice and say where mistakes are. */
function mistakes(json: string, value: unknown, file: string): readonly Problem[] {
  const located = locatedJson(json, file);
  if (located.ok)
    return withoutValue(
      checkYaml({ ...located.yaml, value: sheltered(located.yaml.value) }, lockfileSchema, 'the lockfile'),
    );
  const twice = located.problems.filter((found) => found.code === 'key-twice');
  if (twice.length > 0) return twice;
  // What is JSON and no YAML (a key of a thousand characters) is checked without its places.
  const start = { file, line: 1, column: 1 };
  const nowhere = { value: sheltered(value), placeOf: () => start, placeOfKey: () => start };
  return withoutValue(checkYaml(nowhere, lockfileSchema, 'the lockfile'));
}

function yamlOrNull(json: string, file: string): LocatedYaml | null {
  const located = locatedJson(json, file);
  return located.ok ? located.yaml : null;
}

/** Reads JSON with its places. Tabs, which YAML does not indent with, stand in no JSON string. */
function locatedJson(json: string, file: string): YamlResult {
  return readYaml(json.replaceAll('\t', ' '), file, { numbers: 'number' });
}

function withoutValue(checked: ReturnType<typeof checkYaml>): readonly Problem[] {
  return checked.ok ? [] : checked.problems;
}

function conflictMarkers(text: string, file: string): readonly Problem[] {
  const marker = /^(<{7}|\|{7}|={7}|>{7})(\s|$)/;
  if (!new RegExp(marker, 'm').test(text)) return [];
  const found = text.split('\n').flatMap((line, index) => (marker.test(line) ? [index + 1] : []));
  if (found.length === 0) return [];
  return [problem('lockfile-conflict', { lines: found.join(', ') }, { file, line: found[0] ?? 1, column: 1 })];
}

function newerVersion(value: unknown): number | null {
  const version = (value as { lockfileVersion?: unknown } | null)?.lockfileVersion;
  return typeof version === 'number' && version > lockfileVersion ? version : null;
}
