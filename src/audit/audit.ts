import { type AuditFinding, type AuditKind, type AuditReport, auditRanks } from '../model/audit.ts';
import { byId } from '../model/by-id.ts';
import type { Check } from './check.ts';
import { checks } from './checks.ts';
import { type AuditInput, type Facts, factsFrom } from './facts.ts';

/** What an audit found; what it could not look at is for whoever asked Intercom to say. */
export type Audited = Omit<AuditReport, 'notes'>;

/**
 * Looks a workspace through: every check over all of it.
 *
 * @param looked what is looked for; everything if it is not said
 * @returns the worst first: by who meets it, then by the order of the checks, then what most people meet
 */
export function audit(input: AuditInput, looked: readonly Check[] = checks): Audited {
  const facts = factsFrom(input);
  const findings = looked.flatMap((check, order) =>
    check.find(facts).map((found) => {
      const finding: AuditFinding = {
        ...{ code: check.code, rank: found.rank, message: found.message, help: found.help ?? check.help },
        places: found.places,
      };
      return { finding, order, weight: weightOf(finding, facts) };
    }),
  );
  findings.sort(
    (a, b) =>
      auditRanks.indexOf(a.finding.rank) - auditRanks.indexOf(b.finding.rank) ||
      a.order - b.order ||
      b.weight.views - a.weight.views ||
      b.weight.isListed - a.weight.isListed ||
      byId(a.finding.places[0].id, b.finding.places[0].id),
  );
  const found = findings.map(({ finding }) => finding);
  const { workspace, collections, helpCentres } = facts.remote;
  return {
    workspace: { id: workspace.id, name: workspace.name },
    at: facts.now,
    counts: {
      articles: facts.articles.length,
      published: facts.articles.filter(({ texts }) => texts.some(({ text }) => text.state === 'published')).length,
      texts: facts.texts.length,
      collections: collections.length,
      helpCentres: helpCentres.length,
    },
    kinds: kindsOf(found),
    findings: found,
  };
}

/** How many people come to the article that a finding is about: its views where they are known, and whether it is listed. */
function weightOf({ places: [{ kind, id }] }: AuditFinding, facts: Facts): { views: number; isListed: number } {
  if (kind !== 'article') return { views: 0, isListed: 1 };
  const article = facts.byId.get(id);
  return { views: facts.statistics?.get(id)?.views ?? 0, isListed: article?.remote.parentId == null ? 0 : 1 };
}

function kindsOf(findings: readonly AuditFinding[]): readonly AuditKind[] {
  const byCode = new Map(checks.map((check) => [check.code, check]));
  return [...new Set(findings.map(({ code }) => code))].flatMap((code) => {
    const check = byCode.get(code);
    if (check === undefined) return [];
    const { title, why, help } = check;
    return [{ code, title, why, help }];
  });
}
