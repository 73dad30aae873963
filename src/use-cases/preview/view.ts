import { articleReference, imageReference } from '../../body/reference-url.ts';
import { calloutStyles } from '../../dialect/callout.ts';
import type { ContentPath, Locale } from '../../model/article.ts';
import { typeIn } from '../../model/article-type.ts';
import type { Change, Held, Plan } from '../../model/plan.ts';
import { heldNotes } from '../../report/diff-text.ts';
import { heldReason } from '../../report/held-text.ts';
import { paint } from '../../report/paint.ts';
import { changeWords, collectionWords, planHead } from '../../report/plan-text.ts';
import { redirectWords } from '../../report/redirect-text.ts';
import type { Badge, BodyChange, ChangeEntry, ChangeInside, ChangesView, Group } from '../../site/index.ts';
import { articleDifferences } from '../differences/articles.ts';
import { makeNaming, type Naming } from '../differences/names.ts';
import type { Looked } from '../plan-of.ts';
import type { PublishedTexts } from './published-texts.ts';

/** What a view is made from. */
export interface ViewInput {
  readonly looked: Looked;
  /** What was last published, where Intercom was not asked. */
  readonly published: PublishedTexts;
  readonly askedAt: number | null;
  readonly canAsk: boolean;
  readonly trouble: ChangesView['trouble'];
}

/** A view for when no plan can be made. */
export function noPlan(trouble: ChangesView['trouble'], canAsk: boolean): ChangesView {
  const nothing = {
    badges: new Map(),
    keys: [],
    bodies: [],
    head: [],
    problems: [],
    collections: [],
    redirects: [],
    entries: [],
    unchanged: 0,
  };
  return { ...nothing, askedAt: null, canAsk, trouble };
}

/** Makes what the pages of changes show of a plan: the same plan, and the same words, as the terminal's. */
export function changesView(input: ViewInput): ChangesView {
  const { looked, askedAt, canAsk, trouble } = input;
  const { plan, remote } = looked;
  const naming = once(() => makeNaming(looked));
  const entries = [
    ...plan.changes.map((change) => changeEntry(change, input, naming)),
    ...plan.held.flatMap((held) => (held.fields === undefined ? [heldEntry(held, input, naming)] : [])),
  ];
  return {
    badges: new Map(
      entries.flatMap(({ key, group }): [ContentPath, Badge][] => (group === 'noted' ? [] : [[key, group]])),
    ),
    keys: entries.map(({ key }) => key),
    bodies: [...calloutStyles.map((style) => `<div style="${style}">`), ...bodiesOf(plan, input)],
    head: planHead(plan, paint(false), remote?.workspace.name ?? null),
    askedAt,
    canAsk,
    trouble,
    problems: plan.problems,
    collections: [
      ...plan.collections.map((change) => ({ key: change.key, ...collectionWords(change) })),
      ...plan.held.flatMap((held) =>
        held.fields === undefined ? [] : [{ key: held.key, word: 'held back', why: heldReason(held) }],
      ),
    ],
    redirects: (plan.redirects ?? []).map((one) => ({ from: one.address, ...redirectWords(one) })),
    entries,
    unchanged: plan.unchanged,
  };
}

const groupOf: Readonly<Record<Change['kind'], Group>> = {
  create: 'new',
  recreate: 'new',
  adopt: 'changed',
  update: 'changed',
  move: 'moved',
  unpublish: 'removed',
  delete: 'removed',
  record: 'noted',
  forget: 'noted',
};

function changeEntry(change: Change, input: ViewInput, naming: () => Naming): ChangeEntry {
  const { key, title, kind } = change;
  const { word, why } = changeWords(change);
  const look = once(() => inside(change, input, naming()));
  const type = change.type === undefined ? {} : { type: change.type };
  return { key, title, ...type, group: groupOf[kind], word, why, held: null, look };
}

function heldEntry(held: Held, input: ViewInput, naming: () => Naming): ChangeEntry {
  const { key, title, why, help } = held;
  const group = why === 'drift' || why === 'conflict' ? 'drifted' : 'held';
  const look = once(() => inside(held, input, naming()));
  const note = heldNotes[why] ?? null;
  return { key, title, ...typeIn(held.id ?? ''), group, word: null, why: heldReason(held), held: { help, note }, look };
}

/** Looks into one article: against Intercom where it was asked, else against what was last published. */
async function inside(one: Change | Held, input: ViewInput, naming: Naming): Promise<ChangeInside> {
  const { looked, published } = input;
  if (looked.remote === null) return published.inside(one, (key, locale) => addresses(key, locale, looked, naming));
  const { remote, sources } = looked;
  const { desired } = sources;
  const [found] = articleDifferences(looked, new Set([one.key]));
  const theirs = remote.articles.find(({ id }) => id === one.id);
  const ours = desired.articles.find(({ key }) => key === one.key);
  const isRemoved = 'kind' in one && (one.kind === 'unpublish' || one.kind === 'delete');
  const locales = Object.entries(found?.locales ?? {}).map(([locale, { fields, images, unseen, body }]) => {
    const before = theirs?.locales[locale]?.body ?? null;
    const after = isRemoved ? null : (ours?.locales[locale]?.body ?? null);
    const isShown = body.length > 0 || images.length > 0 || unseen || isRemoved;
    const change: BodyChange = { before, after, ...addresses(one.key, locale, looked, naming) };
    return { locale, fields, images, unseen, body: isShown ? change : null };
  });
  return { fields: found?.fields ?? {}, locales, note: null };
}

/** What addresses stand for: the sources, as symbolic links that the preview can show. */
function addresses(
  key: ContentPath,
  locale: Locale,
  { sources }: Looked,
  naming: Naming,
): Pick<BodyChange, 'link' | 'image'> {
  const locales = new Map(sources.desired.articles.map((article) => [article.key, article.locales]));
  return {
    link(href) {
      const linked = naming.linked(href, { key, locale });
      if (linked === null) return href;
      // What has no source has no page.
      return locales.get(linked.key)?.[linked.locale] === undefined ? linked.key : articleReference(linked);
    },
    image: (source) => {
      const hash = naming.hashOf(source);
      return hash === null ? ownImage(source) : imageReference(hash);
    },
  };
}

/** Intercom's own pictures are behind addresses that end, so none of them is shown. */
function ownImage(source: string): string {
  return /^https:/i.test(source) && !source.includes('/i/o/') ? source : imageReference(`sha256-${'0'.repeat(64)}`);
}

function bodiesOf({ changes, held }: Plan, { looked, published }: ViewInput): readonly string[] {
  const { remote } = looked;
  if (remote === null) return published.texts();
  const ids = new Set([...changes, ...held].map(({ id }) => id));
  return remote.articles
    .filter(({ id }) => ids.has(id))
    .flatMap(({ locales }) => Object.values(locales).map(({ body }) => body));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
