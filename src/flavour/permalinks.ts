/** Where a tool has pages by its configuration, in place of their paths. */
export interface PermalinkRule {
  /** The folder of the pages; empty for all. */
  readonly folder: string;
  /** Its address, with names such as `:title` in it. */
  readonly pattern: string;
}

/** How a tool's configuration says the addresses of pages. */
export interface Permalinks {
  /** Names of the file, the likeliest first. */
  readonly files: readonly string[];
  /** Whether folders begin at the file, or at the content folder. */
  readonly from: 'file' | 'content';
  /** The innermost folder counts; none for a file that says nothing of it. */
  readonly rules: (text: string) => readonly PermalinkRule[];
}

/** What an address is made of. */
export interface PermalinkPage {
  /** From the folder of the rule on, without its ending. */
  readonly path: string;
  /** The innermost folder of the rule. */
  readonly folder: string;
  readonly title: string | null;
  readonly slug: string | null;
  /** `2024-01-31`. */
  readonly date: string | null;
}

/** A title as tools write it in addresses. */
const urlized = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s._/-]+/gu, '')
    .trim()
    .replace(/\s+/g, '-');

/**
 * The address of a page.
 *
 * @returns null where the pattern has a name that nothing is known for
 */
export function permalinkOf(pattern: string, { path, folder, title, slug, date }: PermalinkPage): string | null {
  const parts = path.replace(/\/_?index$/i, '').split('/');
  const last = parts.at(-1) ?? '';
  const post = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(last);
  const name = post?.[2] ?? last;
  const [year, month, day] = (date ?? post?.[1] ?? '').split('-');
  const words: Readonly<Record<string, string | null | undefined>> = {
    collection: folder.replace(/^_/, ''),
    section: folder.split('/')[0],
    sections: [folder, ...parts.slice(0, -1)].filter((part) => part !== '').join('/'),
    path: parts.join('/'),
    name,
    filename: name,
    contentbasename: name,
    slugorfilename: slug ?? name,
    slugorcontentbasename: slug ?? name,
    output_ext: '',
    year,
    month,
    day,
  };
  // Jekyll calls a page by its file, Hugo by its title.
  const called = folder.startsWith('_') ? name : title === null ? name : urlized(title);
  const known: typeof words = {
    ...words,
    slug: slug ?? called,
    title: folder.startsWith('_') ? (slug ?? name) : called,
  };
  const missing = [...pattern.matchAll(/:([a-z_]+)/g)].some(([, word = '']) => !known[word] && word !== 'output_ext');
  return missing ? null : pattern.replace(/:([a-z_]+)/g, (_, word: string) => known[word] ?? '');
}
