import PQueue from 'p-queue';
import type { ContentPath } from '../model/article.ts';
import type { Outcome, Recording, RedirectOutcome } from '../model/outcome.ts';
import type { Change } from '../model/plan.ts';
import { IntercomError } from '../model/workspace.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { publishCollections } from './collections.ts';
import { unseenNotice } from './demand-pictures.ts';
import { inOrder } from './in-order.ts';
import { collectionsToLearn } from './learn-collections.ts';
import { leftOutNotice } from './left-out-links.ts';
import { linksBetween } from './links-between.ts';
import { loseUnwritten } from './lost-links.ts';
import { orderWrites } from './order.ts';
import type { PublishInput } from './publish-input.ts';
import { publishRedirects } from './redirects.ts';
import { recordOnly, removeArticle } from './remove.ts';
import { scheduleArticle } from './schedule-article.ts';
import { tagArticle } from './tag-article.ts';
import { makeWorld } from './world.ts';
import { draftArticle, settleArticle, unlinkArticle, writeArticle } from './write-article.ts';

/** What became of the plan. */
export interface Published {
  readonly outcomes: readonly Outcome[];
  /** What took effect, in order; all of it is in the journal too. */
  readonly recordings: readonly Recording[];
  /** Keys of changes that were not begun, because the run was asked to stop, or had to. */
  readonly notBegun: readonly ContentPath[];
  /** Why the run had to stop, as a sentence; null when it went on to the end, or was asked to stop. */
  readonly stopped: string | null;
  /** Collections that could not be made, with the reason. */
  readonly failedCollections: ReadonlyMap<string, string>;
  readonly redirects: readonly RedirectOutcome[];
}

/**
 * Carries out a plan: collections from the top down, and articles as soon as theirs is there: drafts of new ones that
 * link to each other in a circle, then every write as soon as those that it links to are out. When all of that has come to its
 * end, what only needs a note, redirects, then removals.
 * One failed article never stops the others; a refusal that would meet all of them does.
 */
export async function publish(input: PublishInput): Promise<Published> {
  const recordings: Recording[] = [];
  const record = async (recording: Recording): Promise<void> => {
    recordings.push(recording);
    if (recording.of === 'article' && recording.entry !== null) world.entries.set(recording.key, recording.entry);
    await input.journal.append({ done: recording });
  };
  const world = makeWorld(input, { record, announce: (sent) => input.journal.append({ sending: sent }) });
  const { begun, outcomes, runAll, goOn, fail, isStopped } = makeRuns(input, world.breaker, () => collecting.all);
  const collecting = publishCollections(world, input.plan.collections, { fail, isStopped });
  /** An article goes once its collection is there. In none it goes after all, which tell the help centre's language. */
  const ready = async ({ key }: Change): Promise<unknown> => {
    const parent = world.articlesByKey.get(key)?.parent ?? null;
    return parent === null ? collecting.all : collecting.settled(parent);
  };
  const writes = input.plan.changes.filter(isWrite);
  const byKey = new Map(writes.map((change) => [change.key, change]));
  const { links, withoutId } = linksBetween(writes, input.desired, world);
  const order = orderWrites(links, withoutId);
  const drafts = writes.filter((change) => order.draftsFirst.has(change.key));
  await runAll(drafts, (change) => draftArticle(world, change), ready);
  await goOn();
  /** What has requests of its own, after an article's text. */
  const settled = async (outcome: Promise<Outcome | null>): Promise<Outcome | null> => {
    const ended = await outcome;
    return ended === null ? null : scheduleArticle(world, await tagArticle(world, ended));
  };
  // A draft that worked has no outcome yet.
  for (const { key } of writes) world.unwritten.add(key);
  const draftFailures = new Set(outcomes().map((outcome) => outcome.change.key));
  await inOrder(order.groups, async ({ keys }) => {
    const changes = keys.flatMap((key) => byKey.get(key) ?? []).filter((change) => !draftFailures.has(change.key));
    await runAll(changes, (change) => settled(writeArticle(world, change)), ready);
    const waiting = changes.filter(({ key }) => world.waiting.has(key));
    await runAll(waiting, (change) => settled(settleArticle(world, change)));
    await runAll(loseUnwritten(world, changes), (change) => unlinkArticle(world, change));
  });
  await goOn();
  const failedCollections = await collecting.all;
  const planned = new Set(input.plan.collections.map(({ key }) => key));
  for (const one of collectionsToLearn(input.desired, input.recorded, input.remote)) {
    if (!planned.has(one.key)) await record(one);
  }
  await runAll(input.plan.changes.filter(isNote), (change) => settled(recordOnly(world, change)));
  await goOn();
  // Before what is there goes, so that no reader finds nothing.
  const redirects = await publishRedirects(world, new Set(outcomes().flatMap(failedKey)));
  await runAll(input.plan.changes.filter(isTakeAway), (change) => removeArticle(world, change));
  await goOn();
  const leftOut = leftOutNotice(world.leftOut);
  if (leftOut !== null) input.onNotice(leftOut);
  const unseen = unseenNotice(world);
  if (unseen !== null) input.onNotice(unseen);

  const finished = new Set(outcomes().map((outcome) => outcome.change.key));
  const notBegun = input.plan.changes
    .map((change) => change.key)
    .filter((key) => !begun.has(key) || !finished.has(key));
  return { outcomes: outcomes(), recordings, notBegun, stopped: world.breaker.reason(), failedCollections, redirects };
}

