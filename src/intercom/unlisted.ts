import type { Locale } from '../model/article.ts';
import { numberOf, typeNames, type UnlistedType } from '../model/article-type.ts';
import type { RemoteArticle } from '../model/remote.ts';
import type { ArticleWrite } from '../model/workspace.ts';
import type { ApiRequest } from './api-request.ts';
import { articlePath, listPaths } from './article-path.ts';
import type { Connection } from './connection.ts';
import { createKnown } from './create-known.ts';
import { fromWireUnlisted } from './from-wire.ts';
import { couldBeUnlisted } from './likeness.ts';
import { askAbout, getAll } from './requests.ts';
import { unlistedCreate, unlistedUpdate } from './to-wire.ts';
import { typeFeatures, versionHas } from './versions.ts';
import { unlisted, type WireUnlisted } from './wire.ts';

/** The kind that the ids of each type are remembered as, and how many rows a page has at most. */
const facts = {
  internal: { kind: 'internal_articles', perPage: 250 },
  snippet: { kind: 'content_snippets', perPage: 50 },
} as const satisfies Readonly<Record<UnlistedType, { kind: string; perPage: number }>>;

/** All articles of a type that no help centre has; nothing where the API does not know it. @throws IntercomError */
export async function listUnlisted(
  connection: Connection,
  type: UnlistedType,
  defaultLocale: Locale,
): Promise<readonly RemoteArticle[]> {
  if (!versionHas(connection.version, typeFeatures[type])) return [];
  const rows = await allRows(connection, type);
  await connection.known.ensure(facts[type].kind, async () => undefined);
  return rows.map((row) => fromWireUnlisted(row, type, { version: connection.version, defaultLocale }));
}

async function allRows(connection: Connection, type: UnlistedType): Promise<readonly WireUnlisted[]> {
  const rows = await listed(connection, type);
  connection.known.take(facts[type].kind, rows);
  return rows;
}

function listed({ transport, limits }: Connection, type: UnlistedType): Promise<readonly WireUnlisted[]> {
  const bounds = { ...limits, perPage: Math.min(limits.perPage, facts[type].perPage) };
  return getAll(transport, listPaths[type], unlisted, bounds);
}

/**
 * Creates an internal article or a snippet exactly once. When the answer is lost all of them are listed: one that was
 * never seen before, with the same title and about as much text, is ours.
 *
 * @throws IntercomError
 */
export async function createUnlisted(
  connection: Connection,
  type: UnlistedType,
  write: ArticleWrite,
  defaultLocale: Locale,
): Promise<RemoteArticle> {
  const { known, version } = connection;
  const { kind } = facts[type];
  const asked: ApiRequest = { verb: 'POST', path: listPaths[type], body: unlistedCreate(type, write, defaultLocale) };
  const reading = { version, defaultLocale };
  await known.ensure(kind, async () => void (await allRows(connection, type)));
  const mark = known.mark();
  const look = async (): Promise<WireUnlisted | null> => {
    const unknown = (await listed(connection, type)).filter((row) => !known.had(kind, row.id, mark));
    return unknown.find((row) => couldBeUnlisted(fromWireUnlisted(row, type, reading), write)) ?? null;
  };
  const wire = await createKnown(connection, { kind, what: typeNames[type], asked, shape: unlisted, mark, look });
  known.take(kind, [wire]);
  return fromWireUnlisted(wire, type, reading);
}

/** Updates an internal article or a snippet. @throws IntercomError */
export async function updateUnlisted(
  { transport, version }: Connection,
  type: UnlistedType,
  id: string,
  write: ArticleWrite,
  defaultLocale: Locale,
): Promise<RemoteArticle> {
  const asked: ApiRequest = { verb: 'PUT', path: articlePath(id), body: unlistedUpdate(type, write, defaultLocale) };
  const wire = await askAbout(transport, asked, unlisted, numberOf(id));
  return fromWireUnlisted(wire, type, { version, defaultLocale });
}
