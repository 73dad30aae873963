import { once } from 'node:events';
import path from 'node:path';
import type { Host } from '../host.ts';
import { makeOwnFolder } from '../publish/journal.ts';
import { parseFaults, startSandbox } from '../sandbox/index.ts';
import { ownFolderName } from './connect.ts';
import { type CommonOptions, makeContext } from './context.ts';
import { sandboxPort } from './embedded-sandbox.ts';

/** Options of `sandbox`. */
export interface SandboxCommandOptions extends CommonOptions {
  readonly port?: number;
  readonly dir?: string;
  readonly mode: 'observed' | 'strict';
  readonly rateLimit?: number;
  readonly latency?: number;
  readonly seed?: number;
  readonly fault?: string;
}

/** `helpcentre sandbox`: runs until it is asked to stop. */
export async function sandbox(host: Host, options: SandboxCommandOptions): Promise<number> {
  const context = makeContext(host, options);
  const own = path.join(context.cwd, ownFolderName);
  if (options.dir === undefined) await makeOwnFolder(own);
  const started = await startSandbox({
    dir: options.dir === undefined ? path.join(own, 'sandbox') : path.resolve(context.cwd, options.dir),
    port: options.port ?? sandboxPort,
    mode: options.mode,
    externalImages: 'accept',
    ...(options.rateLimit === undefined ? {} : { rateLimit: options.rateLimit }),
    ...(options.latency === undefined ? {} : { latency: options.latency }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.fault === undefined ? {} : { faults: parseFaults(options.fault) }),
  });
  try {
    context.print(
      [
        `A local Intercom workspace: ${started.url}`,
        '',
        'Open that address to see the help centre, and to edit articles as a teammate would.',
        'To publish to it from another terminal:',
        `  export INTERCOM_BASE_URL=${started.url}`,
        `  export INTERCOM_ACCESS_TOKEN=${started.token}`,
        'Ctrl-C stops it.',
        '',
      ].join('\n'),
    );
    if (!host.signal.aborted) await once(host.signal, 'abort');
    return 0;
  } finally {
    await started.close();
  }
}
