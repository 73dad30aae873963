import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** How an error's body is written. */
export type ErrorForm =
  /** `{"type":"error.list","request_id":…,"errors":[{"code","message","field"?}]}` */
  | 'envelope'
  /** `{"errors":[{"message","status"}]}`, as some endpoints for drafts answer. */
  | 'short'
  /** Nothing at all. */
  | 'empty';

/** An answer other than 200: thrown by handlers, written by the server. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly field: string | undefined;
  readonly form: ErrorForm;

  constructor(
    status: ContentfulStatusCode,
    code: string,
    message: string,
    options: { field?: string; form?: ErrorForm } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = options.field;
    this.form = options.form ?? 'envelope';
  }
}

/** 404 for an object that is not there. */
export function notFound(): ApiError {
  return new ApiError(404, 'not_found', 'Resource Not Found');
}

/** 400 for a value that cannot be taken. */
export function invalid(message: string, field?: string): ApiError {
  return new ApiError(400, 'parameter_invalid', message, field === undefined ? {} : { field });
}

/** 400 for a value that must be there. */
export function missing(message: string): ApiError {
  return new ApiError(400, 'parameter_not_found', message);
}

/** 422 for what a request says that cannot be, at the endpoints that validate so. */
export function unprocessable(message: string): ApiError {
  return new ApiError(422, 'validation_error', message);
}

/** 401 for a token nobody has, and for an author who may not write articles. */
export function unauthorised(message = 'Access Token Invalid'): ApiError {
  return new ApiError(401, 'unauthorized', message);
}
