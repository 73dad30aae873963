import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { knownErrors } from './known-errors.ts';

/** Where Intercom's official descriptions are, beside the checkout. */
const folder = new URL('../../../shared/openapi/', import.meta.url);
const cache = new URL('../../node_modules/.cache/helpcentre-openapi/', import.meta.url);

/** Versions of which the official description is at hand. */
export const DESCRIBED = ['2.11', '2.14', '2.15', '2.16'] as const;
export type Described = (typeof DESCRIBED)[number];

/** Whether the official descriptions are there; without them nothing is held against them. */
export const hasDescriptions = existsSync(folder);
if (!hasDescriptions) {
  process.stderr.write('skipped: the official OpenAPI descriptions are not beside this checkout\n');
}

/** JSON of any shape. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/**
 * An official description as JSON. Reading the YAML takes seconds, so it is kept as JSON between runs.
 */
function description(version: Described): JsonObject {
  const known = descriptions.get(version);
  if (known !== undefined) return known;
  const yaml = readFileSync(new URL(`api.intercom.io-${version}.yaml`, folder), 'utf8');
  const hash = createHash('sha256').update(yaml).digest('hex').slice(0, 16);
  const file = new URL(`${version}-${hash}.json`, cache);
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    const draft = new URL(`${version}-${hash}.${process.pid}`, cache);
    writeFileSync(draft, JSON.stringify(parse(yaml)));
    renameSync(draft, file);
  }
  const read = JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
  descriptions.set(version, read);
  return read;
}
const descriptions = new Map<Described, JsonObject>();

/** Finds a value by the names that lead to it. */
function at(json: Json | undefined, ...names: readonly string[]): Json | undefined {
  return names.reduce<Json | undefined>(
    (value, name) => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value[name] : undefined),
    json,
  );
}

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

/**
 * Holds an answer against the official description of its version: what the description says of that path,
 * method and status, and its `error` for a status that it does not list there.
 *
 * @param mended whether the description's known errors are mended first
 * @returns what is wrong; null when nothing is, or the version or path is not described
 */
export function breachOf({ version, method, path, status, body }: DrawnAnswer, mended = true): string | null {
  if (!hasDescriptions || !isDescribed(version)) return null;
  const spec = description(version);
  const template = templateOf(spec, path.split('?')[0] ?? '');
  if (template === null) return null;
  const names = ['paths', template, method.toLowerCase(), 'responses', String(status)];
  const listed = at(spec, ...names);
  if (status === 200 && listed === undefined) return `${method} ${template} has no 200`;
  const isListed = at(listed, 'content', 'application/json', 'schema') !== undefined;
  if (listed !== undefined && status < 300 && !isListed)
    return body === undefined ? null : `${method} ${template} has no body`;
  const pointer = isListed
    ? pointerTo(...names, 'content', 'application/json', 'schema')
    : pointerTo('components', 'schemas', 'error');
  const validate = validator(version, pointer, mended);
  if (validate(body)) return null;
  const errors = (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  return `${method} ${path} (${version}, ${status}): ${errors.join('; ')}`;
}

/** Names of the fields that a version's description gives an object. */
export function fieldsOf(version: Described, schema: string): readonly string[] {
  const object = at(description(version), 'components', 'schemas', schema);
  const parts = at(object, 'allOf');
  const inherited = (Array.isArray(parts) ? parts : []).flatMap((part) => {
    const name =
      String(at(part, '$ref') ?? '')
        .split('/')
        .at(-1) ?? '';
    return name === '' ? Object.keys(at(part, 'properties') ?? {}) : fieldsOf(version, name);
  });
  return [...Object.keys(at(object, 'properties') ?? {}), ...inherited];
}

function isDescribed(version: string): version is Described {
  return (DESCRIBED as readonly string[]).includes(version);
}

function templateOf(spec: JsonObject, path: string): string | null {
  const templates = Object.keys(spec['paths'] ?? {});
  const fits = (template: string): boolean => new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path);
  return templates.find((template) => template === path) ?? templates.find(fits) ?? null;
}

function pointerTo(...names: readonly string[]): string {
  const escaped = names.map((name) => name.replaceAll('~', '~0').replaceAll('/', '~1'));
  return `description#/${escaped.map((name) => encodeURIComponent(name)).join('/')}`;
}

const ajvs = new Map<string, Ajv>();

function validator(version: Described, pointer: string, mended: boolean): ValidateFunction {
  const key = `${version} ${mended}`;
  let ajv = ajvs.get(key);
  if (ajv === undefined) {
    ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, logger: false });
    formats.default(ajv);
    const spec = structuredClone(description(version));
    if (mended) for (const { mend } of knownErrors(version)) mend(spec);
    ajv.addSchema(withNulls(spec) as object, 'description');
    ajvs.set(key, ajv);
  }
  return ajv.getSchema(pointer) ?? ajv.compile({ $ref: pointer });
}

/** `nullable` is OpenAPI 3.0's own word: JSON Schema says it with a type, or a choice. */
function withNulls(json: Json): Json {
  if (Array.isArray(json)) return json.map(withNulls);
  if (json === null || typeof json !== 'object') return json;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, withNulls(value)]),
  ) as JsonObject;
  // `example` and `default` are not for validation, and `properties` may name a field "nullable".
  if (nullable !== true) return nullable === undefined ? rest : { ...rest, nullable };
  return { anyOf: [rest, { type: 'null' }] };
}
