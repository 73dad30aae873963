import { parseDocument } from 'yaml';
import { checkYaml, readYaml } from '../located-yaml.ts';
import type { Place, Problem } from '../model.ts';
import { problem } from '../problem.ts';
import { type Lockfile, lockfileSchema, lockfileVersion } from './lockfile-schema.ts';

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
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^﻿/, ''));
  } catch {
    return { ok: false, problems: syntaxProblems(text, file) };
  }
  const newer = newerVersion(value);
  if (newer !== null) {
    return { ok: false, problems: [problem('lockfile-newer', { version: newer }, { file, line: 1, column: 1 })] };
  }
  const checked = lockfileSchema.safeParse(value);
  if (checked.success) {
    const twice = twiceProblems(text, file, checked.data);
    return twice.length > 0 ? { ok: false, problems: twice } : { ok: true, lockfile: checked.data };
  }
  // JSON is YAML too: read it again the slow way, only to say where the mistake is.
  const located = readYaml(text, file);
  if (!located.ok) return located;
  const again = checkYaml(located.yaml, lockfileSchema, 'the lockfile', Object.keys(lockfileSchema.shape));
  return again.ok ? { ok: true, lockfile: checked.data as never } : again;
}

function conflictMarkers(text: string, file: string): readonly Problem[] {
  const lines = text.split('\n');
  const found = lines.flatMap((line, index) => (/^(<{7}|={7}|>{7})(\s|$)/.test(line) ? [index + 1] : []));
  if (found.length === 0) return [];
  return [problem('lockfile-conflict', { lines: found.join(', ') }, { file, line: found[0] ?? 1, column: 1 })];
}

function syntaxProblems(text: string, file: string): readonly Problem[] {
  const document = parseDocument(text, { prettyErrors: true });
  const at = document.errors[0]?.linePos?.[0];
  const place: Place = { file, line: at?.line ?? 1, column: at?.col ?? 1 };
  return [problem('lockfile-syntax', {}, place)];
}

function newerVersion(value: unknown): number | null {
  const version = (value as { lockfileVersion?: unknown } | null)?.lockfileVersion;
  return typeof version === 'number' && version > lockfileVersion ? version : null;
}

/** `JSON.parse` keeps the last of two equal keys in silence, and two paths may name one id: both lose articles. */
function twiceProblems(text: string, file: string, lockfile: Lockfile): readonly Problem[] {
  const lineOf = (needle: string, from = 0): number => text.slice(0, text.indexOf(needle, from)).split('\n').length;
  const problems: Problem[] = [];
  for (const section of Object.values(lockfile.workspaces)) {
    const paths = new Map<string, string>();
    for (const [path, article] of Object.entries(section.articles)) {
      const key = `${JSON.stringify(path)}: {`;
      const first = text.indexOf(key);
      const again = first < 0 ? -1 : text.indexOf(key, first + 1);
      if (again >= 0 && Object.keys(lockfile.workspaces).length === 1) {
        problems.push(
          problem(
            'lockfile-path-twice',
            { path, first: lineOf(key) },
            { file, line: lineOf(key, first + 1), column: 1 },
          ),
        );
      }
      const other = paths.get(article.id);
      if (other !== undefined) {
        problems.push(
          problem(
            'lockfile-id-twice',
            { id: article.id, path, other, first: lineOf(`${JSON.stringify(other)}: {`) },
            { file, line: lineOf(key), column: 1 },
          ),
        );
      }
      paths.set(article.id, path);
    }
  }
  return problems;
}
