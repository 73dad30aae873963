import { withCommas } from '../with-commas.ts';
import { didYouMean, error, warning } from './entry.ts';

const moved = '---\ntitle: Refunds\nredirectFrom: [/en/articles/12-money-back]\n---\n\nText.';

/** Problems of old addresses, and of what they lead to. */
export const redirectsProblems = {
  'redirect-target': error(
    (a: { redirectTo: string; kind: string | null; nearest: string | null }) =>
      a.kind === null
        ? `redirects.yml leads to "${a.redirectTo}", and there is no such source or collection`
        : `redirects.yml leads to "${a.redirectTo}", which is ${a.kind} and has no address`,
    (a) =>
      a.kind === null
        ? `${didYouMean(a.nearest)}Name a source by its path in the content folder, or a collection by its folder or name.`
        : 'Name the source of a public article, or a collection.',
    {
      why: 'A redirect leads to an article or a collection that is published from here. Until the line is put right, the address leads to whatever it leads to now.',
      bad: {
        'redirects.yml': '- from: /en/articles/12-money-back\n  redirectTo: refund.md',
        'content/refunds.md': '# Refunds\n\nText.',
      },
      good: {
        'redirects.yml': '- from: /en/articles/12-money-back\n  redirectTo: refunds.md',
        'content/refunds.md': '# Refunds\n\nText.',
      },
    },
  ),
  'redirect-locale': error(
    (a: { locale: string; redirectTo: string }) => `"${a.redirectTo}" has no text in ${a.locale} to lead to`,
    () => 'Add that text, or name a language that it has.',
    {
      why: 'Intercom would lead to the text in another language without a word.',
      bad: {
        'redirects.yml': '- from: /fr/articles/12-remboursement\n  redirectTo: refunds.md\n  locale: fr',
        'content/refunds.md': '# Refunds\n\nText.',
      },
      good: {
        'redirects.yml': '- from: /fr/articles/12-remboursement\n  redirectTo: refunds.md',
        'content/refunds.md': '# Refunds\n\nText.',
      },
    },
  ),
  'redirect-twice': error(
    (a: { from: string; other: string }) =>
      `"${a.from}" leads somewhere already${a.other === '' ? '' : ` (${a.other})`}`,
    () => 'Keep one of them.',
    {
      why: 'An address leads to one place. The first line that names it counts; front matter comes before redirects.yml.',
      bad: {
        'redirects.yml': '- from: /en/articles/12-money-back\n  redirectTo: refunds.md',
        'content/refunds.md': moved,
      },
      good: { 'content/refunds.md': moved },
    },
  ),
  'redirect-outside': error(
    (a: { from: string; helpCentre: string; url: string | null }) =>
      a.url === null
        ? `"${a.from}": the help centre "${a.helpCentre}" is switched off, so it has no addresses`
        : `"${a.from}" is no address of the help centre "${a.helpCentre}" (${a.url})`,
    (a) =>
      a.url === null
        ? 'Switch it on in Intercom, or take the address out.'
        : `Name an address that begins with ${a.url}/, or the path below that.`,
    {
      why: 'Intercom can redirect only from addresses of its own help centre. Those of an old site have to be redirected by whoever serves it.',
      bad: '---\ntitle: Refunds\nredirectFrom: ["https://docs.example.com/refunds"]\n---\n\nText.',
      good: '---\ntitle: Refunds\nredirectFrom: [/en/articles/12-money-back]\n---\n\nText.',
    },
  ),
  'redirect-live': error(
    (a: { from: string; key: string }) => `"${a.from}" is where readers find ${a.key} now`,
    () => 'Take the address out, or remove the article first.',
    {
      why: 'While an article is public, its address shows it, and nobody would be led on.',
      bad: { 'content/refunds.md': moved, 'In Intercom': '/en/articles/12-money-back is another article of yours' },
      good: { 'content/refunds.md': '---\ntitle: Refunds\n---\n\nText.' },
    },
  ),
  'redirect-taken': error(
    (a: { from: string; leadsTo: string }) => `"${a.from}" leads to ${a.leadsTo} in Intercom already`,
    () => 'Delete that redirect in Intercom (Help Center > Redirects), or take the address out here.',
    {
      why: 'Somebody made that redirect in Intercom. It is not replaced, because nobody can tell which of the two is meant.',
      bad: { 'content/refunds.md': moved, 'In Intercom': '/en/articles/12-money-back leads to "Payments"' },
      good: { 'content/refunds.md': moved, 'In Intercom': 'no redirect from /en/articles/12-money-back' },
    },
  ),
  'redirects-unsupported': warning(
    (a: { count: number; version: string }) =>
      `${a.count === 1 ? 'one redirect is' : `${withCommas(a.count)} redirects are`} not made: version ${a.version} of Intercom's API has none`,
    () => 'Write "apiVersion: 2.16" into helpcentre.yml.',
    {
      why: "Redirects can be made from version 2.16 of Intercom's API on. The articles are published all the same.",
      bad: { 'helpcentre.yml': 'apiVersion: 2.11', 'content/refunds.md': moved },
      good: { 'helpcentre.yml': 'apiVersion: 2.16', 'content/refunds.md': moved },
    },
  ),
  'redirect-offer': warning(
    (a: { key: string; address: string; line: string; isLinked: boolean }) =>
      `${a.key} goes, and ${a.isLinked ? 'other articles link to' : 'readers may still come to'} ${a.address}`,
    (a) => `To lead them on, add this line to redirects.yml, with the page that answers them now: ${a.line}`,
    {
      why: 'Links and search engines lead to an article for a long time after it is gone. A line in redirects.yml takes whoever follows them to what took its place.',
      bad: {
        'In Intercom': '/en/articles/12-money-back, which other articles link to',
        'content/refunds.md': '(deleted)',
      },
      good: { 'redirects.yml': '- { from: /en/articles/12-money-back, redirectTo: billing }' },
    },
  ),
} as const;
