import * as z from 'zod';
import type { Question, Reply } from '../model/workbench.ts';
import { probedPage } from './shapes.ts';
import type { Thing } from './things.ts';

/** Pages of a list that are looked through, at most. */
const mostPages = 4;
/** Intercom's machines may disagree on the second. */
const slackSeconds = 300;

const row = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z.string().nullish(),
  name: z.string().nullish(),
  from_url: z.string().nullish(),
  updated_at: z.number().nullish(),
});

/**
 * Looks for a thing by its name, which nothing else has, in the newest pages of its list.
 *
 * @returns the row of the list; null where it is not there
 */
export async function findThing(ask: (question: Question) => Promise<Reply>, thing: Thing): Promise<unknown> {
  for (let page = 1; page <= mostPages; page += 1) {
    const reply = await ask({ verb: 'GET', path: `${listOf(thing)}?page=${page}&per_page=50` });
    if (reply.kind !== 'taken') return null;
    const { data } = probedPage(row).parse(reply.json);
    const found = data.find((one) => [one.title, one.name, one.from_url].includes(thing.name));
    if (found !== undefined) return found;
    const last = data.at(-1)?.updated_at ?? 0;
    // What changed last comes first.
    if (data.length < 50 || (thing.kind === 'article' && last < thing.since - slackSeconds)) return null;
  }
  return null;
}

function listOf({ kind, centre }: Thing): string {
  if (kind === 'article') return '/articles';
  return kind === 'collection' ? '/help_center/collections' : `/help_center/help_centers/${centre}/redirects`;
}

/** Path of one thing. */
export function pathOf({ kind, centre, id }: Thing & { readonly id: string }): string {
  return `${listOf({ kind, ...(centre === undefined ? {} : { centre }), name: '', since: 0, id })}/${id}`;
}
