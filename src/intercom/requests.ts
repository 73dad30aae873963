import type { z } from 'zod';
import { IntercomError } from '../workspace.ts';
import type { ApiRequest } from './api-request.ts';
import { listAll, type Page } from './paging.ts';
import type { Transport } from './transport.ts';
import { pageOf } from './wire.ts';

/**
 * Sends a request and reads its answer.
 *
 * @param transport sends it, again where that is safe
 * @param asked no create: those need a look when their answer is lost
 * @param shape what the answer must look like
 * @throws IntercomError, of code `unexpected-shape` when the answer looks otherwise
 */
export async function ask<T extends z.ZodType>(
  transport: Transport,
  asked: ApiRequest,
  shape: T,
  signal?: AbortSignal,
): Promise<z.output<T>> {
  const settled = await transport.send(asked, signal);
  if (settled.kind !== 'answer') throw settled.error;
  return inShape(shape, settled.json, asked);
}

/**
 * Reads an answer's body.
 *
 * @throws IntercomError of code `unexpected-shape`, which names the field but not what it held
 */
export function inShape<T extends z.ZodType>(shape: T, json: unknown, asked: ApiRequest): z.output<T> {
  const read = shape.safeParse(json);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const field = issue?.path.map(String).join('.') || 'the answer';
  throw ours(
    asked,
    'unexpected-shape',
    `Intercom’s answer to ${asked.verb} ${asked.path} has an unexpected shape (${field}: ${issue?.message ?? 'unreadable'}). A newer helpcentre may know it.`,
  );
}

/**
 * Gets one page of a list.
 *
 * @param path of the list, without query
 * @param row what a row looks like
 */
export async function getPage<T extends z.ZodType>(
  transport: Transport,
  path: string,
  row: T,
  at: { readonly page: number; readonly perPage: number },
  signal?: AbortSignal,
): Promise<Page<z.output<T>>> {
  const asked: ApiRequest = { verb: 'GET', path: `${path}?page=${at.page}&per_page=${at.perPage}` };
  const { data, total_count, pages } = await ask(transport, asked, pageOf(row), signal);
  return {
    rows: data,
    totalCount: total_count ?? null,
    totalPages: pages?.total_pages ?? null,
    perPage: pages?.per_page ?? null,
    more: pages === null || pages === undefined ? null : Boolean(pages.next),
  };
}

/**
 * Gets a whole list, in the order of its first complete reading.
 *
 * @throws IntercomError, of code `changed-while-reading` when others edit faster than it can be read
 */
export async function getAll<T extends z.ZodType<{ readonly id: string }>>(
  transport: Transport,
  path: string,
  row: T,
  bounds: { readonly perPage: number; readonly listAttempts: number },
  signal?: AbortSignal,
): Promise<readonly z.output<T>[]> {
  const read = (page: number, perPage: number) => getPage(transport, path, row, { page, perPage }, signal);
  const listed = await listAll<z.output<T>>(read, bounds.perPage, bounds.listAttempts);
  if (listed.ok) return listed.rows;
  const message = `The list at ${path} kept changing while it was read (${bounds.listAttempts} times; ${listed.why}). Run it again when fewer people are editing.`;
  throw ours({ verb: 'GET', path }, 'changed-while-reading', message);
}

/**
 * An error of ours about an answer that came.
 *
 * @param code one of our own codes
 * @param message fit to print
 */
export function ours(asked: Pick<ApiRequest, 'verb' | 'path'>, code: string, message: string): IntercomError {
  return new IntercomError({
    method: asked.verb,
    path: asked.path,
    status: null,
    code,
    requestId: null,
    detail: '',
    message,
  });
}
