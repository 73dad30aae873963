import * as z from 'zod';
import { quirkNames, quirkTable } from '../model/quirks.ts';
import type { Workbench } from '../model/workbench.ts';
import { IntercomError } from '../model/workspace.ts';
import { type Bench, createBench, type Findings, RefusedError, SpentError } from './bench.ts';
import { make } from './make.ts';
import { probedAdmins, probedArticle, probedCentres, probedPage } from './shapes.ts';
import { emptyItems, inOneBody, largest, pictures, videos } from './steps/bodies.ts';
import { inACollection, inCollections } from './steps/collections.ts';
import { drafts, languages, markdown, redirects, schedules, tags } from './steps/newer.ts';
import { type Step, type Subject, stillDraft } from './steps/step.ts';
import { type Notes, titleStart } from './things.ts';

/** What a probe is given. */
export interface ProbeInput {
  readonly workbench: Workbench;
  readonly notes: Notes;
  /** Teammate whose token it is. */
  readonly owner: string;
  /** Twelve hexadecimal digits that no other probe has. */
  readonly mark: string;
  /** Unix seconds. */
  readonly now: number;
  /** Addresses of pictures that Intercom can fetch; none is fine. */
  readonly pictures: readonly string[];
  /** Address of one that is another picture at every request. */
  readonly changingPicture?: string;
}

/** What was found out. */
export interface Probed extends Findings {
  readonly locales: readonly string[];
  /** Titles of articles of other probes that are still there: another person's run, or one whose notes are gone. */
  readonly strangers: readonly string[];
}

/**
 * Asks a workspace everything that the table of switches says can be asked, with one draft and two collections that no
 * page shows. What it makes is in the notes before it is made, and stays there: whoever calls takes it away.
 *
 * @throws IntercomError where there is no answer; RefusedError where not even a draft may be made
 */
export async function probe(input: ProbeInput): Promise<Probed> {
  const bench = createBench(input.workbench);
  const { mark, notes, owner, now } = input;
  const admins = probedAdmins.parse((await bench.demand({ verb: 'GET', path: '/admins' })).json).admins;
  const others = admins.flatMap((admin) =>
    admin === null || isBot(admin.email) || admin.id === owner ? [] : [admin.id],
  );
  const centres = probedCentres.parse(
    (await bench.demand({ verb: 'GET', path: '/help_center/help_centers' })).json,
  ).data;
  const found = centres.find((one) => one.default === true) ?? centres[0];
  const centre = found === undefined ? null : { id: found.id, url: found.url ?? null, locales: found.locales ?? [] };
  const strangers = await lookAround(bench, notes, found?.website_turned_on === true);
  const { article, other } = await createDraft(bench, input, others[0] ?? null);
  const subject: Subject = { mark, since: now, notes, owner, other, centre, article, ...nothingYet };
  let troubles = 0;
  for (const step of stepsFor(input)) {
    if (troubles >= mostTroubles) bench.leave(step.names, 'Intercom did not answer any more');
    else if (subject.isGone) bench.leave(step.names, 'somebody deleted the draft meanwhile');
    else if (!(await take(bench, subject, step))) troubles += 1;
  }
  for (const name of quirkNames) {
    const { asked } = quirkTable[name];
    bench.leave([name], typeof asked === 'string' ? 'Intercom did not say' : asked.not);
  }
  return { ...bench.findings, locales: centre?.locales ?? [], strangers };
}

const nothingYet = { top: null, inner: null, takesBodies: false, isGone: false };

function stepsFor({ pictures: given, changingPicture }: ProbeInput): readonly Step[] {
  const withPictures = given.length > 0 || changingPicture !== undefined;
  return [
    ...[
      inOneBody,
      emptyItems,
      videos,
      inCollections,
      inACollection,
      languages,
      drafts,
      tags,
      schedules,
      redirects,
      markdown,
    ],
    ...(withPictures ? [pictures(given, changingPicture)] : [noPictures]),
    largest,
  ];
}

const noPictures: Step = {
  names: ['imageTypes', 'imageSizes', 'sameImageAddress'],
  keptFrom: () => 'it takes --picture and --changing-picture',
  ask: async () => undefined,
};

/** Steps without an answer from which on no more are asked. */
const mostTroubles = 2;

/** One step's refusal says nothing of the others. @returns false where there was no answer */
async function take(bench: Bench, subject: Subject, step: Step): Promise<boolean> {
  const { names, keptFrom, ask } = step;
  const why = keptFrom?.(bench, subject) ?? null;
  if (why !== null) {
    bench.leave(names, why);
    return true;
  }
  try {
    await ask(bench, subject);
  } catch (error) {
    if (error instanceof SpentError) bench.leave(names, 'the requests that a probe takes were used up');
    else if (error instanceof RefusedError) bench.leave(names, `Intercom refused it: ${error.message}`);
    else if (error instanceof z.ZodError) bench.leave(names, 'Intercom’s answer had an unexpected shape');
    else if (error instanceof IntercomError && error.code !== 'cancelled') {
      bench.leave(names, error.message);
      return false;
    } else throw error;
  }
  return true;
}

const isBot = (email: string | null | undefined): boolean => /^operator\+.*@intercom\.io$/.test(email ?? '');

/** What can be seen in the newest articles that are there. */
async function lookAround(bench: Bench, notes: Notes, isLive: boolean): Promise<readonly string[]> {
  const reply = await bench.demand({ verb: 'GET', path: '/articles?page=1&per_page=50' });
  bench.answer('requestIds', /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(reply.requestId ?? '') ? 'uuid' : 'short');
  const rows = probedPage(probedArticle).parse(reply.json).data;
  const loose = rows.filter(({ state, parent_ids: parents }) => state === 'published' && parents.length === 0);
  const given = loose.some(({ url }) => typeof url === 'string');
  if (given || (loose.length > 0 && isLive)) bench.answer('urlWithoutCollection', given ? 'given' : 'null');
  else bench.leave(['urlWithoutCollection'], 'no published article outside of collections is among the newest');
  const own = new Set(notes.things.map(({ name }) => name));
  return rows.flatMap(({ title }) => (title?.startsWith(titleStart) === true && !own.has(title) ? [title] : []));
}

/** The draft: another teammate's, so that it shows whether a write that names nobody makes it the token owner's. */
async function createDraft(bench: Bench, { mark, notes, owner, now }: ProbeInput, other: string | null) {
  const title = `${titleStart} ${mark}`;
  const create = (author: string) =>
    make(bench, notes, { kind: 'article', name: title, since: now }, () =>
      bench.ask({
        verb: 'POST',
        path: '/articles',
        body: {
          title,
          author_id: Number(author),
          state: 'draft',
          body: '<p>helpcentre asks this workspace how it stores articles. Nobody sees this draft, and it goes again.</p>',
        },
      }),
    );
  const made = await (other === null
    ? null
    : create(other).catch((error: unknown) => {
        if (isRefused(error)) return null;
        throw error;
      }));
  const article = stillDraft(probedArticle.parse(made ?? (await create(owner))));
  bench.answer('contentId', 'content_id' in article ? 'present' : 'absent');
  return { article, other: made === null ? null : other };
}

function isRefused(error: unknown): boolean {
  return error instanceof RefusedError && error.reply.kind === 'refused';
}