const failedKey = ({ result, change }: Outcome): readonly ContentPath[] => (result === 'failed' ? [change.key] : []);

/** What becomes of one change; null: it goes on later. */
type Act = (change: Change) => Promise<Outcome | null>;

/** Changes under way, several at once. */
interface Runs {
  /** Keys of all that were begun. */
  readonly begun: ReadonlySet<ContentPath>;
  /** One of each change that has come to its end, in the order in which they came. */
  outcomes(): readonly Outcome[];
  /**
   * Resolves when all have come to their end, well or not; what is not begun when the run has to stop never is.
   *
   * @param ready resolves when the turn of one has come
   */
  runAll(changes: readonly Change[], act: Act, ready?: (change: Change) => Promise<unknown>): Promise<void>;
  /** Resolves where the run may go on. @throws what it has to stop for, once everything under way has come to its end */
  goOn(): Promise<void>;
  /** Stops the run for an error that is about none of them: what is under way comes to its end, and then it is thrown. */
  fail(error: unknown): void;
  /** Whether there was such an error. */
  isStopped(): boolean;
}

function makeRuns(
  { concurrency, underWay = concurrency, signal, onOutcome }: PublishInput,
  breaker: CircuitBreaker,
  others: () => Promise<unknown>,
): Runs {
  const outcomes = new Map<Change, Outcome>();
  const begun = new Set<ContentPath>();
  const queue = new PQueue({ concurrency: underWay });
  let bug: { readonly error: unknown } | null = null;
  const runOne = async (change: Change, act: Act): Promise<void> => {
    if (signal.aborted || bug !== null) return;
    if (breaker.reason() !== null && !sendsNothing(change)) return;
    begun.add(change.key);
    try {
      const outcome = await attempt(change, act, breaker);
      if (outcome === null) return;
      // One that went out is written again where a link of it leads nowhere: what became of that counts.
      if (!outcomes.has(change)) onOutcome(outcome);
      outcomes.set(change, outcome);
    } catch (error) {
      bug ??= { error };
    }
  };
  return {
    begun,
    outcomes: () => [...outcomes.values()],
    fail(error) {
      bug ??= { error };
    },
    isStopped: () => bug !== null,
    async runAll(changes, act, ready = async () => undefined) {
      const inTurn = async (change: Change): Promise<void> => {
        await ready(change);
        await queue.add(() => runOne(change, act));
      };
      await Promise.all(changes.map(inTurn));
    },
    async goOn() {
      // Not before what is under way has come to its end, and to the journal.
      if (bug === null) return;
      await others();
      throw bug.error;
    },
  };
}

const isTakeAway = (change: Change): boolean => change.kind === 'unpublish' || change.kind === 'delete';

const isWrite = (change: Change): boolean =>
  !isTakeAway(change) && Object.values(change.locales).some(({ do: deed }) => deed !== 'record' && deed !== 'forget');

const isNote = (change: Change): boolean => !isTakeAway(change) && !isWrite(change);

const sendsNothing = (change: Change): boolean => isNote(change) && change.schedule === undefined;

async function attempt(change: Change, act: Act, breaker: CircuitBreaker): Promise<Outcome | null> {
  try {
    const outcome = await act(change);
    // A note is no sign that Intercom takes writes, and that of a text was its answer.
    if (!sendsNothing(change) && !isWrite(change)) breaker.succeeded();
    return outcome;
  } catch (error) {
    if (error instanceof IntercomError) {
      await breaker.failed(error);
      if (error.code === 'cancelled') return null;
      return { result: 'failed', change, message: error.message, requestId: error.requestId };
    }
    if (error instanceof Error && 'code' in error) {
      if (error.code === 'cancelled') return null;
      return { result: 'failed', change, message: error.message, requestId: null };
    }
    throw error;
  }
}
