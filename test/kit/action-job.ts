import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { runAction } from '../../src/action/run-action.ts';
import { inventHost } from './run-in.ts';

/** The built Action, as a release branch holds it. */
export interface BuiltAction {
  readonly dir: string;
  readonly main: string;
  readonly post: string;
  /** Defaults of the inputs, expressions left out. */
  readonly defaults: Readonly<Record<string, string>>;
}

/** Builds the Action into a folder, which has no node_modules above it. */
export async function buildAction(dir: string): Promise<void> {
  const script = fileURLToPath(new URL('../../scripts/build-action.mjs', import.meta.url));
  await promisify(execFile)(process.execPath, [script, dir]);
}

/** The Action that was built into a folder. */
export async function actionIn(dir: string): Promise<BuiltAction> {
  const declared = parse(await readFile(path.join(dir, 'action.yml'), 'utf8')) as {
    readonly runs: { readonly main: string; readonly post: string };
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  };
  const defaults = Object.entries(declared.inputs).map(([name, { default: value = '' }]) => [name, value] as const);
  return {
    dir,
    main: path.join(dir, declared.runs.main),
    post: path.join(dir, declared.runs.post),
    defaults: Object.fromEntries(defaults.filter(([, value]) => !value.startsWith('${{'))),
  };
}

/** What a step came to. */
export interface StepResult {
  readonly code: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly state: Readonly<Record<string, string>>;
  /** Lines of the log that are commands of a kind: `error`, `warning`, `notice`. */
  readonly annotations: readonly string[];
}

/** A step of a job, begun. */
export interface StartedStep {
  readonly child: ChildProcess;
  readonly done: Promise<StepResult>;
}

/** What the runner knows. */
export interface StepOptions {
  readonly checkout: string;
  /** Folder for the runner's own files. */
  readonly temp: string;
  readonly event: string;
  readonly payload: object;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

/** What a step is started with, and how to read what it left. */
interface PreparedStep {
  readonly env: Readonly<Record<string, string>>;
  result(code: number, log: string): Promise<StepResult>;
}

/** Which part of the Action: its main step, or what the runner starts at the end of the job. */
interface StepPart {
  readonly file?: 'main' | 'post';
  readonly state?: Readonly<Record<string, string>>;
}

/** As the runner does: inputs and event in the environment, files to write to. */
async function prepareStep({ defaults }: BuiltAction, options: StepOptions, part: StepPart): Promise<PreparedStep> {
  await mkdir(options.temp, { recursive: true });
  const files = await mkdtemp(path.join(options.temp, 'commands-'));
  const file = (name: string) => path.join(files, name);
  for (const name of ['output', 'summary', 'state']) await writeFile(file(name), '');
  await writeFile(file('event.json'), JSON.stringify(options.payload));
  const inputs = Object.entries({ ...defaults, ...options.inputs });
  const env = {
    PATH: process.env.PATH ?? '',
    // However small a repository is: what runs in threads has to be in the bundle.
    HELPCENTRE_THREADS: '2',
    HOME: options.temp,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: options.checkout,
    GITHUB_EVENT_NAME: options.event,
    GITHUB_EVENT_PATH: file('event.json'),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_STATE: file('state'),
    GITHUB_REPOSITORY: 'acme/help',
    GITHUB_RUN_ID: '4711',
    RUNNER_TEMP: options.temp,
    ...Object.fromEntries(inputs.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...Object.fromEntries(Object.entries(part.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])),
    ...options.env,
  };
  return {
    env,
    result: async (code, log) => ({
      code,
      log,
      outputs: keyed(await readFile(file('output'), 'utf8')),
      summary: await readFile(file('summary'), 'utf8'),
      state: keyed(await readFile(file('state'), 'utf8')),
      annotations: log.split('\n').filter((line) => /^::(error|warning|notice)[ :]/.test(line)),
    }),
  };
}

/** Starts the built Action as the runner does. */
export async function startStep(action: BuiltAction, options: StepOptions, part: StepPart = {}): Promise<StartedStep> {
  const { env, result } = await prepareStep(action, options, part);
  const script = part.file === 'post' ? action.post : action.main;
  const child = spawn(process.execPath, [script], { cwd: options.checkout, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const log: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => log.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => log.push(chunk));
  const done = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1))).then((code) =>
    result(code, Buffer.concat(log).toString('utf8')),
  );
  return { child, done };
}

/** Runs the Action in this process, where its code is loaded and warm already: half of what a step of its own takes. */
export async function runStepHere(action: BuiltAction, options: StepOptions): Promise<StepResult> {
  const { env, result } = await prepareStep(action, options, {});
  const log: string[] = [];
  const { host } = inventHost(options.checkout, { env, hurry: 20 });
  const sink = { ...host.stdout, write: (text: string) => void log.push(text) };
  return result(await runAction({ ...host, stdout: sink, stderr: sink }), log.join(''));
}

/** Reads what was written between two equal delimiters; a later value counts. */
function keyed(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const [, name, delimiter] = /^([^<]+)<<(.+)$/.exec(lines[index] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, index + 1);
    found[name] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return found;
}
