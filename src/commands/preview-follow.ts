import path from 'node:path';
import { type LiveSite, troubledSite } from '../preview/index.ts';
import type { LiveSources } from './live-sources.ts';
import type { ChangesSource } from './preview-changes.ts';
import { later } from './preview-later.ts';
import { siteOf } from './preview-site.ts';
import { type FileEvent, watchFiles } from './preview-watch.ts';
import type { Sources } from './sources.ts';

/** What follows the files. */
export interface Following {
  readonly live: LiveSite;
  readonly sources: LiveSources;
  readonly changes: ChangesSource;
  /** Absolute path of the configuration. */
  readonly configuration: string;
  /** What the site was first made from, and since when files may have changed unseen. */
  readonly first: Sources;
  readonly startedAt: number;
  /** Told of the absolute content folder whenever it is another. */
  readonly content: (folder: string) => void;
}

/** Milliseconds after a save in which the page of the article comes first. */
const pause = 300;

/** Keeps the site equal to the files, until it is closed. `ask` asks Intercom anew. */
export function followChanges(input: Following): {
  readonly ready: Promise<void>;
  ask(): Promise<void>;
  close(): Promise<void>;
} {
  const { live, sources, changes, configuration, first } = input;
  let folder = path.join(first.folder, first.settings.content);
  let latest = first;
  let watcher = watching();
  let isClosed = false;

  function watching(): ReturnType<typeof watchFiles> {
    return watchFiles([folder, configuration, ...changes.watched], follow);
  }

  async function follow(events: readonly FileEvent[]): Promise<void> {
    sources.changed(events);
    const result = await sources.gather();
    if (isClosed) return;
    if (!result.ok) return live.replace(troubledSite(live.current, result.problems));
    latest = result.sources;
    live.replace(siteOf(latest, live.current));
    await moveTo(path.join(latest.folder, latest.settings.content));
    comparing.soon();
  }

  /** The configuration names another content folder. */
  async function moveTo(content: string): Promise<void> {
    if (content === folder) return;
    folder = content;
    input.content(content);
    await watcher.close();
    watcher = watching();
  }

  /** What a publish would change comes after the page: it is not what a writer waits for. */
  async function compare(): Promise<void> {
    const compared = latest;
    const view = await changes.view(compared);
    if (isClosed || compared !== latest) return;
    const before = live.current.changes;
    if (view !== before) live.replace({ ...live.current, changes: view });
  }

  const comparing = later(compare, pause);
  changes.watch(() => comparing.now());
  void changes.ask(first);
  const ready = watcher.ready.then(async () => {
    comparing.now();
    // What was saved while the watching began was seen by nobody.
    sources.changedAll();
    await follow([]);
  });
  return {
    ready,
    ask: () => changes.ask(latest),
    async close() {
      isClosed = true;
      comparing.stop();
      await watcher.close();
    },
  };
}
