import { singleLine } from '../../body/fingerprint.ts';
import { belongingOf } from '../../compile/collections.ts';
import { flavours } from '../../flavour/flavours.ts';
import type { FieldSides } from '../../import/pull/merge-source.ts';
import { fieldsOf } from '../../import/source-of.ts';
import type { Locale } from '../../model/article.ts';
import { authorIdOf } from '../../model/author-id.ts';
import { centreNamed } from '../../model/centre-of.ts';
import type { CollectionKey } from '../../model/collection.ts';
import type { DesiredArticle } from '../../model/desired.ts';
import type { RemoteArticle, RemoteLocale } from '../../model/remote.ts';
import type { Source } from '../../model/repository.ts';
import { remoteAddress } from '../../plan/collection-trail.ts';
import type { Planned } from '../plan-of.ts';
import type { PullBase } from './base.ts';
import { reachSides } from './reach-sides.ts';
import { showsOwnHeading } from './shows-own-heading.ts';

/** One locale of an article, with what its fields are compared with. */
export interface FieldsInput {
  readonly planned: Planned;
  readonly collectionIds: ReadonlyMap<CollectionKey, string>;
  readonly source: Source;
  readonly article: DesiredArticle;
  readonly remote: RemoteArticle;
  readonly locale: Locale;
  readonly base: PullBase | null;
  /** Keys that its front matter has, as they are spelled there. */
  readonly keys: readonly string[];
  /** Text as Markdown. */
  readonly escaped: (text: string) => string;
}

/**
 * The fields of a source on their three sides: title, description and state; in the default locale author and
 * collection too, which are the article's.
 *
 * @returns fields, and what was edited in Intercom and cannot be said in the source: a sentence each
 */
