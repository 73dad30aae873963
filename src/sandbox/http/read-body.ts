import type { Context } from 'hono';
import type { z } from 'zod';
import { ApiError, invalid, missing } from './api-error.ts';

/**
 * Reads and checks a JSON body. An absent body counts as `{}`.
 *
 * @param messages sentence for a field that is missing, by its path; the rest get a general one
 * @throws ApiError 400 for text that is no JSON object, and for fields that are missing or of another type
 */
export async function readBody<S extends z.ZodType>(
  c: Context,
  schema: S,
  messages: Readonly<Record<string, string>> = {},
): Promise<z.infer<S>> {
  const text = await c.req.text();
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
