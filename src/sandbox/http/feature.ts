import type { MiddlewareHandler } from 'hono';
import { type Feature, has } from '../version.ts';
import { ApiError } from './api-error.ts';
import type { ApiEnv } from './call.ts';

/** Lets only versions through that have a feature; the others get the 400 that Intercom gives. */
export function requires(feature: Feature): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (!has(c.env.call.version, feature)) {
      throw new ApiError(400, 'intercom_version_invalid', 'Requested resource is not available in current API version');
    }
    await next();
  };
}
