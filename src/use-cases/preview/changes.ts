import path from 'node:path';
import { gitIn } from '../../git/git.ts';
import { lockfileName } from '../../record/lockfile.ts';
import type { ChangesView } from '../../site/index.ts';
import { ProblemsError, sandboxFolder } from '../connect.ts';
import type { Context } from '../context.ts';
import { explainError } from '../explain-error.ts';
import { recordedFor } from '../lock.ts';
import type { Looked } from '../plan-of.ts';
import { demandWorkspace, knownOffline, planOffline } from '../plan-offline.ts';
import { textCompiler } from '../pull/compiler.ts';
import type { Sources } from '../sources.ts';
import { tokenVariableOf } from '../token.ts';
import { type Asked, askIntercom, planWith } from './ask.ts';
import { type PublishedTexts, publishedTexts } from './published-texts.ts';
import { changesView, noPlan } from './view.ts';

/** Where the preview learns what a publish would change. */
export interface ChangesSource {
  /** What a publish of these sources would change; null while Intercom is asked for the first time. Asks nobody. */
  view(sources: Sources): Promise<ChangesView | null>;
  /**
   * Refuses a workspace that was named and is not the one at hand, as far as that is known by now: by Intercom's answer,
   * or by the lockfile where nobody is asked.
   *
   * @throws UsageError, ProblemsError
   */
  demandWorkspace(): Promise<void>;
  /** Asks Intercom, unless it was asked a moment ago or is being asked. Never throws: what went wrong is in the view. */
  ask(sources: Sources): Promise<void>;
  /** Calls back when Intercom answered. */
  watch(told: () => void): void;
  /** Absolute paths of files that it depends on besides the sources. */
  readonly watched: readonly string[];
}

/** What changes are compared with. */
export interface ChangesOptions {
  readonly offline?: boolean;
  /** Id of the workspace that is meant; without Intercom its section of the lockfile counts. */
  readonly workspace?: string;
}

/** Milliseconds for which an answer of Intercom is new enough, however often the button is pressed. */
const leastBetween = 5000;

/** Opens what the sources are compared with: Intercom where there is a token or a sandbox, else the lockfile alone. */
export function openChanges(
  given: Context,
  first: Pick<Sources, 'settings' | 'folder'>,
  options: ChangesOptions,
): ChangesSource {
  const context = withTokenKept(given);
  const canAsk = options.offline !== true && hasIntercom(context, first);
  const listeners: (() => void)[] = [];
  const texts = new Map<string, string | null>();
  const asking = new Asking(context, () => {
    for (const told of listeners) told();
  });
  return {
    async view(sources) {
      if (canAsk && asking.last === null && asking.trouble === null) return null;
      try {
        const looked =
          asking.last === null
            ? await planOffline(context, sources, {}, options.workspace)
            : await lookAgain(context, sources, asking, { asked: asking.last, workspace: options.workspace });
        const published = fromGit(context, looked, texts);
        return changesView({ looked, published, askedAt: asking.last?.at ?? null, canAsk, trouble: asking.trouble });
      } catch (error) {
        return noPlan(asking.trouble ?? explained(error), canAsk);
      }
    },
    async demandWorkspace() {
      const { workspace } = options;
      if (workspace === undefined || (canAsk && asking.last === null && asking.trouble === null)) return;
      const known = await knownOffline(context, first);
      if (asking.last === null) demandWorkspace(known, first.settings, workspace);
      else recordedFor(known, asking.last.remote, first.settings, workspace);
    },
    ask: (sources) => (canAsk ? asking.unlessJustNow(sources) : Promise.resolve()),
    watch: (told) => void listeners.push(told),
    watched: [path.join(sandboxFolder(context, first.folder) ?? first.folder, lockfileName)],
  };
}

/** Asks Intercom, never twice at once. */
class Asking {
  /** The last answer, and what went wrong the last time. */
  last: Asked | null = null;
  trouble: ChangesView['trouble'] = null;
  readonly #context: Context;
  readonly #told: () => void;
  #running: Promise<void> | null = null;
  #tried = Number.NEGATIVE_INFINITY;
  /** Lockfile for which Intercom was asked by itself; undefined: never. */
  #askedFor: Asked['stamp'] | undefined;

  constructor(context: Context, told: () => void) {
    this.#context = context;
    this.#told = told;
  }

  unlessJustNow(sources: Sources): Promise<void> {
    if (this.#context.host.now() - this.#tried < leastBetween) return this.#running ?? Promise.resolve();
    return this.#begin(sources);
  }

  /** Asks for a lockfile that a publish has written since; once, as an Intercom that is silent would be asked for ever. */
  onceFor(stamp: Asked['stamp'], sources: Sources): void {
    if (stamp === this.#askedFor) return;
    this.#askedFor = stamp;
    // What is being asked now may have been answered before the publish.
    if (this.#running === null) void this.#begin(sources);
    else void this.#running.then(() => this.#begin(sources));
  }

  #begin(sources: Sources): Promise<void> {
    this.#running ??= this.#ask(sources).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #ask(sources: Sources): Promise<void> {
    this.#tried = this.#context.host.now();
    try {
      this.last = await askIntercom(this.#context, sources);
      this.trouble = null;
    } catch (error) {
      const { message, help } = explained(error);
      this.trouble = { message: `Intercom could not be asked: ${message}`, help };
    }
    this.#told();
  }
}

async function lookAgain(
  context: Context,
  sources: Sources,
  asking: Asking,
  { asked, workspace }: { readonly asked: Asked; readonly workspace: string | undefined },
): Promise<Looked> {
  const { looked, stamp } = await planWith(context, sources, asked, workspace);
  // A publish took place since Intercom was asked: what it had then is no longer there.
  if (stamp !== asked.stamp) asking.onceFor(stamp, sources);
  return looked;
}

/** Whether there is an Intercom to ask: a token, or a sandbox. Of several targets the one that is meant has to be known. */
function hasIntercom(context: Context, { folder, settings }: Pick<Sources, 'folder' | 'settings'>): boolean {
  const { options, host } = context;
  if (sandboxFolder(context, folder) !== null) return true;
  const isKnown = settings.target !== undefined || Object.keys(settings.targets).length === 0;
  return isKnown && (options.tokenStdin === true || Boolean(host.env[tokenVariableOf(settings)]));
}

/** Standard input is read once, however often Intercom is asked. */
function withTokenKept(context: Context): Context {
  let read: Promise<string> | null = null;
  const readStdin = (): Promise<string> => {
    read ??= context.host.readStdin();
    return read;
  };
  return { ...context, host: { ...context.host, readStdin } };
}

function fromGit({ host }: Context, { sources, recorded }: Looked, texts: Map<string, string | null>): PublishedTexts {
  let compiler: ReturnType<typeof textCompiler> | null = null;
  return publishedTexts(sources, recorded, gitIn(sources.folder, host.env), texts, () => {
    compiler ??= textCompiler(sources);
    return compiler;
  });
}

/** What went wrong, in words that a page can show. */
function explained(error: unknown): { readonly message: string; readonly help: string } {
  if (!(error instanceof ProblemsError)) return explainError(error);
  const [first, ...rest] = error.problems;
  const more = rest.length === 0 ? '' : `, and ${rest.length} more`;
  return { message: `${first?.message ?? 'the lockfile cannot be read'}${more}`, help: first?.help ?? '' };
}
