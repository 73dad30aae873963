import { withCommas } from '../with-commas.ts';
import { warning } from './entry.ts';

/** A commit as a problem names it. */
export interface NamedCommit {
  /** The first characters of its id. */
  readonly commit: string;
  /** First line of its message. */
  readonly subject: string;
}

const called = ({ commit, subject }: NamedCommit): string => `${commit} ("${subject}")`;

/** Problems of `sources`: the code that articles are about. */
export const codeProblems = {
  'sources-shape': warning(
    (a: { key: string; reason: string }) => `"${a.key}" names no files of the repository: ${a.reason}`,
    (a) =>
      `Write globs from the root of the git repository, with quotes around one that begins with "*" or "!". If the key is another tool's, leave it alone: "frontMatter: { ignore: [${a.key}] }" in helpcentre.yml.`,
    {
      why: 'A change of the code that an article is about is told by these globs. The key is left out, and the article is published all the same.',
      bad: '---\ntitle: Invoices\nsources: [https://example.com/spec]\n---\n\nText.',
      good: '---\ntitle: Invoices\nsources: [src/billing/**]\n---\n\nText.',
    },
  ),
  'sources-gone': warning(
    (a: { glob: string; commit: string | null; subject: string; to: string | null; isWhole: boolean }) => {
      const { glob, commit, subject, to, isWhole } = a;
      if (commit === null)
        return `"${glob}" names no file of the repository${isWhole ? ', and no commit ever had one' : ''}`;
      const moved = to === null ? 'removed the last one' : `moved the last one to ${to}`;
      return `"${glob}" names no file of the repository any more: ${called({ commit, subject })} ${moved}`;
    },
    () => 'Name the files that the article is about now, or remove the glob.',
    {
      why: 'Nobody is told any more when the code changes that the article is about, so that it becomes wrong unseen.',
      bad: '---\ntitle: Invoices\nsources: [src/invoices.ts]\n---\n\nText.',
      good: '---\ntitle: Invoices\nsources: [src/billing/invoices.ts]\n---\n\nText.',
    },
  ),
  'sources-broad': warning(
    (a: { glob: string; caught: number; files: number }) =>
      `"${a.glob}" names ${withCommas(a.caught)} of the ${withCommas(a.files)} files of the repository`,
    () => 'Name the folders or files that the article is about.',
    {
      why: 'An article that is named on nearly every pull request is soon looked at on none.',
      bad: '---\ntitle: Invoices\nsources: ["**"]\n---\n\nText.',
      good: '---\ntitle: Invoices\nsources: [src/billing/**]\n---\n\nText.',
    },
  ),
  'sources-changed': warning(
    (a: NamedCommit & { article: string; file: string; more: number }) => {
      const { article, file, more } = a;
      const rest = more === 0 ? '' : ` and ${more} more ${more === 1 ? 'file' : 'files'}`;
      return `${file}${rest} changed since ${article} did: ${called(a)}`;
    },
    (a) =>
      `Read whether the article is still right. If nothing has to change, say so in a commit: "Helpcentre-Reviewed: ${a.article} REASON".`,
    {
      why: 'The article was last changed or published before the code that it is about, so that readers may be told what is not true any more.',
      bad: {
        'content/invoices.md': '---\ntitle: Invoices\nsources: [src/billing/**]\n---\n\nWe round to euros.',
        'src/billing/total.ts, changed after the article': 'export const digits = 2;',
      },
      good: {
        'content/invoices.md': '---\ntitle: Invoices\nsources: [src/billing/**]\n---\n\nWe round to cents.',
        'src/billing/total.ts': 'export const digits = 2;',
      },
    },
  ),
};
