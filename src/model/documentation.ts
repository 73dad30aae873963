/** Where the documentation is. A test compares it with the repository's address in package.json. */
const documentation = 'https://github.com/helpcentre/helpcentre/blob/HEAD/docs';

/** A page of the documentation: the folder has it, and a test looks. */
export type DocumentationPage =
  | 'guides/action'
  | 'guides/bitbucket'
  | 'guides/gitlab'
  | 'reference/audit'
  | 'reference/dialect'
  | 'reference/flavours'
  | 'reference/intercom-sync'
  | 'reference/problems'
  | 'reference/sandbox';

/** Address of a page of the documentation: whoever has the package alone can open it. */
export function pageAddress(page: DocumentationPage): string {
  return `${documentation}/${page}.md`;
}
