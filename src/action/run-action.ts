import { readFile } from 'node:fs/promises';
import { basicCredential } from '../git/bot-git.ts';
import { pageAddress } from '../model/documentation.ts';
import type { Host } from '../model/host.ts';
import { inert } from '../report/markdown.ts';
import { safeOutput } from '../report/paint.ts';
import { problemsPart } from '../report/problems-part.ts';
import { ProblemsError } from '../use-cases/connect.ts';
import { keeping } from '../use-cases/memo-for.ts';
import { problemAddress } from '../use-cases/problem-address.ts';
import { ActionError } from './action-error.ts';
import { checkSources } from './check.ts';
import { postComment } from './comment.ts';
import { lookForDrift } from './drift.ts';
import { finishJob } from './finish-job.ts';
import { type Inputs, parseInputs } from './github/inputs.ts';
import { makeRunner, type Runner } from './github/runner.ts';
import { type Job, makeJob } from './job.ts';
import { lookForDeadLinks } from './links.ts';
import { planForPull } from './plan.ts';
import { annotateProblems } from './problems.ts';
import { publishOnMerge } from './publish.ts';
import { sentenceOf, tell } from './tell.ts';

type RunKind = Exclude<Inputs['run'], 'auto'>;

const runs: Readonly<Record<RunKind, (job: Job) => Promise<number>>> = {
  check: checkSources,
  plan: planForPull,
  publish: publishOnMerge,
  drift: lookForDrift,
  links: lookForDeadLinks,
  comment: postComment,
};

/**
 * Runs the Action: inputs and event in; comment, summary, outputs and an exit code out. Started a second time in the
 * same job it is the job's end, which the runner tells by the state that the first start left.
 */
export async function runAction(host: Host): Promise<number> {
  return keeping(host, carryOut);
}

async function carryOut(host: Host): Promise<number> {
  const runner = guarded(makeRunner(host));
  const { env } = host;
  for (const secret of [env.INPUT_TOKEN, env['INPUT_GITHUB-TOKEN'], env.INTERCOM_ACCESS_TOKEN]) {
    if (secret) runner.mask(secret.trim());
  }
  const forGit = env['INPUT_GITHUB-TOKEN']?.trim();
  if (forGit) runner.mask(basicCredential(forGit));
  const isEnd = env.STATE_started === 'true';
  if (!isEnd) await runner.state('started', 'true');
  const parsed = parseInputs(env);
  if (!parsed.ok) {
    if (isEnd) return 0;
    for (const mistake of parsed.mistakes) runner.annotate('error', 'bad-input', mistake);
    return 1;
  }
  let job: Job | null = null;
  try {
    job = await makeJob(host, runner, parsed.inputs, await readPayload(env.GITHUB_EVENT_PATH));
    return isEnd ? await finishJob(job) : await runs[whatToRun(job)](job);
  } catch (error) {
    await explain(runner, job, error);
    return 1;
  } finally {
    await job?.close();
  }
}

/** What is shown to people has nothing in it that steers a terminal or turns the direction of text. */
function guarded(runner: Runner): Runner {
  return {
    ...runner,
    summary: (markdown) => runner.summary(safeOutput(markdown)),
    commands: (lines) => runner.commands(safeOutput(lines)),
    annotate: (level, title, message) => runner.annotate(level, safeOutput(title), safeOutput(message)),
  };
}

async function readPayload(file: string | undefined): Promise<unknown> {
  if (!file) return {};
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new ActionError(
      'bad-event',
      `the event file cannot be read: ${(error as Error).message}`,
      'Run this in a workflow.',
    );
  }
}

/** What the inputs ask for; with `auto` what fits the event. */
function whatToRun({ inputs, event }: Job): RunKind {
  if (inputs.run !== 'auto') return inputs.run;
  switch (event.is) {
    case 'pull-request':
      return 'plan';
    case 'push':
      return 'publish';
    case 'schedule':
      return 'drift';
    case 'workflow-run':
      return 'comment';
    case 'pull-request-target':
      throw new ActionError(
        'pull-request-target',
        'pull_request_target runs code from anybody with your secrets, so the Action refuses it by default',
        `Use pull_request, and for forks the two workflows at ${pageAddress('guides/action')}.`,
      );
    case 'other':
      throw new ActionError(
        'which-run',
        `nothing is set up for the event "${event.name}" by itself`,
        'Choose what to do with the input run.',
      );
  }
}

async function explain(runner: Runner, job: Job | null, error: unknown): Promise<void> {
  if (error instanceof ProblemsError && job !== null) {
    await annotateProblems(job, error.problems);
    await runner.summary(
      ['### Help centre: stopped', ...problemsPart(error.problems, problemAddress).map(({ text }) => text)].join(
        '\n\n',
      ),
    );
    return;
  }
  tell(runner, 'error', error);
  await runner.summary(`### Help centre: stopped\n\n${inert(sentenceOf(error).text)}`);
}
