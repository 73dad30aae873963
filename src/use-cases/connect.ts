import path from 'node:path';
import { refuseLinks } from '../disk/links.ts';
import { makeOwnFolder, ownFolderName } from '../disk/own-folder.ts';
import type { IntercomLooks, IntercomOptions } from '../intercom/index.ts';
import type { Problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Workbench } from '../model/workbench.ts';
import type { WorkspaceReader, WorkspaceWriter } from '../model/workspace.ts';
import { isLoopback } from '../net/loopback.ts';
import { cameWithCheckout } from './came-with-checkout.ts';
import type { Context } from './context.ts';
import { readToken, tokenVariableOf } from './token.ts';

/** Requests in flight at once. */
export type Flights = Pick<IntercomOptions, 'concurrency' | 'flight'>;

/** Unless `--concurrency` says otherwise: as many as Intercom answers without growing slower. */
const foundOut: Flights = { concurrency: 24, flight: 'found' };

/** For a sandbox in this process: more at once are answered no sooner, and the pages of a list all wait in memory. */
const inOneProcess: Flights = { concurrency: 2 };
/** Rows of a page of it: one of megabytes would be there several times at once, on both sides. */
const perPage = 50;

/** What `--concurrency` asks for, if anything. */
export const flightsFor = (concurrency: number | undefined): Flights =>
  concurrency === undefined ? foundOut : { concurrency };

/**
 * How many articles are under way at once: unless `--concurrency` says it, more than are sent, so that one goes while the
 * answer about another is read and noted.
 */
export const articlesUnderWay = ({ concurrency, flight }: Flights): number =>
  flight === 'found' ? concurrency * 2 : concurrency;

/**
 * Folder of the state that `--sandbox [DIR]` works with, and of the lockfile and the journal that belong to it: trying
 * things out never touches those of a real workspace.
 *
 * @param folder absolute folder of the configuration
 * @returns absolute; null without the option
 */
export function sandboxFolder({ options }: Pick<Context, 'options'>, folder: string): string | null {
  const { sandbox } = options;
  if (sandbox === undefined || sandbox === false) return null;
  return typeof sandbox === 'string' ? sandbox : path.join(folder, ownFolderName, 'sandbox');
}

/** Whether the workspace is on this machine, so that local images can be served to it as they are. */
export function hasLocalTarget({ options, host }: Pick<Context, 'options' | 'host'>): boolean {
  const baseUrl = host.env.INTERCOM_BASE_URL ?? '';
  const isEmbedded = options.sandbox !== undefined && options.sandbox !== false;
  return isEmbedded || (URL.canParse(baseUrl) && isLoopback(new URL(baseUrl)));
}

/**
 * Makes sure that nothing on the way to the sandbox's folder is a link of the repository.
 *
 * @throws LinkedFileError
 */
export async function refuseSandboxLinks(
  { cwd }: Pick<Context, 'cwd'>,
  sandbox: string,
  folder: string,
): Promise<void> {
  for (const root of [cwd, folder]) await refuseLinks(sandbox, root);
}

/** The workspace a command talks to. */
export interface Connection<Client> {
  readonly client: Client;
  /** Folder of the lockfile: beside the configuration, or in the sandbox's own folder. */
  readonly lockFolder: string;
  /** Folder of the journal. */
  readonly ownFolder: string;
  /** Whether the API is on this machine, so that local images can be served to it as they are. */
  readonly loopback: boolean;
  /** Address of the embedded sandbox; null when there is none. */
  readonly sandboxUrl: string | null;
  close(): Promise<void>;
}

/** Connects for reading: for commands that must not write. */
export function connectReader(
  context: Context,
  settings: Settings,
  folder: string,
): Promise<Connection<WorkspaceReader>> {
  if (sandboxFolder(context, folder) === null)
    return connect(context, settings, folder, foundOut, ({ createReader }) => createReader);
  return connect(context, settings, folder, inOneProcess, ({ createReader }) => (options) => {
    return createReader({ ...options, limits: { perPage } });
  });
}

/** Connects for writing: for `publish` alone. */
export function connectWriter(
  context: Context,
  settings: Settings,
  folder: string,
  flights: Flights,
): Promise<Connection<WorkspaceWriter>> {
  return connect(context, settings, folder, flights, ({ createWriter }) => createWriter);
}

/** Connects for `doctor`: looks at one thing at a time, and changes nothing. */
export function connectLooks(context: Context, settings: Settings, folder: string): Promise<Connection<IntercomLooks>> {
  // Somebody waits for the answer: trouble is told soon.
  const limits = { attempts: 2 };
  return connect(
    context,
    settings,
    folder,
    { concurrency: 1 },
    ({ createLooks }) =>
      (options) =>
        createLooks({ ...options, limits }),
  );
}

/** What `probe` works with. */
export interface Benches {
  readonly looks: IntercomLooks;
  readonly asking: Workbench;
  /** Takes away what was made, also once the run was asked to stop. */
  readonly clearing: Workbench;
  close(): Promise<void>;
}

