import { pageAddress } from '../documentation.ts';
import type { FlavourName } from '../flavour-name.ts';
import { withCommas } from '../with-commas.ts';
import { warning } from './entry.ts';

/** What readers see of a tag that is not known. */
const shownOf = {
  content: 'only what is in it is shown',
  words: 'only the words that it is given are shown',
  nothing: 'nothing is shown for it',
};

/** Problems of texts that were written for another tool. */
export const flavoursProblems = {
  'flavour-unset': warning(
    (a: { count: number; mark: string; files: number; title: string; flavour: FlavourName; set: FlavourName }) =>
      `${withCommas(a.count)} "${a.mark}" in ${a.files === 1 ? '1 file' : `${withCommas(a.files)} files`}: written for ${a.title}? Set "flavour: ${a.flavour}"`,
    (a) =>
      a.set === 'github'
        ? `"flavour: ${a.flavour}" in helpcentre.yml reads them; ${pageAddress('reference/flavours')} says into what.`
        : `"flavour: ${a.set}" in helpcentre.yml does not read them; ${pageAddress('reference/flavours')} has what each flavour reads.`,
    {
      why: 'Without its flavour, what only another tool reads is shown to readers as it is typed. It is said once, and changes no exit code.',
      bad: { 'content/a.md': '# A\n\n:::note\nOne.\n:::\n\n:::note\nTwo.\n:::\n\n:::note\nThree.\n:::' },
      good: {
        'helpcentre.yml': 'flavour: docusaurus',
        'content/a.md': '# A\n\n:::note\nOne.\n:::\n\n:::note\nTwo.\n:::\n\n:::note\nThree.\n:::',
      },
    },
  ),
  'component-unknown': warning(
    (a: { written: string; name: string; noun: string; shown: 'content' | 'words' | 'nothing' }) =>
      `${a.written} is a ${a.noun} that helpcentre does not know; ${shownOf[a.shown] ?? shownOf.nothing}`,
    (a) =>
      `Say what it is in helpcentre.yml, under "components:", as "${a.name}: unwrap", drop, callout or section; or write the text itself.`,
    {
      why: 'Components, shortcodes and tags are programs of the tool that the text was written for. helpcentre never runs them, so what they would show is missing.',
      bad: {
        'helpcentre.yml': 'flavour: docusaurus',
        'content/a.md': '# A\n\n<Promo>\n\nTry it.\n\n</Promo>',
      },
      good: {
        'helpcentre.yml': 'flavour: docusaurus\ncomponents:\n  Promo: unwrap',
        'content/a.md': '# A\n\n<Promo>\n\nTry it.\n\n</Promo>',
      },
    },
  ),
  'page-generated': warning(
    (a: { written: string; pages?: number }) =>
      a.pages !== undefined
        ? `"${a.written}" writes ${a.pages === 1 ? 'this page, which has no text of its own' : `${a.pages} pages that have no text of their own`}; helpcentre runs no layouts, so ${a.pages === 1 ? 'it is' : 'they are'} not published`
        : `"${a.written}" makes the tool write this page from a description of an API, which helpcentre does not read; only its own text is shown`,
    (a) =>
      a.pages === undefined
        ? 'Write the text itself, link to the API reference on the web, or leave the page out with "sync: false".'
        : 'Write the text itself; with "sync: true" in its front matter a page is published with its title alone.',
    {
      why: 'The tool makes the page from a file that describes an API. helpcentre publishes texts that people write, so readers would find little or nothing on it.',
      bad: {
        'helpcentre.yml': 'flavour: mintlify',
        'content/a.mdx': '---\ntitle: List orders\nopenapi: get /orders\n---',
      },
      good: {
        'helpcentre.yml': 'flavour: mintlify',
        'content/a.mdx': '---\ntitle: List orders\n---\n\nSee the [reference](https://api.example.com/orders).',
      },
    },
  ),
  'page-in-front-matter': warning(
    (a: { names?: readonly string[] }) =>
      a.names === undefined
        ? "most of this page is in its front matter, which the tool's layout shows; only the text below it is published"
        : `the front matter of this page holds what the tool's layout may show (${[...a.names].map((one) => `"${one}"`).join(', ')}); only the text below it is published`,
    () => 'Write it as text below the front matter.',
    {
      why: 'A layout is a program of the tool. helpcentre does not run it, so readers would miss what only the layout shows.',
      bad: {
        'helpcentre.yml': 'flavour: jekyll',
        'content/a.md': `---\ntitle: Pause\nparameters:\n${'  - tag: P\n    description: How long the machine waits before it goes on, in milliseconds, from 0 to 60000\n'.repeat(4)}---\n\nPauses.`,
      },
      good: {
        'helpcentre.yml': 'flavour: jekyll',
        'content/a.md': '---\ntitle: Pause\n---\n\nPauses. **P** is how long, in milliseconds.',
      },
    },
  ),
  'not-in-navigation': warning(
    (a: { navigation: string; pages: number; names: readonly string[]; more: number }) =>
      `${a.navigation} does not list ${a.pages === 1 ? 'a page, which is' : `${withCommas(a.pages)} pages, which are`} not published: ${[...a.names].join(', ')}${a.more > 0 ? ` and ${withCommas(a.more)} more` : ''}`,
    (a) =>
      `List ${a.pages === 1 ? 'it' : 'them'} in ${a.navigation}, or write "pages: all" into helpcentre.yml to publish ${a.pages === 1 ? 'it' : 'them'}.`,
    {
      why: 'The tool builds only the pages that its navigation lists, so readers have never seen the others. It is said once for all pages.',
      bad: {
        'helpcentre.yml': 'flavour: gitbook',
        'content/SUMMARY.md': '* [A](a.md)',
        'content/a.md': '# A\n\nText.',
        'content/b.md': '# B\n\nText.',
      },
      good: {
        'helpcentre.yml': 'flavour: gitbook',
        'content/SUMMARY.md': '* [A](a.md)\n* [B](b.md)',
        'content/a.md': '# A\n\nText.',
        'content/b.md': '# B\n\nText.',
      },
    },
  ),
  'folder-too-deep': warning(
    (a: { folder: string; above: string; articles: number }) =>
      `"${a.folder}" is deeper than the 3 levels that Intercom has; its ${a.articles === 1 ? 'article is' : `${a.articles} articles are`} in the collection of "${a.above}"`,
    () =>
      'Write "inParent: true" into the _collection.yml of a folder that need not be a collection, or move the folder up.',
    {
      why: 'Intercom has collections of three levels. What is deeper goes into the third, so that readers find it there.',
      bad: { 'helpcentre.yml': 'flavour: docusaurus', 'content/a/b/c/d/e.md': '# E\n\nText.' },
      good: {
        'helpcentre.yml': 'flavour: docusaurus',
        'content/a/_collection.yml': 'inParent: true',
        'content/a/b/c/d/e.md': '# E\n\nText.',
      },
    },
  ),
  'expression-lost': warning(
    (a: { written: string }) => `${a.written} is an expression, which helpcentre does not run; nothing is shown for it`,
    () => 'Write the text itself, or a variable of helpcentre.yml.',
    {
      why: 'What stands in braces is a program of the tool that the text was written for. What it would show is missing.',
      bad: { 'helpcentre.yml': 'flavour: docusaurus', 'content/a.md': '# A\n\nVersion {props.version}.' },
      good: { 'helpcentre.yml': 'flavour: docusaurus', 'content/a.md': '# A\n\nVersion 3.' },
    },
  ),
  'part-of-file': warning(
    (a: { written: string }) =>
      `${a.written} takes in part of another file, which helpcentre does not read; nothing is shown for it`,
    () => 'Write the text or code itself, or put it in a file of its own and take that in with ":::include".',
    {
      why: 'Another tool cuts lines or a region out of a file as it builds the page. helpcentre takes in whole texts only, so the part is missing.',
      bad: { 'helpcentre.yml': 'flavour: mkdocs', 'content/a.md': '# A\n\n--8<-- "start.md:2:3"' },
      good: { 'helpcentre.yml': 'flavour: mkdocs', 'content/a.md': '# A\n\nStart it.' },
    },
  ),
};
