import { randomUUID } from 'node:crypto';
import type { Engine } from '../engine.ts';
import type { TokenRights } from '../options.ts';
import { drawText } from '../random.ts';
import type { TeammateRecord } from '../state/records.ts';
import { isVersion, type SandboxVersion } from '../version.ts';
import { ApiError, unauthorised } from './api-error.ts';

/** A request id: twenty letters and digits as real headers have them, or a UUID as the description says. */
export function newRequestId(engine: Engine): string {
  if (engine.quirks.requestIds === 'uuid') return randomUUID();
  return `000${drawText(engine.random, 17, '0123456789abcdefghijklmnopqrstuv')}`;
}

/** @throws ApiError 401 for a token nobody has */
export function authenticate(engine: Engine, authorization: string | undefined): Required<TokenRights> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  const rights = token === undefined ? undefined : engine.tokens.get(token);
  if (rights === undefined) throw unauthorised();
  return rights;
}

/** @throws ApiError 400 for a version the sandbox does not speak */
export function versionOf(engine: Engine, header: string | undefined): SandboxVersion {
  if (header === undefined || header === '') return engine.defaultVersion;
  if (isVersion(header)) return header;
  throw new ApiError(400, 'intercom_version_invalid', 'The requested version could not be found');
}

/** @throws ApiError 403 for what the token may not do */
export function authorise(rights: Required<TokenRights>, method: string, path: string): void {
  const seesRedirects = /^\/help_center\/help_centers\/[^/]+\/redirects/.test(path);
  const seesArticles = /^\/(articles|internal_articles|help_center|tags)(\/|$)/.test(path) && !seesRedirects;
  const seesSnippets = /^\/content_snippets(\/|$)/.test(path);
  const forbidden =
    (seesRedirects && !rights.redirects) ||
    (seesArticles && !rights.articles) ||
    (seesSnippets && !rights.snippets) ||
    (method !== 'GET' && !rights.write);
  if (forbidden) throw new ApiError(403, 'forbidden', 'The access token does not have the scope that this needs');
}

/** The teammate a token acts as: the first who is no bot. */
export function ownerOf(engine: Engine): TeammateRecord {
  const found = [...engine.world.teammates.values()].find((teammate) => !teammate.isBot);
  if (found === undefined) throw new Error('The workspace has no teammate.');
  return found;
}

/** 429, in the words Intercom uses. */
export function tooManyRequests(limit: number): ApiError {
  return new ApiError(429, 'rate_limit_exceeded', `Exceeded rate limit of ${limit} in 10_seconds`);
}
