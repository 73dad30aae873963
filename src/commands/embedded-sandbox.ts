import path from 'node:path';
import type { Settings } from '../model.ts';
import type { Context } from './context.ts';
import { isPortTaken, sandboxPort, startOrSay } from './start-sandbox.ts';

/** The sandbox inside a command. */
export interface EmbeddedSandbox {
  readonly url: string;
  readonly token: string;
  /** Absolute folder of its state, and of the lockfile that belongs to it. */
  readonly dir: string;
  close(): Promise<void>;
}

/**
 * Starts the sandbox for `--sandbox [DIR]`. Its state and its lockfile live in one folder, so that trying
 * things out never touches the lockfile of a real workspace.
 */
export async function embeddedSandbox(
  context: Context,
  settings: Settings,
  ownFolder: string,
): Promise<EmbeddedSandbox> {
  const { sandbox } = context.options;
  const dir = typeof sandbox === 'string' ? path.resolve(context.cwd, sandbox) : path.join(ownFolder, 'sandbox');
  const { makeOwnFolder } = await import('../publish/journal.ts');
  if (typeof sandbox !== 'string') await makeOwnFolder(ownFolder);
  const start = (port: number) =>
    startOrSay({
      dir,
      port,
      mode: 'observed',
      version: settings.apiVersion,
      rateLimit: 100_000,
      externalImages: 'accept',
    });
  const started = await start(sandboxPort).catch((error: unknown) => {
    if (isPortTaken(error)) return start(0);
    throw error;
  });
  return { url: started.url, token: started.token, dir, close: () => started.close() };
}
