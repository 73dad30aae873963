import type { CalloutColor } from '../model/callout-kinds.ts';
import type { TextFlavour } from '../model/flavour-name.ts';
import type { Line } from './lines.ts';
import type { Navigation } from './navigation/navigation.ts';
import type { Permalinks } from './permalinks.ts';
import type { Tag, TagSyntax } from './tags.ts';

/** What a block of another tool is in ours. Titles are Markdown of one line. */
export type Becomes =
  | { readonly is: 'callout'; readonly color: CalloutColor; readonly title: string | null }
  | { readonly is: 'section'; readonly title: string; readonly id?: string }
  /** A section whose title is the `<summary>` in it. */
  | { readonly is: 'details' }
  /** One of several ways: a section where one may stand, else a part. With a language it is code as it is. */
  | { readonly is: 'tab'; readonly title: string; readonly id?: string; readonly language?: string }
  /** A line in bold, and what is below it; a picture stands above. */
  | { readonly is: 'part'; readonly title: string; readonly id?: string; readonly picture?: string }
  /** An item of a numbered list. */
  | { readonly is: 'step'; readonly title: string | null; readonly id?: string }
  /** An item of a list, its text in the first line. */
  | { readonly is: 'item'; readonly text: string }
  /** What is in it, behind an id that links may lead to. */
  | { readonly is: 'anchored'; readonly id: string }
  /** What is in it, and a line about it below. */
  | { readonly is: 'captioned'; readonly caption: string }
  /** What is in it, aligned. */
  | { readonly is: 'aligned'; readonly align: 'center' | 'right' | 'justify' }
  /** What is in it, alone. `stepsApart`: a step in it is no item, for it holds what no list may. */
  | { readonly is: 'content'; readonly stepsApart?: boolean }
  /** What is in it, with nothing in braces read. */
  | { readonly is: 'raw' }
  /** Code as it is. */
  | { readonly is: 'code'; readonly language: string; readonly title?: string }
  /** What a plug-in of the tool makes, which may be told by its name in `components`. */
  | { readonly is: 'made'; readonly by: string; readonly written: string }
  /** Part of another file, which is not taken in. */
  | { readonly is: 'elsewhere'; readonly written: string }
  /** Nothing: its tool would have to run it, which is said. */
  | { readonly is: 'program' }
  /** Lines of our dialect in place of all of it, content included. */
  | { readonly is: 'lines'; readonly lines: readonly string[] };

/** Where a block ends that a line has opened. */
export type Ending =
  /** At a line of its own kind: one of at least as many colons, or slashes. */
  | { readonly at: 'colons'; readonly count: number; readonly sign?: '/' }
  /** Before the first line that is indented less than the line that opens it and so many columns. */
  | { readonly at: 'indent'; readonly width: number }
  /** With the quote that it begins. */
  | { readonly at: 'quote' }
  /** At the next blank line. */
  | { readonly at: 'blank' }
  /** It is that line alone. */
  | { readonly at: 'once' };

/** A block that a line opens. */
export interface Opened {
  readonly becomes: Becomes;
  readonly ends: Ending;
  /** The first line of what is in it is its title. */
  readonly isTitled?: true;
  /** Text of the line that is content. */
  readonly rest?: string;
}

/** Says what a line opens, from the text behind its indentation on. */
export interface BlockRule {
  /** Text without which the rule is not asked. */
  readonly sign: string;
  readonly open: (line: string) => Opened | null;
}

/** Rewrites what stands in a line. */
export interface InlineRule {
  /** Text without which the rule is not asked. */
  readonly sign: string;
  /** With the flags `g` and `d`; code in the line does not match. */
  readonly pattern: RegExp;
  /** By groups, as written; null leaves it as it is. `line` is all of it. */
  readonly write: (groups: readonly string[], names: Names, line: string) => string | null;
  /** It is an expression of a program, which is said of it. */
  readonly isProgram?: true;
}

/** What the file gives a name to: imports of pictures and texts, by the name that they have in it. */
export type Names = ReadonlyMap<string, string>;

/** What a tag becomes that has a line, or several, to itself; null where it would have to be run. */
export type TagRule = (tag: Tag, content: readonly Line[]) => Becomes | null;

/** How the tags of a tool are read. */
export interface Tags {
  readonly syntax: TagSyntax;
  /** By name. */
  readonly blocks: Readonly<Record<string, TagRule>>;
  /** By name: what is written for one in a line of text. `content` is null for a tag without an end. */
  readonly inline: Readonly<Record<string, (tag: Tag, content: string | null) => string>>;
}

