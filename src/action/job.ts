import path from 'node:path';
import { openRoute } from '../intercom/index.ts';
import type { Host, Sink } from '../model/host.ts';
import { isLoopback } from '../net/loopback.ts';
import { safeOutput } from '../report/paint.ts';
import { type Context, makeContext } from '../use-cases/context.ts';
import { readSettings } from '../use-cases/target.ts';
import { tokenVariableOf } from '../use-cases/token.ts';
import { version } from '../version.ts';
import { ActionError } from './action-error.ts';
import { connectGithub } from './github/client.ts';
import { readEvent, type WorkflowEvent } from './github/event.ts';
import type { Inputs } from './github/inputs.ts';
import { type GithubRepository, githubRepository } from './github/repository.ts';
import type { Runner } from './github/runner.ts';

/** One run of the Action: what was asked of it, and what it may use. */
export interface Job {
  /** What it says cannot be taken for a command to the runner; its environment holds the checked inputs. */
  readonly host: Host;
  readonly runner: Runner;
  readonly inputs: Inputs;
  readonly context: Context;
  readonly event: WorkflowEvent;
  readonly defaultBranch: string | null;
  /** Intercom's token; null: none was given. */
  readonly token: string | null;
  /** null: no token for GitHub was given, or no repository is known. */
  readonly github: GithubRepository | null;
  /** Tells this help centre, and of several targets this one, from others in the repository. */
  readonly key: string;
  /** What people read of that; null where there is nothing to tell apart. */
  readonly label: string | null;
  /** Absolute folder for the job's own files. */
  readonly temp: string;
  /** Absolute folder above it that is trusted: the runner's own, or else the checkout. */
  readonly tempRoot: string;
  /** GITHUB_SHA. */
  readonly commit: string;
  /** Page of the run; null where none is known. */
  readonly runUrl: string | null;
  /** Closes connections. */
  close(): Promise<void>;
}

/**
 * Prepares a run.
 *
 * @param payload the event file, parsed
 * @throws ActionError when the environment is not a runner's
 */
export async function makeJob(host: Host, runner: Runner, inputs: Inputs, payload: unknown): Promise<Job> {
  const { env } = host;
  const cwd = path.resolve(env.GITHUB_WORKSPACE || host.cwd, inputs['working-directory']);
  const common = {
    ...{ cwd, color: false },
    ...(inputs.config === null ? {} : { config: path.resolve(cwd, inputs.config) }),
    ...(inputs.target === null ? {} : { target: inputs.target }),
  };
  const variable = await tokenVariable(makeContext(host, common));
  const token = inputs.token ?? (env[variable] || null);
  if (token !== null) runner.mask(token.trim());
  const own: Host = {
    ...host,
    env: {
      ...env,
      [variable]: token ?? undefined,
      INTERCOM_REGION: inputs.region ?? env.INTERCOM_REGION,
      GITHUB_TOKEN: inputs['github-token'] ?? env.GITHUB_TOKEN,
    },
    stdout: harmless(host.stdout),
    stderr: harmless(host.stderr),
    signal: host.signal,
  };
  const name = env.GITHUB_EVENT_NAME ?? '';
  const read = readEvent(name, payload);
  if (read === null) {
    throw new ActionError(
      'bad-event',
      `the event file is not what GitHub sends for "${name}"`,
      'Run this in a workflow.',
    );
  }
  const connection = connect(own, inputs['github-token']);
  const place = inputs.name ?? path.posix.join(inputs['working-directory'], inputs.config ?? 'helpcentre.yml');
  // No name has a slash, and no path goes on behind its file.
  const key = inputs.target === null ? place : `${place}/${inputs.target}`;
  const labels = [inputs.name, inputs.target].filter((one) => one !== null);
  return {
    host: own,
    runner,
    inputs,
    context: makeContext(own, common),
    ...read,
    token,
    github: connection.github,
    key,
    label: labels.length === 0 ? null : labels.join(' '),
    tempRoot: env.RUNNER_TEMP || cwd,
    temp: path.join(env.RUNNER_TEMP || path.join(cwd, '.helpcentre'), 'helpcentre', key.replace(/[^\w.-]+/g, '_')),
    commit: env.GITHUB_SHA ?? '',
    runUrl: runUrlOf(env),
    close: connection.close,
  };
}

/** The variable that the target's token would be in; the usual one where the configuration cannot be read. */
async function tokenVariable(context: Context): Promise<string> {
  const found = await readSettings(context);
  return tokenVariableOf(found.ok ? found.settings : {});
}

function connect(host: Host, token: string | null): { github: GithubRepository | null; close: () => Promise<void> } {
  const { env } = host;
  const repository = env.GITHUB_REPOSITORY ?? '';
  const none = { github: null, close: () => Promise.resolve() };
  if (token === null || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return none;
  const apiUrl = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '');
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : null;
  if (url === null || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url)))) {
    throw new ActionError(
      'bad-api-url',
      'GITHUB_API_URL is not an https address',
      'The runner sets it; do not change it.',
    );
  }
  const route = openRoute(apiUrl, env, { connections: 2, connectMs: 10_000 });
  if (!route.ok) throw new ActionError('bad-proxy', route.message, 'Correct the variable on the runner.');
  const client = connectGithub({
    apiUrl,
    token,
    userAgent: `helpcentre/${version}`,
    dispatcher: route.dispatcher,
    now: host.now,
    sleep: host.sleep,
    random: host.random,
    onWait: (wait) =>
      host.stderr.write(`Waiting ${Math.ceil(wait / 1000)} s: GitHub accepts no more requests for now\n`),
  });
  return { github: githubRepository(client, repository), close: () => route.dispatcher.close() };
}

function runUrlOf(env: Host['env']): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : null;
}

/** A stream on which no line can be a command to the runner, whatever a file or a workspace holds. */
function harmless(sink: Sink): Sink {
  return {
    ...sink,
    write: (text) =>
      sink.write(
        safeOutput(text)
          .replace(/^(\s*):(?=:)/gm, '$1:\u200b')
          .replaceAll('##[', '#\u200b#['),
      ),
  };
}