export function fieldSides(input: FieldsInput): { readonly fields: readonly FieldSides[]; readonly notes: string[] } {
  const { article, remote, locale, base, planned } = input;
  const theirs = remote.locales[locale];
  const ours = article.locales[locale];
  if (theirs === undefined || ours === undefined) return { fields: [], notes: [] };
  const { settings } = planned.sources;
  const before = baseFields(base, settings.state);
  const written = fieldsOf(theirs, locale, { settings, teammates: planned.remote.teammates });
  const text = (part: 'title' | 'description', value: FieldSides['value']): FieldSides => ({
    ...{ part, key: keyFor(part, input), value },
    ...{ base: tidy(before?.[part] ?? null), ours: tidy(ours[part]) ?? '', theirs: tidy(theirs[part]) ?? '' },
    holdsVariable: /(?<!\\)\{\{/.test(input.source.fields[part] ?? ''),
  });
  const title = text('title', written.title ?? '');
  const sides = [
    title.key === null ? { ...title, value: input.escaped(theirs.title) } : title,
    text('description', written.description ?? null),
    stateSides(input, before?.state ?? null, ours.state, theirs),
  ];
  if (input.source.path !== article.key) return { fields: sides, notes: authorNote(input, theirs) };
  const collection = collectionSides(input);
  const reach = reachSides(input, theirs).map((one) => ({
    ...{ ...one, key: keyFor(one.part, input), holdsVariable: false },
  }));
  return {
    fields: [
      ...sides,
      ...authorSides(input, theirs),
      ...ownerSides(input),
      ...reach,
      ...(collection.sides === null ? [] : [collection.sides]),
    ],
    notes: collection.notes,
  };
}

const tidy = (text: string | null): string | null => (text === null ? null : singleLine(text));

function baseFields(base: PullBase | null, state: 'published' | 'draft') {
  if (base === null) return null;
  if (base.from === 'version') return { ...base.version, state: base.state };
  const { title, description, source } = base.whatIf;
  return { title, description, state: source.fields.state ?? state };
}

/** The key as this source spells it; null for a title that stands in the text. */
function keyFor(name: FieldSides['part'], { source, planned, keys }: FieldsInput): string | null {
  if (
    name === 'title' &&
    (source.fields.title === undefined || showsOwnHeading(source, flavours[planned.sources.settings.flavour]))
  )
    return null;
  const { rename } = planned.sources.settings.frontMatter;
  return keys.find((key) => Object.hasOwn(rename, key) && rename[key] === name) ?? name;
}

function stateSides(input: FieldsInput, base: string | null, ours: string, { state }: RemoteLocale): FieldSides {
  const sides = { part: 'state', base, ours, theirs: state, holdsVariable: false } as const;
  if (input.keys.includes('draft')) return { ...sides, key: 'draft', value: state === 'draft' };
  return { ...sides, key: keyFor('state', input), value: state };
}

/** A source that names no author, nor the configuration, leaves the byline to Intercom. */
function authorSides(input: FieldsInput, theirs: RemoteLocale): readonly FieldSides[] {
  const { base, article, planned } = input;
  const { teammates } = planned.remote;
  const { settings } = planned.sources;
  const ours = authorIdOf(article.author, teammates);
  if (ours === null || theirs.authorId === null) return [];
  const was = base?.from === 'version' ? base.version.authorId : namedIn(base, settings.author);
  const value = teammates.find(({ id }) => id === theirs.authorId)?.email || theirs.authorId;
  const sides = { base: base?.from === 'text' ? authorIdOf(was, teammates) : was, ours, theirs: theirs.authorId };
  return [{ part: 'author', key: keyFor('author', input), ...sides, value, holdsVariable: false }];
}

/** The same of whom an internal article belongs to; its history is nowhere. */
function ownerSides(input: FieldsInput): readonly FieldSides[] {
  const { base, article, planned, remote } = input;
  const { teammates } = planned.remote;
  const ours = authorIdOf(article.owner ?? null, teammates);
  const theirs = remote.ownerId ?? null;
  if (ours === null || theirs === null) return [];
  const was = base?.from === 'text' ? authorIdOf(base.whatIf.source.fields.owner ?? null, teammates) : null;
  const value = teammates.find(({ id }) => id === theirs)?.email || theirs;
  return [{ part: 'owner', key: keyFor('owner', input), base: was, ours, theirs, value, holdsVariable: false }];
}

function namedIn(base: PullBase | null, fallback: string | null): string | null {
  return base?.from === 'text' ? (base.whatIf.source.fields.author ?? fallback) : null;
}

function authorNote({ article, planned, locale, remote }: FieldsInput, theirs: RemoteLocale): string[] {
  const ours = authorIdOf(article.author, planned.remote.teammates);
  const main = remote.locales[planned.sources.settings.locale]?.authorId;
  if (ours === null || theirs.authorId === null || theirs.authorId === ours || theirs.authorId === main) return [];
  return [`the ${locale} text has another author in Intercom; a source has one author for all languages`];
}

function collectionSides(input: FieldsInput): { readonly sides: FieldSides | null; readonly notes: string[] } {
  const { planned, collectionIds, source, article, remote, base } = input;
  const idOf = (key: CollectionKey | null): string => (key === null ? '' : (collectionIds.get(key) ?? 'not-yet'));
  const was = base === null ? null : base.from === 'text' ? idOf(base.whatIf.parent) : (base.parentId ?? '');
  const ours = idOf(article.parent);
  const theirs = remote.parentId ?? '';
  const { helpCentre, trail } = remoteAddress(remote.parentId, planned.remote, planned.plan.helpCentre);
  const plain = { ...source, fields: {}, places: {} };
  const own = belongingOf(plain, planned.sources.repository).address;
  const isFolders = own.trail.join(' > ') === trail.join(' > ');
  const unsayable = (note: string) => ({ sides: null, notes: was === theirs || ours === theirs ? [] : [note] });
  if (theirs === '' && own.trail.length > 0) {
    return unsayable('it is in no collection in Intercom; its folder puts it into one');
  }
  if (theirs !== '' && centreId(own.helpCentre, planned) !== centreId(helpCentre, planned)) {
    const name = centreNamed(planned.remote.helpCentres, centreId(helpCentre, planned) ?? '')?.identifier;
    return unsayable(
      `it is in "${trail.join(' > ')}" of the help centre "${name}" in Intercom; move the file into a folder of that help centre`,
    );
  }
  const value = isFolders ? null : trail.some((name) => name.includes('>')) ? trail : trail.join(' > ');
  const instead = source.fields.section === undefined ? [] : ['section'];
  const sides = { part: 'collection', key: keyFor('collection', input), base: was, ours, theirs, value } as const;
  return { sides: { ...sides, holdsVariable: false, instead }, notes: [] };
}

/** Id of a help centre that a folder or a collection names; null names that of `helpcentre.yml`. */
function centreId(helpCentre: string | null, { remote, plan }: Planned): string | null {
  return helpCentre === null ? plan.helpCentre : (centreNamed(remote.helpCentres, helpCentre)?.id ?? null);
}
