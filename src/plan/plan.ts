import { fingerprint } from '../body/fingerprint.ts';
import { withoutLinksTo } from '../body/unlinked.ts';
import type { ContentPath, Locale } from '../model/article.ts';
import { byCodeUnit } from '../model/by-code-unit.ts';
import { desiredCentres, remoteCentres } from '../model/centre-of.ts';
import type { CollectionKey } from '../model/collection.ts';
import type { Desired, DesiredArticle } from '../model/desired.ts';
import { firstLanguages } from '../model/first-language.ts';
import type { Change, Held, Plan } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { Recorded } from '../model/recorded.ts';
import type { Remote } from '../model/remote.ts';
import type { Settings } from '../model/settings.ts';
import { articleMoves } from './article-moves.ts';
import { collectionLooks } from './collection-looks.ts';
import { planCollections } from './collections.ts';
import type { Comparison } from './compare.ts';
import { comparisonOf } from './comparison.ts';
import { fitForWorkspace, type Hindrances, withoutFirstLanguage } from './fit.ts';
import { guard } from './guard.ts';
import { heldHelp } from './held-help.ts';
import { chooseHelpCentre } from './help-centre.ts';
import { desiredInOrder, remoteInOrder } from './in-order.ts';
import { judge } from './judge.ts';
import { languagesOff } from './languages-off.ts';
import { leftEmpty } from './left-empty.ts';
import { leftTwins } from './left-twins.ts';
import { losses } from './losses.ts';
import { type Matching, matchArticles, type Pair } from './match.ts';
import type { MarkdownTexts } from './similarity.ts';
import { type SuspectsInput, suspectsAmong } from './suspects.ts';
import { linkedKeys, neverPublished, type Unlinked, unlinkedAmong, unlinkedProblems } from './unlinked.ts';
import { withoutUnnamed } from './unnamed-collections.ts';

/** The three states and the policies. */
export interface PlanInput extends Hindrances {
  readonly desired: Desired;
  readonly recorded: Recorded;
  /** null: Intercom was not asked (offline); the lockfile is trusted for it. */
  readonly remote: Remote | null;
  readonly settings: Pick<
    Settings,
    'helpCentre' | 'onDrift' | 'removed' | 'maxRemovals' | 'moved' | 'problems' | 'createTags'
  >;
  readonly allowRemovals: boolean;
  /** Whether the lockfile was written for another content folder. */
  readonly otherContent: boolean;
  /** Of an offline plan, where they are known: see `matchArticles`. */
  readonly texts?: MarkdownTexts | undefined;
  /** Whether a change is in the part that was chosen; absent for all. */
  readonly isChosen?: (change: Change) => boolean;
  /** The sources of an article, whatever is wrong with them: see `suspectsAmong`. */
  readonly sourcesOf?: SuspectsInput['sourcesOf'];
}

/**
 * Compares the three states and says what `publish` would do. Pure: the same inputs give the same plan, byte
 * for byte, whatever order they come in.
 */
export function makePlan(input: PlanInput): Plan {
  const { recorded, settings } = input;
  const remote = input.remote === null ? null : remoteInOrder(input.remote);
  let unlinked = neverPublished(input.desired, recorded);
  for (;;) {
    const articles = withoutLinksTo(input.desired.articles, new Set(unlinked.keys()), settings.helpCentre);
    const made = planWithLinks({ ...input, remote, desired: { ...input.desired, articles } });
    const found = made.unlinked.size > 0 ? made.unlinked : notChosen(made.plan, input, unlinked);
    if (found.size === 0) return withDigest(withUnlinked(made.plan, input.desired.articles, unlinked));
    unlinked = new Map([...unlinked, ...found]);
  }
}

type Undigested = Omit<Plan, 'digest'>;

