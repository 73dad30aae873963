import { once } from 'node:events';
import path from 'node:path';
import { refuseLinks } from '../disk/links.ts';
import { makeOwnFolder, ownFolderName } from '../disk/own-folder.ts';
import type { Host } from '../model/host.ts';
import { formatDocument } from '../output/format.ts';
import { isLocale, type Sandbox } from '../sandbox/index.ts';
import { cameWithCheckout } from '../use-cases/came-with-checkout.ts';
import { type CommonOptions, makeContext } from '../use-cases/context.ts';
import { factsIn } from '../use-cases/facts-in.ts';
import { faultsFrom, sandboxPort, startOrSay } from '../use-cases/start-sandbox.ts';

/** What Intercom allows an app of a workspace without more, in ten seconds. */
const usualRateLimit = 166;

/** Options of `sandbox`. */
export interface SandboxCommandOptions extends CommonOptions {
  readonly port?: number;
  readonly dir?: string;
  readonly mode: 'observed' | 'strict';
  /** Requests in ten seconds. */
  readonly rateLimit?: number;
  /** Lockfile with what is known of the workspace that it is to be like. */
  readonly like?: string;
  readonly workspace?: string;
  readonly latency?: number;
  readonly seed?: number;
  readonly fault?: string;
}

/** `helpcentre sandbox`: runs until it is asked to stop. */
export async function sandbox(host: Host, options: SandboxCommandOptions): Promise<number> {
  const context = makeContext(host, options);
  const faults = options.fault === undefined ? {} : { faults: faultsFrom(options.fault) };
  const own = path.join(context.cwd, ownFolderName);
  if (options.dir === undefined) await makeOwnFolder(own);
  const dir = options.dir === undefined ? path.join(own, 'sandbox') : path.resolve(host.cwd, options.dir);
  await refuseLinks(dir, context.cwd);
  const { like } = options;
  const facts = like === undefined ? null : await factsIn(path.resolve(host.cwd, like), like, options.workspace);
  const started = await startOrSay({
    dir,
    isCommitted: cameWithCheckout(context),
    port: options.port ?? sandboxPort,
    mode: options.mode,
    externalImages: 'accept',
    rateLimit: options.rateLimit ?? facts?.rateLimit ?? usualRateLimit,
    ...(facts === null ? {} : { quirks: facts.answers, version: facts.apiVersion }),
    ...(facts?.locales === undefined ? {} : { locales: facts.locales.filter(isLocale) }),
    ...(options.latency === undefined ? {} : { latency: options.latency }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...faults,
  });
  try {
    context.print(options.json === true ? formatDocument('sandbox', addressOf(started)) : greeting(started));
    if (!host.signal.aborted) await once(host.signal, 'abort');
    return 0;
  } finally {
    await started.close();
  }
}

function addressOf({ url, token }: Sandbox): Pick<Sandbox, 'url' | 'token'> {
  return { url, token };
}

function greeting({ url, token }: Sandbox): string {
  return `A local Intercom workspace: ${url}

Open that address to see the help centre, and to edit articles as a teammate would.
To publish to it from another terminal:
  export INTERCOM_BASE_URL=${url}
  export INTERCOM_ACCESS_TOKEN=${token}
Ctrl-C stops it.
`;
}
