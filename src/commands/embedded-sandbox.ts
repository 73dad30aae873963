import path from 'node:path';
import type { Settings } from '../model.ts';
import { startSandbox } from '../sandbox/index.ts';
import type { Context } from './context.ts';

/** Port of the embedded sandbox when it is free, so that URLs printed once open again later. */
export const sandboxPort = 4110;

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
    startSandbox({
      dir,
      port,
      mode: 'observed',
      version: settings.apiVersion,
      rateLimit: 100_000,
      externalImages: 'accept',
    });
  const started = await start(sandboxPort).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return start(0);
    throw error;
  });
  return { url: started.url, token: started.token, dir, close: () => started.close() };
}
