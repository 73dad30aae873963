import { withCommas } from '../model/with-commas.ts';
import { count, oneLine, type Paint } from './paint.ts';

/** What a conversion came to, fit to be shown. */
export interface ConversionFacts {
  /** As the person in the working folder would write it. */
  readonly folder: string;
  readonly articles: number;
  readonly texts: number;
  readonly images: number;
  readonly collections: readonly string[];
  readonly withId: number;
  readonly withoutId: number;
  readonly keptFolder: string;
  readonly kept: readonly { readonly path: string; readonly why: WhyKept }[];
  readonly keptSettings: boolean;
  readonly different: readonly { readonly path: string; readonly fields: readonly string[] }[];
  readonly settings: readonly string[];
  /** Whether something is not in the new content. */
  readonly isLost: boolean;
}

type WhyKept = 'unreadable' | 'other-kind' | 'not-compiled' | 'partly' | 'left-out' | 'of-repository';

/** In the order in which they matter. */
const reasons: readonly (readonly [WhyKept, string])[] = [
  ['unreadable', 'Files that cannot be read, or are links that lead elsewhere'],
  ['not-compiled', 'Files of articles with errors, not converted'],
  ['partly', 'Converted, with something that only Intercom can say'],
  ['left-out', 'Texts in a language that there is another text in, or that is not clear'],
  ['other-kind', 'Internal articles and snippets, which helpcentre does not publish'],
  ['of-repository', 'Other files'],
];

/** Names that are fit to read; `--json` has them all. */
const shown = 20;

/** What `convert` wrote, what it kept, and what comes next. */
export function convertedText(facts: ConversionFacts, paint: Paint): string {
  const { folder, articles, texts, images, collections } = facts;
  const parts = [
    count(articles, 'article'),
    count(texts, 'text'),
    count(collections.length, 'collection'),
    count(images, 'file'),
  ];
  const lines = [
    paint.bold(`Converted into ${oneLine(folder)}`),
    `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)} for them`,
  ];
  if (facts.different.length > 0) {
    lines.push('', 'Not the same in both layouts:');
    lines.push(...facts.different.map((one) => `  ${oneLine(one.path)}: ${one.fields.join(', ')}`));
  }
  for (const [why, title] of reasons) {
    const own = facts.kept.filter((one) => one.why === why);
    if (own.length === 0) continue;
    const where = why === 'unreadable' ? '' : `, kept in ${facts.keptFolder}/files`;
    lines.push('', `${title}: ${withCommas(own.length)}${where}`);
    lines.push(...own.slice(0, shown).map((one) => `  ${oneLine(one.path)}`));
    if (own.length > shown) lines.push(`  and ${own.length - shown} more; --json names them all`);
  }
  if (facts.keptSettings)
    lines.push(
      '',
      `What the files say that front matter cannot, such as whom an article is for, is kept in ${facts.keptFolder}/settings.json. In Intercom it stays as it is.`,
    );
  if (facts.settings.length > 0)
    lines.push(
      '',
      `Not taken over from helpcentre.yml: ${facts.settings.map(oneLine).join(', ')}. Copy what you need.`,
    );
  lines.push('', ...nextSteps(facts));
  return `${lines.join('\n')}\n`;
}

function nextSteps({ folder, collections, withId, withoutId, isLost }: ConversionFacts): readonly string[] {
  const lines: string[] = [];
  if (collections.length > 0)
    lines.push(
      "Collections are named after their folders, because the connector's layout has no other names. Where Intercom has another name, correct it in _collection.yml first: a plan would make a second collection.",
    );
  if (withId > 0)
    lines.push(
      `${count(withId, 'article')} ${withId === 1 ? 'has its' : 'have their'} number in Intercom as "id:", taken from "art_…", "ia_…" or "snip_…": of a public article it is the number in its address. The first plan with a token looks each of them up, and writes the lockfile only when it is published: "convert" knows no workspace.`,
    );
  if (withoutId > 0)
    lines.push(`${count(withoutId, 'article')} ${withoutId === 1 ? 'has' : 'have'} no id yet, and would be created.`);
  lines.push(`Next: turn the connector off, then "helpcentre plan --cwd ${oneLine(folder)}".`);
  if (isLost) lines.push('', 'Not everything is in the new content: see above.');
  return lines;
}