/** Articles that would be new, and that are not in the part that was chosen: no link in it can lead to them yet. */
function notChosen({ changes }: Undigested, { isChosen, desired }: PlanInput, known: Unlinked): Unlinked {
  if (isChosen === undefined) return new Map();
  const linked = linkedKeys(desired.articles);
  const isNew = ({ kind }: Change): boolean => kind === 'create' || kind === 'recreate';
  const left = changes.filter((change) => isNew(change) && !isChosen(change));
  const keys = left.map(({ key }) => key).filter((key) => linked.has(key) && !known.has(key));
  return new Map(keys.map((key) => [key, 'not-chosen']));
}

function withUnlinked(plan: Undigested, articles: readonly DesiredArticle[], unlinked: Unlinked): Undigested {
  if (unlinked.size === 0) return plan;
  const left = new Set(plan.leftOut);
  const found = unlinkedProblems(
    articles.filter(({ key }) => !left.has(key)),
    unlinked,
  );
  return { ...plan, unlinked: inOrder([...unlinked.keys()]), problems: [...plan.problems, ...found] };
}

/** The plan of articles with all their links, and those of the articles linked to that Intercom will not have. */
function planWithLinks(input: PlanInput): { readonly plan: Undigested; readonly unlinked: Unlinked } {
  const { recorded, settings, remote } = input;
  const centre = remote === null ? noCentre : chooseHelpCentre(remote.helpCentres, settings.helpCentre);
  const fit = fitForWorkspace(desiredInOrder(input.desired), remote, centre.centre, input);
  const desired = fit.desired;
  const centres = desiredCentres(desired, remote?.helpCentres ?? [], centre.centre?.id ?? null);
  const moves = articleMoves(desired, recorded, remote, settings.moved, input.texts);
  const { onDrift } = settings;
  const mainId = centre.centre?.id ?? null;
  const collections = planCollections({ desired, recorded, remote, mainId, onDrift, moves: moves.moves });
  const matching = matchArticles({ desired, recorded, remote, collectionIds: collections.ids, moves });
  const context = comparisonOf(desired, recorded, remote, centres, collections.ids, matching);
  const first = remote === null ? new Map<string, Locale>() : firstLanguages(remote, centre.centre);
  const centreNow = remote === null ? () => null : remoteCentres(remote, centre.centre);
  const speechless = withoutFirstLanguage(matching.pairs, (pair) => {
    const at = centres.ofArticle(pair.key);
    if (at === null || (pair.remote === null ? pair.recorded !== null : centreNow(pair.remote)?.id === at.id))
      return null;
    return { helpCentre: at.identifier, locale: first.get(at.id) ?? desired.locale };
  });
  const firstLanguage = (key: CollectionKey): Locale | null => first.get(centres.ofCollection(key)?.id ?? '') ?? null;
  const judged = judgeAll({ ...matching, pairs: speechless.pairs }, input, context);
  const unnamed = withoutUnnamed(
    judged.changes,
    { desired, remote, recorded, ids: collections.ids, firstLanguage },
    settings.problems['collection-unnamed'],
  );
  const pairs = speechless.pairs.filter(({ key }) => !unnamed.leftOut.has(key));
  const lossOf = losses({ desired, recorded, remote, settings });
  const { moved } = settings;
  const suspectsOf = suspectsAmong({ ...input, locale: desired.locale, failed: desired.failed, moved });
  const { maxRemovals } = settings;
  const guarded = guard({ ...input, maxRemovals, desired, changes: unnamed.changes, lossOf, suspectsOf });
  const unlinked = unlinkedAmong(desired.articles, { ...matching, pairs, recorded, remote, onDrift });
  const plan: Undigested = {
    formatVersion: 1,
    workspace: remote?.workspace.id ?? null,
    helpCentre: centre.centre?.id ?? null,
    collections: collections.changes,
    changes: sortByKey(guarded.changes),
    held: withNames([...judged.held, ...guarded.held, ...collections.held], remote),
    unchanged: judged.unchanged,
    notCompiled: inOrder(input.desired.failed),
    leftOut: inOrder([...fit.leftOut, ...matching.leftOut, ...speechless.leftOut, ...unnamed.leftOut]),
    problems: [
      ...centre.problems,
      ...fit.problems,
      ...languagesOff(desired, remote, settings.problems['languages-off']),
      ...collections.problems,
      ...collectionLooks(desired, remote, collections.ids),
      ...matching.problems,
      ...speechless.problems,
      ...unnamed.problems,
      ...judged.problems,
      ...leftTwins({
        ...{ desired, recorded, remote, pairs: matching.pairs },
        ...{ collections: collections.changes, ids: collections.ids },
      }),
      ...guarded.problems,
      ...leftEmpty({
        ...{ desired, recorded, remote, changes: guarded.changes, ids: collections.ids },
        mainId: centre.centre?.id ?? null,
      }),
    ],
  };
  return { plan, unlinked };
}

