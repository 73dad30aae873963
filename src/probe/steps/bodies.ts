import {
  type ImageType,
  imageTypes,
  largestAsked,
  type QuirkName,
  type Quirks,
  type VideoForm,
  videoForms,
} from '../../model/quirks.ts';
import type { Reply } from '../../model/workbench.ts';
import { IntercomError } from '../../model/workspace.ts';
import type { Bench } from '../bench.ts';
import { bodyOf, type Piece, pieces, piecesIn, readAgain } from '../pieces.ts';
import type { ProbedArticle } from '../shapes.ts';
import { sortOut } from '../sort-out.ts';
import { type Step, type Subject, took, write } from './step.ts';

/** What Intercom stores of some pieces, by name; `refused` are those that it would not have. */
async function stored<P extends Pick<Piece, 'html'> & { readonly name: string }>(
  bench: Bench,
  subject: Subject,
  some: readonly P[],
) {
  const kept = new Map<string, string>();
  const refused = await sortOut(some, async (part) => {
    const answer = took(subject, await write(bench, subject, { body: bodyOf(part) }));
    for (const [name, html] of piecesIn(answer?.body ?? '')) kept.set(name, html);
    return answer !== null;
  });
  return { kept, refused: new Set(refused.map(({ name }) => name)) };
}

/** Everything that one body can hold, and the author, who is left out of the first write. */
export const inOneBody: Step = {
  names: [...pieces.map(({ name }) => name), 'authorOmitted'],
  async ask(bench, subject) {
    const { other, owner } = subject;
    const { kept, refused } = await stored(bench, subject, pieces);
    if (refused.size === pieces.length) return bench.leave(inOneBody.names, noBodies);
    subject.takesBodies = true;
    const author = subject.article.author_id;
    if (other === null)
      bench.leave(['authorOmitted'], 'the workspace has one teammate alone, or the other may write no articles');
    else if (author === other) bench.answer('authorOmitted', 'kept');
    else if (author === owner) bench.answer('authorOmitted', 'token-owner');
    for (const piece of pieces) answerPiece(bench, piece, kept.get(piece.name), refused.has(piece.name));
    await sendAgain(bench, subject, kept);
  },
};

const noBodies = 'Intercom refused every body, whatever was in it';
const keptFromBodies = (_: Bench, { takesBodies }: Subject): string | null => (takesBodies ? null : noBodies);

function answerPiece(bench: Bench, piece: Piece, html: string | undefined, isRefused: boolean): void {
  const value = isRefused ? (piece.refused ?? null) : html === undefined ? null : piece.read(html);
  if (value !== null) bench.answer(piece.name, value);
  else bench.wonder(piece.name, isRefused ? 'refused' : (html ?? 'not found again'));
}

/** What came back is sent once more: some things change at every write. */
async function sendAgain(bench: Bench, subject: Subject, kept: ReadonlyMap<string, string>): Promise<void> {
  const [ids, mark] = [kept.get('headingIds'), kept.get('variableMark')];
  if (ids === undefined || mark === undefined) return;
  const both = [
    { name: 'headingIds', html: ids },
    { name: 'variableMark', html: mark },
  ] as const;
  const again = piecesIn(took(subject, await write(bench, subject, { body: bodyOf(both) }))?.body ?? '');
  const [idsAgain, markAgain] = [again.get('headingIds'), again.get('variableMark')];
  if (idsAgain === undefined || markAgain === undefined) return;
  const seen = readAgain({ headingIds: ids, variableMark: mark }, { headingIds: idsAgain, variableMark: markAgain });
  const { answers } = bench.findings;
  if (seen.headingIds !== null && answers.headingIds === 'replaced') bench.answer('headingIds', seen.headingIds);
  if (seen.variableMark !== null && answers.variableMark === 'once') bench.answer('variableMark', seen.variableMark);
}

/** Empty items, which were seen refused. */
export const emptyItems: Step = {
  names: ['emptyListItem'],
  keptFrom: keptFromBodies,
  async ask(bench, subject) {
    const one = took(subject, await write(bench, subject, { body: '<ul><li>a</li><li></li></ul>' }));
    if (one === null) return bench.answer('emptyListItem', 'refused');
    const all = took(subject, await write(bench, subject, { body: '<ul><li></li></ul>' }));
    bench.answer('emptyListItem', all === null ? 'refused-if-all' : 'kept');
  },
};

const videoAt: Readonly<Record<VideoForm, string>> = {
  'youtube-embed': 'https://www.youtube.com/embed/aqz-KE-bpKQ',
  'youtube-watch': 'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
  'youtube-short': 'https://youtu.be/aqz-KE-bpKQ',
  'youtube-nocookie': 'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ',
  'vimeo-player': 'https://player.vimeo.com/video/1084537',
  'vimeo-page': 'https://vimeo.com/1084537',
  wistia: 'https://fast.wistia.net/embed/iframe/26sk4lmiix',
  'loom-embed': 'https://www.loom.com/embed/0281766fa2d04bb788eaf19e65135184',
  'loom-share': 'https://www.loom.com/share/0281766fa2d04bb788eaf19e65135184',
  vidyard: 'https://play.vidyard.com/NeAZDgJgLNmMLTXDRHrFVt',
  streamio: 'https://streamio.com/api/v1/videos/50b83fb8a2d3f0a5e2000001/public_show',
};