/** Which files are pages. */
export interface Files {
  /** Endings of names, without the dot. */
  readonly endings: readonly string[];
  /** What the page of a folder is called, without its ending, in small letters. */
  readonly index: readonly string[];
  /** Paths in the content folder that are no pages of their own: parts of others, or written by the tool. */
  readonly never: readonly RegExp[];
  /** Folders that begin with `_` hold pages like any other. */
  readonly underscored?: true;
  /** Texts beside the configuration may be put in: what is put in begins there. */
  readonly beside?: true;
  /** Where a page has its title from that gives none: its first heading of level 1, or its name alone. */
  readonly title: 'heading' | 'name';
  /** A page that begins with a heading of level 1 shows that; the title that it is given is for lists and the browser. */
  readonly ownHeading?: true;
  /** Files that say what a folder is called, as data. */
  readonly folders?: readonly string[];
  /** What the page of a folder is called that says its name too, without its ending. */
  readonly section?: string;
}

/** What the keys of front matter mean, by name. All others mean nothing to us, but for our own. */
export interface Keys {
  /** Titles, the first that is there. */
  readonly title: readonly string[];
  readonly description: readonly string[];
  /** `true`: the tool does not build the page. */
  readonly draft: readonly string[];
  /** `false`: the tool does not build the page. */
  readonly published: readonly string[];
  /** Addresses at which the tool has the page, besides the one of its path. */
  readonly addresses: readonly string[];
  /** Where a page without a text leads: it is no page, but an address. */
  readonly leads?: readonly string[];
  /** What the address may be made of besides the path, where the configuration says so. */
  readonly dated?: { readonly date: string; readonly slug: string };
  /** Where the page stands among others, as a number. */
  readonly order?: readonly string[];
  /** Titles of the pages above, outermost first; and what says that a page has others below it. */
  readonly parents?: { readonly above: readonly string[]; readonly hasBelow: string };
  /** The tool makes the page, or part of it, from what these name. */
  readonly generated?: readonly string[];
  /** `hero` and `features` are text that the tool shows, on pages of that layout alone where one is named. */
  readonly hero?: { readonly layout?: string };
  /** The address of a page that is none of the site's own: what the tool shows is a link. */
  readonly elsewhere?: readonly string[];
  /** Files of the page, which shortcodes call by the names that they have here. */
  readonly resources?: string;
  /** A key that stands twice has its last value. */
  readonly lastWins?: true;
  /** Whether it may be TOML, between `+++`. */
  readonly toml?: true;
  /** Whether lines of `key: value` at the start are it, without `---`. */
  readonly unfenced?: true;
}

/** Files that a tool puts into a text before it reads any of it. */
export interface Parts {
  /** Files that a text names, from the folder on that the tool begins in: it is the content folder, or above it. */
  readonly filesIn: (text: string) => readonly string[];
  /** The lines with the texts in them; `textOf` is null for a file that is not there. */
  readonly putIn: (lines: readonly Line[], textOf: (file: string) => string | null) => readonly Line[];
}

/** One tool's Markdown: what it reads into which construct of ours. */
export interface Flavour {
  readonly name: TextFlavour;
  /** As people write it: "MkDocs". */
  readonly title: string;
  readonly blocks: readonly BlockRule[];
  readonly inline: readonly InlineRule[];
  readonly tags: readonly Tags[];
  /** What stands between these is dropped, over several lines too. */
  readonly comments: readonly { readonly open: string; readonly close: string | RegExp }[];
  /** `import` and `export` at the start of a line are a program's, in files that end in one of these. */
  readonly modules: readonly string[];
  /** What stands between double braces, in all files, is a program's. */
  readonly interpolates?: true;
  /** The name that a fence's line gives to its code, from the text behind the fence; null for none. */
  readonly codeName?: (info: string) => string | null;
  /** Marks in code that only say how to show it. */
  readonly codeMarks?: readonly RegExp[];
  /** Code that its tool runs, by the text behind the fence: what comes of it is not known. */
  readonly codeRun?: RegExp;
  /**
   * Lines that show another file as code, or import from it what they show; its path their first group. `/` and `@/` are
   * the content folder, `@site/` that of the configuration.
   */
  readonly quotes?: RegExp;
  /** A line of code for which the tool puts in another file. */
  readonly codeOfFile?: RegExp;
  /** Files that are put in as they are. */
  readonly parts?: Parts;
  /**
   * Tags alone in their lines that list the pages below theirs; with the flags `g` and `m`. Groups: what stands before the
   * name, the name, the rest.
   */
  readonly listings?: RegExp;
  readonly files: Files;
  /** Its file of pages in order, where it is data. */
  readonly navigation?: Navigation;
  /** What its configuration says of the addresses of pages. */
  readonly permalinks?: Permalinks;
  readonly keys: Keys;
  /** Rewrites the lines before anything else is read, where what is meant shows only in several. */
  readonly before?: (lines: readonly Line[]) => readonly Line[];
}
