import type * as z from 'zod';
import { IntercomError } from '../model/workspace.ts';
import type { ApiRequest } from './api-request.ts';
import type { ListPage, Row } from './gather.ts';
import { type ListBounds, listAll } from './paging.ts';
import type { Answer, Transport } from './transport.ts';
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
  return inShape(shape, settled, asked);
}

/**
 * Reads the body of a good answer.
 *
 * @throws IntercomError of code `unexpected-shape`, which names the field but not what it held
 */
export function inShape<T extends z.ZodType>(shape: T, answer: Answer, asked: ApiRequest): z.output<T> {
  const read = shape.safeParse(answer.json);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const field = issue?.path.map(String).join('.') || 'the answer';
  const what = `${field}: ${issue?.message ?? 'unreadable'}`;
  const message = `Intercom’s answer to ${asked.verb} ${asked.path} has an unexpected shape (${what}). A newer helpcentre may know it.`;
  throw ours(asked, 'unexpected-shape', message, answer);
}

/**
 * Sends a request about one article or collection, and reads its answer.
 *
 * @param id that the answer has to be about: one about another must never be recorded for it
 * @throws IntercomError, of code `wrong-id` when it is about another
 */
export async function askAbout<T extends z.ZodType<{ readonly id: string }>>(
  transport: Transport,
  asked: ApiRequest,
  shape: T,
  id: string,
): Promise<z.output<T>> {
  const settled = await transport.send(asked);
  if (settled.kind !== 'answer') throw settled.error;
  return about(shape, settled, asked, id);
}

/**
 * Reads a good answer about one article or collection.
 *
 * @throws IntercomError, of code `wrong-id` when it is about another
 */
export function about<T extends z.ZodType<{ readonly id: string }>>(
  shape: T,
  answer: Answer,
  asked: ApiRequest,
  id: string,
): z.output<T> {
  const read = inShape(shape, answer, asked);
  if (read.id !== id) throw wrongId(asked, answer, `with ${read.id}`);
  return read;
}

/**
 * The error of an answer that is about something else than was asked.
 *
 * @param what it answered, to follow "Intercom answered"
 */
export function wrongId(asked: ApiRequest, answer: Answer, what: string): IntercomError {
  const message = `Intercom answered ${asked.verb} ${asked.path} ${what}, which was not asked for, so nothing was recorded. Check INTERCOM_BASE_URL and any proxy in between, then run again.`;
  return ours(asked, 'wrong-id', message, answer);
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
): Promise<ListPage<z.output<T>>> {
  const asked: ApiRequest = { verb: 'GET', path: `${path}?page=${at.page}&per_page=${at.perPage}` };
  const { data, total_count, pages, ...beside } = await ask(transport, asked, pageOf(row), signal);
  return {
    rows: data,
    totalCount: total_count ?? null,
    totalPages: pages?.total_pages ?? beside.total_pages ?? null,
    perPage: pages?.per_page ?? beside.per_page ?? null,
    more: pages === null || pages === undefined ? null : Boolean(pages.next),
  };
}

/**
 * Gets a whole list, each row once.
 *
 * @param onRows told how many rows a page brought, as it comes
 * @throws IntercomError, of code `changed-while-reading` when others edit faster than it can be read, and of code
 *   `endless-list` when there is no end to it
 */
export async function getAll<T extends z.ZodType<Row>>(
  transport: Transport,
  path: string,
  row: T,
  bounds: ListBounds,
  signal?: AbortSignal,
  onRows?: (count: number) => void,
): Promise<readonly z.output<T>[]> {
  const read = async (page: number, perPage: number) => {
    const got = await getPage(transport, path, row, { page, perPage }, signal);
    onRows?.(got.rows.length);
    return got;
  };
  const listed = await listAll<z.output<T>>(read, bounds);
  if (listed.ok) return listed.rows;
  if (listed.isEndless) {
    const endless = `The list at ${path} has no end: ${listed.why}. Check INTERCOM_BASE_URL and the proxy variables, or tell Intercom.`;
    throw ours({ verb: 'GET', path }, 'endless-list', endless);
  }
  const message = `The list at ${path} kept changing while it was read (${bounds.listAttempts} times; ${listed.why}). Run it again when fewer people are editing.`;
  throw ours({ verb: 'GET', path }, 'changed-while-reading', message);
}

/**
 * An error of ours: nothing Intercom complained about.
 *
 * @param asked the request it is about
 * @param code one of our own codes
 * @param message fit to print
 * @param answer where one came
 */
export function ours(
  asked: Pick<ApiRequest, 'verb' | 'path'>,
  code: string,
  message: string,
  answer: Pick<Answer, 'status' | 'requestId'> = { status: null, requestId: null },
): IntercomError {
  const { status, requestId } = answer;
  return new IntercomError({ method: asked.verb, path: asked.path, status, code, requestId, detail: '', message });
}
