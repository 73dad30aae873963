import type { Reply } from '../model/workbench.ts';
import { type Bench, RefusedError } from './bench.ts';
import { findThing } from './find-thing.ts';
import { withId } from './shapes.ts';
import type { Notes, Thing } from './things.ts';

/**
 * Makes one thing, noted before it is asked for. Where the answer is lost it is looked for; it is never asked for twice.
 *
 * @param create sends it
 * @returns the answer, or what stands in the list where the answer was lost
 * @throws RefusedError where it was refused, or lost and is not there (yet: its note stays); SpentError, IntercomError
 */
export async function make(
  bench: Bench,
  notes: Notes,
  thing: Omit<Thing, 'id'>,
  create: () => Promise<Reply>,
): Promise<unknown> {
  await notes.add({ ...thing, id: null });
  const reply = await create();
  if (reply.kind === 'refused') {
    await notes.drop(thing.name);
    throw new RefusedError(reply);
  }
  const json = reply.kind === 'taken' ? reply.json : await found(bench, thing);
  const read = withId.safeParse(json);
  if (read.success) await notes.known(thing.name, read.data.id);
  else if (reply.kind === 'lost') throw new RefusedError(reply);
  return json;
}

async function found(bench: Bench, thing: Omit<Thing, 'id'>): Promise<unknown> {
  let row: unknown = null;
  await bench.pauses(async () => {
    row = await findThing(bench.ask, { ...thing, id: null });
    return row !== null;
  });
  return row;
}
