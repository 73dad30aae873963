import type { ApiVersion } from './api-version.ts';
import type { ContentPath, Locale, Spacing, State } from './article.ts';
import type { FlattenSettings } from './flatten.ts';
import type { ComponentChoice, FlavourName, Layout, TextFlavour } from './flavour-name.ts';
import type { LocaleLayout } from './language-folder.ts';
import type { Fin } from './reach.ts';
import type { Target, TargetSettings } from './target.ts';
import type { VariableFile } from './variables.ts';

/** What `helpcentre.yml` says, defaults filled in. */
export interface Settings extends FlattenSettings {
  /** Folder of the sources, relative to the configuration file. */
  readonly content: string;
  readonly locale: Locale;
  /** How the files of languages lie. */
  readonly locales: LocaleLayout;
  /** Whose layout of files it is. */
  readonly layout: Layout;
  /** The tool whose Markdown the sources are. */
  readonly flavour: FlavourName;
  /** Whether pages that the tool's navigation does not list are articles; null: as the tool has it. */
  readonly pages: 'all' | 'navigation' | null;
  /** Whether the `README.md` of a folder is an article; null: as the tool has it. */
  readonly readmes: 'articles' | 'none' | null;
  /** What components, shortcodes and tags of that tool are, by name. */
  readonly components: Readonly<Record<string, ComponentChoice>>;
  /** Address of the site that the sources are built into today: pages of it that are no sources are linked to there. */
  readonly siteUrl: string | null;
  /** Path at which that site has the content folder: `/docs/`. */
  readonly base: string;
  readonly region: 'us' | 'eu' | 'au';
  readonly apiVersion: ApiVersion;
  readonly helpCentre: string | null;
  readonly author: string | null;
  readonly state: State;
  readonly removed: 'unpublish' | 'delete' | 'keep';
  readonly onDrift: 'fail' | 'keep' | 'overwrite';
  /** Share of the managed articles, 0 to 1, that one run may remove. */
  readonly maxRemovals: number;
  readonly images: ImageSettings;
  /** Values of `{{name}}`: one for all languages, or one for each. */
  readonly variables: Readonly<Record<string, string | Readonly<Record<Locale, string>>>>;
  /** Files of the product that have more of them. */
  readonly variablesFrom: readonly VariableFile[];
  /** What becomes of a translation whose original changed since it was made. */
  readonly staleTranslations: 'keep' | 'warn' | 'fail' | 'unpublish';
  /** What is staged when it is published, and released later: everything, or some files and folders. */
  readonly stage: true | readonly ContentPath[];
  /** Which of Fin's agents may answer with an article, where neither it nor a folder around it says. */
  readonly fin: Fin;
  /** For which audiences, and under which tags; null: as they are in Intercom. */
  readonly audiences: readonly string[] | null;
  readonly tags: readonly string[] | null;
  /** Whether a tag that the workspace does not have is made. */
  readonly createTags: boolean;
  /** How much space stands between blocks, where neither the source nor a folder around it says. */
  readonly spacing: Spacing;
  /** Globs of files in the content folder that are no sources. */
  readonly ignore: readonly string[];
  readonly frontMatter: { readonly ignore: readonly string[]; readonly rename: Readonly<Record<string, string>> };
  /** What becomes of advice on how something is written. */
  readonly writing: 'off' | 'warning' | 'error';
  /** Words that are used, with those that are not used for them: of the first language, or by language. */
  readonly terms: Terms;
  /** Severities other than the catalogue's, by problem code. */
  readonly problems: Readonly<Record<string, 'error' | 'warning' | 'off'>>;
  /** Hosts that `import` may download images from besides Intercom's own, over https. */
  readonly import: { readonly imageHosts: readonly string[] };
  /** Threads that compile; null: as many as there are cores, where they pay. */
  readonly threads: number | null;
  /** Where sources went, for moves too changed to be recognised: old path → new path. */
  readonly moved: Readonly<Record<ContentPath, ContentPath>>;
  /** Workspaces that the repository is published to, by name; none where there is one that nobody names. */
  readonly targets: Readonly<Record<string, TargetSettings>>;
  /** The one that this run is for, its settings in place of the others; absent where none is named. */
  readonly target?: Target;
}

/** The word that is used, and the words that it stands for: `log in` → `login to`, `sign in`. */
type TermList = Readonly<Record<string, readonly string[]>>;

/** Terms of the first language, and below the name of a language those of that one. */
type Terms = Readonly<Record<string, readonly string[] | TermList>>;

/** Whether `{{name}}` means anything: without variables, braces are braces. */
export function hasVariables({ variables, variablesFrom }: Pick<Settings, 'variables' | 'variablesFrom'>): boolean {
  return Object.keys(variables).length > 0 || variablesFrom.length > 0;
}

/** The Markdown that texts are in: that of the tool, or Intercom's own where the layout is. */
export function textFlavourOf({ layout, flavour }: Pick<Settings, 'layout' | 'flavour'>): TextFlavour {
  return layout === 'intercom-sync' ? layout : flavour;
}

/** How a local image becomes reachable, and where else images are. */
export type ImageSettings = ImageHostSettings & {
  /** Folders beside the configuration where addresses that begin with `/` are looked for; absent for none. */
  readonly roots?: readonly string[];
  /** Whether addresses of pictures are asked for before they are sent; `strict`: an article waits for all of them. Absent: on. */
  readonly check?: 'on' | 'strict' | 'off';
};

/** How a local image becomes reachable while Intercom fetches it. */
type ImageHostSettings =
  | { readonly host: 'none' }
  | { readonly host: 'github' }
  | { readonly host: 'url'; readonly template: string }
  | {
      readonly host: 's3';
      readonly bucket: string;
      readonly region: string;
      readonly endpoint: string | null;
      readonly prefix: string;
    };
