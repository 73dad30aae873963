import * as z from 'zod';
import { withCommas } from '../model/with-commas.ts';
import type { Question, Reply } from '../model/workbench.ts';
import { probedPage } from './shapes.ts';
import type { Thing } from './things.ts';

/** Pages of a list that are looked through, at most. */
const mostPages = 120;
/** Rows of a page; a workspace may give fewer. */
const perPage = 150;
/** Intercom's machines may disagree on the second. */
const slackSeconds = 300;

const row = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string().nullish(),
  name: z.string().nullish(),
  from_url: z.string().nullish(),
  updated_at: z.number().nullish(),
});

/** What came of looking for a thing; where it is not known, why. */
export type Found =
  | { readonly kind: 'there'; readonly row: z.infer<typeof row> }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unsure'; readonly why: string };

/**
 * Looks for a thing by its name, which nothing else has: through all that changed since it was asked for.
 *
 * @throws ZodError for an answer that is no list; IntercomError
 */
export async function findThing(ask: (question: Question) => Promise<Reply>, thing: Thing): Promise<Found> {
  let rows = 0;
  for (let page = 1; page <= mostPages; page += 1) {
    const reply = await ask({ verb: 'GET', path: `${listOf(thing)}?page=${page}&per_page=${perPage}` });
    if (reply.kind === 'refused' && reply.status === 404) return { kind: 'absent' };
    if (reply.kind !== 'taken') return { kind: 'unsure', why: reply.error.message };
    const { data, total_count: total } = probedPage(row).parse(reply.json);
    const found = data.find((one) => isIt(one, thing));
    if (found !== undefined) return { kind: 'there', row: found };
    rows += data.length;
    const last = data.at(-1)?.updated_at ?? Number.POSITIVE_INFINITY;
    // What changed last comes first.
    const isPast = thing.kind === 'article' && last < thing.since - slackSeconds;
    if (isPast || data.length === 0 || (total != null && rows >= total)) return { kind: 'absent' };
  }
  return {
    kind: 'unsure',
    why: `it is not among the ${withCommas(rows)} newest; look for it by its title`,
  };
}

/** An address may be stored as its path alone. */
function isIt({ title, name, from_url: from }: z.infer<typeof row>, thing: Thing): boolean {
  if (thing.kind !== 'redirect') return [title, name].includes(thing.name);
  return from?.endsWith(thing.name.slice(thing.name.lastIndexOf('/'))) === true;
}

function listOf({ kind, centre }: Thing): string {
  if (kind === 'article') return '/articles';
  return kind === 'collection' ? '/help_center/collections' : `/help_center/help_centers/${centre}/redirects`;
}

/** Path of one thing. */
export function pathOf({ kind, centre, id }: Thing & { readonly id: string }): string {
  return `${listOf({ kind, ...(centre === undefined ? {} : { centre }), name: '', since: 0, id })}/${id}`;
}
