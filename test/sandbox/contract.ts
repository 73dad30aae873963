import type { ErrorObject } from 'ajv';
import type { SandboxVersion } from '../../src/sandbox/version.ts';
import { at, description, isDescribed, validatorOf } from './description.ts';
import { DIFFERENCES, type Difference } from './differences.ts';

/** An answer to be held against a description. */
export interface DrawnAnswer {
  readonly version: string;
  readonly method: string;
  /** Path as it was asked for, query included. */
  readonly path: string;
  readonly status: number;
  /** undefined for an empty body. */
  readonly body: unknown;
}

/** A point in which an answer is not as its description says. */
export interface Finding {
  readonly version: SandboxVersion;
  /** The request, its path as the description writes it, and the status: `GET /articles/{id} 200`. */
  readonly of: string;
  /** Where in the body: `/data/#/url`. */
  readonly at: string;
  readonly says: string;
}

/**
 * Holds an answer against the official description of its version: what the description says of that path,
 * method and status, and its `error` for a status that it does not list there.
 *
 * @returns everything that is not as described; empty where the version or the path is not described
 */
export function findingsIn({ version, method, path, status, body }: DrawnAnswer): readonly Finding[] {
  if (!isDescribed(version)) return [];
  const spec = description(version);
  const template = templateOf(version, path.split('?')[0] ?? '');
  if (template === null) return [];
  const names = ['paths', template, method.toLowerCase(), 'responses', String(status)];
  const listed = at(spec, ...names);
  const finding = (where: string, says: string): Finding => {
    return { version, of: `${method} ${template} ${status}`, at: where, says };
  };
  if (listed === undefined && status < 300) return [finding('', 'is not described')];
  const schema = ['content', 'application/json', 'schema'];
  const isListed = at(listed, ...schema) !== undefined;
  if (listed !== undefined && status < 300 && !isListed) {
    return body === undefined ? [] : [finding('', 'has no body')];
  }
  const validate = isListed
    ? validatorOf(version, ...names, ...schema)
    : validatorOf(version, 'components', 'schemas', 'error');
  if (validate(body)) return [];
  return (validate.errors ?? []).filter(isOwn).map((error) => finding(placeOf(error), sentenceOf(error)));
}

/** The differences that a finding is one of. */
export function differencesOf(finding: Finding): readonly Difference[] {
  return DIFFERENCES.filter(
    (difference) =>
      (difference.versions ?? [finding.version]).includes(finding.version) &&
      (difference.of ?? /^/).test(finding.of) &&
      difference.at.test(finding.at) &&
      difference.says.test(finding.says),
  );
}

/** What is wrong with an answer; null when nothing is, but for known differences. */
export function breachOf(answer: DrawnAnswer): string | null {
  const unknown = findingsIn(answer).filter((finding) => differencesOf(finding).length === 0);
  if (unknown.length === 0) return null;
  return unknown.map((finding) => `${finding.of} (${finding.version}): ${finding.at} ${finding.says}`).join('; ');
}

const templates = new Map<SandboxVersion, readonly (readonly [string, RegExp])[]>();

function templateOf(version: SandboxVersion, path: string): string | null {
  let known = templates.get(version);
  if (known === undefined) {
    const names = Object.keys(description(version)['paths'] ?? {});
    // A path without a blank goes before one whose blank fits it too.
    names.sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')));
    known = names.map((name) => [name, new RegExp(`^${name.replace(/\{[^}]+\}/g, '[^/]+')}$`)] as const);
    templates.set(version, known);
  }
  return known.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}

/** An `anyOf` that is here only because something may be null says nothing that is not said below it. */
function isOwn({ keyword, schemaPath }: ErrorObject): boolean {
  return keyword !== 'anyOf' && !schemaPath.endsWith('/anyOf/1/type');
}

function placeOf({ instancePath }: ErrorObject): string {
  return instancePath.replace(/\/\d+(?=\/|$)/g, '/#');
}

function sentenceOf({ keyword, params, message = '' }: ErrorObject): string {
  return keyword === 'additionalProperties' ? `has ${String(params['additionalProperty'])}` : message;
}
