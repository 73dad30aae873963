import type { Locale } from '../model/article.ts';
import type { DesiredArticle } from '../model/desired.ts';
import { type Change, stages } from '../model/plan.ts';
import type { RemoteArticle } from '../model/remote.ts';
import type { ArticleWrite } from '../model/workspace.ts';
import { demandPictures, withPictures } from './demand-pictures.ts';
import { sentOf } from './sent-of.ts';
import { stageWrite } from './stage-write.ts';
import { firstLanguageOf, type World } from './world.ts';
import { NotReadyError } from './write-of.ts';

/**
 * Sends a write of an article: a create where it does not exist yet, else an update; where it is staged, to where no
 * reader sees it.
 *
 * @throws IntercomError, PictureError, or NotReadyError where it cannot be sent
 */
export async function sendArticle(
  world: World,
  change: Change,
  article: DesiredArticle,
  write: ArticleWrite,
): Promise<RemoteArticle> {
  const ready = await demandPictures(world, change, article, write);
  try {
    const answer = await world.inFlight(() => sent(world, change, article, ready.write));
    await world.turn();
    for (const { name, said } of ready.unseen) world.unseenPictures.set(name, said);
    return answer;
  } catch (error) {
    throw withPictures(error, world, article, ready.write);
  }
}

async function sent(
  world: World,
  change: Change,
  article: DesiredArticle,
  write: ArticleWrite,
): Promise<RemoteArticle> {
  const known = world.known.get(change.key);
  if (known === undefined) return createdArticle(world, change, article, write);
  if (stages(change)) return stageWrite(world, change, article, write);
  return updated(world, change, article, write, known.id);
}

/**
 * Creates an article. In a help centre that had nothing in it yet only the answer tells the first language: where it is
 * another than was thought, every text is sent once more, to where it belongs.
 *
 * @throws NotReadyError where there is no text in the first language
 */
async function createdArticle(
  world: World,
  change: Change,
  article: DesiredArticle,
  write: ArticleWrite,
): Promise<RemoteArticle> {
  const first = firstLanguageOf(world, change, article);
  if (write.locales[first] === undefined) {
    throw new NotReadyError(
      `it has no text in ${first}, the first language of its help centre: add its ${first} source`,
    );
  }
  await world.announce(sentOf(article, write, null));
  const answer = await world.writer.createArticle(write, first);
  const centre = world.helpCentreOf(article.parent);
  if (centre !== null && article.type === undefined) world.firstLanguages.set(centre, answer.defaultLocale);
  return inItsPlaces(world, write, first, answer);
}

/** Updates an article. After one into another help centre, the answer tells whose first language counts. */
async function updated(
  world: World,
  change: Change,
  article: DesiredArticle,
  write: ArticleWrite,
  id: string,
): Promise<RemoteArticle> {
  const first = firstLanguageOf(world, change, article);
  await world.announce(sentOf(article, write, { id, remote: world.known.get(change.key)?.remote ?? null }));
  return inItsPlaces(world, write, first, await world.writer.updateArticle(id, write, first));
}

/** Sends every text once more where the first language is another than was thought. */
async function inItsPlaces(
  world: World,
  write: ArticleWrite,
  first: Locale,
  answer: RemoteArticle,
): Promise<RemoteArticle> {
  if (answer.defaultLocale === first || write.locales[answer.defaultLocale] === undefined) return answer;
  return world.writer.updateArticle(answer.id, write, answer.defaultLocale);
}
