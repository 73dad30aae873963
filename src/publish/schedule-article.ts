import type { Outcome } from '../model/outcome.ts';
import type { ScheduleChange } from '../model/plan.ts';
import type { RecordedArticle } from '../model/recorded.ts';
import type { LocaleWrite } from '../model/workspace.ts';
import type { World } from './world.ts';

const times = ['publishAt', 'unpublishAt'] as const;

/**
 * Tells Intercom the times of an article, after its texts: what is to go live then is there already. Twice has the same
 * end as once, so that a run that was cut off is simply gone on with.
 *
 * @param outcome what became of its texts; it is handed on where the article has no other times
 * @throws IntercomError; nothing was recorded then
 */
export async function scheduleArticle(world: World, outcome: Outcome): Promise<Outcome> {
  const { change } = outcome;
  if (outcome.result === 'failed' || change.schedule === undefined) return outcome;
  const entry = world.entries.get(change.key);
  if (entry === undefined) return outcome;
  const schedule = sendable(world, change.schedule, entry);
  if (Object.keys(schedule).length > 0) {
    const remote = world.known.get(change.key)?.remote ?? null;
    const locale = remote?.defaultLocale ?? world.desired.locale;
    const author = { authorId: remote?.locales[locale]?.authorId ?? null };
    const root: LocaleWrite = schedule.publishAt == null ? author : { ...author, state: 'published' };
    const answer = await world.writer.updateArticle(entry.id, { locales: { [locale]: root }, schedule }, locale);
    if (remote !== null)
      world.known.set(change.key, { id: entry.id, remote: { ...remote, updatedAt: answer.updatedAt } });
  }
  const { scheduled: before = {}, ...rest } = entry;
  const after = Object.entries({ ...before, ...change.schedule }).filter(([, time]) => time !== null);
  const scheduled = after.length === 0 ? {} : { scheduled: Object.fromEntries(after) };
  await world.record({ of: 'article', key: change.key, entry: { ...rest, ...scheduled }, images: {} });
  return outcome;
}

/** What is sent: no end of a time that is over, or that is a person's by now. */
function sendable({ listed }: World, schedule: ScheduleChange, entry: RecordedArticle): ScheduleChange {
  const there = listed.get(entry.id)?.schedule;
  const sent = times.filter((time) => {
    const wanted = schedule[time];
    return wanted !== undefined && (wanted !== null || there?.[time] === entry.scheduled?.[time]);
  });
  return Object.fromEntries(sent.map((time) => [time, schedule[time]]));
}
