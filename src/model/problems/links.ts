import { error, warning } from './entry.ts';

/** Problems of links, and what Intercom has that Markdown cannot say. */
export const linksProblems = {
  'dead-link': error(
    (a: { target: string; nearest: string | null }) =>
      a.target === '' ? 'link without an address' : `link to "${a.target}", which does not exist`,
    (a) => (a.nearest === null ? 'Correct the path, or remove the link.' : `Did you mean "${a.nearest}"?`),
  ),
  'dead-anchor': error(
    (a: { target: string; anchor: string; nearest: string | null }) =>
      `link to "${a.target}", which has no heading "#${a.anchor}"`,
    (a) => (a.nearest === null ? 'Correct it, or link without the "#" part.' : `Did you mean "#${a.nearest}"?`),
  ),
  'anchor-moved': warning(
    (a: { anchor: string; heading: string }) =>
      `"#${a.anchor}" is not a heading, and Intercom keeps ids on headings only; the link goes to ${a.heading}`,
    () => 'Link to a heading.',
  ),
  'anchor-in-locale': warning(
    (a: { anchor: string; path: string }) =>
      `${a.path} has no heading that matches "#${a.anchor}"; the link goes to its top`,
    () => 'Give both headings the same id with {#my-id}.',
  ),
  'link-outside': error(
    (a: { target: string }) => `"${a.target}" leads out of the content folder`,
    () => 'Move the file into the content folder, or link to its address on the web.',
  ),
  'link-to-file': error(
    (a: { target: string }) => `link to the file "${a.target}": Intercom has no place to upload it`,
    () => 'Put the file on the web and link to its address there.',
  ),
  'link-to-skipped': error(
    (a: { target: string }) => `link to "${a.target}", which is not published (sync: false)`,
    () => 'Link to the address of the article, or let it be published.',
  ),
  'link-kept': warning(
    (a: { target: string }) =>
      a.target === ''
        ? 'a link without an address, as it is in Intercom'
        : `"${a.target}" leads to no source, and stays as it is in Intercom`,
    () => 'Write a link of Markdown in its place, or its text alone.',
  ),
  'stored-kept': warning(
    (a: { what: string }) => `${a.what} is kept because Intercom has it; a write may be refused`,
    () =>
      'Intercom takes videos of six hosts, and no table in a table or list. Say it in another way before you change the article.',
  ),
  undisplayable: warning(
    () =>
      'Intercom has a block here that its API does not give out: publishing would destroy it, so the article is never written',
    () =>
      'Go on editing this article in Intercom. To write it from here all the same, without that block, delete the mark.',
  ),
  'link-to-draft': warning(
    (a: { target: string }) => `link to "${a.target}", which is a draft: readers will not find it`,
    () => 'Publish that article too, or remove the link.',
  ),
  'bad-address': error(
    (a: { target: string; reason: string }) => `"${a.target}" ${a.reason}`,
    () => 'Write a full address such as https://example.com/page, or the path of a file.',
  ),
  'external-link-dead': warning(
    (a: { url: string; reason: string }) => `${a.url} ${a.reason}`,
    () => 'Correct the address, or remove the link.',
  ),
} as const;
