import { error, warning } from './entry.ts';

function whyNone(why: 'errors' | 'held' | 'gone' | 'not-chosen'): string {
  if (why === 'not-chosen') return 'is new, and is not published this time';
  if (why === 'gone') return 'was deleted in Intercom';
  return why === 'held' ? 'is held back and not in Intercom yet' : 'cannot be published';
}

/** Problems of links, and what Intercom has that Markdown cannot say. */
export const linksProblems = {
  'dead-link': error(
    (a: { target: string; nearest: string | null }) =>
      a.target === '' ? 'link without an address' : `link to "${a.target}", which does not exist`,
    (a) => (a.nearest === null ? 'Correct the path, or remove the link.' : `Did you mean "${a.nearest}"?`),
    {
      why: 'Readers would land on a page that does not exist.',
      bad: { 'content/a.md': '# A\n\nRead about [refunds](refund.md).', 'content/refunds.md': '# Refunds' },
      good: { 'content/a.md': '# A\n\nRead about [refunds](refunds.md).', 'content/refunds.md': '# Refunds' },
    },
  ),
  'link-to-folder': error(
    (a: { target: string; nearest: string | null }) => `link to "${a.target}", which is a folder and no article`,
    (a) => (a.nearest === null ? 'Link to an article in it.' : `Did you mean "${a.nearest}"?`),
    {
      why: 'A collection in Intercom has an address of its own, which no source names, so the link would lead nowhere.',
      bad: { 'content/a.md': '# A\n\nRead about [billing](billing/).', 'content/billing/refunds.md': '# Refunds' },
      good: {
        'content/a.md': '# A\n\nRead about [refunds](billing/refunds.md).',
        'content/billing/refunds.md': '# Refunds',
      },
    },
  ),
  'dead-anchor': error(
    (a: { target: string; anchor: string; nearest: string | null }) =>
      `link to "${a.target}", which has no heading "#${a.anchor}"`,
    (a) => (a.nearest === null ? 'Correct it, or link without the "#" part.' : `Did you mean "#${a.nearest}"?`),
    {
      why: 'The link opens the right article, but not the part that is meant.',
      bad: 'Read [how to start](#first-step).\n\n## First steps',
      good: 'Read [how to start](#first-steps).\n\n## First steps',
    },
  ),
  'anchor-moved': warning(
    (a: { anchor: string; heading: string }) =>
      `Intercom keeps ids on headings only, and "#${a.anchor}" is on none; the link goes to ${a.heading}`,
    () => 'Link to a heading.',
    {
      why: 'Intercom keeps ids on headings only, so the link goes to the heading above the anchor.',
      bad: 'See [prices](#prices).\n\n## Plans\n\nText.\n\n<a id="prices"></a>More text.',
      good: 'See [prices](#prices).\n\n## Prices',
    },
  ),
  'anchor-in-locale': warning(
    (a: { anchor: string; path: string }) =>
      `${a.path} has no heading that matches "#${a.anchor}"; the link goes to its top`,
    () => 'Give both headings the same id with {#my-id}.',
    {
      why: 'Headings get their ids from their text, which differs from one language to the next. The translation has no heading that matches.',
      bad: {
        'content/a.md': '# A\n\nText.\n\n## First steps\n\nMore.\n\n## Next',
        'content/a.fr.md': '# A\n\nTexte.',
        'content/b.md': '# B\n\nText.',
        'content/b.fr.md': '# B\n\nVoir [le début](a.md#first-steps).',
      },
      good: {
        'content/a.md': '# A\n\nText.\n\n## First steps {#start}',
        'content/a.fr.md': '# A\n\nTexte.\n\n## Premiers pas {#start}',
        'content/b.md': '# B\n\nText.',
        'content/b.fr.md': '# B\n\nVoir [le début](a.md#start).',
      },
    },
  ),
  'link-outside': error(
    (a: { target: string; isOnSite?: boolean }) => `"${a.target}" leads out of the content folder`,
    (a) =>
      a.isOnSite === true
        ? 'Say where the site is with "siteUrl:" in helpcentre.yml, or link to the whole address.'
        : 'Move the file into the content folder, or link to its address on the web.',
    {
      why: 'Only the content folder is published; a file outside it has no address.',
      bad: 'Read the [licence](../LICENSE.md).',
      good: 'Read the [licence](https://example.com/licence).',
    },
  ),
  'link-to-file': error(
    (a: { target: string; isPage: boolean; isServed: boolean }) =>
      a.isPage
        ? `link to "${a.target}", which is a page that is not published`
        : `link to the file "${a.target}": Intercom has no place to upload it`,
    (a) =>
      a.isPage
        ? 'Publish it too, or link to its address on the web.'
        : a.isServed
          ? 'Set "siteUrl" in helpcentre.yml to link to it on the site, or put the file elsewhere on the web.'
          : 'Put the file on the web and link to its address there.',
    {
      why: "Intercom's API takes images and nothing else, so the file would not be there.",
      bad: { 'content/a.md': '# A\n\nDownload the [form](form.pdf).', 'content/form.pdf': '(a PDF)' },
      good: { 'content/a.md': '# A\n\nDownload the [form](https://example.com/form.pdf).' },
    },
  ),
  'link-to-skipped': error(
    (a: { target: string; layout?: string | undefined }) =>
      a.layout === undefined
        ? `link to "${a.target}", which is not published (sync: false)`
        : `link to "${a.target}", which has no text of its own ("${a.layout}") and is not published`,
    () => 'Link to the address of the article, or publish it from here.',
    {
      why: 'The article has "sync: false", so it is not published from here and helpcentre does not know its address.',
      bad: {
        'content/a.md': '# A\n\nRead about [refunds](refunds.md).',
        'content/refunds.md': '---\ntitle: Refunds\nsync: false\n---\n\nText.',
      },
      good: {
        'content/a.md': '# A\n\nRead about [refunds](refunds.md).',
        'content/refunds.md': '---\ntitle: Refunds\n---\n\nText.',
      },
    },
  ),
  'link-kept': warning(
    (a: { target: string }) =>
      a.target === ''
        ? 'a link without an address, kept as it is in Intercom'
        : `"${a.target}" leads to none of the sources and is kept as it is in Intercom`,
    () => 'Replace it with a Markdown link, or with its text alone.',
    {
      why: 'The link came from Intercom and leads to none of the sources. It is left alone, since only you know where it should go.',
      bad: '<a href="../old/page.md" class="intercom-content-link">An old page</a>',
      good: '[A new page](https://example.com/page)',
    },
  ),
  'stored-kept': warning(
    (a: { what: string }) => `${a.what} is kept because Intercom has it; a write may be refused`,
    () =>
      'Intercom takes videos of six hosts, and no table in a table or list. Rewrite it before you change the article.',
    {
      why: 'Intercom stores this block but may refuse it when the article is written. It is kept so that nothing is lost in the meantime.',
      bad: '<div class="intercom-h2b-video" data-kept><iframe src="https://player.example.com/42"></iframe></div>',
      good: '[Watch the video](https://player.example.com/42)',
    },
  ),
  'carrier-broken': error(
    () => 'the data of this intercom-block is not whole: Intercom could not tell which block it is',
    () => 'Restore the line as "helpcentre import" wrote it, or delete it to publish the article without that block.',
    {
      why: 'The data stands for a block that only Intercom can show. It is base64 in one line, and nobody but Intercom can read it.',
      bad: 'Text.\n\n::intercom-block{data="eyJ0 eXBl"}',
      good: 'Text.\n\n::intercom-block{data="eyJ0eXBlIjoiY2FyZCJ9"}',
    },
  ),
  undisplayable: warning(
    () =>
      'Intercom has a block here that its API does not give out: publishing would destroy it, so the article is never written',
    () =>
      'Go on editing this article in Intercom. To write it from here all the same, without that block, delete the mark.',
    {
      why: "Some blocks exist only in Intercom's editor: its API gives a placeholder instead. Writing the article would replace the block by that placeholder.",
      bad: 'Text.\n\n<!-- undisplayed: Intercom has a block here that it does not give out. -->',
      good: 'Text.',
    },
  ),
  'link-to-draft': warning(
    (a: { target: string }) => `link to "${a.target}", which is a draft: readers will not find it`,
    () => 'Publish that article too, or remove the link.',
    {
      why: 'Readers cannot open drafts, so the link would show them an error.',
      bad: {
        'content/a.md': '---\ntitle: A\nstate: published\n---\n\nRead about [refunds](refunds.md).',
        'content/refunds.md': '---\ntitle: Refunds\nstate: draft\n---\n\nText.',
      },
      good: {
        'content/a.md': '---\ntitle: A\nstate: published\n---\n\nRead about [refunds](refunds.md).',
        'content/refunds.md': '---\ntitle: Refunds\nstate: published\n---\n\nText.',
      },
    },
  ),
  'link-without-article': warning(
    (a: { target: string; why: 'errors' | 'held' | 'gone' | 'not-chosen' }) =>
      `link to ${a.target}, which ${whyNone(a.why)}: readers see its text without the link`,
    (a) =>
      a.why === 'gone'
        ? 'Remove the link, or create the article again with --on-drift overwrite.'
        : a.why === 'not-chosen'
          ? `Publish ${a.target} along with it, or later: that publish puts the link in.`
          : `${a.why === 'errors' ? 'Fix the errors of' : 'Settle what holds back'} ${a.target}; the next publish puts the link in.`,
    {
      why: 'The article that is linked to is not in Intercom and cannot be published now, so there is no address. The article with the link is published all the same.',
      bad: {
        'content/a.md': '# A\n\nRead about [refunds](refunds.md).',
        'content/refunds.md': '# Refunds\n\n![A receipt](receipt.png)',
      },
      good: {
        'content/a.md': '# A\n\nRead about [refunds](refunds.md).',
        'content/refunds.md': '# Refunds\n\nText.',
      },
    },
  ),
  'bad-address': error(
    (a: { target: string; reason: string }) => `"${a.target}" ${a.reason}`,
    () => 'Write a full address such as https://example.com/page, or the path of a file.',
    {
      why: 'Intercom only takes addresses that a browser can open safely.',
      bad: '[Open the app](javascript:start())',
      good: '[Open the app](https://example.com/start)',
    },
  ),
  'external-link-dead': warning(
    (a: { url: string; reason: string }) => `${a.url} ${a.reason}`,
    () => 'Correct the address, or remove the link.',
    {
      why: 'The page was not there when "check --check-links" asked for it, on two days at least. Readers would see an error.',
      bad: 'Read the [terms](https://example.com/trems).',
      good: 'Read the [terms](https://example.com/terms).',
    },
  ),
} as const;
