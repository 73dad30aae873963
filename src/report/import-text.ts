import { withCommas } from '../model/with-commas.ts';
import { count, oneLine, type Paint } from './paint.ts';
import { changeLine, collectionLine, heldLines, type PlanCounts, planSummary } from './plan-text.ts';
import { redirectLine } from './redirect-text.ts';

/** A file or article, and what there is to say of it. */
export interface Said {
  readonly name: string;
  readonly reason: string;
}

/** What an import came to. Paths are as a person in the working folder writes them. */
export interface ImportFacts {
  readonly workspace: { readonly id: string; readonly name: string };
  /** Identifiers of the help centres that were imported. */
  readonly helpCentres: readonly string[];
  /** The content folder. */
  readonly content: string;
  /** The configuration that was written; null where there was one. */
  readonly wroteConfiguration: string | null;
  readonly articles: number;
  /** Texts: each locale of each article is one. */
  readonly texts: number;
  /** Texts by locale. */
  readonly locales: Readonly<Record<string, number>>;
  readonly collections: number;
  readonly images: { readonly downloaded: number; readonly present: number; readonly failed: readonly Said[] };
  /** Texts that are Markdown and nothing else. */
  readonly pureMarkdown: number;
  /** Texts with blocks of HTML, and how many blocks those are. */
  readonly withHtml: {
    readonly texts: number;
    readonly blocks: number;
    readonly reasons: Readonly<Record<string, number>>;
  };
  /** Texts that are one block of HTML, with the reason. */
  readonly keptAsHtml: readonly Said[];
  /** Texts with blocks that the API does not give out. */
  readonly undisplayed: readonly Said[];
  /** Texts with headings that a write would change, though it says the same. */
  readonly headings: readonly Said[];
  /** Texts with addresses that are never sent, such as `slack:` and `javascript:`. */
  readonly addresses: readonly Said[];
  /** Texts that are not what Intercom has. */
  readonly failed: readonly Said[];
  /** Articles that were not imported, but for those that are managed already. */
  readonly left: readonly Said[];
  readonly managed: number;
  /** What else a person should know, a sentence each. */
  readonly notes: readonly string[];
  /** What a person has to do for the tool that was written for: a sentence, and lines to paste. */
  readonly byHand: readonly { readonly sentence: string; readonly lines: readonly string[] }[];
  /** Whether the plan says that Intercom has what was imported. */
  readonly cameRound: boolean;
  readonly plan: PlanCounts;
}

/** The report of an import for a terminal. */
export function importText(facts: ImportFacts, paint: Paint): string {
  const lines = [headline(facts, paint), ...figures(facts, paint)];
  const lists: readonly (readonly [string, readonly Said[]])[] = [
    ['Failed', facts.failed],
    ['Not imported', facts.left],
    ['Images that could not be downloaded; their addresses stay in the text', facts.images.failed],
    ['Kept as one block of HTML', facts.keptAsHtml],
    ['Changed in Intercom with the first write of the article', facts.headings],
    ['Addresses that are never sent: the words stay, and the first write takes the address away', facts.addresses],
    ['Marked: a block that Intercom does not give out. Never published while the mark is there', facts.undisplayed],
  ];
  for (const [title, items] of lists) lines.push(...listLines(title, items, paint));
  if (facts.notes.length > 0) lines.push('', ...facts.notes.map((note) => oneLine(note)));
  for (const { sentence, lines: pasted } of facts.byHand)
    lines.push('', oneLine(sentence), ...pasted.map((line) => `    ${oneLine(line)}`));
  lines.push('', ...ending(facts, paint));
  return `${lines.join('\n')}\n`;
}

function headline(facts: ImportFacts, paint: Paint): string {
  const { workspace, content, wroteConfiguration } = facts;
  const from = `${oneLine(workspace.name)} (${oneLine(workspace.id)})`;
  const wrote = wroteConfiguration === null ? '' : `\nWrote ${oneLine(wroteConfiguration)}, because there was none.`;
  return `${paint.bold(`Imported from ${from} into ${content === '.' ? 'this folder' : oneLine(content)}`)}${wrote}`;
}

function figures(facts: ImportFacts, paint: Paint): readonly string[] {
  const { images, withHtml } = facts;
  const tongues = Object.entries(facts.locales).map(([locale, texts]) => `${withCommas(texts)} ${locale}`);
  const there = images.present === 0 ? '' : `, ${withCommas(images.present)} there already`;
  const rows: readonly (readonly [string, number, string])[] = [
    ['articles', facts.articles, facts.managed === 0 ? '' : `${withCommas(facts.managed)} more managed already`],
    ['locales', Object.keys(facts.locales).length, tongues.join(', ')],
    ['collections', facts.collections, ''],
    ['images', images.downloaded + images.present, `${withCommas(images.downloaded)} downloaded${there}`],
    ['pure Markdown', facts.pureMarkdown, ''],
    ['with HTML blocks', withHtml.texts, withHtml.texts === 0 ? '' : count(withHtml.blocks, 'block')],
    ['failed', facts.failed.length, ''],
  ];
  const width = Math.max(...rows.map(([, number]) => withCommas(number).length));
  return rows.map(([name, number, more]) => {
    const line = `  ${name.padEnd(17)} ${withCommas(number).padStart(width)}`;
    return more === '' ? line : `${line}  ${paint.dim(more)}`;
  });
}

/** Lines of a list that are fit to read; `--json` has them all. */
const shown = 20;

function listLines(title: string, items: readonly Said[], paint: Paint): readonly string[] {
  if (items.length === 0) return [];
  const lines = items
    .slice(0, shown)
    .flatMap(({ name, reason }) => [`  ${paint.yellow('!')} ${oneLine(name)}`, `    ${oneLine(reason)}`]);
  const more = items.length > shown ? [`  … and ${items.length - shown} more (--json names them all)`] : [];
  return ['', paint.bold(`${title}: ${withCommas(items.length)}`), ...lines, ...more];
}

function ending({ plan, cameRound }: ImportFacts, paint: Paint): readonly string[] {
  const { redirects = [] } = plan;
  const steps = plan.changes.length + plan.collections.length + redirects.length + plan.held.length;
  if (steps === 0) {
    const same = plan.unchanged === 1 ? 'article in Intercom says' : 'articles in Intercom say';
    const number = withCommas(plan.unchanged);
    return [`Plan: 0 changes.${plan.unchanged === 0 ? '' : ` ${number} ${same} what the files say.`}`];
  }
  const head = cameRound
    ? `Plan: 0 changes in what was imported. In what was there before: ${planSummary(plan)}`
    : `Plan: ${planSummary(plan)}`;
  const lines = [
    ...plan.collections.map((change) => collectionLine(change, paint)),
    ...plan.changes.map((change) => changeLine(change, paint)),
    ...redirects.map((redirect) => redirectLine(redirect, paint)),
    ...plan.held.flatMap((held) => heldLines(held, paint)),
  ];
  const more = lines.length > shown ? [`  … and ${lines.length - shown} more lines: helpcentre plan`] : [];
  return [head, ...lines.slice(0, shown), ...more];
}
