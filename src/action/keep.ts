import path from 'node:path';
import { ownFolderName } from '../disk/own-folder.ts';
import { pageAddress } from '../model/documentation.ts';
import { code, inert } from '../report/markdown.ts';
import { readKnown, settleRecovery } from '../use-cases/lock.ts';
import { noGithub } from './comment.ts';
import { keepPull } from './github/kept-pull.ts';
import { dropSide, type Kept, keepLockfile } from './github/lockfile-home.ts';
import type { Job } from './job.ts';
import { configurationFolder, type Home, type KnownLockfile, localLockfile, lockfilePath } from './lockfile.ts';
import { isGithubs, sentenceOf, setOutputs, tell } from './tell.ts';
import { readTemporary, writeTemporary } from './temporary.ts';

/** What became of the lockfile. */
export interface Keeping {
  readonly isKept: boolean;
  /** Markdown. */
  readonly text: string;
}

const beginningName = 'beginning.json';

/** Leaves for the job's end what a run that is cut off needs to be taken up. */
export async function prepareKeeping(job: Job, { base, side }: KnownLockfile): Promise<void> {
  await writeTemporary(job, beginningName, JSON.stringify({ base, side }));
  await job.runner.state('publishing', 'true');
}

/** The lockfile that the run began with, at the job's end. */
export async function preparedBeginning(job: Job): Promise<KnownLockfile> {
  const text = await readTemporary(job, beginningName);
  return JSON.parse(text) as KnownLockfile;
}

/**
 * Puts what took effect into the lockfile, from the journal too where the run was cut off, and the lockfile into the
 * repository. Never rejects for GitHub's or git's sake: what happened is said.
 *
 * @param home null: the lockfile is kept by somebody else
 * @param known the lockfile that the run began with
 */
export async function keep(job: Job, home: Home | null, known: KnownLockfile): Promise<Keeping> {
  const { base, side } = known;
  const folder = configurationFolder(job);
  const own = path.join(folder, ownFolderName);
  await settleRecovery(await readKnown(job.context, folder, own), own);
  await setOutputs(job, { lockfile: lockfilePath(job) });
  const ours = await localLockfile(job);
  if (home === null || ours === null || ours === base) {
    await job.runner.state('kept', 'true');
    return { isKept: true, text: '' };
  }
  try {
    const kept = await keepLockfile(home, base, ours, messageFor(job, home));
    // What was trouble may work at the job's end.
    if (kept.is !== 'trouble') await job.runner.state('kept', 'true');
    return await say(job, home, kept, side);
  } catch (error) {
    if (!isGithubs(error)) throw error;
    tell(job.runner, 'error', error);
    return { isKept: false, text: `${inert(sentenceOf(error).text)} ${lost(job)}` };
  }
}

function messageFor({ label, runUrl }: Job, { mode }: Home): string {
  const which = label === null ? '' : ` (${label})`;
  // A required check of a pull request would wait for ever.
  const skip = mode === 'commit' ? ' [skip ci]' : '';
  const run = runUrl === null ? '' : `\n\n${runUrl}`;
  return `Record what was published to the help centre${which}${skip}${run}\n`;
}

async function say(job: Job, home: Home, kept: Kept, side: string | null): Promise<Keeping> {
  switch (kept.is) {
    case 'same':
      await dropSide(home, side);
      return { isKept: true, text: '' };
    case 'kept': {
      await setOutputs(job, { commit: kept.commit });
      job.context.print(`The lockfile is on ${kept.branch}, commit ${kept.commit}\n`);
      if (home.mode === 'pull-request') return openPull(job, home, kept.commit);
      if (home.mode === 'commit') await dropSide(home, side);
      return {
        isKept: true,
        text: `The lockfile is on ${code(kept.branch)}, commit ${code(kept.commit.slice(0, 12))}.`,
      };
    }
    case 'protected':
      return refused(job, home, kept);
    case 'forbidden':
    case 'trouble': {
      const text = `What was published is in Intercom, but the lockfile could not be pushed: ${kept.detail}.`;
      job.runner.annotate('error', 'lockfile-not-pushed', `${text} ${lost(job)}`);
      return { isKept: false, text: `${inert(text)} ${lost(job)}` };
    }
  }
}

/** A branch that takes no push: the lockfile waits on another, from which the next run takes it. */
async function refused(job: Job, home: Home, kept: Extract<Kept, { is: 'protected' }>): Promise<Keeping> {
  const { detail, rescue } = kept;
  const why = `${home.target} did not accept the lockfile: ${detail}`;
  const where =
    rescue === null ? lost(job) : `It is on the branch ${rescue.branch} instead, and the next run goes on from there.`;
  const help = `Let the workflow push to the branch, or set lockfile: pull-request or lockfile: branch; ${pageAddress('guides/action')} explains when to use which.`;
  const text = `What was published is in Intercom. ${why}. ${where} ${help}`;
  if (rescue !== null) await setOutputs(job, { commit: rescue.commit });
  job.runner.annotate('error', 'branch-protected', text);
  return { isKept: false, text: inert(text) };
}

async function openPull(job: Job, home: Home, commit: string): Promise<Keeping> {
  const { github, inputs, runner } = job;
  // Every target has its section in the one lockfile, and one pull request holds them all.
  const which = inputs.name === null ? '' : ` (${inputs.name})`;
  try {
    if (github === null) throw noGithub();
    const pull = await keepPull(github, {
      head: home.side,
      base: home.target,
      title: `Record what was published to the help centre${which}`,
      body: pullBody,
    });
    await setOutputs(job, { 'pull-request': pull.html_url });
    return {
      isKept: true,
      text: `The lockfile is in [#${pull.number}](${pull.html_url}), commit ${code(commit.slice(0, 12))}.`,
    };
  } catch (error) {
    if (!isGithubs(error)) throw error;
    const { code: title, text } = sentenceOf(error);
    const all = `The lockfile is on the branch ${home.side}, and the next run goes on from there, but it has no pull request. ${text} The repository's settings for Actions must allow workflows to create pull requests.`;
    runner.annotate('error', title, all);
    return { isKept: false, text: inert(all) };
  }
}

const pullBody = `This holds \`helpcentre.lock.json\` as it is after publishing: which file is which article, and what was published.

It is kept up to date until it is merged. Merge it as it is; publishing goes on from it in any case.`;

function lost(job: Job): string {
  return `The next run finds the articles again by their text; keep ${lockfilePath(job)} as an artifact (output lockfile) to be sure.`;
}
