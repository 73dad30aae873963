import path from 'node:path';
import { type AuditReport, auditRanks } from '../model/audit.ts';
import type { Host } from '../model/host.ts';
import { formatDocument } from '../output/format.ts';
import { auditText } from '../report/audit-text.ts';
import { type AuditOptions, type AuditParts, auditWorkspace } from '../use-cases/audit/audit.ts';
import { demandPage, writePage } from '../use-cases/audit/page.ts';
import { type CommonOptions, makeContext } from '../use-cases/context.ts';

/** Options of `audit`. */
export interface AuditCommandOptions extends CommonOptions, AuditOptions {
  /** File for the page. */
  readonly html?: string;
  readonly all?: boolean;
  readonly failOn?: 'readers' | 'missed' | 'any';
}

/**
 * `helpcentre audit`: reads a workspace and says what is wrong in it, the worst first. Holds a reader only.
 *
 * @param parts what tests put in between
 * @returns 0, or 1 where there is a finding of those that `--fail-on` names
 */
export async function audit(host: Host, options: AuditCommandOptions, parts?: AuditParts): Promise<number> {
  const context = makeContext(host, options);
  const page = options.html === undefined ? null : path.resolve(host.cwd, options.html);
  if (page !== null) await demandPage(page, options.html ?? '');
  const report = await auditWorkspace(context, options, parts);
  if (page !== null) await writePage(page, options.html ?? '', report);
  if (options.json === true) context.print(formatDocument('audit', { ...report, html: options.html ?? null }));
  else {
    const width = Math.min(host.stdout.columns, 120);
    context.print(auditText(report, { paint: context.paint, width, all: options.all === true }));
  }
  if (page !== null) context.say(`The page is in ${options.html}.\n`);
  return options.failOn !== undefined && hasOf(report, options.failOn) ? 1 : 0;
}

function hasOf({ findings }: AuditReport, which: NonNullable<AuditCommandOptions['failOn']>): boolean {
  const worst = which === 'any' ? auditRanks.length - 1 : auditRanks.indexOf(which);
  return findings.some(({ rank }) => auditRanks.indexOf(rank) <= worst);
}
