import * as z from 'zod';
import type { Label } from '../model/reach.ts';
import { IntercomError } from '../model/workspace.ts';
import type { ApiRequest } from './api-request.ts';
import { articlePath } from './article-path.ts';
import type { Connection } from './connection.ts';
import { fromWireLabel } from './from-wire.ts';
import { ask, inShape, ours } from './requests.ts';
import type { Answer } from './transport.ts';
import { versionHas } from './versions.ts';
import { label, tagList } from './wire.ts';

/** Rows of a page of audiences, at most. */
const perPage = 50;

/** `GET /audiences` has its pages beside the rows, unlike every other list. */
const audiencePage = z.object({ data: z.array(label), total_pages: z.int().nonnegative().nullish() });

/** All audiences of a workspace; nothing where the API does not know them. */
export async function listAudiences({ transport, version, limits }: Connection): Promise<readonly Label[]> {
  if (!versionHas(version, 'audiences')) return [];
  const found = new Map<string, Label>();
  for (let page = 1; page <= limits.mostPages; page += 1) {
    const path = `/audiences?page=${page}&per_page=${perPage}`;
    const { data, total_pages: last } = await ask(transport, { verb: 'GET', path }, audiencePage);
    for (const row of data) found.set(row.id, fromWireLabel(row));
    if (data.length === 0 || (last == null ? data.length < perPage : page >= last)) return [...found.values()];
  }
  throw ours({ verb: 'GET', path: '/audiences' }, 'endless-list', 'The list at /audiences has no end. Tell Intercom.');
}

/** All tags of a workspace. */
export async function listTags({ transport }: Connection): Promise<readonly Label[]> {
  const { data } = await ask(transport, { verb: 'GET', path: '/tags' }, tagList);
  return data.map(fromWireLabel);
}

/** Makes a tag: Intercom answers with the one that there is, where a tag has that name already. */
export async function createTag(connection: Connection, name: string): Promise<Label> {
  const asked: ApiRequest = { verb: 'POST', path: '/tags', body: { name } };
  return fromWireLabel(inShape(label, await sendSurely(connection, asked), asked));
}

/** Puts a tag on an article. */
export async function addTag(connection: Connection, articleId: string, tagId: string): Promise<void> {
  await sendSurely(connection, { verb: 'POST', path: `${articlePath(articleId)}/tags`, body: { id: tagId } });
}

/** Takes a tag off an article; one that it does not have, or that is gone, is off. */
export async function removeTag(connection: Connection, articleId: string, tagId: string): Promise<void> {
  const path = `${articlePath(articleId)}/tags/${encodeURIComponent(tagId)}`;
  try {
    await sendSurely(connection, { verb: 'DELETE', path });
  } catch (error) {
    if (!(error instanceof IntercomError) || error.status !== 404 || error.code === 'article_not_found') throw error;
  }
}

/** Sends what has the same end twice as once: where its answer is lost, it is sent again. */
async function sendSurely({ transport, limits }: Connection, asked: ApiRequest): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const settled = await transport.send(asked);
    if (settled.kind === 'answer') return settled;
    if (settled.kind === 'failed' || attempt >= limits.attempts) throw settled.error;
    await transport.pause((settled.timedOut ? limits.lookAfterTimeOutMs : limits.lookMs)[0] ?? 0, asked);
  }
}
