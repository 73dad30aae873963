import { type Random, seededRandom } from '../../src/sandbox/random.ts';
import type { ArticleRecord, Content } from '../../src/sandbox/state/records.ts';
import { nextId, type SandboxState } from '../../src/sandbox/state/sandbox-state.ts';
import { seedWorld } from '../../src/sandbox/state/seed.ts';
import { plantFaults } from './planted-faults.ts';

/** Where the help centre is said to be. */
export const home = 'https://help.example.com/sandbox-help';
/** When everything happens, in Unix seconds. */
export const now = 1_800_000_000;
const day = 86_400;
/** Articles that nothing is done to. */
const sounds = 15;

/** One language of an article, before it is a record. */
export interface DraftText {
  title: string;
  body: string;
  state: 'published' | 'draft';
  authorId: string;
}

/** An article, before it is a record. */
export interface DraftArticle {
  readonly id: string;
  parentId: string | null;
  readonly centreId: string;
  createdAt: number;
  views: number;
  finInvolvements: number;
  readonly texts: Record<string, DraftText>;
}

/** A workspace, and what is wrong with it. */
export interface FaultyCentre {
  readonly world: SandboxState;
  /** `code id locale` of the first place of every finding, sorted. */
  readonly expected: readonly string[];
  /** What asking for pictures came to. */
  readonly pictures: ReadonlyMap<string, 'large' | 'gone' | 'unknown'>;
}

/** What faults are planted with. */
export interface Garden {
  readonly world: SandboxState;
  readonly random: Random;
  /** Published in English and French, with nothing wrong; each is given out once, from all over the help centre. */
  readonly next: () => DraftArticle;
  /** The same of drafts. */
  readonly nextDraft: () => DraftArticle;
  /** One that stays as it is, to be linked to. */
  readonly sound: DraftArticle;
  readonly soundDraft: DraftArticle;
  readonly expect: (code: string, article: { readonly id: string }, locale?: string | null) => void;
  readonly picture: (address: string, is: 'large' | 'gone' | 'unknown') => void;
  readonly botId: string;
}

/** So many words that no other text has in this order. */
export function someWords(random: Random, count: number): string {
  const syllables = ['ka', 'lo', 'mi', 'ren', 'tus', 'vel', 'dor', 'sha', 'pin', 'gu', 'wex', 'bra', 'jo', 'fen', 'zi'];
  const syllable = (): string => syllables[Math.floor(random() * syllables.length)] ?? '';
  return Array.from({ length: count }, () => syllable() + syllable() + (random() < 0.5 ? syllable() : '')).join(' ');
}

/** A body in the form in which Intercom keeps one, with links that lead somewhere. */
export function soundBody(random: Random, locale: string, neighbour: string): string {
  const heading = `h_${Math.floor(random() * 0xffffffff)
    .toString(16)
    .padStart(10, '0')}`;
  const link = (href: string): string =>
    `<a href="${href}" target="_blank" class="intercom-content-link">${someWords(random, 2)}</a>`;
  return [
    `<h2 id="${heading}">${someWords(random, 3)}</h2>`,
    `<p class="no-margin">${someWords(random, 18)} ${link(`${home}/${locale}/articles/${neighbour}-a-title`)}.</p>`,
    `<ul><li><p class="no-margin">${someWords(random, 6)} ${link(`#${heading}`)}</p></li></ul>`,
    `<p class="no-margin">${someWords(random, 14)} ${link('https://example.com/pricing?a=1#plans')}</p>`,
  ].join('');
}

/**
 * A workspace with every fault that an audit finds, and beside each what looks like one and is none. The same one every
 * time.
 *
 * @param size articles of its first help centre
 */
export function faultyCentre(size: number): FaultyCentre {
  const random = seededRandom(22);
  const world = seedWorld({ multilingual: true, locales: ['en', 'fr'], now, random });
  const centre = [...world.helpCentres.values()][0];
  const [author = '', , bot = ''] = [...world.teammates.keys()];
  if (centre === undefined) throw new Error('no help centre');
  const collections = Array.from({ length: Math.ceil(size / 50) }, (_, order) => {
    const id = nextId(world, random);
    const contents = Object.fromEntries(
      ['en', 'fr'].map((locale) => [locale, { name: `${locale} ${someWords(random, 2)}`, description: '' }]),
    );
    const facts = { helpCentreId: centre.id, parentId: null, order, icon: '', createdAt: now, updatedAt: now };
    world.collections.set(id, { id, ...facts, contents });
    return id;
  });
  const ids = Array.from({ length: size }, () => nextId(world, random));
  const articles = ids.map((id, at): DraftArticle => {
    const state = at % 20 === 19 ? 'draft' : 'published';
    // The first of all stay as they are: links lead to them.
    const neighbour = ids[at % sounds] ?? '';
    const texts = ['en', 'fr'].map((locale) => {
      const body = soundBody(random, locale, neighbour);
      return [locale, { title: `${someWords(random, 4)} ${locale} ${at}`, body, state, authorId: author }] as const;
    });
    const parentId = collections[at % collections.length] ?? null;
    const facts = { createdAt: now - 400 * day, views: 5, finInvolvements: 0 };
    return { id, parentId, centreId: centre.id, ...facts, texts: Object.fromEntries(texts) };
  });
  const expected: string[] = [];
  const pictures = new Map<string, 'large' | 'gone' | 'unknown'>();
  const others = articles.slice(sounds);
  const published = others.filter(({ texts }) => texts['en']?.state === 'published');
  const drafts = others.filter(({ texts }) => texts['en']?.state === 'draft');
  const [[sound], soundDraft] = [articles, drafts.pop()];
  if (sound === undefined || soundDraft === undefined) throw new Error('too small');
  // Spread over the whole: one that has something wrong is never beside another one for long.
  const taken = { published: 0, drafts: 0 };
  const take = (kind: keyof typeof taken, all: readonly DraftArticle[], step: number): DraftArticle => {
    const found = all[(taken[kind] * step) % all.length];
    taken[kind] += 1;
    if (found === undefined || taken[kind] > all.length) throw new Error('too small');
    return found;
  };
  const more = plantFaults({
    ...{ world, random, sound, soundDraft, botId: bot },
    next: () => take('published', published, 11),
    nextDraft: () => take('drafts', drafts, 7),
    expect: (code, { id }, locale = null) => expected.push(`${code} ${id} ${locale}`),
    picture: (address, is) => pictures.set(address, is),
  });
  for (const article of [...articles, ...more]) world.articles.set(article.id, recordOf(article, world, random));
  return { world, expected: expected.sort(), pictures };
}

function recordOf(article: DraftArticle, world: SandboxState, random: Random): ArticleRecord {
  const { id, parentId, centreId, createdAt, views, finInvolvements, texts } = article;
  const contents = Object.entries(texts).map(([locale, text]): [string, Content] => {
    const facts = { description: '', createdAt, updatedAt: createdAt, createdById: null, updatedById: null };
    const rest = { ai: { chatbot: false, copilot: false, sales: false }, audienceIds: [], draft: null };
    return [locale, { id: nextId(world, random), ...text, ...facts, ...rest, versionId: null, liveVersionId: null }];
  });
  const unread = { conversations: 0, reactions: 0, happy: 0, neutral: 0, sad: 0, finResolutions: 0 };
  return {
    ...{ id, helpCentreId: centreId, defaultLocale: 'en', parentIds: parentId === null ? [] : [parentId] },
    ...{ createdAt, updatedAt: createdAt, contents: Object.fromEntries(contents), tags: [], publishAt: null },
    ...{ unpublishAt: null, readership: { ...unread, views, finInvolvements } },
  };
}
