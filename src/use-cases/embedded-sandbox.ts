import type { Settings } from '../model/settings.ts';
import { languagesOf } from '../read/languages.ts';
import { isLocale, type SandboxOptions } from '../sandbox/index.ts';
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
 * Starts the sandbox for `--sandbox [DIR]`.
 *
 * @param folder absolute folder of the configuration
 * @param dir absolute folder of its state
 * @param isCommitted see `SandboxOptions`
 */
export async function embeddedSandbox(
  settings: Settings,
  folder: string,
  dir: string,
  isCommitted: NonNullable<SandboxOptions['isCommitted']>,
): Promise<EmbeddedSandbox> {
  const languages = await languagesOf(folder, settings);
  const start = (port: number) =>
    startOrSay({
      dir,
      isCommitted,
      port,
      // Where "helpcentre sandbox" will show it: this port is gone once the command is done.
      address: `http://127.0.0.1:${sandboxPort}`,
      mode: 'observed',
      // What is tried out on it is tried out on a workspace like the one that is meant.
      ...(settings.facts === undefined ? {} : { quirks: settings.facts.answers }),
      version: settings.apiVersion,
      rateLimit: 100_000,
      externalImages: 'accept',
      // A new workspace begins in the language of the sources, and has their others.
      locales: [...new Set([...languages, ...(settings.facts?.locales ?? ['en', 'fr', 'de', 'es'])])].filter(isLocale),
    });
  const started = await start(sandboxPort).catch((error: unknown) => {
    if (isPortTaken(error)) return start(0);
    throw error;
  });
  return { url: started.url, token: started.token, dir, close: () => started.close() };
}
