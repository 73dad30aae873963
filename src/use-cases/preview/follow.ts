import path from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { type LiveSite, troubledSite } from '../../site/index.ts';
import type { Inputs } from '../inputs.ts';
import type { Sources } from '../sources.ts';
import type { ChangesSource } from './changes.ts';
import { later } from './later.ts';
import type { LiveSources } from './live-sources.ts';
import { siteOf } from './site.ts';
import { type FileEvent, type Watching, watchFiles } from './watch.ts';

/** What follows the files. */
export interface Following {
  readonly live: LiveSite;
  readonly sources: LiveSources;
  readonly changes: ChangesSource;
  /** Absolute path of the configuration. */
  readonly configuration: string;
  /** What was read first, and when (milliseconds): files may have changed unseen since then. */
  readonly first: Inputs;
  readonly startedAt: number;
  /** Finds images that Intercom cannot reach, which the sources alone do not say. */
  readonly images: (sources: Sources) => Promise<readonly Problem[]>;
  /** Told of the absolute content folder whenever it is another. */
  readonly content: (folder: string) => void;
}

/** Milliseconds after a save in which the page of the article comes first. */
const pause = 300;

/**
 * Makes the site equal to the files, first all of it and then whatever changes, until it is closed.
 *
 * @returns `whole` resolves when everything was compiled for the first time; `ask` asks Intercom anew
 */
export function followChanges(input: Following): Pick<Follower, 'whole' | 'ask' | 'close'> {
  const follower = new Follower(input);
  return { whole: follower.whole, ask: () => follower.ask(), close: () => follower.close() };
}

class Follower {
  readonly whole: Promise<void>;
  readonly #input: Following;
  readonly #comparing = later(() => this.#compare(), pause);
  #firstDone: () => void = () => undefined;
  #folder: string;
  #product: readonly string[];
  #latest: Sources | null = null;
  #isClosed = false;
  #watching: Watching;

  constructor(input: Following) {
    this.#input = input;
    this.#folder = contentOf(input.first);
    this.#product = input.first.read.product;
    this.whole = new Promise<void>((resolve) => {
      this.#firstDone = resolve;
    });
    this.#watching = this.#watch();
    input.changes.watch(() => this.#comparing.now());
    this.#watching.nudge(this.#folder);
  }

  async ask(): Promise<void> {
    if (this.#latest !== null) await this.#input.changes.ask(this.#latest);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#comparing.stop();
    await this.#watching.close();
  }

  #watch(): Watching {
    const { sources, changes, configuration, startedAt } = this.#input;
    const folder = this.#folder;
    const begun = watchFiles([folder, configuration, ...changes.watched, ...this.#product], (events) =>
      this.#follow(events),
    );
    void begun.ready.then(async () => {
      // What was saved while the watching began was seen by nobody.
      await sources.changedSince(startedAt);
      begun.nudge(folder);
    });
    return begun;
  }

  async #follow(events: readonly FileEvent[]): Promise<void> {
    const { live, sources } = this.#input;
    sources.changed(events);
    const result = await sources.gather();
    if (this.#isClosed) return;
    if (result.ok) await this.#show(result.sources);
    else live.replace(troubledSite(live.current, result.problems));
    this.#firstDone();
  }

  async #show(found: Sources): Promise<void> {
    const { live, changes, content, images } = this.#input;
    const isFirst = this.#latest === null;
    this.#latest = found;
    // A lockfile that cannot be read is said by the changes.
    const unreachable = await images(found).catch(() => []);
    if (this.#isClosed) return;
    live.replace(siteOf(found, live.current, unreachable));
    if (isFirst) void changes.ask(found);
    this.#comparing.soon();
    if (contentOf(found) === this.#folder && found.product.join('\0') === this.#product.join('\0')) return;
    // The configuration names another content folder, or there are other files that variables come from.
    this.#folder = contentOf(found);
    this.#product = found.product;
    content(this.#folder);
    await this.#watching.close();
    if (!this.#isClosed) this.#watching = this.#watch();
  }

  /** What a publish would change comes after the page: it is not what a writer waits for. */
  async #compare(): Promise<void> {
    const { live, changes } = this.#input;
    const compared = this.#latest;
    if (compared === null) return;
    const view = await changes.view(compared);
    if (this.#isClosed || compared !== this.#latest) return;
    if (view !== live.current.changes) live.replace({ ...live.current, changes: view });
  }
}

const contentOf = ({ folder, settings }: Pick<Inputs, 'folder' | 'settings'>): string =>
  path.join(folder, settings.content);
