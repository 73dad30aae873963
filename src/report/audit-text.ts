import {
  type AuditFinding,
  type AuditKind,
  type AuditPlace,
  type AuditRank,
  type AuditReport,
  auditRanks,
} from '../model/audit.ts';
import { withCommas } from '../model/with-commas.ts';
import { count, oneLine, type Paint } from './paint.ts';
import { wrapSegments } from './wrap-segments.ts';

/** Findings of a kind that are printed unless all are wanted. */
const mostOfAKind = 5;
/** Places of a finding besides the first that are printed unless all are wanted. */
const mostPlaces = 3;

/** Who meets what is found, as a heading. */
export const rankTitles: Readonly<Record<AuditRank, string>> = {
  readers: 'Readers meet this',
  missed: 'Readers miss this, or find it twice',
  team: 'Only your team meets this',
};

/** How an audit is printed. */
export interface AuditTextOptions {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether every finding is printed. */
  readonly all: boolean;
}

/** An audit for a terminal: by who meets it, then by kind, the worst first. */
export function auditText(report: AuditReport, options: AuditTextOptions): string {
  const sections = auditRanks.flatMap((rank) => rankText(report, rank, options));
  const notes = report.notes.flatMap((note) => wrapped(note, 'Note: ', options));
  const end = [...wrapped(auditSummary(report), '', options), ...notes];
  return `${[...wrapped(lookedAt(report), '', options), '', ...sections, ...end].join('\n')}\n`;
}

/** What was looked at, in one sentence. */
export function lookedAt({ workspace, counts }: AuditReport): string {
  const { articles, published, texts, collections, helpCentres } = counts;
  const sizes = `${count(articles, 'article')} (${withCommas(published)} published, ${count(texts, 'text')} in all languages)`;
  return `Workspace ${workspace.id} ("${workspace.name}"): ${sizes}, ${count(collections, 'collection')}, ${count(helpCentres, 'help centre')}.`;
}

/** How many findings there are, by who meets them, in one sentence. */
export function auditSummary({ findings }: AuditReport): string {
  if (findings.length === 0) return 'Nothing was found that is wrong.';
  const of = (rank: AuditRank): number => findings.filter((finding) => finding.rank === rank).length;
  const [readers, missed, team] = [of('readers'), of('missed'), of('team')];
  const parts = [
    readers > 0 ? `${withCommas(readers)} that readers meet` : '',
    missed > 0 ? `${withCommas(missed)} that they miss or find twice` : '',
    team > 0 ? `${withCommas(team)} that only your team meets` : '',
  ];
  return `${count(findings.length, 'finding')}: ${parts.filter((part) => part !== '').join(', ')}.`;
}

function rankText(report: AuditReport, rank: AuditRank, options: AuditTextOptions): readonly string[] {
  const own = report.findings.filter((finding) => finding.rank === rank);
  if (own.length === 0) return [];
  const kinds = report.kinds.flatMap((kind) => {
    const findings = own.filter(({ code }) => code === kind.code);
    return findings.length === 0 ? [] : kindText(kind, findings, options);
  });
  return [options.paint.bold(`${rankTitles[rank]}: ${count(own.length, 'finding')}`), '', ...kinds];
}

function kindText(kind: AuditKind, findings: readonly AuditFinding[], options: AuditTextOptions): readonly string[] {
  const { paint, all } = options;
  const shown = all ? findings : findings.slice(0, mostOfAKind);
  const left = findings.length - shown.length;
  return [
    `${paint.yellow(kind.title)}: ${withCommas(findings.length)} ${paint.dim(`(${kind.code})`)}`,
    ...wrapped(kind.help, '→ ', options),
    ...shown.flatMap((finding) => findingText(finding, kind, options)),
    ...(left === 0 ? [] : [`  … and ${withCommas(left)} more; --all shows them`]),
    '',
  ];
}

function findingText(finding: AuditFinding, kind: AuditKind, options: AuditTextOptions): readonly string[] {
  const { places, message, help } = finding;
  const [first, ...others] = places;
  const shown = options.all ? others : others.slice(0, mostPlaces);
  const left = others.length - shown.length;
  return [
    ...wrapped(options.paint.bold(nameOf(first)), '  ', options),
    ...wrapped(`${message}.`, '    ', options),
    ...(help === kind.help ? [] : wrapped(help, '    → ', options)),
    ...whereText(first),
    ...shown.flatMap((place) => [...wrapped(`with ${nameOf(place)}`, '    ', options), ...whereText(place)]),
    ...(left === 0 ? [] : [`    … and ${withCommas(left)} more of them`]),
  ];
}

/** `Set up SSO (fr, draft, 123)`. */
function nameOf({ kind, title, locale, state, id }: AuditPlace): string {
  const facts = [...(locale === null ? [] : [locale]), ...(state === 'draft' ? ['draft'] : []), id];
  const what = { article: '', collection: 'collection ', 'help-centre': 'help centre ' }[kind];
  return `${what}${title.trim() === '' ? 'Untitled' : title} (${facts.join(', ')})`;
}

function whereText({ url, app, file }: AuditPlace): readonly string[] {
  const address = url ?? app;
  const lines = [...(file === null ? [] : [file]), ...(address === null ? [] : [address])];
  return lines.map((line) => `    ${oneLine(line)}`);
}

/** Text in lines of the terminal's width, the first behind a mark. */
function wrapped(text: string, mark: string, { width, paint }: AuditTextOptions): readonly string[] {
  const indent = ' '.repeat(mark.length);
  const lines = wrapSegments([{ kind: 'same', text: oneLine(text) }], Math.max(20, width - mark.length), paint);
  return lines.map((line, at) => (at === 0 ? mark : indent) + line);
}