/** Videos, by host and form of their address: all at once, and where that is refused each by itself. */
export const videos: Step = {
  names: ['videos'],
  keptFrom: keptFromBodies,
  async ask(bench, subject) {
    let isSeen = true;
    const shown = async (some: readonly VideoForm[]): Promise<readonly VideoForm[] | null> => {
      const body = bodyOf(
        some.map((form) => ({ name: nameOf(form), html: `<iframe src="${videoAt[form]}"></iframe>` })),
      );
      const answer = took(subject, await write(bench, subject, { body }));
      if (answer === null) return null;
      const found = piecesIn(answer.body);
      if (some.some((form) => !found.has(nameOf(form)))) isSeen = false;
      return some.filter((form) => found.get(nameOf(form))?.includes('<iframe') === true);
    };
    const likely = videoForms.filter((form) => form !== 'loom-share');
    const taken = [...((await shown(['loom-share'])) ?? [])];
    const together = await shown(likely);
    if (together !== null) taken.push(...together);
    else for (const form of likely) taken.push(...((await shown([form])) ?? []));
    if (!isSeen) return bench.wonder('videos', 'not found again');
    bench.answer(
      'videos',
      videoForms.filter((form) => taken.includes(form)),
    );
  },
};

const nameOf = (form: VideoForm): string => form.replaceAll('-', '_');

/** The largest body, by halving. */
export const largest: Step = {
  names: ['largestBody'],
  keptFrom: keptFromBodies,
  async ask(bench, subject) {
    for (let size = largestAsked; size >= 8192; size /= 2) {
      const text = 'probe '.repeat(size / 6).slice(0, size - '<p></p>'.length);
      const answer = await answered(subject, () => write(bench, subject, { body: `<p>${text}</p>` }));
      if (answer === null) continue;
      // White space may go; what is a good deal shorter was cut.
      return answer.body.length > size * 0.9 ? bench.answer('largestBody', size) : bench.wonder('largestBody', 'cut');
    }
    bench.wonder('largestBody', 'less than 8192');
  },
};

/** As `took`; what is too large for whatever stands before Intercom is not taken either. */
async function answered(subject: Subject, send: () => Promise<Reply>): Promise<ProbedArticle | null> {
  try {
    return took(subject, await send());
  } catch (error) {
    if (error instanceof IntercomError && (error.status ?? 0) >= 500) return null;
    throw error;
  }
}

/** Pictures that somebody named: a probe has none of its own on the web. */
export function pictures(given: readonly string[], changing: string | undefined): Step {
  const names: readonly QuirkName[] = ['imageTypes', 'imageSizes', 'sameImageAddress'];
  return {
    names,
    keptFrom: keptFromBodies,
    async ask(bench, subject) {
      await askKinds(bench, subject, given);
      if (changing === undefined) return bench.leave(['sameImageAddress'], 'it takes --changing-picture');
      const copies = [];
      for (const body of [0, 1].map(() => image(changing))) {
        copies.push(copyIn(took(subject, await write(bench, subject, { body }))?.body));
        // Between the two the picture is in no body.
        if (copies.length === 1) await write(bench, subject, { body: '<p>probe</p>' });
      }
      const [first, second] = copies;
      if (first === undefined || second === undefined)
        return bench.leave(['sameImageAddress'], 'it takes a --changing-picture that Intercom can fetch');
      bench.answer('sameImageAddress', first === second ? 'old-copy' : 'fetched-again');
    },
  };
}

async function askKinds(bench: Bench, subject: Subject, given: readonly string[]): Promise<void> {
  const asked = new Map<ImageType, boolean>();
  let size: Quirks['imageSizes'] | null = null;
  for (const address of given) {
    const body = took(subject, await write(bench, subject, { body: image(address) }))?.body;
    const kind = kindOf(address) ?? kindOf(copyIn(body) ?? '');
    if (kind !== null) asked.set(kind, body !== undefined);
    if (body !== undefined) size ??= / width="30"/.test(body) ? 'kept' : 'dropped';
  }
  if (size !== null) bench.answer('imageSizes', size);
  const missing = imageTypes.filter((type) => !asked.has(type));
  if (missing.length > 0)
    bench.leave(['imageTypes'], `it takes a --picture of each kind; there was none of ${missing.join(', ')}`);
  else
    bench.answer(
      'imageTypes',
      imageTypes.filter((type) => asked.get(type)),
    );
  bench.leave(['imageSizes'], 'it takes a --picture that Intercom can fetch');
}

const image = (address: string): string =>
  `<img src="${address.replaceAll('"', '%22').replaceAll('&', '&amp;')}" width="30" height="20">`;

/** Address of Intercom's copy, without its signature. */
function copyIn(body: string | undefined): string | undefined {
  return /<img [^>]*src="([^"?]+)/.exec(body ?? '')?.[1];
}

function kindOf(address: string): ImageType | null {
  const ending = /\.(\w+)(?:[?#]|$)/.exec(address)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  return imageTypes.find((type) => type === ending) ?? null;
}
