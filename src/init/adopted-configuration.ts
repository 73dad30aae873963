import { scalar } from './scalar.ts';

/** What was found of a repository that another tool's texts are in. */
export interface Adopted {
  readonly flavour: string;
  readonly content: string;
  /** null: the default. */
  readonly locale: string | null;
  readonly locales: string;
  readonly roots: readonly string[];
  readonly siteUrl: string | null;
  readonly base: string;
  /** Folders in the content folder that are left out. */
  readonly ignored: readonly string[];
  /** Whether pages show pictures that are files. */
  readonly hasPictures: boolean;
  /** How Intercom gets them: `host: github`. */
  readonly imageHost: string;
  /** Keys of front matter that mean something else than ours; absent for none. */
  readonly foreign?: readonly string[];
  /** The page of a folder is an article there; absent where the tool has it so, or none is. */
  readonly readmes?: 'articles';
  /** Codes of errors that would keep articles out, and become warnings. */
  readonly lowered: readonly string[];
}

const most = 10;

/** The text of `helpcentre.yml` for a repository as it is: at most ten settings. */
export function adoptedConfiguration(found: Adopted): string {
  const {
    flavour,
    content,
    locale,
    locales,
    roots,
    siteUrl,
    base,
    ignored,
    lowered,
    hasPictures,
    imageHost,
    foreign = [],
    readmes,
  } = found;
  const inRoots = roots.length === 0 ? [] : [`roots: [${roots.map(quoted).join(', ')}]`];
  const lines: readonly (string | null)[] = [
    `flavour: ${flavour}`,
    `content: ${scalar(content)}`,
    locale === null || locale === 'en' ? null : `locale: ${scalar(locale)}`,
    locales === 'suffix' ? null : `locales: ${locales}`,
    // Pictures that are files have to be fetched from somewhere; a sandbox takes them from here all the same.
    hasPictures || roots.length > 0 ? `images: { ${[imageHost, ...inRoots].join(', ')} }` : null,
    siteUrl === null ? null : `siteUrl: ${scalar(siteUrl)}`,
    base === '/' ? null : `base: ${scalar(base)}`,
    readmes === undefined ? null : `readmes: ${readmes}`,
    ignored.length === 0 ? null : `ignore: [${ignored.map(quoted).join(', ')}]`,
    foreign.length === 0 ? null : `frontMatter: { ignore: [${foreign.map(quoted).join(', ')}] }`,
    lowered.length === 0 ? null : `problems: { ${lowered.map((code) => `${code}: warning`).join(', ')} }`,
    'state: draft',
  ];
  const set = lines.filter((line) => line !== null);
  // The last is the default, and only there to be seen.
  return `${set.slice(0, most).join('\n')}\n`;
}

/** A path in a list in one line, where commas and brackets count. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : JSON.stringify(path);
}
