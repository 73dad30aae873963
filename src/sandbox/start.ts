import { once, setMaxListeners } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Quirks } from '../model/quirks.ts';
import { sandboxApp } from './app.ts';
import type { Engine } from './engine.ts';
import type { Fault } from './faults/fault.ts';
import { parseFaults } from './faults/parse.ts';
import { planFaults } from './faults/plan.ts';
import { createLimiter } from './http/limit.ts';
import { createLog, type LogEntry } from './http/log.ts';
import type { SandboxOptions, TokenRights } from './options.ts';
import { modes } from './quirks.ts';
import { type Random, seededRandom } from './random.ts';
import { folderStore } from './state/folder.ts';
import { seedWorld } from './state/seed.ts';
import { memoryStore, type Store } from './state/store.ts';
import { articleDriver } from './test-driver/article-driver.ts';
import { settingDriver } from './test-driver/setting-driver.ts';
import type { TestDriver } from './test-driver/test-driver.ts';

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`: base URL of the API, and the help centre in a browser. */
  readonly url: string;
  readonly port: number;
  /** The token that may do everything. */
  readonly token: string;
  /** Every request to the API so far, in the order of arrival. */
  readonly log: readonly LogEntry[];
  /** The workspace as people use it. */
  readonly world: TestDriver;
  /** Replaces the faults, and counts requests anew. */
  setFaults(faults: readonly Fault[] | string): void;
  /** Gives a token rights, a new one too, or takes it away (null). */
  setToken(token: string, rights: Omit<TokenRights, 'token'> | null): void;
  /** Changes single switches. */
  setQuirks(quirks: Partial<Quirks>): void;
  /** Uses up requests of the current window, as others in the workspace would. */
  spend(requests: number): void;
  /** Stops listening, cuts open connections, keeps the state and lets go of the folder. */
  close(): Promise<void>;
}

/**
 * Starts a local Intercom workspace on 127.0.0.1. A new one has teammates and a help centre, and no content.
 *
 * @throws SandboxError when the folder is in use or its state damaged; the system's `EADDRINUSE` for a port
 *   that is taken
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const store = options.dir === null ? memoryStore() : await folderStore(options.dir, options.isCommitted);
  try {
    const random = seededRandom(options.seed ?? 1);
    const closing = new AbortController();
    // Any number of requests may wait on it.
    setMaxListeners(0, closing.signal);
    const engine = await makeEngine(options, store, random, closing.signal);
    const server = createAdaptorServer({ fetch: sandboxApp(engine).fetch, overrideGlobalObjects: false }) as Server;
    const port = await listen(server, options.port ?? 0, engine.world.workspace.port);
    try {
      engine.listens = `http://127.0.0.1:${port}`;
      engine.base = options.address ?? engine.listens;
      const { workspace } = engine.world;
      if (workspace.port !== port) engine.world.workspace = { ...workspace, port };
      await store.listening(port);
      await store.saveAll(engine.world);
    } catch (error) {
      await stop(server);
      throw error;
    }
    return facade(engine, server, random, closing);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function makeEngine(
  options: SandboxOptions,
  store: Store,
  random: Random,
  closing: AbortSignal,
): Promise<Engine> {
  const { now = Date.now, locales = ['en', 'fr', 'de', 'es'], multilingual = true } = options;
  const setUp = { multilingual, locales, now: Math.floor(now() / 1000), random };
  const tokens = [{ token: 'sandbox' }, ...(options.tokens ?? [])].map((rights) => ({ ...allRights, ...rights }));
  return {
    world: (await store.load()) ?? seedWorld(setUp),
    store,
    random,
    log: createLog(options.onRequest),
    limiter: createLimiter(options.rateLimit ?? null, now),
    defaultVersion: options.version ?? '2.16',
    fetched: new Map(),
    externalImages: options.externalImages ?? 'accept',
    tokens: new Map(tokens.map((rights) => [rights.token, rights])),
    now,
    latency: options.latency ?? 0,
    closing,
    listens: '',
    base: '',
    quirks: { ...modes[options.mode ?? 'observed'], ...options.quirks },
    faults: planFaults(options.faults ?? [], random),
  };
}

const allRights = { write: true, articles: true, redirects: true, snippets: true } as const;

/** Listens on the port asked for; without one on that of the last run, so that addresses stay, or on any. */
async function listen(server: Server, asked: number, last: number): Promise<number> {
  for (const port of asked === 0 && last !== 0 ? [last, 0] : [asked]) {
    server.listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if (port !== last || asked === last) throw error;
    }
  }
  throw new Error('No port to listen on.');
}

/** Stops listening and cuts open connections: a server left open would keep the process from ending. */
async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

function facade(engine: Engine, server: Server, random: Random, closing: AbortController): Sandbox {
  return {
    url: engine.listens,
    port: engine.world.workspace.port,
    token: 'sandbox',
    log: engine.log.entries,
    world: { ...articleDriver(engine), ...settingDriver(engine) },
    setFaults(faults) {
      engine.faults = planFaults(typeof faults === 'string' ? parseFaults(faults) : faults, random);
    },
    setToken(token, rights) {
      if (rights === null) engine.tokens.delete(token);
      else engine.tokens.set(token, { ...allRights, ...rights, token });
    },
    setQuirks(quirks) {
      engine.quirks = { ...engine.quirks, ...quirks };
    },
    spend: (requests) => engine.limiter.spend(requests),
    async close() {
      closing.abort();
      await stop(server);
      await engine.store.saveAll(engine.world);
      await engine.store.close();
    },
  };
}