const noCentre = { centre: null, problems: [] };

/**
 * Puts the digest on a plan: sha256 of the canonical JSON of everything else. Places of problems are named from the
 * folder that somebody stands in, and do not count.
 */
export function withDigest(plan: Omit<Plan, 'digest'>): Plan {
  const problems = plan.problems.map(({ place: _, ...said }) => said);
  return { ...plan, digest: fingerprint(JSON.parse(JSON.stringify({ ...plan, problems }))) };
}

/** A plan that says more than it was made with. */
export function withProblems(plan: Plan, found: readonly Problem[]): Plan {
  const { digest: _, ...rest } = plan;
  return found.length === 0 ? plan : withDigest({ ...rest, problems: [...plan.problems, ...found] });
}

/** Whether a plan has nothing to carry out. */
export function isEmpty(plan: Plan): boolean {
  return plan.changes.length === 0 && plan.collections.length === 0;
}

function withNames(held: readonly Held[], remote: Remote | null): readonly Held[] {
  return sortByKey(held).map((one) => ({ ...one, by: nameOf(one.by, remote) }));
}

/** A teammate's name for an id; the id where Intercom does not list them (any more). */
function nameOf(id: string | null, remote: Remote | null): string | null {
  return id === null ? null : (remote?.teammates.find((teammate) => teammate.id === id)?.name ?? `teammate ${id}`);
}

const inOrder = (keys: readonly ContentPath[]): readonly ContentPath[] => [...new Set(keys)].sort(byCodeUnit);

function sortByKey<T extends { readonly key: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

interface Judged {
  readonly changes: readonly Change[];
  readonly held: readonly Held[];
  readonly unchanged: number;
  readonly problems: readonly Problem[];
}

function judgeAll(matching: Matching, input: PlanInput, context: Comparison): Judged {
  const changes: Change[] = [];
  const held: Held[] = matching.ambiguous.map((one) => ambiguousHeld(one));
  const problems: Problem[] = [];
  let unchanged = 0;
  for (const pair of matching.pairs) {
    if (pair.desired === null && matching.spared.has(pair.key)) {
      held.push(sparedHeld(pair));
      continue;
    }
    const judgement = judge(pair, input.remote !== null, input.settings, context);
    if (judgement.is === 'held') held.push(judgement.held);
    else problems.push(...judgement.problems);
    if (judgement.is === 'change') changes.push(judgement.change);
    if (judgement.is === 'unchanged') unchanged += 1;
  }
  return { changes, held, unchanged, problems };
}

function ambiguousHeld({ key, title, candidates }: Matching['ambiguous'][number]): Held {
  const help = `It could be ${candidates.join(' or ')}. ${heldHelp('ambiguous')}`;
  return { key, id: null, title, why: 'ambiguous', by: null, at: null, help };
}

function sparedHeld(pair: Pair): Held {
  const id = pair.recorded?.id ?? null;
  return {
    key: pair.key,
    id,
    title: pair.key,
    why: 'ambiguous',
    by: null,
    at: null,
    help: heldHelp('ambiguous'),
  };
}
