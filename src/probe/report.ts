import * as z from 'zod';
import type { WorkspaceFacts } from '../model/workspace-facts.ts';
import { pieces } from './pieces.ts';
import type { Probed } from './probe.ts';

/**
 * What a probe found, to be attached to an issue: only words of this program. Nothing in it says which workspace it was,
 * what it is called, where it is or what it holds; what Intercom said in its own words is left out for that.
 *
 * @param version of this program
 * @param secrets the workspace's id, name and hosts: what was stored and holds one of them is left out
 */
export function reportOf(
  facts: WorkspaceFacts,
  { unknown, left }: Pick<Probed, 'unknown' | 'left'>,
  version: string,
  secrets: readonly string[],
): object {
  const ours = new Map<string, string>(pieces.map(({ name, html }) => [name, html]));
  const told = secrets.filter((secret) => secret.length > 2).map((secret) => secret.toLowerCase());
  const isClean = (text: string): boolean => !told.some((secret) => text.toLowerCase().includes(secret));
  const stored = [...unknown].map(([name, html]) => [
    name,
    isClean(html) && isOurs(html, ours.get(name)) ? html : 'something else',
  ]);
  const { asked, apiVersion, answers, rateLimit } = facts;
  return {
    report: 1,
    helpcentre: version,
    ...{ asked, apiVersion, answers },
    ...(rateLimit === undefined ? {} : { rateLimit }),
    unknown: Object.fromEntries(stored),
    notAsked: [...left.keys()],
  };
}

/** Whether its words and its hosts are those that were sent: any other may be the workspace's, or a person's. */
function isOurs(stored: string, sent: string | undefined): boolean {
  if (sent === undefined || strangeHost.test(stored)) return false;
  const wordsIn = (html: string): readonly string[] => html.replace(/<[^>]*>/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  const known = new Set([...wordsIn(sent), 'nbsp']);
  return wordsIn(stored).every((word) => known.has(word));
}

const strangeHost = /(?<![\w.-])(?!example\.com\b)(?:[\w-]+\.)+[a-z]{2,}\b/i;

const report = z.object({
  report: z.literal(1),
  asked: z.string(),
  apiVersion: z.string(),
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
});
/** A report as it was read again. */
export type Report = z.infer<typeof report>;

/** Reads a report; null for what is none. */
export function readReport(text: string): Report | null {
  try {
    return report.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
