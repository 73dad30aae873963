import type { Workbench } from '../model/workbench.ts';
import { findThing, pathOf } from './find-thing.ts';
import { withId } from './shapes.ts';
import type { Notes, Thing } from './things.ts';

/** Seconds after which what is not there will not come. */
const patience = 600;

/** A thing that is still there, and why. */
export interface Remaining {
  readonly thing: Thing;
  readonly why: string;
}

/**
 * Takes away everything that the notes name, last made first. What is not there any more is taken away.
 *
 * @param now Unix seconds
 * @returns what could not be
 * @throws IntercomError where there is no answer; the notes stay then
 */
export async function clear(
  workbench: Pick<Workbench, 'ask'>,
  notes: Notes,
  now: number,
): Promise<readonly Remaining[]> {
  const remaining: Remaining[] = [];
  for (const thing of [...notes.things].reverse()) {
    const id = thing.id ?? (await idOf(workbench, thing));
    const why = id === null ? notYet(thing, now) : await remove(workbench, { ...thing, id });
    if (why === null) await notes.drop(thing.name);
    else remaining.push({ thing: { ...thing, id }, why });
  }
  return remaining;
}

/** What was asked for and never answered may still come. */
function notYet({ since }: Thing, now: number): string | null {
  return now - since < patience ? 'Intercom never said whether it was made, and it is not there yet' : null;
}

async function idOf(workbench: Pick<Workbench, 'ask'>, thing: Thing): Promise<string | null> {
  const found = withId.safeParse(await findThing(workbench.ask, thing));
  return found.success ? found.data.id : null;
}

async function remove(
  workbench: Pick<Workbench, 'ask'>,
  thing: Thing & { readonly id: string },
): Promise<string | null> {
  const reply = await workbench.ask({ verb: 'DELETE', path: pathOf(thing) });
  if (reply.kind === 'taken') return null;
  return reply.kind === 'refused' && reply.status === 404 ? null : reply.error.message;
}
