import { numberOf, typeOfId } from '../model/article-type.ts';
import type { WorkspaceWriter } from '../model/workspace.ts';
import type { ApiRequest } from './api-request.ts';
import { articlePath } from './article-path.ts';
import { type Connection, connect } from './connection.ts';
import { createArticle } from './create-article.ts';
import { createCollection } from './create-collection.ts';
import { publishDraft, stageDraft } from './drafts.ts';
import { fromWireArticle, fromWireCollection } from './from-wire.ts';
import { addTag, createTag, removeTag } from './labels.ts';
import { collectionsPath } from './list-collections.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { IntercomOptions } from './options.ts';
import { readerOn } from './reader.ts';
import { createRedirect, deleteRedirect } from './redirects.ts';
import { askAbout, wrongId } from './requests.ts';
import { articleUpdate, collectionUpdate } from './to-wire.ts';
import { createUnlisted, updateUnlisted } from './unlisted.ts';
import { article, collection, deleted } from './wire.ts';

/** A writer that can be let go of; see `IntercomReader`. */
export type IntercomWriter = WorkspaceWriter & { close(): Promise<void> };

/**
 * Connects to a workspace for reading and writing. Both halves share one throttle.
 *
 * @param options see there; nothing is sent until something is asked for
 * @throws IntercomError of code `bad-base-url`, `bad-token` or `bad-proxy`
 */
export function createWriter(options: IntercomOptions): IntercomWriter {
  const connection = connect(options);
  const { transport, known, version } = connection;
  const alone = oneAtATime();

  return {
    ...readerOn(connection),
    createCollection(write, defaultLocale) {
      const key = JSON.stringify(['collection', write.parentId, write.name]);
      return alone(key, () => createCollection(connection, write, defaultLocale));
    },
    async updateCollection(id, write, defaultLocale) {
      const path = `${collectionsPath}/${encodeURIComponent(id)}`;
      const asked: ApiRequest = { verb: 'PUT', path, body: collectionUpdate(write) };
      return fromWireCollection(await askAbout(transport, asked, collection, id), { version, defaultLocale });
    },
    createArticle(write, defaultLocale) {
      const { type, parentId = null } = write;
      const key = JSON.stringify(['article', type, parentId, write.locales[defaultLocale]?.title]);
      return alone(key, () =>
        type === undefined
          ? createArticle(connection, write, defaultLocale)
          : createUnlisted(connection, type, write, defaultLocale),
      );
    },
    async updateArticle(id, write, defaultLocale) {
      const type = typeOfId(id);
      if (type !== 'public') return updateUnlisted(connection, type, id, write, defaultLocale);
      const asked: ApiRequest = { verb: 'PUT', path: articlePath(id), body: articleUpdate(write, defaultLocale) };
      const wire = await askAbout(transport, asked, article, id);
      known.take('articles', [wire]);
      return fromWireArticle(wire, { version, defaultLocale });
    },
    stageDraft: (id, write, defaultLocale) => stageDraft(connection, id, write, defaultLocale),
    publishDraft: (id, locales, defaultLocale) => publishDraft(connection, id, locales, defaultLocale),
    createTag: (name) => createTag(connection, name),
    addTag: (articleId, tagId) => addTag(connection, articleId, tagId),
    removeTag: (articleId, tagId) => removeTag(connection, articleId, tagId),
    createRedirect: (write) => {
      const key = JSON.stringify(['redirect', write.centre.id, write.address]);
      return alone(key, () => createRedirect(connection, write));
    },
    deleteRedirect: (helpCentreId, id) => deleteRedirect(connection, helpCentreId, id),
    deleteArticle: (id) => remove(connection, id),
  };
}

/** What is gone already is what was wanted. */
async function remove({ transport }: Connection, id: string): Promise<void> {
  const asked: ApiRequest = { verb: 'DELETE', path: articlePath(id) };
  const settled = await transport.send(asked);
  if (settled.kind === 'answer') {
    const { data } = deleted.safeParse(settled.json);
    if (data !== undefined && data.id !== numberOf(id)) throw wrongId(asked, settled, `with ${data.id}`);
    return;
  }
  if (settled.error.status !== 404) throw settled.error;
}
