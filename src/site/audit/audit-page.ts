import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { type AuditFinding, type AuditKind, type AuditRank, type AuditReport, auditRanks } from '../../model/audit.ts';
import { withCommas } from '../../model/with-commas.ts';
import { auditSummary, lookedAt, rankTitles } from '../../report/audit-text.ts';
import { printable } from '../../report/paint.ts';
import { auditScript, auditStylesheet } from '../assets/files.ts';
import type { Html } from '../page.ts';
import { findingItem } from './finding-item.ts';

/** By this the page is known as one that an audit wrote, and that another may write over. */
export const auditPageMark = '<meta name="generator" content="helpcentre audit">';

/** Findings of a kind that are shown without being asked for. */
const mostOpen = 25;

/**
 * An audit as one page that stands alone: it asks for nothing, and runs no script but its own. Whatever Intercom has is
 * text in it.
 */
export async function auditPage(report: AuditReport): Promise<string> {
  const name = printable(report.workspace.name);
  const page = html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${raw(auditPageMark)}
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<title>${`Audit of ${name}`}</title>
<style>${raw(auditStylesheet)}</style>
</head>
<body class="audit">
<a class="skip" href="#main">Skip to content</a>
<main id="main" tabindex="-1"><div class="wrap">
<h1>Audit of ${name}</h1>
<p class="lead">${auditSummary(report)}</p>
<p class="hint">${printable(lookedAt(report))} Read on <time datetime="${timeOf(report)}">${dayOf(report)}</time>.</p>
${report.findings.length === 0 ? '' : filters(report)}
${auditRanks.map((rank) => rankSection(report, rank))}
${notes(report)}
</div></main>
<footer class="bottom"><div class="wrap"><p>Written by <code>helpcentre audit</code>, which only reads.</p></div></footer>
<script>${raw(auditScript)}</script>
</body>
</html>
`;
  return String(await page);
}

/** What the page may load and run: nothing but what is in it. */
function policy(): string {
  const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; style-src ${hashOf(auditStylesheet)}; script-src ${hashOf(auditScript)}; base-uri 'none'; form-action 'none'`;
}

const timeOf = ({ at }: AuditReport): string => new Date(at * 1000).toISOString();

function dayOf({ at }: AuditReport): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `${format.format(new Date(at * 1000))} UTC`;
}

function filters({ findings }: AuditReport): Html {
  const choice = (value: string, name: string, count: number): Html =>
    html`<label><input type="radio" name="only" id="only-${value}"${value === 'all' ? raw(' checked') : ''}>${name} <span class="count">${withCommas(count)}</span></label>`;
  const of = (rank: AuditRank): number => findings.filter((finding) => finding.rank === rank).length;
  return html`<div class="filters"><fieldset><legend>Who meets it</legend>
${choice('all', 'Everything', findings.length)}${choice('readers', 'Readers meet it', of('readers'))}${choice('missed', 'Readers miss it', of('missed'))}${choice('team', 'Only your team', of('team'))}
</fieldset>
<div class="filter" hidden><label for="filter">Only findings with these words</label><div class="field"><input id="filter" type="search" autocomplete="off" spellcheck="false"></div></div>
</div>
<p class="hint" id="shown" role="status"></p>`;
}

function rankSection({ kinds, findings }: AuditReport, rank: AuditRank): Html | '' {
  const own = findings.filter((finding) => finding.rank === rank);
  if (own.length === 0) return '';
  const groups = kinds.flatMap((kind) => {
    const theirs = own.filter(({ code }) => code === kind.code);
    return theirs.length === 0 ? [] : [kindGroup(kind, theirs)];
  });
  return html`<section class="section rank ${rank}" aria-labelledby="rank-${rank}"><h2 id="rank-${rank}">${rankTitles[rank]}</h2>${groups}</section>`;
}

function kindGroup(kind: AuditKind, findings: readonly AuditFinding[]): Html {
  const isOpen = findings.length <= mostOpen;
  return html`<details class="kind" data-code="${kind.code}"${isOpen ? raw(' open') : ''}>
<summary><h3>${kind.title}</h3> <span class="count">${withCommas(findings.length)}</span></summary>
<div class="about"><p>${kind.why}</p><p><strong>What to do:</strong> ${kind.help}</p><p><code class="code">${kind.code}</code></p></div>
<ul class="findings">${findings.map((finding) => findingItem(finding, kind))}</ul></details>`;
}

function notes({ notes: all }: AuditReport): Html | '' {
  if (all.length === 0) return '';
  return html`<section class="section" aria-labelledby="notes"><h2 id="notes">What could not be looked at</h2><ul>${all.map((note) => html`<li>${printable(note)}</li>`)}</ul></section>`;
}
