import { ForgeError } from '../forge/forge-error.ts';
import { type MergeRequest, mergeRequestIn } from '../forge/merge-request.ts';
import { keepNote } from '../forge/notes.ts';
import type { Host } from '../model/host.ts';
import { UsageError } from '../model/usage-error.ts';
import { bitbucketLimit, gitlabLimit, type Limit } from '../report/fit-together.ts';
import { oneLine } from '../report/paint.ts';
import { type PlanReport, planMarkdown } from '../report/plan-markdown.ts';
import { version } from '../version.ts';
import { problemAddress } from './problem-address.ts';

/** The merge request that this pipeline runs for. @throws UsageError where it runs for none */
export function demandMergeRequest({ env }: Pick<Host, 'env'>): MergeRequest {
  const found = mergeRequestIn(env);
  if (found !== null) return found;
  throw new UsageError(
    'no-merge-request',
    '--note keeps a note on a merge request, and this is no pipeline of one',
    "Run it in GitLab's merge request pipelines or Bitbucket's pull request pipelines. Elsewhere, --format markdown prints the report.",
  );
}

/** What is said around the plan, besides what the forge says itself. */
export interface NoteSurroundings {
  /** Tells one help centre of a repository from another: its folder, and its target where there are several. */
  readonly key: string;
  readonly name: string | null;
  /** Markdown of our own. */
  readonly notes: readonly string[];
}

/** How each forge shows Markdown, and how much of it. */
const styles: Readonly<Record<MergeRequest['forge'], { readonly html: boolean; readonly limit: Limit }>> = {
  GitLab: { html: true, limit: gitlabLimit },
  // It shows tags as text.
  Bitbucket: { html: false, limit: bitbucketLimit },
};

/** First line of the note, by which it is found again. Readers do not see it. */
export function noteMarker({ forge }: Pick<MergeRequest, 'forge'>, key: string): string {
  const name = `helpcentre:plan:${key.replace(/[^\w./-]/g, '_').replaceAll('--', '__')}`;
  // A link that nothing refers to is shown nowhere.
  return styles[forge].html ? `<!-- ${name} -->` : `[${name}]: https://www.npmjs.com/package/helpcentre`;
}

/** The note's text: the same report that the Action writes on a pull request. */
export function noteText(request: MergeRequest, report: PlanReport, around: NoteSurroundings): string {
  const { html, limit } = styles[request.forge];
  const surroundings = {
    marker: noteMarker(request, around.key),
    data: '',
    name: around.name,
    notes: around.notes,
    commit: request.commit,
    elsewhere: '`helpcentre diff` shows them.',
    addressOf: problemAddress,
    html,
  };
  return planMarkdown(report, surroundings, limit);
}

/**
 * Keeps the one note about the plan up to date. What a forge refuses is said and fails nothing: the plan stands, and the
 * log has it.
 *
 * @returns a sentence about what was done, and whether the note is as it should be
 */
export async function keepPlanNote(
  host: Host,
  request: MergeRequest,
  report: PlanReport,
  around: NoteSurroundings,
): Promise<{ readonly isKept: boolean; readonly text: string }> {
  const { forge, tokenVariable, isFork } = request;
  const token = (host.env[tokenVariable] ?? '').trim();
  if (token === '') {
    const why = isFork ? ', as in every pipeline of a fork' : '';
    return { isKept: false, text: `No note was written: ${tokenVariable} is not set${why}.` };
  }
  // What asks the network takes as long to load as all else of a plan, which mostly nobody wants noted.
  const { openRoute } = await import('../net/dispatcher.ts');
  const route = openRoute(request.api, host.env, { connections: 1, connectMs: 10_000 });
  if (!route.ok) return { isKept: false, text: `No note was written: ${route.message}` };
  const { dispatcher } = route;
  try {
    const userAgent = `helpcentre/${version}`;
    const { connectForge } = await import('../forge/client.ts');
    const client = connectForge({ api: request.api, token, userAgent, dispatcher, signal: host.signal });
    const marker = noteMarker(request, around.key);
    const done = await keepNote(client, request, marker, noteText(request, report, around));
    return { isKept: true, text: sentences[done] };
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    const { status } = error;
    const need = status === 401 || status === 403 || status === 404 ? ` ${tokenVariable} needs ${request.scope}.` : '';
    return { isKept: false, text: `${forge} did not take the note: ${oneLine(error.message)}.${need}` };
  } finally {
    await dispatcher.close();
  }
}

const sentences = {
  created: 'The plan is in a note on the merge request.',
  updated: 'The note on the merge request shows this plan now.',
  unchanged: 'The note on the merge request shows this plan already.',
} as const;
