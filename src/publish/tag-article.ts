import { tagChanges } from '../body/reach.ts';
import type { Outcome } from '../model/outcome.ts';
import { stages } from '../model/plan.ts';
import { type Label, labelNamed } from '../model/reach.ts';
import type { World } from './world.ts';

/**
 * Puts the tags of an article on it that its source names, and takes off those of ours that it names no more, after its
 * text: tags have requests of their own. Twice has the same end as once, so that a run that was cut off is simply gone
 * on with. What is staged gets its tags when it is released.
 *
 * @param outcome what became of its text; it is handed on
 * @throws IntercomError; what was published of the article is recorded then, and its tags are not
 */
export async function tagArticle(world: World, outcome: Outcome): Promise<Outcome> {
  const { change } = outcome;
  const reach = world.articlesByKey.get(change.key)?.reach;
  const entry = world.entries.get(change.key);
  if (outcome.result === 'failed' || reach?.tags === undefined || entry === undefined || stages(change)) return outcome;
  const remote = world.known.get(change.key)?.remote ?? world.listed.get(entry.id) ?? {};
  const { add, remove } = tagChanges(reach, entry.reach, remote, [...world.tags.values()]);
  for (const name of add) await world.writer.addTag(entry.id, (await tagNamed(world, name)).id);
  for (const id of remove) await world.writer.removeTag(entry.id, id);
  const tags = Object.fromEntries(
    reach.tags.names.flatMap((name) => {
      const tag = labelNamed(name, [...world.tags.values()]);
      return tag === null ? [] : [[name, tag.id]];
    }),
  );
  const changed = { ...entry, reach: { ...entry.reach, tags } };
  if (JSON.stringify(changed) !== JSON.stringify(entry))
    await world.record({ of: 'article', key: change.key, entry: changed, images: {} });
  return outcome;
}

/** The tag of a name; it is made where the workspace has none, which the plan has seen to be allowed. */
async function tagNamed({ tags, writer }: World, name: string): Promise<Label> {
  const found = labelNamed(name, [...tags.values()]);
  if (found !== null) return found;
  const made = await writer.createTag(name);
  tags.set(made.id, made);
  return made;
}
