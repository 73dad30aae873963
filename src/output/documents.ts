import * as z from 'zod';
import { audited } from './audited.ts';
import { adopted, begun, converted, imported } from './beginnings.ts';
import { differences } from './differences.ts';
import { impact } from './impact.ts';
import type { DocumentKind } from './names.ts';
import { numbers } from './numbers.ts';
import { count, maybe, planDifference, problem } from './parts.ts';
import { plan } from './plan.ts';
import { baseline, checked, looked, probed, published, pulled, status } from './results.ts';

/** Each document says which version of its format it has, as saved plans always did. */
const formatVersion = z.literal(1).describe('Version of the format.');

function document<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject({ formatVersion, ...shape });
}

/** What commands print with `--json`, by the command; `error` stands in the place of any of them, `help` of `--help`. */
export const documents = {
  init: { is: 'What init wrote.', of: document(begun) },
  adopt: { is: 'What adopt found, and the configuration for it.', of: document(adopted) },
  convert: { is: 'What convert wrote.', of: document(converted) },
  check: {
    is: 'What check found; or, with --write-baseline, what was accepted.',
    of: z.union([document(checked), document(baseline)]),
  },
  plan: { is: 'The plan; the file that --out saves is the same.', of: plan },
  diff: { is: 'What changes inside articles and collections.', of: document(differences) },
  status: { is: 'How every text of the sources stands.', of: document(status) },
  audit: { is: 'What audit found in a workspace.', of: document(audited) },
  stats: { is: 'What readers and Fin did with each published article.', of: document(numbers) },
  impact: { is: 'The articles that a change of the code has to do with.', of: document(impact) },
  publish: { is: 'What publish did.', of: document(published) },
  import: { is: 'What import wrote.', of: document(imported) },
  pull: { is: 'What pull merged, and what it left.', of: document(pulled) },
  preview: {
    is: 'Where the preview is; or, with --build, what was written.',
    of: z.union([
      document({ url: z.string().describe('Its address.') }),
      document({
        folder: z.string().describe('The folder.'),
        pages: count.describe('Pages.'),
        images: count.describe('Images.'),
        problems: z.array(problem).describe('What was found in the sources.'),
      }),
    ]),
  },
  sandbox: {
    is: 'Where the sandbox is, and the token for it. It is printed before it ends.',
    of: document({ url: z.string().describe('Its address.'), token: z.string().describe('A token that it takes.') }),
  },
  doctor: { is: 'What doctor looked at.', of: document(looked) },
  probe: { is: 'What probe learned of a workspace.', of: document(probed) },
  error: {
    is: 'What stands in the place of any document when the command could not do it.',
    of: document({
      error: z
        .strictObject({
          code: z.string().describe('A code for programs.'),
          message: z.string().describe('What happened: one sentence.'),
          help: z.string().describe('What to do; empty where the message says it.'),
        })
        .describe('The error.'),
      problems: maybe(z.array(problem), 'What was found, where that is the reason.'),
      plan: maybe(plan, 'The plan that nobody agreed to.'),
      differences: maybe(z.array(planDifference), 'Where the plan is not the one that was seen.'),
    }),
  },
  help: {
    is: 'What --help and --version say.',
    of: z.union([
      document({ help: z.string().describe('The help.') }),
      document({ version: z.string().describe('The version.') }),
    ]),
  },
} as const satisfies Readonly<Record<DocumentKind, { readonly is: string; readonly of: z.ZodType }>>;
