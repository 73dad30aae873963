import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

/** JSON of any shape. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** GitHub's published description of its REST API. */
const description = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json'), 'utf8'),
) as JsonObject;

/** OpenAPI 3.0 says `nullable` beside a composition, which ajv knows only beside a type: says it as JSON Schema does. */
function mend(json: Json): void {
  if (json === null || typeof json !== 'object') return;
  for (const child of Object.values(json)) mend(child);
  if (Array.isArray(json) || json.nullable !== true || json.type !== undefined) return;
  const { nullable: _, ...rest } = json;
  for (const key of Object.keys(json)) delete json[key];
  json.anyOf = [rest, { type: 'null' }];
}
mend(at(description, 'components', 'schemas') ?? null);
mend(at(description, 'paths') ?? null);

// What is written for a few checks need not be made fast to run.
const common = { strict: false, validateSchema: false, logger: false, code: { optimize: false } } as const;
const ajv = new Ajv({ ...common, coerceTypes: false, allErrors: true });
formats.default(ajv);
const coercing = new Ajv({ ...common, coerceTypes: true });
formats.default(coercing);
for (const one of [ajv, coercing]) one.addSchema(description, 'github');

const compiled = new Map<string, ValidateFunction>();

function validator(with_: Ajv, pointer: readonly string[]): ValidateFunction {
  const ref = `github#/${pointer.map((name) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
  const key = `${with_ === ajv ? '' : 'coercing '}${ref}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const made = with_.compile({ $ref: ref });
  compiled.set(key, made);
  return made;
}

function at(json: Json | undefined, ...names: readonly string[]): Json | undefined {
  return names.reduce<Json | undefined>(
    // An index into a list is a name like any other.
    (value, name) => (value !== null && typeof value === 'object' ? (value as JsonObject)[name] : undefined),
    json,
  );
}

/** Follows a reference inside the description; gives where it leads. */
function resolved(pointer: readonly string[]): readonly string[] {
  const ref = at(description, ...pointer, '$ref');
  return typeof ref === 'string' ? resolved(ref.slice(2).split('/')) : pointer;
}

/**
 * Holds a request against the description.
 *
 * @param template the path as the description writes it
 * @returns what is wrong with it
 */
export function wrongInRequest(
  method: string,
  template: string,
  query: URLSearchParams,
  body: unknown,
): readonly string[] {
  const operation = ['paths', template, method.toLowerCase()];
  const found = at(description, ...operation);
  if (found === undefined) return [`the description has no ${method} ${template}`];
  const wrong: string[] = [];
  const parameters = (at(found, 'parameters') ?? []) as Json[];
  const pointers = parameters.map((_, index) => resolved([...operation, 'parameters', String(index)]));
  const inQuery = pointers.filter((pointer) => valueAt(pointer, 'in') === 'query');
  for (const [name, value] of query) {
    const pointer = inQuery.find((one) => valueAt(one, 'name') === name);
    if (pointer === undefined) wrong.push(`${method} ${template} has no query parameter "${name}"`);
    else {
      // Coercion changes what holds the value, so it is given one.
      const schema = valueAt(pointer, 'schema') as JsonObject;
      const check =
        compiled.get(pointer.join(' ')) ?? coercing.compile({ type: 'object', properties: { value: schema } });
      compiled.set(pointer.join(' '), check);
      if (!check({ value })) wrong.push(`${name}=${value}: ${coercing.errorsText(check.errors)}`);
    }
  }
  if (at(found, 'requestBody') === undefined) {
    if (body !== undefined) wrong.push(`${method} ${template} takes no body`);
    return wrong;
  }
  const check = validator(ajv, [...resolved([...operation, 'requestBody']), 'content', 'application/json', 'schema']);
  if (!check(body)) wrong.push(`${method} ${template}: ${ajv.errorsText(check.errors)}`);
  const known = Object.keys(
    (valueAt([...operation, 'requestBody', 'content', 'application/json', 'schema'], 'properties') ?? {}) as JsonObject,
  );
  const unknown = Object.keys((body ?? {}) as object).filter((name) => !known.includes(name));
  return [...wrong, ...unknown.map((name) => `${method} ${template} takes no "${name}"`)];
}

function valueAt(pointer: readonly string[], name: string): Json | undefined {
  return at(description, ...pointer, name);
}

/** Holds an answer against the description. @returns what is wrong with it */
export function wrongInAnswer(method: string, template: string, status: number, body: unknown): readonly string[] {
  const listed = ['paths', template, method.toLowerCase(), 'responses', String(status)];
  if (at(description, ...listed) === undefined) return [];
  const pointer = [...resolved(listed), 'content', 'application/json', 'schema'];
  if (at(description, ...pointer) === undefined) return [];
  const check = validator(ajv, pointer);
  return check(body) ? [] : [`${status} of ${method} ${template}: ${ajv.errorsText(check.errors)}`];
}

/** An example that the description gives: a whole value to put one's own fields into. */
export function example(name: string): JsonObject {
  const value = at(description, 'components', 'examples', name, 'value');
  return structuredClone((Array.isArray(value) ? value[0] : value) as JsonObject);
}
