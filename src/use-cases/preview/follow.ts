import path from 'node:path';
import { type LiveSite, troubledSite } from '../../preview/index.ts';
import type { Inputs, Sources } from '../sources.ts';
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
export function followChanges(input: Following): {
  readonly whole: Promise<void>;
  ask(): Promise<void>;
  close(): Promise<void>;
} {
  const { live, sources, changes, configuration, first } = input;
  let folder = contentOf(first);
  let latest: Sources | null = null;
  let isClosed = false;
  let firstDone: () => void = () => undefined;
  const whole = new Promise<void>((resolve) => {
    firstDone = resolve;
  });
  let watching = watch();

  function watch(): Watching {
    const begun = watchFiles([folder, configuration, ...changes.watched], follow);
    void begun.ready.then(async () => {
      // What was saved while the watching began was seen by nobody.
      await sources.changedSince(input.startedAt);
      begun.nudge(folder);
    });
    return begun;
  }

  async function follow(events: readonly FileEvent[]): Promise<void> {
    sources.changed(events);
    const result = await sources.gather();
    if (isClosed) return;
    if (result.ok) await show(result.sources);
    else live.replace(troubledSite(live.current, result.problems));
    firstDone();
  }

  async function show(found: Sources): Promise<void> {
    const isFirst = latest === null;
    latest = found;
    live.replace(siteOf(found, live.current));
    if (isFirst) void changes.ask(found);
    comparing.soon();
    if (contentOf(found) === folder) return;
    // The configuration names another content folder.
    folder = contentOf(found);
    input.content(folder);
    await watching.close();
    if (!isClosed) watching = watch();
  }

  /** What a publish would change comes after the page: it is not what a writer waits for. */
  async function compare(): Promise<void> {
    const compared = latest;
    if (compared === null) return;
    const view = await changes.view(compared);
    if (isClosed || compared !== latest) return;
    if (view !== live.current.changes) live.replace({ ...live.current, changes: view });
  }

  const comparing = later(compare, pause);
  changes.watch(() => comparing.now());
  watching.nudge(folder);
  return {
    whole,
    ask: () => (latest === null ? Promise.resolve() : changes.ask(latest)),
    async close() {
      isClosed = true;
      comparing.stop();
      await watching.close();
    },
  };
}

const contentOf = ({ folder, settings }: Pick<Inputs, 'folder' | 'settings'>): string =>
  path.join(folder, settings.content);
