import * as z from 'zod';
import type { Forge } from './client.ts';
import { ForgeError } from './forge-error.ts';
import type { MergeRequest } from './merge-request.ts';

/** A note on a merge request. */
interface Note {
  readonly id: number;
  readonly body: string;
  readonly author: number | null;
}

/** How a forge's notes are asked for and written. */
interface Dialect {
  /** Who the token is; null where the forge lets nobody but its author change a note. */
  me(forge: Forge): Promise<number | null>;
  readonly perPage: string;
  /** What a page of notes holds: those that people can have written. @throws z.ZodError */
  page(answer: unknown): { readonly all: number; readonly notes: readonly Note[] };
  body(text: string): object;
}

const id = z.int().positive();
const gitlabNotes = z.array(
  z.object({ id, body: z.string(), system: z.boolean().optional(), author: z.object({ id }) }),
);
const bitbucketNotes = z.object({
  values: z.array(
    z.object({
      id,
      content: z.object({ raw: z.string().nullish() }).nullish(),
      deleted: z.boolean().optional(),
      inline: z.unknown().optional(),
      parent: z.unknown().optional(),
    }),
  ),
});

const dialects: Readonly<Record<MergeRequest['forge'], Dialect>> = {
  GitLab: {
    // Whoever maintains a project may change the notes of others there.
    me: async (forge) => z.object({ id }).parse(await forge.send('GET', '/user')).id,
    perPage: 'per_page=100&sort=asc&order_by=created_at',
    page(answer) {
      const found = gitlabNotes.parse(answer);
      const people = found.filter(({ system }) => system !== true);
      return { all: found.length, notes: people.map((one) => ({ ...one, author: one.author.id })) };
    },
    body: (text) => ({ body: text }),
  },
  Bitbucket: {
    me: () => Promise.resolve(null),
    perPage: 'pagelen=100&sort=created_on',
    page(answer) {
      const { values } = bitbucketNotes.parse(answer);
      const whole = values.filter((one) => one.deleted !== true && one.inline == null && one.parent == null);
      return {
        all: values.length,
        notes: whole.map((one) => ({ id: one.id, body: one.content?.raw ?? '', author: null })),
      };
    },
    body: (text) => ({ content: { raw: text } }),
  },
};

const pageSize = 100;
/** Pages of notes that are looked at; a merge request with more gets a second note. */
const mostPages = 50;

/**
 * Keeps one note on a merge request up to date: changes the one of ours that begins with the marker, or writes it.
 * Anybody can write a marker, and nobody else's words are written over.
 *
 * @param marker first line of the text, by which it is found again
 * @returns what was done
 * @throws ForgeError
 */
export async function keepNote(
  forge: Forge,
  { forge: name, notes: path }: MergeRequest,
  marker: string,
  text: string,
): Promise<'created' | 'updated' | 'unchanged'> {
  const dialect = dialects[name];
  const me = await understood(() => dialect.me(forge));
  for (const note of await allNotes(forge, path, dialect)) {
    if (!note.body.startsWith(marker) || (me !== null && note.author !== me)) continue;
    if (note.body.trimEnd() === text.trimEnd()) return 'unchanged';
    if (await isChanged(forge, `${path}/${note.id}`, dialect.body(text))) return 'updated';
  }
  await forge.send('POST', path, dialect.body(text));
  return 'created';
}

/** Changes a note; false where it is another's, or was deleted meanwhile. */
async function isChanged(forge: Forge, path: string, body: object): Promise<boolean> {
  try {
    await forge.send('PUT', path, body);
    return true;
  } catch (error) {
    if (error instanceof ForgeError && (error.status === 403 || error.status === 404)) return false;
    throw error;
  }
}

/** Oldest first, so that of two the one that people know is kept. */
async function allNotes(forge: Forge, path: string, dialect: Dialect): Promise<readonly Note[]> {
  const found: Note[] = [];
  // Pages are asked for by number: an address in an answer is not where a token should be sent.
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await forge.send('GET', `${path}?${dialect.perPage}&page=${page}`);
    const { all, notes } = await understood(async () => dialect.page(answer));
    found.push(...notes);
    if (all < pageSize) break;
  }
  return found;
}

async function understood<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof z.ZodError) throw new ForgeError(200, 'its answer is not what its documentation describes');
    throw error;
  }
}
