import { ZodError } from 'zod';
import type { Workbench } from '../model/workbench.ts';
import { IntercomError } from '../model/workspace.ts';
import { findThing, pathOf } from './find-thing.ts';
import type { Notes, Thing } from './things.ts';

/** Seconds after which what is not there will not come. */
const patience = 600;

/** A thing that is still there, and why. */
export interface Remaining {
  readonly thing: Thing;
  readonly why: string;
}

/**
 * Takes away everything that the notes name, collections last. What is not there any more is taken away. One that cannot
 * be keeps none of the others.
 *
 * @param now Unix seconds
 * @returns what could not be; it stays noted
 * @throws IntercomError where the run was stopped
 */
export async function clear(
  workbench: Pick<Workbench, 'ask'>,
  notes: Notes,
  now: number,
): Promise<readonly Remaining[]> {
  const remaining: Remaining[] = [];
  for (const thing of inOrder(notes.things)) {
    const left = await without(workbench, thing, now);
    if (left === null) await notes.drop(thing.name);
    else remaining.push(left);
  }
  return remaining;
}

/** null where it is gone. */
async function without(workbench: Pick<Workbench, 'ask'>, thing: Thing, now: number): Promise<Remaining | null> {
  try {
    const looked = thing.id === null ? await findThing(workbench.ask, thing) : null;
    if (looked?.kind === 'unsure') return { thing, why: looked.why };
    const id = looked?.kind === 'there' ? looked.row.id : thing.id;
    const why = id === null ? notYet(thing, now) : await remove(workbench, { ...thing, id });
    return why === null ? null : { thing: { ...thing, id }, why };
  } catch (error) {
    if (error instanceof ZodError) return { thing, why: 'Intercom’s answer had an unexpected shape' };
    if (error instanceof IntercomError && error.code !== 'cancelled') return { thing, why: error.message };
    throw error;
  }
}

/** What may hold something goes after what it holds: a collection that is not empty may not go. */
function inOrder(things: readonly Thing[]): readonly Thing[] {
  const isCollection = ({ kind }: Thing): boolean => kind === 'collection';
  const others = things.filter((thing) => !isCollection(thing));
  return [...others.reverse(), ...things.filter(isCollection).reverse()];
}

/** What was asked for and never answered may still come. */
function notYet({ since }: Thing, now: number): string | null {
  return now - since < patience ? 'Intercom never said whether it was made, and it is not there yet' : null;
}

async function remove(
  workbench: Pick<Workbench, 'ask'>,
  thing: Thing & { readonly id: string },
): Promise<string | null> {
  const reply = await workbench.ask({ verb: 'DELETE', path: pathOf(thing) });
  if (reply.kind === 'taken') return null;
  return reply.kind === 'refused' && reply.status === 404 ? null : reply.error.message;
}
