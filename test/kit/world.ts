import { desiredFingerprint, fingerprint } from '../../src/body/fingerprint.ts';
import { createWriter } from '../../src/intercom/index.ts';
import type { Desired, DesiredArticle } from '../../src/model/desired.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Recorded } from '../../src/model/recorded.ts';
import type { Remote } from '../../src/model/remote.ts';
import type { Settings } from '../../src/model/settings.ts';
import type { WorkspaceWriter } from '../../src/model/workspace.ts';
import { makePlan } from '../../src/plan/plan.ts';
import type { Journal } from '../../src/publish/journal.ts';
import { noImages } from '../../src/publish/loopback-images.ts';
import { publish } from '../../src/publish/publish.ts';
import type { PublishInput } from '../../src/publish/publish-input.ts';
import { applyRecordings } from '../../src/record/record.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';

/** A source as a test writes it: its text is its body. */
export interface TestSource {
  readonly title: string;
  readonly body: string;
  readonly parent?: string;
  readonly state?: 'published' | 'draft';
  readonly id?: string;
}

/** What sources would compile to. The blob id stands for the text, as git's does. */
export function desiredOf(sources: Readonly<Record<string, TestSource>>): Desired {
  const articles = Object.entries(sources)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, source]): DesiredArticle => {
      const content = {
        title: source.title,
        description: '',
        state: source.state ?? 'published',
        author: null,
        parent: source.parent ?? null,
      } as const;
      const body = source.body.startsWith('<') ? source.body : `<p class="no-margin">${source.body}</p>`;
      const blob = fingerprint(source.title + source.body).slice('sha256-'.length, 'sha256-'.length + 40);
      return {
        key,
        ...(source.id === undefined ? {} : { id: source.id }),
        parent: content.parent,
        author: null,
        locales: {
          en: {
            path: key,
            blob,
            title: content.title,
            description: '',
            body,
            state: content.state,
            anchors: [],
            fingerprint: desiredFingerprint({ ...content, body }),
          },
        },
      };
    });
  const parents = [...new Set(Object.values(sources).flatMap((source) => source.parent ?? []))].sort();
  const collections = parents.map((name) => ({
    key: name,
    name,
    description: '',
    parent: null,
    translations: {},
    fingerprint: fingerprint(name),
  }));
  return { locale: 'en', articles, collections, images: {}, failed: [], skipped: [] };
}

/** Policies as they are without a configuration. */
export const plainSettings: Pick<
  Settings,
  'helpCentre' | 'onDrift' | 'removed' | 'maxRemovals' | 'moved' | 'problems' | 'createTags'
> = {
  helpCentre: null,
  onDrift: 'fail',
  removed: 'unpublish',
  maxRemovals: 1,
  problems: {},
  moved: {},
  createTags: false,
};

/** A lockfile section, kept in memory. */
export const nothingRecorded: Recorded = { articles: {}, collections: {}, images: {} };

/** A client for a sandbox that never waits for the sake of politeness. */
export function writerFor(sandbox: Sandbox): WorkspaceWriter {
  return createWriter({
    token: sandbox.token,
    baseUrl: sandbox.url,
    region: 'us',
    version: '2.16',
    concurrency: 8,
    env: {},
    now: Date.now,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: Math.random,
    signal: new AbortController().signal,
  });
}

/** Plans where removals are agreed to. */
export function planFor(desired: Desired, recorded: Recorded, remote: Remote | null, settings = plainSettings): Plan {
  return makePlan({ desired, recorded, remote, settings, allowRemovals: true, otherContent: false });
}

/** Plans against a sandbox. */
export async function planIn(
  writer: WorkspaceWriter,
  desired: Desired,
  recorded: Recorded,
  settings = plainSettings,
): Promise<Plan> {
  const remote = await writer.snapshot({ defaultLocale: 'en' });
  return planFor(desired, recorded, remote, settings);
}

const noJournal: Journal = {
  append: () => Promise.resolve(),
  finish: () => Promise.resolve(),
  leave: () => Promise.resolve(),
};

/** Plans and publishes, and gives what the lockfile would say afterwards. */
export async function publishIn(
  writer: WorkspaceWriter,
  desired: Desired,
  recorded: Recorded,
  settings = plainSettings,
  more: Partial<Pick<PublishInput, 'pictures' | 'images' | 'onNotice' | 'signal'>> = {},
): Promise<{ readonly plan: Plan; readonly recorded: Recorded; readonly outcomes: readonly Outcome[] }> {
  const remote = await writer.snapshot({ defaultLocale: 'en' });
  const plan = planFor(desired, recorded, remote, settings);
  const published = await publish({
    plan,
    desired,
    recorded,
    remote,
    origins: new Map(),
    writer,
    images: noImages,
    journal: noJournal,
    concurrency: 4,
    signal: new AbortController().signal,
    onNotice: () => undefined,
    onOutcome: () => undefined,
    ...more,
  });
  return { plan, recorded: applyRecordings(recorded, published.recordings), outcomes: published.outcomes };
}
