import type { Context } from 'hono';
import type * as z from 'zod';
import { BodyTooLarge, bytesWithin } from '../../net/bounded-body.ts';
import { ApiError, invalid, missing, unprocessable } from './api-error.ts';
import type { ApiEnv } from './call.ts';

/** Largest request body, in bytes. Intercom names no limit; this one only guards the machine. */
export const largestBody = 20 * 1024 * 1024;

/**
 * Reads and checks a JSON body. An absent body counts as `{}`.
 *
 * @param messages sentence for a field that is missing, by its path; the rest get a general one
 * @throws ApiError 413 for a body that is too large, however it is sent; 400 for text that is no JSON object, and for fields that are missing or of another type
 */
export async function readBody<S extends z.ZodType>(
  c: Context<ApiEnv>,
  schema: S,
  messages: Readonly<Record<string, string>> = {},
): Promise<z.infer<S>> {
  const text = await textOf(c);
  let json: unknown;
  try {
    json = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    throw new ApiError(400, 'bad_request', 'The request body is not valid JSON');
  }
  const parsed = schema.safeParse(json, { reportInput: true });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  if (field === '') throw new ApiError(400, 'bad_request', 'The request body must be a JSON object');
  if (issue?.input === undefined) throw missing(messages[field] ?? `${field} is a required parameter`);
  throw invalid(`${field}: ${issue.message}`, field);
}

/**
 * As `readBody`, for endpoints whose only error for a body is a 422 `validation_error`.
 *
 * @throws ApiError 413 for a body that is too large; 400 for text that is no JSON object; 422 for fields of another type
 */
export async function readValidated<S extends z.ZodType>(c: Context<ApiEnv>, schema: S): Promise<z.infer<S>> {
  try {
    return await readBody(c, schema);
  } catch (error) {
    if (error instanceof ApiError && error.field !== undefined) throw unprocessable(error.message);
    throw error;
  }
}

/** In pieces: a body that is sent in chunks does not say how long it is. */
async function textOf({ env }: Context<ApiEnv>): Promise<string> {
  const { incoming } = env.call;
  try {
    // What says itself that it is too long is not waited for, and its connection stays open for the answer.
    if (Number(incoming.headers['content-length'] ?? 0) > largestBody) throw new BodyTooLarge();
    return new TextDecoder().decode(await bytesWithin(incoming, largestBody));
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    throw new ApiError(413, 'request_entity_too_large', 'Request Entity Too Large');
  }
}