/** Connects for `probe`: to ask anything of a workspace, and to take away what that took. */
export function connectBenches(context: Context, settings: Settings, folder: string): Promise<Connection<Benches>> {
  const limits = { attempts: 4 };
  return connect(context, settings, folder, { concurrency: 1 }, ({ createLooks, createWorkbench }) => (options) => {
    const looks = createLooks({ ...options, limits });
    const asking = createWorkbench({ ...options, limits });
    const clearing = createWorkbench({ ...options, limits, signal: new AbortController().signal });
    const all = [looks, asking, clearing];
    return { looks, asking, clearing, close: async () => void (await Promise.all(all.map((one) => one.close()))) };
  });
}

/** Picks one of the clients. */
type PickClient<Client> = (clients: typeof import('../intercom/index.ts')) => (options: IntercomOptions) => Client;

async function connect<Client extends { close(): Promise<void> }>(
  context: Context,
  settings: Settings,
  folder: string,
  flights: Flights,
  pick: PickClient<Client>,
): Promise<Connection<Client>> {
  // Whoever only asks where a workspace would be needs no client.
  const create = pick(await import('../intercom/index.ts'));
  const ownFolder = path.join(folder, ownFolderName);
  const sandboxAt = sandboxFolder(context, folder);
  if (sandboxAt !== null) {
    const { embeddedSandbox } = await import('./embedded-sandbox.ts');
    await refuseSandboxLinks(context, sandboxAt, folder);
    if (typeof context.options.sandbox !== 'string') await makeOwnFolder(ownFolder);
    const sandbox = await embeddedSandbox(settings, folder, sandboxAt, cameWithCheckout(context));
    const client = create(clientOptions(context, settings, sandbox.token, sandbox.url, flights));
    return {
      client,
      lockFolder: sandbox.dir,
      ownFolder: sandbox.dir,
      loopback: true,
      sandboxUrl: sandbox.url,
      async close() {
        await client.close();
        await sandbox.close();
      },
    };
  }
  const token = await readToken(context, settings);
  const baseUrl = context.host.env.INTERCOM_BASE_URL || null;
  const client = create(clientOptions(context, settings, token, baseUrl, flights));
  return {
    client,
    lockFolder: folder,
    ownFolder,
    loopback: hasLocalTarget(context),
    sandboxUrl: null,
    close: () => client.close(),
  };
}

function clientOptions(
  context: Context,
  settings: Settings,
  token: string,
  baseUrl: string | null,
  flights: Flights,
): IntercomOptions {
  const { host, options } = context;
  return {
    token,
    tokenVariable: tokenVariableOf(settings),
    baseUrl,
    region: regionFor(context, settings),
    version: settings.apiVersion,
    ...flights,
    env: host.env,
    // Requests are paced by the time, and what they bring is not another for it; how long they took is.
    now: options.verbose === true ? host.now : () => host.nowAmong?.([]) ?? host.now(),
    ...(host.idled === undefined ? {} : { idled: () => host.idled?.() ?? 0 }),
    ...(host.hears === undefined ? {} : { hears: host.hears }),
    sleep: host.sleep,
    random: host.random,
    signal: host.signal,
    onWait: (wait) => context.say(`Waiting ${Math.ceil(wait.milliseconds / 1000)} s: ${waits[wait.why]}\n`),
    ...(options.verbose === true
      ? {
          onExchange: ({ method, path: url, status, milliseconds, remaining }) =>
            host.stderr.write(
              `${method} ${url} ${status ?? 'no answer'} ${Math.round(milliseconds)} ms${remaining === null ? '' : `, ${remaining} left`}\n`,
            ),
        }
      : {}),
  };
}

const waits = {
  'rate-limit': 'Intercom takes no more requests in this window',
  trouble: 'Intercom did not answer as it should',
} as const;

/**
 * The region that requests go to: the environment's word counts before the configuration's. A target has its own, and
 * what a shell was set up for once must not send its token anywhere else.
 *
 * @throws UsageError
 */
export function regionFor(
  { host }: Pick<Context, 'host'>,
  { region: configured, target }: Pick<Settings, 'region' | 'target'>,
): Settings['region'] {
  const given = host.env.INTERCOM_REGION;
  if (given === undefined || given === '') return configured;
  const region = given.toLowerCase();
  if (region !== 'us' && region !== 'eu' && region !== 'au')
    throw new UsageError('bad-region', `INTERCOM_REGION is "${given}"`, 'Set it to us, eu or au, or leave it out.', 64);
  if (target === undefined || region === configured) return region;
  throw new UsageError(
    'bad-region',
    `INTERCOM_REGION is "${given}", and the target "${target.name}" is in "${configured}"`,
    'Leave the variable out, or correct "region" of the target in helpcentre.yml.',
    64,
  );
}

/** Says what is wrong in problems that keep a command from going on. */
export class ProblemsError extends Error {
  override readonly name = 'ProblemsError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('; '));
    this.problems = problems;
  }
}
