import { error, warning } from './entry.ts';

/** Problems of the sources beside what Intercom has. */
export const planProblems = {
  'id-not-found': error(
    (a: { id: string; path: string }) => `${a.path} names article ${a.id}, which is not in the workspace`,
    () => 'Correct the id, or remove it to create a new article.',
  ),
  'id-taken': error(
    (a: { id: string; path: string; other: string }) =>
      `${a.path} names article ${a.id}, which ${a.other} publishes already`,
    () => 'Remove the id from one of them.',
  ),
  'near-twin': warning(
    (a: { path: string; id: string; title: string }) =>
      `${a.path} is new, and Intercom has an article ${a.id} with its title "${a.title}"`,
    (a) => `If it is the same article, write "id: ${a.id}" into the front matter; else leave it.`,
  ),
  'heading-losses': warning(
    (a: { path: string; losses: string }) => `${a.path}: with this write ${a.losses}`,
    () =>
      'Intercom keeps only the text of headings that it is sent, and makes the shallowest an h1. Put links into the text below the heading, or go on editing the article in Intercom.',
  ),
  'collection-left-empty': warning(
    (a: { key: string; id: string }) =>
      `the collection "${a.key}" has no published article left, and nothing here is in it any more`,
    (a) => `Delete collection ${a.id} in Intercom if nobody needs it: helpcentre never deletes a collection.`,
  ),
  'collection-look': warning(
    (a: { names: string; how: string }) => `Intercom shows ${a.names} ${a.how}, and its API cannot change that`,
    () => 'Change it in Intercom, or make the file say what Intercom has.',
  ),
  'drift-kept': warning(
    (a: { path: string; who: string }) => `${a.path} was edited in Intercom${a.who} and is left as it is there`,
    () => 'Look at the edit with "helpcentre diff", and merge it into the source with "helpcentre pull".',
  ),
  'deletion-kept': warning(
    (a: { path: string }) => `${a.path} was deleted in Intercom and stays deleted there`,
    () => 'Remove the source, or create the article again with --on-drift overwrite.',
  ),
  'history-missing': warning(
    (a: { count: number; isCutOff: boolean }) =>
      `${a.count === 1 ? 'an article' : `${a.count} articles`} held back as edited ${a.count === 1 ? 'was' : 'were'} last written with this token; ${a.isCutOff ? 'the git history of the lockfile, which is cut off here,' : 'the lockfile has no git history here that'} would tell whether it was a publish that was reverted`,
    (a) =>
      a.isCutOff
        ? 'Fetch the history ("git fetch --unshallow", or "fetch-depth: 0" for actions/checkout), and run again.'
        : 'If a publish was reverted, restore its helpcentre.lock.json, and run again.',
  ),
  'twin-left': warning(
    (a: { path: string; id: string; twins: string }) =>
      `Intercom has the article of ${a.path} a second time, and nothing manages that one: ${a.twins}`,
    (a) =>
      `Delete it in Intercom. To keep it in the place of the managed one, delete that one, and write "id: ${a.id}" into the front matter.`,
  ),
  'guard-no-sources': error(
    () => 'no source was found, so nothing is removed',
    () => 'Check "content" in helpcentre.yml and the working folder.',
  ),
  'guard-failed-sources': error(
    (a: { count: number }) =>
      `${a.count === 1 ? 'a source' : `${a.count} sources`} could not be compiled, so nothing is removed`,
    () => 'Mend the errors first: a file that cannot be read may be the one that moved.',
  ),
  'guard-other-content': error(
    () => 'the lockfile was written for another content folder, so nothing is removed',
    () => 'Restore "content" in helpcentre.yml. To move the folder for good, publish once with every file in place.',
  ),
  'guard-too-many': error(
    (a: { losses: number; drafts: number; managed: number; share: number }) =>
      `readers would lose ${a.losses} of ${a.managed} articles in one run, and the limit is ${a.share}%${
        a.drafts === 0 ? '' : `; ${a.drafts === a.losses ? 'they' : `${a.drafts} of them`} would become drafts`
      }`,
    (a) =>
      `${a.drafts === 0 ? 'Check that nothing is missing.' : 'Check "state" in helpcentre.yml and in the files.'} If you mean it, run again with --allow-removals, or raise maxRemovals in helpcentre.yml.`,
  ),
} as const;
