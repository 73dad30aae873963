/**
 * The normal form in which two bodies are compared. Two bodies have the same one when Intercom makes the same
 * of them on save, or when what is left between them cannot be seen. It is HTML of Intercom's own vocabulary;
 * the canonical form of a canonical form is itself.
 *
 * Headings: ids do not count, and of the content only the text does, in one line: Intercom strips the rest.
 * All levels move up until the shallowest is h1; h5 and h6 close up (`settleHeadingLevels`).
 *
 * Paragraphs: text outside a block is one. Each line of one, between `<br>`s, is a paragraph of its own: the
 * two look the same, since Intercom's paragraphs have no margin. A line with nothing to be seen in it (white
 * space, U+00A0, U+200B, U+FEFF) is an empty paragraph, which is space and counts, but for those that end the
 * body. A `<br>` that ends a paragraph shows nothing; `<br>` and U+200B show an empty line. `blockquote`,
 * `div` and other groups are unwrapped.
 *
 * Text: every character with what it looks like counts; how elements are put around it does not. `strong` is
 * `b`, `em` is `i`, bold beside bold is one, bold in italic is italic in bold, elements without content are
 * nothing. A newline is a space, runs of spaces are one, spaces at the ends of a line are none; U+00A0 is no
 * space. A space at the edge of bold, italic or a link, U+00A0 too, stands outside. U+200B and U+FEFF beside other text
 * are nothing, but in code, and U+200B in scripts that are written without spaces. Character references are the
 * characters. The `#` that Intercom puts before `{{x}}` is nothing.
 *
 * Links: `target`, `rel` and Intercom's class do not count; what is not ASCII in a `#fragment` is
 * percent-encoded; signatures on Intercom's own hosts are taken off (`withoutSignature`).
 *
 * Lists and cells: text straight in one is a paragraph. One that is empty holds an empty paragraph.
 *
 * Tables: `th` is `td`, `thead` is `tbody`, `role` does not count, nor does the container. White space
 * between container and table is an empty paragraph on that side: Intercom makes one.
 *
 * Images, videos, buttons: a block of their own, wherever they stand; the container only says how they are
 * aligned. White space after an image outside any element is an empty paragraph. Signatures of addresses,
 * `height: auto`, an empty `alt`, and the flags that Intercom puts on `iframe` do not count.
 *
 * Code: always `pre` around `code`, without a language, a newline being a `<br>`. Nothing else is touched in
 * it.
 *
 * Everywhere: order of attributes, spelling of colours and styles, `no-margin`, `intercom-align-left`, white
 * space between blocks, comments. Attributes and classes that are not known do count.
 *
 * A newline in code that was sent is deleted by Intercom: that is a loss, not an equivalence, and the forms
 * differ.
 *
 * @param html any HTML, symbolic links and all. What is nested more than 256 deep, or has more than 12 marks
 *    around one text, is its own canonical form, to the byte: such bodies are equal only to themselves
 */
declare function canonical(html: string): string;

/** A stream that text is written to. */
interface Sink {
    /** Writes text as it is. */
    write(text: string): void;
    /** Whether a person watches: colours, prompts and live progress depend on it. */
    readonly isTTY: boolean;
    /** Width in columns; 80 where it is not known. */
    readonly columns: number;
}
/** A question that was asked over the network, and its answer. */
interface HeardAnswer {
    readonly method: string;
    readonly url: string;
    /** All that were sent, the token's too: for comparing, never for keeping. */
    readonly headers: Readonly<Record<string, string>>;
    /** Name of the variable of the environment that the token came from. */
    readonly tokenVariable: string;
    readonly status: number;
    readonly body: Uint8Array;
}
/**
 * What a run may touch. `run(argv, host)` gets the real one from `cli.ts` and an invented one in tests, so
 * the whole program can be run in memory with exact output and exit code.
 */
interface Host {
    /** Absolute path of the working folder. */
    readonly cwd: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly stdout: Sink;
    readonly stderr: Sink;
    /** Reads standard input to its end (`--token-stdin`). */
    readStdin(): Promise<string>;
    /** Asks a yes/no question on the terminal; only called when `interactive`. */
    confirm(question: string): Promise<boolean>;
    /** Whether questions may be asked. */
    readonly interactive: boolean;
    /** Milliseconds since the epoch. */
    now(): number;
    /**
     * The same for whoever only asks which of some moments have passed: what comes of that is the same until the next of
     * them. Absent: `now` tells it.
     *
     * @param moments milliseconds since the epoch
     */
    nowAmong?(moments: readonly number[]): number;
    /**
     * Milliseconds in which the program has had nothing to do so far: what came in the others may have come before it was
     * looked at. Absent: nobody knows.
     */
    idled?(): number;
    /** Waits; rejects when the signal is aborted. */
    sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
    /** Told of every whole answer of Intercom, for whoever may ask the same again. */
    hears?(heard: HeardAnswer): void;
    /** A number in [0, 1), for jitter. */
    random(): number;
    /** Aborted when the person asks to stop (Ctrl-C, SIGTERM). */
    readonly signal: AbortSignal;
    /** Where the run may keep what the next one would make again; absent: nowhere. */
    readonly keeps?: Keeping;
    /** The program's own file, which compiles when it is started as a thread; absent: everything runs in one. */
    readonly threads?: URL;
}
/** How a run keeps what the next one would make again. */
interface Keeping {
    /** Tells one state of the program from another: nothing that another one made is trusted. */
    readonly build: string;
    /** Does something when the command is done, however it ended. */
    readonly atEnd: (task: () => Promise<void>) => unknown;
}

/**
 * Runs the program: parses the arguments, carries out one command, and prints the one error it may end with.
 * Everything the run touches comes through the host.
 *
 * @param argv arguments without the node binary and the script
 * @returns the exit code: 0 done; 1 something failed or was held back; 2 there are changes
 *   (`--detailed-exitcode`); 64 wrong usage
 */
declare function run(argv: readonly string[], given: Host): Promise<number>;

/** A locale as Intercom spells it: `en`, `pt-BR`. Never use one as a bare object key without a prototype-free map. */
type Locale = string;
/** `sha256-` and 64 hexadecimal digits. For images the digits are what `sha256sum` prints. */
type Fingerprint = string;
/** A path inside the content folder: forward slashes, no leading `./`, never leaves the folder. */
type ContentPath = string;
/** Whether readers can see an article. */
type State = 'published' | 'draft';
/**
 * Which blocks have an empty paragraph between them: as most writers do it, all of them, or none.
 */
type Spacing = 'normal' | 'airy' | 'tight';
/**
 * A body in Intercom's HTML whose links to articles and images are still symbolic: `helpcentre:` URLs that
 * `body/references.ts` makes, lists and resolves. One line.
 */
type SymbolicHtml = string;

/**
 * Who an article is for. `public`: the readers of a help centre. `internal`: teammates and Fin. `snippet`: Fin alone, and
 * no page shows it. The API keeps each in a place of its own, and turns none into another.
 */
type ArticleType = 'public' | 'internal' | 'snippet';
/** Those that no help centre has. They have one text each: no state, no collection, no translations, no address. */
type UnlistedType = Exclude<ArticleType, 'public'>;

/** Where in a file something stands. Lines and columns count from 1. */
interface Place {
    /** Path as a person would open it: relative to the working folder. */
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine?: number;
    readonly endColumn?: number;
}
/** New text for a place; a place without an end is where text is put in. Column 0 of line 1 is the byte order mark. */
interface Edit$1 {
    readonly place: Place;
    readonly text: string;
}
/** What puts a problem right, all of it or nothing. */
interface Fix {
    /** What is done, as an order: `remove the heading`. */
    readonly description: string;
    readonly edits: readonly Edit$1[];
    /** Files of which every line end becomes LF: an edit for each line would be longer than the file. */
    readonly lineEnds?: readonly string[];
}

/** Which of Fin's agents may answer with an article. What is absent is left as it is in Intercom. */
interface Fin {
    readonly chatbot?: boolean;
    readonly copilot?: boolean;
    readonly sales?: boolean;
}
/** Names of audiences or tags, or their ids, and where they stand. */
interface Labels {
    readonly names: readonly string[];
    readonly place?: Place;
}
/**
 * How far an article reaches besides the help centre: who Fin answers with it, for which audiences, and the tags that
 * it is found by. What no source names is absent, and stays as somebody set it in Intercom.
 */
interface Reach {
    readonly fin?: Fin;
    readonly audiences?: Labels;
    readonly tags?: Labels;
}
/** Where the configuration names audiences and tags. */
interface ReachPlaces {
    readonly audiences?: Place;
    readonly tags?: Place;
}
/** The same as last published, with the id that each name stood for. */
interface RecordedReach {
    readonly fin?: Fin;
    readonly audiences?: Readonly<Record<string, string>>;
    readonly tags?: Readonly<Record<string, string>>;
}
/** An audience or a tag of the workspace. */
interface Label {
    readonly id: string;
    readonly name: string;
}

/** Levels of collections that Intercom has. */
declare const maxLevels = 3;
/** Names of a collection and the sections inside it, from the root: `["Billing", "Invoices"]`, 1 to 3 long. */
type CollectionTrail = readonly string[];
/** Where a collection is: its trail, in one help centre. */
interface CollectionAddress {
    /** As a `_collection.yml` names it; null for the help centre of `helpcentre.yml`. */
    readonly helpCentre: string | null;
    readonly trail: CollectionTrail;
}
/**
 * A collection's address as one string: its key in the lockfile. `"Billing > Invoices"`, and in another help centre than
 * that of `helpcentre.yml` `"[acme-fr] Billing > Invoices"`.
 */
type CollectionKey = string;
/** What of a collection is compared on its own: in other languages than the sources' own under the name of the language. */
type CollectionField = 'name' | 'description' | 'place' | `${Locale}.name` | `${Locale}.description`;
/** A folder that is a collection, or a section inside one. */
interface FolderCollection {
    /** Without the folder of a language. */
    readonly folder: ContentPath;
    /** Its `_collection.yml`, where that is not in it: in the folder of the first language. */
    readonly file?: ContentPath;
    /** Those of other languages, by locale. */
    readonly localeFiles?: Readonly<Record<Locale, ContentPath>>;
    /** How its file spells locales under `translations`, where not as Intercom does. */
    readonly spelling?: Readonly<Record<Locale, string>>;
    readonly name: string;
    readonly description?: string;
    readonly order?: number;
    readonly icon?: string;
    /** Where its file says them, for what only the workspace shows. */
    readonly places?: CollectionPlaces;
    /** Identifier or id of the help centre that it is in, where that is not the one of `helpcentre.yml`. Top folders only. */
    readonly helpCentre?: string;
    /** It is no collection: what is in it is in the folder above. */
    readonly inParent?: boolean;
    /** How much space stands between blocks in the articles in it, and in the folders below. */
    readonly spacing?: Spacing;
    /** Of the articles in it, and in the folders below. */
    readonly fin?: Fin;
    readonly audiences?: readonly string[];
    readonly tags?: readonly string[];
    /** Globs of the code that the articles in it are about, from the root of the git repository. */
    readonly sources?: readonly string[];
    readonly translations: Readonly<Record<Locale, {
        readonly name: string;
        readonly description?: string;
    }>>;
}
/** Where a `_collection.yml` says what is only later seen to be wrong or without effect. */
interface CollectionPlaces {
    readonly order?: Place;
    readonly icon?: Place;
    readonly audiences?: Place;
    readonly tags?: Place;
    readonly sources?: Place;
    readonly name?: Place;
    readonly description?: Place;
    readonly translations?: Readonly<Record<Locale, Place>>;
}

/** What an old address leads to, in the words of the sources. */
type RedirectTarget = {
    readonly article: ContentPath;
} | {
    readonly collection: CollectionKey;
};
/** An entry of `redirects.yml`. */
interface RedirectLine {
    /** As written: absolute, or a path below the address of the help centre. */
    readonly from: string;
    /** Path of a source, or a collection by its folder or name. */
    readonly redirectTo: string;
    /** Language of the text that it leads to; absent for whatever its address says. */
    readonly locale?: Locale;
    readonly places: {
        readonly from: Place;
        readonly redirectTo: Place;
    };
}
/** What `redirects.yml` says. `unread`: something that cannot be read, so that nobody knows what is to go. */
type RedirectLines = readonly RedirectLine[] | 'unread';
/** An old address of which the sources say where it leads. */
interface DesiredRedirect {
    /** As written: absolute, or a path below the address of the help centre. */
    readonly from: string;
    /** Language of the text that it leads to. */
    readonly locale: Locale;
    /** null: something is wrong there, and whatever the address leads to by now stays. */
    readonly target: RedirectTarget | null;
    readonly place?: Place;
}
/** What a redirect leads to in Intercom. */
interface RedirectGoal {
    readonly targetType: 'article' | 'collection';
    readonly targetId: string;
}
/** A redirect that we made, or that was there as a source has it. */
interface RecordedRedirect extends RedirectGoal {
    readonly id: string;
    /** Language that it was asked for in: Intercom takes another one where the article has no such text. */
    readonly locale: Locale;
}
/** A redirect in Intercom now. */
interface RemoteRedirect extends RedirectGoal {
    readonly id: string;
    readonly helpCentreId: string;
    /** Path and query below the address of the help centre, as in `redirectKey`. */
    readonly address: string;
    readonly locale: Locale;
}

/** The tools whose Markdown is read; `github` is our own dialect. */
declare const flavourNames: readonly ["github", "docusaurus", "starlight", "mkdocs", "gitbook", "mintlify", "hugo", "jekyll", "obsidian", "vitepress"];
type FlavourName = (typeof flavourNames)[number];
/** How repositories are laid out: in files of ours or another tool's, or as Intercom's own connector writes them. */
declare const layouts: readonly ["files", "intercom-sync"];
type Layout = (typeof layouts)[number];
/** The Markdown of a text: that of a tool, or that of Intercom's connector, which comes with its layout alone. */
type TextFlavour = FlavourName | 'intercom-sync';
/** What a component, shortcode or tag that is not known may be taken for. */
declare const componentChoices: readonly ["unwrap", "drop", "callout", "section"];
type ComponentChoice = (typeof componentChoices)[number];

declare const kinds: {
    readonly 'kramdown-attributes': {
        readonly what: "a list of attributes";
        readonly tool: "Jekyll";
        readonly flavours: readonly ["jekyll", "mkdocs"];
        readonly mark: "{: .class }";
        readonly instead: "Leave it out. \"> [!NOTE]\" makes a callout.";
    };
    readonly liquid: {
        readonly what: "a Liquid tag";
        readonly tool: "Jekyll";
        readonly flavours: readonly ["jekyll"];
        readonly mark: "{% … %}";
        readonly instead: "Write what it shows. \":::include{file=…}\" takes in another text.";
    };
    readonly 'gitbook-block': {
        readonly what: "a block";
        readonly tool: "GitBook";
        readonly flavours: readonly ["gitbook"];
        readonly mark: "{% hint %}";
        readonly instead: "Write \"> [!NOTE]\" for a hint, <details> for what opens, and a link for what leads elsewhere.";
    };
    readonly shortcode: {
        readonly what: "a shortcode";
        readonly tool: "Hugo";
        readonly flavours: readonly ["hugo"];
        readonly mark: "{{< … >}}";
        readonly instead: "Write what it shows: \"> [!NOTE]\" for a callout, ![text](file) for a figure.";
    };
    readonly 'wiki-link': {
        readonly what: "a link";
        readonly tool: "Obsidian";
        readonly flavours: readonly ["obsidian"];
        readonly mark: "[[…]]";
        readonly instead: "Write [text](file.md), or ![text](file.png) for an image.";
    };
    readonly 'wiki-comment': {
        readonly what: "a comment";
        readonly tool: "Obsidian";
        readonly flavours: readonly ["obsidian"];
        readonly mark: "%%…%%";
        readonly instead: "Write <!-- comment -->.";
    };
    readonly 'colon-admonition': {
        readonly what: "an admonition";
        readonly tool: "Docusaurus and Starlight";
        readonly flavours: readonly ["docusaurus", "starlight"];
        readonly mark: ":::note";
        readonly instead: "Write \"> [!NOTE]\", with the text below it behind \">\".";
    };
    readonly container: {
        readonly what: "a container";
        readonly tool: "VitePress";
        readonly flavours: readonly ["vitepress"];
        readonly mark: "::: tip";
        readonly instead: "Write \"> [!NOTE]\", with the text below it behind \">\".";
    };
    readonly 'container-details': {
        readonly what: "a collapsible block";
        readonly tool: "VitePress";
        readonly flavours: readonly ["vitepress"];
        readonly mark: "::: details";
        readonly instead: "Write <details> with a <summary>.";
    };
    readonly 'part-of-file': {
        readonly what: "a part of another file";
        readonly tool: "VitePress";
        readonly flavours: readonly ["vitepress"];
        readonly mark: "<<< @/…";
        readonly instead: "Write the code itself.";
    };
    readonly 'include-comment': {
        readonly what: "an include";
        readonly tool: "VitePress";
        readonly flavours: readonly ["vitepress"];
        readonly mark: "<!--@include: …-->";
        readonly shown: "nothing is shown for it";
        readonly instead: "Write \":::include{file=…}\".";
    };
    readonly component: {
        readonly what: "a component";
        readonly tool: "MDX";
        readonly flavours: readonly ["docusaurus", "mintlify", "starlight"];
        readonly mark: "<Component>";
        readonly instead: "Write \"> [!NOTE]\" for a callout, <details> for what opens.";
    };
    readonly 'mintlify-component': {
        readonly what: "a component";
        readonly tool: "Mintlify";
        readonly flavours: readonly ["mintlify"];
        readonly mark: "<Note>";
        readonly instead: "Write \"> [!NOTE]\" for a callout, <details> for what opens.";
    };
    readonly 'starlight-component': {
        readonly what: "a component";
        readonly tool: "Starlight";
        readonly flavours: readonly ["starlight"];
        readonly mark: "<Aside>";
        readonly instead: "Write \"> [!NOTE]\", with the text below it behind \">\".";
    };
    readonly aside: {
        readonly what: "a component";
        readonly tool: "Starlight";
        readonly flavours: readonly ["starlight"];
        readonly mark: "<Aside>";
        readonly instead: "Write \"> [!NOTE]\", with the text below it behind \">\".";
        readonly shown: "only what is in it is shown";
    };
    readonly 'docusaurus-component': {
        readonly what: "a component";
        readonly tool: "Docusaurus";
        readonly flavours: readonly ["docusaurus"];
        readonly mark: "<TabItem>";
        readonly instead: "Write <details> with a <summary>.";
    };
    readonly module: {
        readonly what: "a line of a program";
        readonly tool: "MDX";
        readonly flavours: readonly ["docusaurus", "mintlify", "starlight"];
        readonly mark: "import … from";
        readonly instead: "Leave it out.";
    };
    readonly 'mdx-comment': {
        readonly what: "a comment";
        readonly tool: "MDX";
        readonly flavours: readonly ["docusaurus", "mintlify", "starlight"];
        readonly mark: "{/* … */}";
        readonly instead: "Write <!-- comment -->.";
    };
    readonly 'fenced-admonition': {
        readonly what: "an admonition";
        readonly tool: "other tools";
        readonly flavours: readonly [];
        readonly mark: "```{note}";
        readonly isCommon: true;
        readonly instead: "Write \"> [!NOTE]\", with the text below it behind \">\".";
        readonly shown: "it is shown as code";
    };
    readonly contents: {
        readonly what: "a table of contents";
        readonly tool: "other tools";
        readonly flavours: readonly ["mkdocs", "vitepress"];
        readonly mark: "[TOC]";
        readonly isCommon: true;
        readonly instead: "Leave it out.";
    };
    readonly inserted: {
        readonly what: "inserted text";
        readonly tool: "MkDocs";
        readonly flavours: readonly ["mkdocs"];
        readonly mark: "^^…^^";
        readonly isCommon: true;
        readonly instead: "Write **bold** text.";
    };
    readonly critic: {
        readonly what: "a marked change";
        readonly tool: "MkDocs";
        readonly flavours: readonly ["mkdocs"];
        readonly mark: "{++…++}";
        readonly isCommon: true;
        readonly instead: "Write the text as it is now.";
    };
    readonly 'inline-note': {
        readonly what: "a footnote";
        readonly tool: "Obsidian";
        readonly flavours: readonly ["obsidian"];
        readonly mark: "^[…]";
        readonly isCommon: true;
        readonly instead: "Write the note in brackets.";
    };
    readonly 'block-id': {
        readonly what: "the id of a block";
        readonly tool: "Obsidian";
        readonly flavours: readonly ["obsidian"];
        readonly mark: "^a1b2c3";
        readonly instead: "Leave it out.";
    };
    readonly 'image-size': {
        readonly what: "an image with a size";
        readonly tool: "other tools";
        readonly flavours: readonly ["vitepress"];
        readonly mark: "![](… =100x50)";
        readonly isCommon: true;
        readonly instead: "Write <img src=\"…\" alt=\"…\" width=\"100\">.";
    };
    readonly 'kramdown-extension': {
        readonly what: "an extension";
        readonly tool: "Jekyll";
        readonly flavours: readonly ["jekyll"];
        readonly mark: "{::…}";
        readonly instead: "Leave it out.";
    };
    readonly 'liquid-output': {
        readonly what: "an expression";
        readonly tool: "Jekyll";
        readonly flavours: readonly ["jekyll", "mkdocs"];
        readonly mark: "{{ site.… }}";
        readonly isCommon: true;
        readonly instead: "Write what it shows, or a variable of helpcentre.yml.";
    };
    readonly 'vue-expression': {
        readonly what: "an expression";
        readonly tool: "VitePress";
        readonly flavours: readonly ["vitepress"];
        readonly mark: "{{ $… }}";
        readonly instead: "Write what it shows, or a variable of helpcentre.yml.";
    };
    readonly admonition: {
        readonly what: "an admonition";
        readonly tool: "MkDocs";
        readonly flavours: readonly ["mkdocs"];
        readonly mark: "!!! note";
        readonly instead: "Write \"> [!NOTE]\", with the text below it behind \">\".";
    };
    readonly collapsible: {
        readonly what: "a collapsible block";
        readonly tool: "MkDocs";
        readonly flavours: readonly ["mkdocs"];
        readonly mark: "??? note";
        readonly instead: "Write <details> with a <summary>.";
    };
    readonly tab: {
        readonly what: "a tab";
        readonly tool: "MkDocs";
        readonly flavours: readonly ["mkdocs"];
        readonly mark: "=== \"…\"";
        readonly instead: "Write a heading, or <details> with a <summary>, for each tab.";
    };
    readonly slashes: {
        readonly what: "a block";
        readonly tool: "MkDocs";
        readonly flavours: readonly ["mkdocs"];
        readonly mark: "/// note";
        readonly instead: "Write \"> [!NOTE]\", with the text below it behind \">\".";
    };
    readonly snippet: {
        readonly what: "a snippet";
        readonly tool: "MkDocs";
        readonly flavours: readonly ["mkdocs"];
        readonly mark: "--8<--";
        readonly instead: "Write \":::include{file=…}\".";
    };
    readonly keys: {
        readonly what: "a key";
        readonly tool: "MkDocs";
        readonly flavours: readonly ["mkdocs"];
        readonly mark: "++ctrl+c++";
        readonly instead: "Write <kbd>Ctrl</kbd>+<kbd>C</kbd>.";
    };
    readonly icon: {
        readonly what: "an icon";
        readonly tool: "MkDocs";
        readonly flavours: readonly ["mkdocs"];
        readonly mark: ":material-…:";
        readonly instead: "Leave it out.";
    };
    readonly 'attribute-list': {
        readonly what: "a list of attributes";
        readonly tool: "MkDocs and VitePress";
        readonly flavours: readonly ["mkdocs", "vitepress"];
        readonly mark: "{ .class }";
        readonly isCommon: true;
        readonly instead: "Leave it out. A heading may have an id, \"## Heading {#id}\", and a button is :button[Text]{href=\"…\"}.";
    };
    readonly abbreviation: {
        readonly what: "an abbreviation";
        readonly tool: "MkDocs";
        readonly flavours: readonly ["mkdocs"];
        readonly mark: "*[HTML]: …";
        readonly isCommon: true;
        readonly instead: "Write the words out where they come first.";
    };
    readonly definition: {
        readonly what: "a definition";
        readonly tool: "MkDocs, Hugo and Jekyll";
        readonly flavours: readonly ["mkdocs", "hugo", "jekyll"];
        readonly mark: ": definition";
        readonly isCommon: true;
        readonly instead: "Write the term in bold, and a paragraph below it.";
    };
    readonly mark: {
        readonly what: "marked text";
        readonly tool: "Obsidian and MkDocs";
        readonly flavours: readonly ["obsidian", "mkdocs"];
        readonly mark: "==…==";
        readonly isCommon: true;
        readonly instead: "Write **bold** text.";
    };
};
/** What another tool reads, by name. */
type ForeignKind = keyof typeof kinds;

/** `error` stops the article it names, `warning` does not. */
type Severity = 'error' | 'warning';

/** A located finding. `error` stops the article it names, `warning` does not. */
interface Problem {
    /** Stable, and explained in docs/reference/problems.md. */
    readonly code: string;
    readonly severity: Severity;
    /** What was found. One sentence, no full stop needed by the caller. */
    readonly message: string;
    /** What to do about it. */
    readonly help: string;
    /** Absent only for findings about no file at all (a setting, a workspace). */
    readonly place?: Place;
    /** Present only where there is exactly one right answer. */
    readonly fix?: Fix;
}

/** A file of the product's own texts, as `variablesFrom` names it. */
interface VariableFile {
    /** From the folder of the configuration on, with `{locale}` for a language; or a path for each language. */
    readonly file: string | Readonly<Record<Locale, string>>;
    /** What the keys that count begin with: `messages.buttons`; `{locale}` in it is a language. Empty for all. */
    readonly at: string;
    /** What the names of its variables begin with: `ui` for `{{ui.save}}`; null for nothing. */
    readonly as: string | null;
    /** Names for keys that are none: `save` for `Save changes`. */
    readonly names: Readonly<Record<string, string>>;
    /** Its texts hold in every language, as a version does. */
    readonly everyLocale: boolean;
}
/** What the product says by one key; or why that cannot be shown in an article, in a clause. */
type VariableText = 
/** `everyLocale`: the product says so in every language. */
{
    readonly text: string;
    readonly everyLocale?: true;
} | {
    readonly reason: string;
};
/** What one entry of `variablesFrom` says in one language. */
interface LocaleTexts {
    /** The file that says it, as problems name it. */
    readonly file: string;
    /** Why it says nothing, in a clause; null where it does. */
    readonly lack: string | null;
    /** It is there and cannot be read, which is a problem of its own. */
    readonly isUnreadable: boolean;
    /** By key, without what `at` says. */
    readonly texts: ReadonlyMap<string, VariableText>;
}
/** What one entry of `variablesFrom` says. */
interface VariableTexts extends Pick<VariableFile, 'at' | 'as' | 'names' | 'everyLocale'> {
    /** For the default locale and every other that there are sources in. */
    readonly locales: ReadonlyMap<Locale, LocaleTexts>;
}

/** One Markdown file: one locale of one article. */
interface Source {
    readonly path: ContentPath;
    /** Path of the article's source in the default locale; sources with the same `article` are its locales. */
    readonly article: ContentPath;
    readonly locale: Locale;
    /** Git blob id of the bytes on disk: what `git hash-object` prints. */
    readonly blob: string;
    /** The file's text, LF line ends, front matter blanked out line by line so that positions hold. */
    readonly body: string;
    /** Line (from 1) on which the body starts. */
    readonly bodyLine: number;
    readonly fields: SourceFields;
    /** Where each front-matter key stands, for problems found later. */
    readonly places: Readonly<Record<string, Place>>;
    /** Addresses at which another tool has the page, as written; absent in our own dialect. */
    readonly addresses?: readonly string[];
    /** Date and short name that its address may be made of, as front matter gives them. */
    readonly date?: string;
    readonly slug?: string;
    /** Where another tool's page leads that has no text of its own. */
    readonly leadsTo?: string;
    /** Where another tool has the page among others. */
    readonly order?: number;
    /** Another tool makes the page, or most of it, from something else than its text. */
    readonly generated?: true;
    /** Number that links of Intercom's connector name the article by. */
    readonly reference?: string;
    /** What says in the front matter of a page without a text that the tool's layout writes it, and in which line. */
    readonly writtenBy?: {
        readonly written: string;
        readonly line: number;
    };
    /** Title that another tool gives the page where nothing in it does; null where its first heading is the title. */
    readonly name?: string | null;
}
/** Checked front matter. Absent fields were not written. */
interface SourceFields {
    readonly title?: string;
    readonly description?: string;
    readonly collection?: CollectionTrail;
    readonly section?: string;
    readonly state?: State;
    /** E-mail or id of a teammate. */
    readonly author?: string;
    /** Who it is for. */
    readonly type?: ArticleType;
    /** E-mail or id of the teammate whom an internal article belongs to. */
    readonly owner?: string;
    /** Id of the Intercom article to take over. */
    readonly id?: string;
    readonly sync?: boolean;
    /** Which of Fin's agents may answer with it. */
    readonly fin?: Fin;
    /** Names or ids of the audiences that Fin answers with it for. */
    readonly audiences?: readonly string[];
    readonly tags?: readonly string[];
    /** Old addresses that lead to it, in the language of the source. */
    readonly redirectFrom?: readonly string[];
    /** Whether changes wait in Intercom until they are released. */
    readonly stage?: boolean;
    /** When it is to be published, and unpublished, in Unix seconds. */
    readonly publishAt?: number;
    readonly unpublishAt?: number;
    /** How much space stands between the blocks of the body. */
    readonly spacing?: Spacing;
    /** Of a translation: git blob id, or the start of one, of the text that it was made from. */
    readonly translated?: string;
    /** Globs of the code that the article is about, from the root of the git repository. */
    readonly sources?: readonly string[];
    /** Which of its images show what of the code. */
    readonly shots?: readonly Shots[];
}
/** Screenshots, and the code whose change makes them old. */
interface Shots {
    /** Globs, from the root of the git repository. */
    readonly of: readonly string[];
    /** Globs of image files, as the article's own addresses count; absent for all of its images. */
    readonly images?: readonly string[];
}
/** What is known of a file in the content folder that is no source: an image, a snippet, a download. */
type FileFacts = {
    readonly kind: 'image';
    readonly path: ContentPath;
    readonly sha256: Fingerprint;
    readonly bytes: number;
    readonly mediaType: ImageType$1;
    readonly width?: number;
    readonly height?: number;
} | {
    readonly kind: 'text';
    readonly path: ContentPath;
    readonly text: string;
} | {
    readonly kind: 'other';
    readonly path: ContentPath;
    readonly bytes: number;
}
/** A symlink that leads out of the content folder, or a file that cannot be read. */
 | {
    readonly kind: 'refused';
    readonly path: ContentPath;
    readonly reason: string;
};
/** Image types Intercom takes, told by content and not by name. */
type ImageType$1 = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/svg+xml';
/** Everything `read` found: the whole repository as a value. */
interface Repository {
    /** Content folder relative to the working folder, for places: `content`. */
    readonly root: string;
    readonly sources: readonly Source[];
    readonly collections: readonly FolderCollection[];
    /** Top folders of articles that are a language and no collection; absent for none. */
    readonly languages?: readonly string[];
    /** Files that are no sources, by path. Markdown files under `_` folders are here as `text` (snippets). */
    readonly files: ReadonlyMap<ContentPath, FileFacts>;
    /** What the product's own files say, an entry of `variablesFrom` each; absent for none. */
    readonly variables?: readonly VariableTexts[];
    /** What `redirects.yml` says; absent where there is none. */
    readonly redirects?: RedirectLines;
    /** Patterns of paths in the content folder that git leaves out: the tool makes them; absent for none. */
    readonly leftOutByGit?: readonly string[];
}

/** A link from one article to another. */
interface ArticleLink {
    readonly to: ContentPath;
    readonly place: Place;
}
/** A picture in a body. */
interface BodyPicture {
    /** Address as it stands in the body, symbolic for a file. */
    readonly url: string;
    readonly place: Place;
}
/** One locale of a desired article. */
interface DesiredLocale {
    readonly path: ContentPath;
    /** Git blob id of the source. */
    readonly blob: string;
    /** First line of the source, for problems that only the workspace shows. */
    readonly start?: Place;
    readonly title: string;
    readonly description: string;
    readonly body: SymbolicHtml;
    readonly state: State;
    /** Slugs of the headings, in order: what `#slug` may point to. */
    readonly anchors: readonly string[];
    /** Its links to other articles, for problems that only the plan shows. */
    readonly links?: readonly ArticleLink[];
    /** Its pictures, each where it is first shown, for problems that only publishing shows. */
    readonly pictures?: readonly BodyPicture[];
    /** Present where it is a draft only because its original has changed since it was made. */
    readonly isStale?: true;
    /** Present where the source marks a block that Intercom's API does not give out: the article is never written then. */
    readonly undisplayed?: true;
    /** Of title, description, state, author, parent and the canonical symbolic body. */
    readonly fingerprint: Fingerprint;
}
/** What an article's sources compile to. */
interface DesiredArticle {
    /** Path of the source in the default locale: the article's key in the lockfile. */
    readonly key: ContentPath;
    /** From front matter: the Intercom article to take over. */
    readonly id?: string;
    /** Absent: it is for the readers of a help centre. */
    readonly type?: UnlistedType;
    readonly parent: CollectionKey | null;
    /** E-mail or id of a teammate; null leaves the author as it is (or the token's owner, for a new article). */
    readonly author: string | null;
    /** E-mail or id of the teammate whom an internal article belongs to; absent: nobody is named. */
    readonly owner?: string;
    /** Absent where its sources name nothing of it. */
    readonly reach?: Reach;
    /** Present where its changes wait in Intercom until they are released. */
    readonly stage?: true;
    /** When its texts go live, in Unix seconds; absent: at once. */
    readonly publishAt?: number;
    /** When readers no longer have it, in Unix seconds; absent: never. */
    readonly unpublishAt?: number;
    readonly locales: Readonly<Record<Locale, DesiredLocale>>;
    /** Where its front matter says so, for problems that only the workspace shows. */
    readonly places?: {
        readonly author?: Place;
        readonly owner?: Place;
        readonly id?: Place;
        readonly type?: Place;
    };
}
/** A collection that at least one desired article or `_collection.yml` asks for. */
interface DesiredCollection {
    readonly key: CollectionKey;
    /** Folder it comes from; absent when only front matter names it. */
    readonly folder?: ContentPath;
    readonly name: string;
    readonly description: string;
    readonly parent: CollectionKey | null;
    /** Help centre of its top collection, as its `_collection.yml` says; absent for the one of `helpcentre.yml`. */
    readonly helpCentre?: string;
    readonly order?: number;
    readonly icon?: string;
    /** Where its file says them, for what only the workspace shows. */
    readonly places?: CollectionPlaces;
    readonly translations: Readonly<Record<Locale, {
        readonly name: string;
        readonly description?: string;
    }>>;
    readonly fingerprint: Fingerprint;
}
/** All that the sources ask for. */
interface Desired {
    /** Default locale. */
    readonly locale: Locale;
    /** By key, sorted. */
    readonly articles: readonly DesiredArticle[];
    /** From the top down, then by order and key. */
    readonly collections: readonly DesiredCollection[];
    /** Images that bodies refer to, by content. */
    readonly images: Readonly<Record<Fingerprint, {
        readonly path: ContentPath;
        readonly bytes: number;
        readonly mediaType: ImageType$1;
    }>>;
    /** Old addresses that lead to them, each once; absent for none. */
    readonly redirects?: readonly DesiredRedirect[];
    /** Present where a file that may name more of those cannot be read. */
    readonly redirectsUnread?: true;
    /** Sources that failed to compile: their articles are neither written nor removed. */
    readonly failed: readonly ContentPath[];
    /** Sources with `sync: false`: known, and left alone. */
    readonly skipped: readonly ContentPath[];
}

/** What JSON can hold, as it comes back from it. */
type Facts = object | string;
/** What something came to when it was made before. */
interface Remembered {
    readonly facts: unknown;
    /** A longer text, read only when it is wanted; null where it is there no more. */
    readonly text: () => string | null;
}
/**
 * What came of things that were made before, by everything that they were made from. What is not in it is made; so a memo
 * may forget anything at any time, and whoever asks gets the same with it and without it.
 */
interface Memo {
    /** How much is in it, about; nothing, or absent, where all is still to be made. */
    readonly entries?: number;
    /** Part of every key: what another state of the program made is not taken for this one's. */
    readonly maker: string;
    /** @param parts everything that decides what comes out; what JSON tells apart counts as different */
    key(...parts: readonly unknown[]): string;
    /** What was kept under a key. */
    recall(key: string): Remembered | null;
    /** Keeps what something came to. */
    keep(key: string, facts: Facts, text?: string): void;
}

/** Versions of Intercom's API that are supported, oldest first. */
declare const apiVersions: readonly ["2.11", "2.12", "2.13", "2.14", "2.15", "2.16"];
/** One of them. */
type ApiVersion = (typeof apiVersions)[number];

/** Forms that addresses of videos have, by host. */
declare const videoForms: readonly ["youtube-embed", "youtube-watch", "youtube-short", "youtube-nocookie", "vimeo-player", "vimeo-page", "wistia", "loom-embed", "loom-share", "vidyard", "streamio"];
/** One of them. */
type VideoForm = (typeof videoForms)[number];
/** Kinds of pictures, by their usual ending. */
declare const imageTypes: readonly ["png", "jpg", "gif", "svg", "webp"];
/** One of them. */
type ImageType = (typeof imageTypes)[number];
/**
 * Every point on which the official pages are silent, contradict each other, or differ from what programs
 * saw real workspaces do. Each is one switch of the sandbox, one question of `helpcentre probe`, and one line of
 * docs/reference/sandbox.md; what a workspace answered is a fact of that name in the lockfile.
 */
interface Quirks {
    /** A list inside a list: kept, as programs send and read them every day; or a 400, as the guide says. */
    readonly nestedLists: 'kept' | 'refused';
    /** `<li></li>`: a 400 for each of them, as seen; only for a list that has nothing but empty items; or kept. */
    readonly emptyListItem: 'refused' | 'refused-if-all' | 'kept';
    /** Heading ids: what was sent; `h_` and ten hexadecimal digits unless it is one already; or such an id, new at every write. */
    readonly headingIds: 'kept' | 'replaced' | 'replaced-every-write';
    /** Levels: shifted until the shallowest is h1, h5 and h6 closing the gap; or h3 to h6 become h2, as the guide says. */
    readonly headingLevels: 'shifted' | 'flattened';
    /** Bold, italic and code in a heading that is sent: only their text is kept, as seen; or they are. */
    readonly headingMarkup: 'stripped' | 'kept';
    /** A link in a heading that is sent: only its text is kept, as seen; or it is. */
    readonly headingLinks: 'stripped' | 'kept';
    /** `div.intercom-interblocks-callout`: kept; or unwrapped to paragraphs, as the guide says of every `div`. */
    readonly callouts: 'kept' | 'unwrapped';
    /** `<details>`: kept as a collapsible section; or unwrapped to paragraphs, since the guide does not list it. */
    readonly details: 'kept' | 'unwrapped';
    /** A cell's `#rrggbbaa` background: kept; dropped (only `rgba()` works); or a 400 for the article. */
    readonly cellBackground: 'kept' | 'alpha-hex-dropped' | 'alpha-hex-refused';
    /** `colspan` and `rowspan`: kept; or dropped, since the guide names neither and no real body holds one. */
    readonly cellSpans: 'kept' | 'dropped';
    /** Widths of cells: kept; or dropped. */
    readonly cellWidths: 'kept' | 'dropped';
    /** `{{x}}` in text that is sent: a `#` is put before it where there is none; at every write one more; or it is kept. */
    readonly variableMark: 'once' | 'every-write' | 'never';
    /** `<br>` in a paragraph: kept; or a space. */
    readonly lineBreaks: 'kept' | 'spaces';
    /** Paragraphs without anything in them between blocks, which are the space there: kept; or dropped. */
    readonly blankParagraphs: 'kept' | 'dropped';
    /** Newlines in a code block: deleted, as seen; kept; or `<br>`. */
    readonly codeNewlines: 'deleted' | 'kept' | 'breaks';
    /** A link of the class `intercom-h2b-button`: kept as a button; or a link in a paragraph. */
    readonly buttons: 'kept' | 'links';
    /** The classes `intercom-align-…`: kept; or dropped. */
    readonly alignments: 'kept' | 'dropped';
    /** `title`, `lang` and `dir` of a paragraph, which the guide does not name: dropped; or kept. */
    readonly otherAttributes: 'dropped' | 'kept';
    /** A link to `example.com/x`: kept as it is; without its address; or with `https://` before it. */
    readonly linksWithoutScheme: 'kept' | 'dropped' | 'https';
    /** Addresses of videos that are taken; a body with any other is a 400. */
    readonly videos: readonly VideoForm[];
    /** A body of more characters is a 400; from 1,048,576 on there is no limit. */
    readonly largestBody: number;
    /** Host in the URLs of re-hosted images: the sandbox's own address, so that they open; or the real one. */
    readonly imageHost: 'self' | 'intercom';
    /** Kinds of pictures that are taken; a body with any other is a 400. */
    readonly imageTypes: readonly ImageType[];
    /** Width and height of an image: kept as sent; or dropped. */
    readonly imageSizes: 'kept' | 'dropped';
    /** An address of an image that was fetched before: the copy that is there, as once seen, whatever bytes it has now; or it is fetched again. */
    readonly sameImageAddress: 'old-copy' | 'fetched-again';
    /** An update without `author_id`: the article becomes the token owner's; or keeps its author. */
    readonly authorOmitted: 'token-owner' | 'kept';
    /** `parent_id: null` in an update: takes the article out of its collection; does nothing; or is a 400. */
    readonly parentIdNull: 'clears' | 'ignored' | 'refused';
    /** `author_id` and `parent_id`: number or digits, either way; or only the type that the description names. */
    readonly idTypes: 'either' | 'as-described';
    /** `parent_id` in answers up to 2.15: the first of `parent_ids`; or null although `parent_ids` is set, as seen. */
    readonly parentIdInAnswers: 'in-step' | 'null';
    /** `state: "published"` over a draft that a person has not published: staged into that draft; or it goes live. */
    readonly publishedOverPendingDraft: 'staged' | 'live';
    /** The undocumented `content_id`, present in every recent recording. */
    readonly contentId: 'present' | 'absent';
    /** URL of a published article that is in no collection: given, since the page opens; or null, as once recorded. */
    readonly urlWithoutCollection: 'given' | 'null';
    /** Locales an article does not have, in `translated_content`: left out; or null, as older pages say. */
    readonly missingLocales: 'absent' | 'null';
    /** Writing a locale that the help centre does not have: a 400; or nothing happens. */
    readonly unknownLocale: 'refused' | 'ignored';
    /** `translated_content` in a workspace without languages: ignored; or a 400. */
    readonly translationsWhenOff: 'ignored' | 'refused';
    /** Body of the 404 for an article without a staged draft. */
    readonly draftNotFoundBody: 'empty' | 'envelope';
    /** Body of a draft's 422: `{"errors":[{"message","status"}]}`; or the usual envelope. */
    readonly draftErrorBody: 'short' | 'envelope';
    /** A tag put on an article through the API: taken; or a 403. */
    readonly articleTags: 'taken' | 'refused';
    /** `scheduled_publish_at` of a draft: kept; or nothing happens. */
    readonly schedules: 'kept' | 'ignored';
    /** A redirect to a collection: taken; or a 403. */
    readonly redirects: 'taken' | 'refused';
    /** `body_markdown` in answers: given; or null. */
    readonly markdownRead: 'given' | 'null';
    /** `body_markdown` in a write: taken; or nothing happens. */
    readonly markdownWritten: 'taken' | 'ignored';
    /** `body_markdown` of a snippet: its text; or with its title as a heading before it, as in the description's examples. */
    readonly snippetMarkdown: 'text' | 'under-title';
    /** Deleting a collection that holds something: sections go too and articles lose their collection; all moves up to its parent; or a 400. */
    readonly deleteNonEmptyCollection: 'unlist' | 'lift' | 'refuse';
    /** `help_center_id` of a collection inside a collection. */
    readonly nestedHelpCentreId: 'null' | 'given';
    /** `page=0`: every row on one page, with `next` pointing to page 1, as recorded; or the same rows as page 1. */
    readonly pageZero: 'all-rows' | 'first-page';
    /** Rows with one `updated_at`: newer first; or in an order that depends on the page asked for, as measured on a live workspace. */
    readonly tiedRows: 'newer-first' | 'unstable';
    /** A `per_page` above 250: a 400 "Per Page is too big"; or taken as 250. */
    readonly perPageTooBig: 'refused' | 'clamped';
    /** Shape of request ids: twenty letters and digits, as in real headers; or UUIDs, as the description says. */
    readonly requestIds: 'short' | 'uuid';
}
/** Any of them. */
type QuirkName = keyof Quirks;

/** What a workspace answered, by question. */
type Answers = {
    readonly [Name in QuirkName]?: Quirks[Name];
};
/** What is known of a workspace because it was asked. */
interface WorkspaceFacts {
    /** The day: `2026-11-27`. */
    readonly asked: string;
    readonly apiVersion: ApiVersion;
    readonly answers: Answers;
    /** Requests in ten seconds. */
    readonly rateLimit?: number;
    /** Languages of its first help centre. */
    readonly locales?: readonly string[];
    /** Answers that a publish saw contradicted since: they count no more, and are to be asked again. */
    readonly doubted?: Answers;
}

/** Constructs that can be written in a plainer way, by the words of the setting. */
declare const flattenWords: readonly ["nested-lists", "callouts", "sections", "headings", "merged-cells", "videos"];
/** One of them; or the videos whose address has a form. */
type Flattened = (typeof flattenWords)[number] | `video ${VideoForm}`;
/** What says it: the setting, and what is known of the workspace that is meant. */
interface FlattenSettings {
    readonly flatten: 'auto' | readonly Flattened[];
    /** Absent where nobody asked it. */
    readonly facts?: WorkspaceFacts;
}

/** `suffix`: `billing.fr.md`; `folder`: `fr/billing.md`; `i18n`: as Docusaurus has it, beside the content folder. */
declare const localeLayouts: readonly ["suffix", "folder", "i18n"];
type LocaleLayout = (typeof localeLayouts)[number];

/** What `targets` in `helpcentre.yml` says of one workspace. What it leaves out is as for the whole configuration. */
interface TargetSettings {
    /** Id of the workspace, by which the lockfile knows it too: a token for any other is refused. */
    readonly workspace: string;
    /** Name of the environment variable that holds its access token; no other token is ever sent to it. */
    readonly tokenVariable: string;
    readonly region?: 'us' | 'eu' | 'au';
    readonly helpCentre?: string | null;
    readonly state?: State;
}
/** The workspace that a run is for, where a repository names its workspaces. */
interface Target extends Pick<TargetSettings, 'workspace' | 'tokenVariable'> {
    readonly name: string;
}

/** What `helpcentre.yml` says, defaults filled in. */
interface Settings extends FlattenSettings {
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
    readonly frontMatter: {
        readonly ignore: readonly string[];
        readonly rename: Readonly<Record<string, string>>;
    };
    /** What becomes of advice on how something is written. */
    readonly writing: 'off' | 'warning' | 'error';
    /** Words that are used, with those that are not used for them: of the first language, or by language. */
    readonly terms: Terms;
    /** Severities other than the catalogue's, by problem code. */
    readonly problems: Readonly<Record<string, 'error' | 'warning' | 'off'>>;
    /** Hosts that `import` may download images from besides Intercom's own, over https. */
    readonly import: {
        readonly imageHosts: readonly string[];
    };
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
declare function hasVariables({ variables, variablesFrom }: Pick<Settings, 'variables' | 'variablesFrom'>): boolean;
/** The Markdown that texts are in: that of the tool, or Intercom's own where the layout is. */
declare function textFlavourOf({ layout, flavour }: Pick<Settings, 'layout' | 'flavour'>): TextFlavour;
/** How a local image becomes reachable, and where else images are. */
type ImageSettings = ImageHostSettings & {
    /** Folders beside the configuration where addresses that begin with `/` are looked for; absent for none. */
    readonly roots?: readonly string[];
    /** Whether addresses of pictures are asked for before they are sent; `strict`: an article waits for all of them. Absent: on. */
    readonly check?: 'on' | 'strict' | 'off';
};
/** How a local image becomes reachable while Intercom fetches it. */
type ImageHostSettings = {
    readonly host: 'none';
} | {
    readonly host: 'github';
} | {
    readonly host: 'url';
    readonly template: string;
} | {
    readonly host: 's3';
    readonly bucket: string;
    readonly region: string;
    readonly endpoint: string | null;
    readonly prefix: string;
};

declare module 'hast' {
    interface ElementData {
        /** An empty paragraph that the author asked for. */
        blank?: true;
        /** A paragraph written with `class="no-margin"`: no space is added beside it. */
        exact?: true;
        /** `<!-- tight -->`: no space between the blocks around it. */
        tight?: true;
        /** Intercom has it here, though it refuses it in what is sent. HTML that was parsed never has this. */
        kept?: true;
    }
}

/** A heading that links can point to. */
interface OutlineHeading {
    /** Its `id` in the body. */
    readonly slug: string;
    readonly text: string;
}
/** Where an anchor leads in Intercom. */
interface Anchor {
    /** Slug of a heading; null for the top of the article. */
    readonly slug: string | null;
    /** Whether it is that heading's own, and not merely somewhere below it. */
    readonly isExact: boolean;
}
/** What links into a body can point to. */
interface Outline {
    readonly headings: readonly OutlineHeading[];
    /** Slug of the heading that became the title: it leads to the top. */
    readonly titleSlug: string | null;
    /** Other ids, by name. */
    readonly anchors: Readonly<Record<string, Anchor>>;
}

/** Where a source stands that cannot be read: it is there, and more is not known. */
type Unread = Pick<Source, 'path' | 'article' | 'locale'>;

/** How often a text has what only other tools read, by kind: JSON, because it is kept from one run to the next. */
type Foreigners = Readonly<Partial<Record<ForeignKind, number>>>;

/** How texts are read: settings that say so. */
interface DialectOf extends Pick<Settings, 'components'> {
    readonly flavour: TextFlavour;
}

/** An address found in a body. */
interface BodyTarget {
    readonly kind: 'link' | 'image';
    /** As written, percent-encoded where Markdown does so. */
    readonly target: string;
    /** File that it is written in: the article's, or a snippet's. */
    readonly from: ContentPath;
    readonly place: Place;
    /** The whole link or image, as it is written there; empty where it was translated from another tool's. */
    readonly written: string;
}
/** A body by itself: all but where its links lead. */
interface CompiledBody {
    /** HTML whose `href` and `src` are marks that `targets` are filled in for. */
    readonly html: string;
    readonly targets: readonly BodyTarget[];
    /** Text of the heading that left the body as the title. */
    readonly title: string | null;
    readonly outline: Outline;
    /** Snippets that were put in, or looked for. */
    readonly uses: readonly ContentPath[];
    /** Names that were looked up among the variables. */
    readonly variables: readonly string[];
    readonly problems: readonly Problem[];
    /** Its tool shows blocks on it that are not here, and that may have headings. */
    readonly lacksParts: boolean;
    /** What only other tools read. */
    readonly foreign: Foreigners;
}

/**
 * One source by itself: everything that does not depend on other sources. Made anew only when the source, one
 * of its snippets, or a setting that it is made by changes.
 */
interface Unit {
    readonly source: Source;
    /** null: it has none. */
    readonly title: string | null;
    readonly titlePlace: Place;
    readonly description: string;
    readonly body: CompiledBody;
    /** Of front matter and body, links not looked at. */
    readonly problems: readonly Problem[];
    /** Stands for everything that it was made from, where it is remembered; absent where it is not. */
    readonly key?: string;
    /** What it was made from besides the source. */
    readonly made: {
        readonly root: string;
        /** What each variable that was asked for came to. */
        readonly variables: ReadonlyMap<string, string>;
        /** Whether there are variables at all. */
        readonly hasVariables: boolean;
        readonly flatten: readonly Flattened[];
        readonly spacing: Spacing;
        readonly dialect: DialectOf;
        /** Stands for what was looked for in how it is written. */
        readonly writing: string;
        /** Text of each snippet; null for one that was not there. */
        readonly snippets: ReadonlyMap<ContentPath, string | null>;
    };
}

/** An address on the web, where it is written. */
interface ExternalLink {
    /** Absolute, `http:` or `https:`, with its fragment. */
    readonly url: string;
    readonly place: Place;
}

/** What a caller may know besides the repository. */
interface CompileOptions {
    /** Articles with a source that could not be read: links to them are not dead, and they count as failed. */
    readonly broken?: readonly ContentPath[];
    /** Where those sources stand. */
    readonly unread?: readonly Unread[];
    /** Sources compiled by themselves, by `compileSources`: what did not change since need not be compiled again. */
    readonly units?: ReadonlyMap<ContentPath, Unit>;
    /** What earlier runs worked out. */
    readonly memo?: Memo;
}
/** What sources come to, errors or not. */
type Attempted = Pick<Desired, 'articles' | 'collections' | 'images'>;
/** What the sources ask for, and what is wrong with them. */
interface CompileResult {
    readonly desired: Desired;
    /** As `desired`, with the articles that have errors as far as they go: to be looked at, never to be published. */
    readonly attempted: Attempted;
    /** By file, line and column. */
    readonly problems: readonly Problem[];
    /** Addresses on the web that bodies link to or show images from; one in a snippet once. Gathered when asked for. */
    readonly external: readonly ExternalLink[];
}
/**
 * Compiles the repository: every source by itself, then all links between them, then the articles and
 * collections they make. Articles with an error are left out and named in `failed`.
 *
 * @param repository everything that was read
 * @param settings the configuration
 */
declare function compile(repository: Repository, settings: Settings, options?: CompileOptions): CompileResult;

/** What it says that a configuration may leave out. */
interface Connector {
    /** Folder of the files that the connector manages; null for the whole repository. */
    readonly content: string | null;
    /** The first of its languages that help centres know. */
    readonly locale: string | null;
}

/** The configuration as found: settings, and the folder that holds the file. */
type ConfigurationResult = {
    readonly ok: true;
    readonly settings: Settings;
    readonly folder: string;
    /** Where an author is named; absent where none is. */
    readonly authorPlace?: Place;
    /** Where it names audiences and tags; absent where it names none. */
    readonly reachPlaces?: ReachPlaces;
    /** Where each entry of `variablesFrom` is; absent where there is none. */
    readonly variablePlaces?: readonly Place[];
} | {
    readonly ok: false;
    readonly problems: readonly Problem[];
};
/**
 * Reads `helpcentre.yml`.
 *
 * @param cwd absolute working folder
 * @param file the file that `--config` names; without it `helpcentre.yml` in the working folder, whose
 *   absence is a problem
 * @param stand absolute folder that the person, or the system that runs this, stands in: links that were named from
 *   there lead no further than to its repository
 * @param target name of the workspace that is meant, where the configuration has several; see `chooseTarget`
 * @returns settings with all defaults, or every mistake with its place
 */
declare function readConfiguration(cwd: string, file?: string, stand?: string, target?: string): Promise<ConfigurationResult>;
/**
 * Parses the text of a configuration.
 *
 * @param text YAML
 * @param name path to name in problems
 * @param folder absolute folder that the configuration's paths start from
 * @param target name of the workspace that is meant; see `chooseTarget`
 * @param connector what the file of Intercom's connector beside it says, which fills in what is left out in its layout
 */
declare function parseConfiguration(text: string, name: string, folder: string, target?: string, connector?: Connector | null): ConfigurationResult;

/** What a change does to an article; see the decision table in `plan/decide.ts`. */
type ChangeKind = 'create' | 'adopt' | 'update' | 'move' | 'unpublish' | 'delete' | 'recreate' | 'record' | 'forget';
/** Why an article changes: a code the reports turn into words. */
type Reason = 'new' | 'title' | 'description' | 'body'
/** The source changed; an offline plan cannot say what in it. */
 | 'source' | 'state'
/** A translation is behind its original, and is no longer shown until it follows. */
 | 'translation-stale' | 'author'
/** Whom an internal article belongs to. */
 | 'owner' | 'fin' | 'audiences' | 'tags' | 'collection' | 'locale-added' | 'locale-removed' | 'path' | 'file-gone' | 'gone-in-intercom' | 'same-in-intercom' | 'named-by-id' | 'overwrite'
/** It goes live as it was staged. */
 | 'staged'
/** Its source is again what readers see, and what was staged goes. */
 | 'unstaged'
/** When it is to be published or unpublished. */
 | 'schedule';
/**
 * What a change does to one locale: `write` sends it, `stage` puts it where no reader sees it until it is released,
 * `withdraw` unpublishes it (Intercom cannot delete one), `record` only notes that both sides agree, `forget` drops it
 * from the lockfile.
 */
interface LocaleStep {
    readonly do: 'write' | 'stage' | 'withdraw' | 'record' | 'forget';
    /** What the source compiles to; null when it is gone. */
    readonly desired: Fingerprint | null;
    /** What Intercom had when this was decided; null when it has nothing, or was not asked. */
    readonly remote: Fingerprint | null;
}
/** What becomes of the times at which Intercom publishes or unpublishes an article: Unix seconds; null: none any more. */
interface ScheduleChange {
    readonly publishAt?: number | null;
    readonly unpublishAt?: number | null;
}
/** One step of a plan: what one article needs. */
interface Change {
    readonly kind: ChangeKind;
    readonly key: ContentPath;
    /** A move: the key it had. */
    readonly from?: ContentPath;
    /** null: the article does not exist yet. */
    readonly id: string | null;
    /** Absent for an article of a help centre. */
    readonly type?: UnlistedType;
    readonly title: string;
    readonly reasons: readonly Reason[];
    /** Locales this step is about. */
    readonly locales: Readonly<Record<Locale, LocaleStep>>;
    /** Absent where its times stay as they are. */
    readonly schedule?: ScheduleChange;
}
/** Whether a change puts something where no reader sees it until it is released. */
declare function stages({ locales }: Pick<Change, 'locales'>): boolean;
/** Why a change is held back. */
type HeldWhy = 
/** Edited in Intercom; the source is as it was. */
'drift'
/** Edited in Intercom, and the source changed too. */
 | 'conflict'
/** A person's draft waits in Intercom: a write would not go live. */
 | 'pending-draft'
/** It holds a block that Intercom's API does not give out: a write would destroy it. */
 | 'undisplayed'
/** What was staged is not what the source says now, or not what Intercom keeps. */
 | 'staged-otherwise'
/** Deleted in Intercom. */
 | 'gone'
/** Readers would lose too many articles, or it is not safe to tell that they are gone. */
 | 'guard'
/** More than one article could be the one that moved here, or the one to take over. */
 | 'ambiguous'
/** An article that nobody manages stands where it would be created, and says nearly the same. */
 | 'double'
/** Only what another target has is published, and that one has it otherwise. */
 | 'not-promoted'
/** Its source is of another type now, and Intercom turns none into another. */
 | 'other-type'
/** Its source is gone, and Intercom cannot unpublish what has no state. */
 | 'no-state';
/** How another target has an article or a collection: not at all, otherwise, or still. */
interface OnTarget {
    readonly target: string;
    readonly is: 'absent' | 'other' | 'present';
}
/** A change that is not carried out, and how to go on. */
interface Held {
    readonly key: ContentPath | CollectionKey;
    /** null: the article does not exist yet. */
    readonly id: string | null;
    readonly title: string;
    readonly why: HeldWhy;
    /** Person who edited it in Intercom, where the API says. */
    readonly by: string | null;
    /** Unix seconds. */
    readonly at: number | null;
    /** Languages that were edited, or that readers would lose; absent where the article has one alone, or all of it is meant. */
    readonly locales?: readonly Locale[];
    readonly help: string;
    /** Present for a collection, which `key` is the key of then: what of it is held. The rest of it is written. */
    readonly fields?: readonly CollectionField[];
    /** Present for what is not promoted: how the target has it that it would come from. */
    readonly on?: OnTarget;
}
/** What a collection needs. */
interface CollectionChange {
    readonly kind: 'create' | 'adopt' | 'update' | 'recreate' | 'record';
    readonly key: CollectionKey;
    readonly id: string | null;
    readonly reasons: readonly ('new' | 'name' | 'description' | 'translations' | 'place' | 'gone-in-intercom' | 'same-in-intercom' | 'overwrite')[];
    /** What of it was edited in Intercom and stays as it is there; absent for nothing. */
    readonly leaves?: readonly CollectionField[];
    /** Descriptions that it takes away in Intercom; absent for nothing. */
    readonly takes?: readonly CollectionField[];
}
/** What becomes of a redirect. Intercom cannot change one: `replace` deletes it and makes another. */
interface RedirectChange {
    /** `record`: it is there as the sources have it. `forget`: neither they nor Intercom have it any more. */
    readonly kind: 'create' | 'replace' | 'remove' | 'record' | 'forget';
    /** Its name in the lockfile; of an offline plan, the address as the source has it where the lockfile does not know it. */
    readonly key: string;
    /** Path and query below the address of its help centre. */
    readonly address: string;
    /** Id of the redirect that is there; null for none. */
    readonly id: string | null;
    /** Language of the text that it leads to. */
    readonly locale: Locale;
    /** null: it goes. */
    readonly to: RedirectTarget | null;
}
/** `stage`: readers see nothing of it. `release`: what is staged goes live, and nothing else. */
type PlanMode = 'stage' | 'release';
/** All that `publish` would do: a value that is shown, saved, digested and demanded again. */
interface Plan {
    readonly formatVersion: 1;
    /** Id of the workspace; null for an offline plan. */
    readonly workspace: string | null;
    /** Name of the target that it is for; absent where the configuration has none. */
    readonly target?: string;
    /** Name of the target whose articles alone are published; absent where whatever the sources say is. */
    readonly promotes?: string;
    /** Id of the help centre of `helpcentre.yml`; null where there is none to ask. */
    readonly helpCentre: string | null;
    readonly collections: readonly CollectionChange[];
    /** Sorted by key. */
    readonly changes: readonly Change[];
    /** Old addresses, sorted by key; absent where nothing becomes of any. */
    readonly redirects?: readonly RedirectChange[];
    readonly held: readonly Held[];
    /** Articles that need nothing. */
    readonly unchanged: number;
    /** Articles with a source that does not compile: neither written nor removed. Sorted. */
    readonly notCompiled: readonly ContentPath[];
    /** Articles that compile, and have an error that only the workspace shows. Sorted. */
    readonly leftOut: readonly ContentPath[];
    /**
     * Articles that links lead to, and that Intercom neither has nor gets: such a link is its text. Sorted; absent for
     * none.
     */
    readonly unlinked?: readonly ContentPath[];
    /** Where a part was chosen, or only what can be staged or is: how many changes there are besides. Absent for the whole. */
    readonly elsewhere?: number;
    /** Whether it stages what it can, or releases what is staged; absent for a plan that publishes. */
    readonly mode?: PlanMode;
    readonly problems: readonly Problem[];
    /** sha256 of the canonical JSON of all the other fields, without the places of problems: they are for people. */
    readonly digest: Fingerprint;
}

/** One locale of an article as last published. */
interface RecordedLocale {
    readonly source: string;
    /** Of a translation: git blob id of the text in the default locale that it was made from, as far as that is known. */
    readonly from?: string;
    readonly desired: Fingerprint;
    readonly remote: Fingerprint;
    /**
     * What Intercom would have had without the markup in its headings, which it strips from whatever is sent: what the
     * text comes to when it is only sent along. Present where headings had markup.
     */
    readonly stripped?: Fingerprint;
    /**
     * Present where readers did not have it. Lockfiles of before say it of none: there an article without an address was
     * a draft, and of others it is not known.
     */
    readonly draft?: true;
    /** The text that waits to be released; absent where nothing is staged. */
    readonly staged?: StagedText;
}
/** A text that Intercom keeps out of readers' sight until it is released. */
interface StagedText {
    readonly source: string;
    /** As of a text that was published. */
    readonly from?: string;
    readonly desired: Fingerprint;
    /** What Intercom has once the text is released and nothing else has changed. */
    readonly remote: Fingerprint;
}
/** Git blob id of the text of ours that Intercom got last, published or staged. */
declare function lastSource(known: RecordedLocale | undefined): string | undefined;
/** What is recorded of Intercom's side of a text. */
type RecordedText = Pick<RecordedLocale, 'remote' | 'stripped' | 'draft'>;
/** An article as last published. */
interface RecordedArticle {
    /** It says of which type the article is: see `typeOfId`. */
    readonly id: string;
    readonly url: string | null;
    /** Intercom's `updated_at`, Unix seconds. */
    readonly updatedAt: number;
    /** Present once its source is gone and the article was unpublished: it is managed still, and comes back with its source. */
    readonly removed?: true;
    /** Times that we gave Intercom, in Unix seconds; absent for none. */
    readonly scheduled?: {
        readonly publishAt?: number;
        readonly unpublishAt?: number;
    };
    /** Absent where its source named nothing of it. */
    readonly reach?: RecordedReach;
    readonly locales: Readonly<Record<Locale, RecordedLocale>>;
}
/** A collection as last published. */
interface RecordedCollection {
    readonly id: string;
    readonly desired: Fingerprint;
    readonly folder?: ContentPath;
    /** What Intercom had then, field by field. Absent in lockfiles of before: it is learnt at the next publish. */
    readonly remote?: Readonly<Record<string, Fingerprint>>;
    /** Descriptions that our source gave it then, by field: they go when the source has them no more. Others are Intercom's. */
    readonly described?: Readonly<Record<string, true>>;
}
/** What the lockfile says of one workspace. */
interface Recorded {
    readonly articles: Readonly<Record<ContentPath, RecordedArticle>>;
    readonly collections: Readonly<Record<CollectionKey, RecordedCollection>>;
    /** Content hash → Intercom's own copy, without the signature. */
    readonly images: Readonly<Record<Fingerprint, string>>;
    /** Old addresses that sources named, by `redirectKey`; absent for none. */
    readonly redirects?: Readonly<Record<string, RecordedRedirect>>;
}
/** The lockfile's value: what was last published, per workspace. */
interface Lockfile {
    readonly lockfileVersion: 1;
    readonly workspaces: Readonly<Record<string, LockfileSection>>;
}
/** What the lockfile says of one workspace, and the content folder it was written for. */
interface LockfileSection extends Recorded {
    readonly content?: string;
    /** Absent for a workspace that was never asked. */
    readonly facts?: WorkspaceFacts;
}

/**
 * What the lockfile has to learn from one effect: written to the journal when it took place, and from there
 * into the lockfile. `null` drops the entry.
 */
type Recording = {
    readonly of: 'article';
    readonly key: ContentPath;
    /** The key it had before. */
    readonly from?: ContentPath;
    /** Id of the article that it takes the place of, because that is gone from Intercom. */
    readonly replaces?: string;
    readonly entry: RecordedArticle | null;
    readonly images: Readonly<Record<Fingerprint, string>>;
} | {
    readonly of: 'collection';
    readonly key: CollectionKey;
    readonly entry: RecordedCollection;
} | {
    readonly of: 'redirect';
    readonly key: string;
    readonly entry: RecordedRedirect | null;
};
/** A text as it is sent, with the blob of its source. */
interface SentLocale {
    readonly source: string;
    readonly title: string;
    readonly description: string;
    readonly state: State;
    /** HTML with every reference resolved. */
    readonly body: string;
}
/**
 * What is about to be sent of an article: in the journal before the request, so that after a run that was cut off our own
 * text is known again in Intercom, whatever became of its source since.
 */
interface Sent {
    readonly key: ContentPath;
    /** null: it is created. */
    readonly id: string | null;
    /** Of one that no help centre has. */
    readonly type?: UnlistedType;
    /** Present where it goes into the article's draft. */
    readonly staged?: true;
    /** Collection that it is in then. */
    readonly parentId: string | null;
    readonly locales: Readonly<Record<Locale, SentLocale>>;
}
/** What became of one change. */
type Outcome = {
    readonly result: 'done';
    readonly change: Change;
    readonly id: string;
    readonly url: string | null;
} | {
    readonly result: 'failed';
    readonly change: Change;
    readonly message: string;
    readonly requestId: string | null;
};
/** What became of one redirect; `left`: it was not begun, and the next run makes it. */
type RedirectOutcome = {
    readonly result: 'done';
    readonly redirect: RedirectChange;
} | {
    readonly result: 'left';
    readonly redirect: RedirectChange;
    readonly message: string;
} | {
    readonly result: 'failed';
    readonly redirect: RedirectChange;
    readonly message: string;
    readonly requestId: string | null;
};

/** What of a source was edited in Intercom; a collection has a name, and that and its description in other languages. */
type PulledPart = 'title' | 'description' | 'state' | 'author' | 'owner' | 'collection' | 'fin' | 'audiences' | 'tags' | 'body' | 'name' | 'translations';
/** What pulling did to one source or `_collection.yml`, or would do. */
interface PulledSource {
    readonly path: ContentPath;
    /** The article's key, or the collection's. */
    readonly key: ContentPath | CollectionKey;
    readonly locale: Locale;
    readonly id: string;
    readonly title: string;
    /**
     * `merged`: their edits are in the file. `conflict`: some stand between conflict markers. `noted`: the file says it
     * already, and the lockfile says so. `created`: a new file.
     */
    readonly result: 'merged' | 'conflict' | 'noted' | 'created';
    readonly changed: readonly PulledPart[];
    readonly conflicts: number;
    /** Who edited it last, where the API says. */
    readonly by: string | null;
    /** When, in Unix seconds. */
    readonly at: number | null;
    /** What a person should know of it, a sentence each, without a full stop. */
    readonly notes: readonly string[];
}
/** Something in Intercom that has no source yet, and gets one with `--new`. */
interface PullOffer {
    /** `collection`: its name in a language that its `_collection.yml` does not have. */
    readonly kind: 'article' | 'locale' | 'collection';
    readonly id: string;
    readonly locale: Locale;
    readonly title: string;
    readonly state: State;
    /** The collection that a new article is in, or that has a name in one more language. */
    readonly collection: CollectionKey | null;
    /** The source that a new locale belongs to. */
    readonly key: ContentPath | null;
}
/** An article or collection that was looked at and left alone, with how to go on. */
interface PullLeft {
    /** Of a collection its folder, where it has one. */
    readonly key: ContentPath | CollectionKey;
    readonly id: string | null;
    readonly why: 'gone' | 'pending-draft' | 'file-gone' | 'file-there' | 'not-compiled' | 'changed-on-disk'
    /** A collection that is in another one in Intercom. */
     | 'place'
    /** A collection that only front matter names. */
     | 'front-matter';
    readonly by: string | null;
    readonly at: number | null;
    readonly help: string;
}
/** What a pull came to, or would come to. */
interface Pull {
    readonly workspace: {
        readonly id: string;
        readonly name: string;
    };
    /** Nothing was written: it was asked what would be. */
    readonly isCheck: boolean;
    /** By path. */
    readonly pulled: readonly PulledSource[];
    readonly offers: readonly PullOffer[];
    readonly left: readonly PullLeft[];
    /** Images that were downloaded, by path. */
    readonly images: readonly ContentPath[];
    readonly problems: readonly Problem[];
}

/** One locale of an article in Intercom. */
interface RemoteLocale {
    readonly title: string;
    readonly description: string;
    readonly body: string;
    /** Present where the body is not kept, because nothing has changed; see `remainsOf`. The body throws then. */
    readonly remains?: string;
    readonly state: State;
    readonly authorId: string | null;
    readonly url: string | null;
    /** Absent where the API does not say, as before 2.16. */
    readonly fin?: Required<Fin>;
    /** Ids of the audiences that Fin answers with it for, none for everybody; absent where the API does not say. */
    readonly audiences?: readonly string[];
}
/** An article in Intercom now. */
interface RemoteArticle {
    /** It says of which type the article is: see `typeOfId`. */
    readonly id: string;
    readonly url: string | null;
    readonly parentId: string | null;
    /** Collections that it is in besides, of this help centre or another; absent where there are none. */
    readonly otherParentIds?: readonly string[];
    /** Whom an internal article belongs to; absent of others. */
    readonly ownerId?: string | null;
    readonly updatedAt: number;
    /** When it was made, in Unix seconds; absent where Intercom does not say. */
    readonly createdAt?: number;
    /** Who touched it last (2.16 and newer), else null. */
    readonly updatedById: string | null;
    /** A person has a draft that is not published yet (2.16 and newer). */
    readonly pendingDraft: boolean;
    /** The texts that wait in its drafts, of the locales that have one; absent where nobody asked for them. */
    readonly drafts?: Readonly<Record<Locale, RemoteLocale>>;
    /** When Intercom publishes or unpublishes it by itself, in Unix seconds; absent where the API does not say. */
    readonly schedule?: {
        readonly publishAt: number | null;
        readonly unpublishAt: number | null;
    };
    /** Absent where the API does not say, as before 2.13. */
    readonly tags?: readonly Label[];
    readonly defaultLocale: Locale;
    /** The default locale is always among them. */
    readonly locales: Readonly<Record<Locale, RemoteLocale>>;
}
/** A collection in Intercom now. */
interface RemoteCollection {
    readonly id: string;
    /** First language of its help centre. */
    readonly defaultLocale: Locale;
    /** In the first language; see `namedIn`. */
    readonly name: string;
    readonly description: string;
    readonly parentId: string | null;
    /** Of a section too: that of the collection it is in. */
    readonly helpCentreId: string | null;
    readonly order: number;
    readonly url: string | null;
    /** Absent where Intercom says none. */
    readonly icon?: string;
    /** When it was changed last, in Unix seconds; absent where Intercom does not say. Who did it is nowhere. */
    readonly updatedAt?: number;
    readonly translations: Readonly<Record<Locale, {
        readonly name: string;
        readonly description?: string;
    }>>;
}
/** One of the workspace's public sites. */
interface RemoteHelpCentre {
    readonly id: string;
    readonly identifier: string;
    readonly name: string;
    /** Where readers find it, without a trailing slash; null while it is switched off. */
    readonly url: string | null;
    /** null on versions that do not say. */
    readonly isDefault: boolean | null;
    readonly locales: readonly Locale[] | null;
}
/** A person who can be an author. */
interface Teammate {
    readonly id: string;
    readonly name: string;
    readonly email: string;
}
/** Intercom as one listing found it. */
interface Remote {
    readonly workspace: {
        readonly id: string;
        readonly name: string;
        readonly region: string;
        readonly tokenOwnerId: string;
    };
    readonly helpCentres: readonly RemoteHelpCentre[];
    readonly collections: readonly RemoteCollection[];
    readonly articles: readonly RemoteArticle[];
    /** Types of which nobody knows what there is, since the version of the API has none; absent where that is no type. */
    readonly unknownTypes?: readonly UnlistedType[];
    readonly teammates: readonly Teammate[];
    /** Ids of those among its teammates that are programs; absent where nobody listed them. */
    readonly bots?: readonly string[];
    /** All that there are; absent where nobody asked for them. */
    readonly audiences?: readonly Label[];
    readonly tags?: readonly Label[];
    /** All that there are; absent where nobody asked for them. */
    readonly redirects?: readonly RemoteRedirect[];
    /** Present where nothing that it lists has languages: they are switched off in its settings. */
    readonly languages?: 'off';
}

/** What readers and Fin did with one article, as Intercom counts it: since it was made, over all of its languages. */
interface ArticleStatistics {
    readonly views: number;
    /** Conversations that were started from the article. */
    readonly conversations: number;
    readonly reactions: number;
    /** Shares of the reactions, in percent, 0 to 100. All are 0 where nobody reacted. */
    readonly happy: number;
    readonly neutral: number;
    readonly sad: number;
    /** Null on versions of the API before 2.16, which do not say it. */
    readonly fin: FinStatistics | null;
}
/** What Fin did with it. */
interface FinStatistics {
    /** Conversations in which Fin used the article. */
    readonly involvements: number;
    /** Those of them that Fin resolved. */
    readonly resolutions: number;
}

/**
 * The port between the stages and Intercom: what can be asked of a workspace, in our own nouns. `intercom/`
 * implements it over HTTP. A command that must not write is given a `WorkspaceReader`, and the compiler
 * holds it to that.
 */
interface WorkspaceReader {
    /** Workspace, help centres, collections, articles and teammates, each listed to the end. */
    snapshot(options: {
        readonly defaultLocale: Locale;
        readonly signal?: AbortSignal;
        /** Told how many articles came since it was told last. What is read again comes again. */
        readonly onArticles?: (count: number) => void;
        /**
         * Asked of each article as it comes, whether its bodies need not be kept. Of one whose headings cannot be told
         * without them they are kept all the same.
         */
        readonly letsGo?: (article: RemoteArticle) => boolean;
    }): Promise<Remote>;
    /**
     * All articles of a type that no help centre has. Nothing on versions of the API that do not know it: internal ones
     * before 2.13, snippets before 2.16.
     */
    unlisted(type: UnlistedType, defaultLocale: Locale): Promise<readonly RemoteArticle[]>;
    /** One article as it is now; null when it does not exist. */
    article(id: string, defaultLocale: Locale): Promise<RemoteArticle | null>;
    /**
     * What readers and Fin did with one article: one request each, as lists do not say it. Null where the article does
     * not exist, or Intercom does not say it.
     */
    statistics(id: string): Promise<ArticleStatistics | null>;
    /**
     * What one locale of an article was before, newest first, without the texts: the newest 50. Nothing on versions of
     * the API before 2.16, and nothing for an article that does not exist.
     *
     * @param locale null where the article has but one
     */
    versions(id: string, locale: Locale | null): Promise<readonly ArticleVersion[]>;
    /** The text of one of them; null when it does not exist. */
    version(id: string, versionId: string, locale: Locale | null): Promise<ArticleVersionText | null>;
    /**
     * What waits in the drafts of an article: the texts of the locales that have one. Nothing on versions of the API
     * before 2.16, for an article without a draft, and for one that does not exist.
     */
    drafts(id: string, defaultLocale: Locale): Promise<Readonly<Record<Locale, RemoteLocale>>>;
    /** All audiences of the workspace; nothing on versions of the API before 2.16. */
    audiences(): Promise<readonly Label[]>;
    /** All tags of the workspace. */
    tags(): Promise<readonly Label[]>;
    /** All redirects of a help centre; nothing on versions of the API before 2.16, and of one that is switched off. */
    redirects(centre: Pick<RemoteHelpCentre, 'id' | 'url'>): Promise<readonly RemoteRedirect[]>;
    /** Requests sent so far, by method: `{ GET: 4, PUT: 1 }`. */
    requests(): Readonly<Record<string, number>>;
}
/** That an article was saved once. */
interface ArticleVersion {
    readonly id: string;
    /** Person who saved it, where the API says. */
    readonly createdById: string | null;
    /** Unix seconds. */
    readonly createdAt: number;
}
/** What one locale of an article was when it was saved. */
interface ArticleVersionText {
    readonly title: string;
    readonly description: string;
    readonly body: string;
    readonly authorId: string | null;
}
/** What a write sets in one locale. A field that is absent is not sent and stays as it is. */
interface LocaleWrite {
    readonly title?: string;
    readonly description?: string;
    /** HTML with every reference resolved. */
    readonly body?: string;
    /** Absent where a draft of ours waits: then any state that goes along might publish it. */
    readonly state?: State;
    /** Sent always where it is known: leaving it out was seen to put the token's owner on the byline. */
    readonly authorId: string | null;
    /** Which of Fin's agents may answer with it; what is absent stays as it is. On 2.16 and newer. */
    readonly fin?: Fin;
}
/**
 * What a write of an article carries: one request, everything in it. The default locale stands at the root
 * of the request, the others in `translated_content`; locales that are not named stay as they are.
 */
interface ArticleWrite {
    /** What a create makes; absent: an article of a help centre. An update goes by the id. */
    readonly type?: UnlistedType;
    /** Id of the teammate whom an internal article belongs to; absent: as it is, and whoever wrote it of a new one. */
    readonly ownerId?: string;
    /** Collection; null: no collection; absent: stays where it is. */
    readonly parentId?: string | null;
    /** A create names the default locale, with title and author. */
    readonly locales: Readonly<Record<Locale, LocaleWrite>>;
    /** Ids of the audiences that Fin answers with it for, in all languages; none for everybody. On 2.16 and newer. */
    readonly audiences?: readonly string[];
    /** Times at which Intercom acts by itself, in Unix seconds; null cancels. On 2.16 and newer. */
    readonly schedule?: ScheduleChange;
}
/** What a write of a collection carries. */
interface CollectionWrite {
    readonly name: string;
    readonly description: string;
    readonly parentId: string | null;
    readonly translations: Readonly<Record<Locale, {
        readonly name: string;
        readonly description?: string;
    }>>;
}
/** What a new redirect carries. */
interface RedirectWrite extends RedirectGoal {
    readonly centre: {
        readonly id: string;
        readonly url: string;
    };
    /** Path and query below the address of the help centre. */
    readonly address: string;
    /** Language of the text that it leads to. */
    readonly locale: Locale;
}
/** What `publish` holds besides the reader. */
interface WorkspaceWriter extends WorkspaceReader {
    createCollection(write: CollectionWrite & {
        readonly helpCentreId: string | null;
    }, defaultLocale: Locale): Promise<RemoteCollection>;
    updateCollection(id: string, write: CollectionWrite, defaultLocale: Locale): Promise<RemoteCollection>;
    /**
     * Creates an article. The answer is Intercom's: the body as it was rewritten. When the answer is lost the
     * newest page of the list is looked at, and the article is sent again only if it is not there.
     */
    createArticle(write: ArticleWrite, defaultLocale: Locale): Promise<RemoteArticle>;
    updateArticle(id: string, write: ArticleWrite, defaultLocale: Locale): Promise<RemoteArticle>;
    /**
     * Puts texts into the draft of an article that is published, in each of the locales: readers see none of it.
     *
     * @returns the article as it will be once its drafts are published
     */
    stageDraft(id: string, write: Pick<ArticleWrite, 'locales'>, defaultLocale: Locale): Promise<RemoteArticle>;
    /**
     * Publishes the drafts of an article.
     *
     * @param locales that have one; null where the workspace has languages switched off
     */
    publishDraft(id: string, locales: readonly Locale[] | null, defaultLocale: Locale): Promise<RemoteArticle>;
    /** Makes a tag. One of that name, in any case of letters, is the answer where there is one. */
    createTag(name: string): Promise<Label>;
    /** Puts a tag on an article. Twice has the same end as once. */
    addTag(articleId: string, tagId: string): Promise<void>;
    /** Resolves also when the article does not have the tag. */
    removeTag(articleId: string, tagId: string): Promise<void>;
    /**
     * Makes a redirect. Where the answer is lost, or says that the address is taken, the list is looked at: one that
     * leads to the same is the answer.
     */
    createRedirect(write: RedirectWrite): Promise<RemoteRedirect>;
    /** Resolves also when it is already gone. */
    deleteRedirect(helpCentreId: string, id: string): Promise<void>;
    /** Resolves also when the article is already gone. */
    deleteArticle(id: string): Promise<void>;
}
/**
 * The one error of Intercom's border: a request that failed for good. Its message is fit to print and never
 * holds the token.
 */
declare class IntercomError extends Error {
    readonly name = "IntercomError";
    readonly method: string;
    /** Path and query, without host. */
    readonly path: string;
    /** HTTP status; null when no answer came. */
    readonly status: number | null;
    /** Intercom's code (`not_found`), or ours for what has none: `no-answer`, `timed-out`, `not-json`, `unexpected-shape`, `changed-while-reading`, `cancelled`, `http-422` (status), `bad-token`, `bad-base-url`, `bad-proxy`. */
    readonly code: string;
    readonly requestId: string | null;
    /** Intercom's own words; empty when it said nothing. */
    readonly detail: string;
    constructor(facts: {
        method: string;
        path: string;
        status: number | null;
        code: string;
        requestId: string | null;
        detail: string;
        message: string;
    });
}

/** What keeps articles from being published whatever the workspace is. */
interface Hindrances {
    /** Articles that cannot be published as things are, and why. */
    readonly unpublishable?: readonly {
        readonly key: ContentPath;
        readonly problems: readonly Problem[];
    }[];
    /** Where the configuration names an author. */
    readonly authorPlace?: Place;
    /** Where it names audiences and tags. */
    readonly reachPlaces?: ReachPlaces;
}

/** A source as a person wrote it, without its front matter. */
interface MarkdownText {
    /** Of its front matter; `''` where the first heading is the title. */
    readonly title: string;
    readonly markdown: string;
}
/** Texts of articles in the default locale, by their keys. */
interface MarkdownTexts {
    /** Of files that are gone, as they were last published. */
    readonly before: ReadonlyMap<string, MarkdownText>;
    readonly now: ReadonlyMap<string, MarkdownText>;
}

/** A source as far as it can be read, whatever is wrong with it. */
interface SourceText {
    readonly locale: Locale;
    /** Git blob id of its bytes. */
    readonly blob: string;
    /** Markdown, perhaps with its front matter; null where it cannot be read at all. */
    readonly text: string | null;
    /** The article that its front matter names, where that can be read. */
    readonly id?: string;
}
/** What tells whether a removal may be a move into a source that has an error. */
interface SuspectsInput {
    /** Default locale. */
    readonly locale: Locale;
    /** Articles with an error. */
    readonly failed: readonly ContentPath[];
    /** Their sources. Without it nothing is known of them. */
    readonly sourcesOf?: ((article: ContentPath) => readonly SourceText[]) | undefined;
    readonly recorded: Recorded;
    /** null for an offline plan: then the texts of git count. */
    readonly remote: Remote | null;
    readonly texts?: MarkdownTexts | undefined;
    readonly moved: Settings['moved'];
}

/** The three states and the policies. */
interface PlanInput extends Hindrances {
    readonly desired: Desired;
    readonly recorded: Recorded;
    /** null: Intercom was not asked (offline); the lockfile is trusted for it. */
    readonly remote: Remote | null;
    readonly settings: Pick<Settings, 'helpCentre' | 'onDrift' | 'removed' | 'maxRemovals' | 'moved' | 'problems' | 'createTags'>;
    readonly allowRemovals: boolean;
    /** Whether the lockfile was written for another content folder. */
    readonly otherContent: boolean;
    /** Of an offline plan, where they are known: see `matchArticles`. */
    readonly texts?: MarkdownTexts | undefined;
    /** Whether a change is in the part that was chosen; absent for all. */
    readonly isChosen?: (change: Change) => boolean;
    /** The sources of an article, whatever is wrong with them: see `suspectsAmong`. */
    readonly sourcesOf?: SuspectsInput['sourcesOf'];
}
/**
 * Compares the three states and says what `publish` would do. Pure: the same inputs give the same plan, byte
 * for byte, whatever order they come in.
 */
declare function makePlan(input: PlanInput): Plan;

/** A file in the content folder. */
interface FoundFile {
    /** Inside the content folder, forward slashes, NFC. */
    readonly path: ContentPath;
    /** Absolute path on disk, links resolved. */
    readonly absolute: string;
    /** What it would hold, of a file that is only tried out; absent for what the disk has. */
    readonly bytes?: Uint8Array;
}
/** What is in the content folder. */
interface FoundFiles {
    readonly files: readonly FoundFile[];
    /** Symlinks that lead out of the folder, or nowhere, with the reason. */
    readonly refused: ReadonlyMap<ContentPath, string>;
}

/**
 * What was read before, so that the next reading looks only at what changed since. Whoever keeps one has to say what
 * changed; a new one knows nothing, and with it everything is read.
 */
interface ReadMemory {
    /** The list of files, made once until it is forgotten. */
    listing(make: () => Promise<Listing>): Promise<Listing>;
    /**
     * What was made of a file, made once until the file is forgotten.
     *
     * @param absolute the file
     * @param what names what was made of it, and all else that it was made from
     */
    recall<T>(absolute: string, what: string, make: () => Promise<T>): Promise<T>;
    /** Drops a file that changed. @returns whether it was known */
    forget(absolute: string): boolean;
    /** Absolute paths of all files that something was made of. */
    files(): Iterable<string>;
    /** Drops the list of files: one came, went or was renamed. What was made of files stays. */
    forgetListing(): void;
}
/** The files of the content folder, and which of them the configuration leaves out. */
interface Listing extends FoundFiles {
    readonly ignored: ReadonlySet<string>;
}

/** Where a source belongs, told from its path alone. */
interface SourceAddress {
    readonly path: ContentPath;
    readonly article: ContentPath;
    readonly locale: Locale;
}

/** Pages that the tool's navigation does not list, and that are left out for it. */
interface Unlisted {
    /** Name of its file. */
    readonly navigation: string;
    readonly pages: number;
}

/** The repository, and what is wrong with it. */
interface ReadResult {
    readonly repository: Repository;
    /** Articles with a source that cannot be read: neither written nor removed. */
    readonly broken: readonly ContentPath[];
    /** The sources that cannot be read, or whose collection cannot. */
    readonly unread: readonly SourceAddress[];
    /** Sources whose path belongs to no article: of a language alone, or a path that other systems cannot have. */
    readonly misplaced: readonly ContentPath[];
    /** Absent where no page is left out for the tool's navigation. */
    readonly unlisted?: Unlisted;
    readonly problems: readonly Problem[];
    /** What is wrong with the form of sources, and changes nothing that is published: one finding a file and kind. */
    readonly untidy: readonly Problem[];
    /** Markdown files as they were when they were read, by path in the content folder. */
    readonly texts: ReadonlyMap<ContentPath, TextFile>;
    /** Absolute paths of files beside the content folder that it depends on, there or not: the product's, `redirects.yml`. */
    readonly product: readonly string[];
}
/** A Markdown file on disk. */
interface TextFile {
    /** Links resolved; always in the content folder. */
    readonly absolute: string;
    /** Git blob id of its bytes. */
    readonly blob: string;
}

/**
 * Reads the content folder: sources, collections, images and snippets.
 *
 * @param folder absolute folder of the configuration
 * @param settings the configuration
 * @param shown the folder as places should name it, relative to the working folder; `''` for the same
 * @param memory of an earlier reading with the same settings: only what it has forgotten is read again
 * @param memo of earlier runs
 * @param places where the configuration names each entry of `variablesFrom`
 */
declare function readRepository(folder: string, settings: Settings, shown?: string, memory?: ReadMemory, memo?: Memo, places?: readonly Place[]): Promise<ReadResult>;

/**
 * The lockfile's text: keys sorted, one value a line, LF ends, a last newline. The same value gives the same
 * bytes on every machine, so that git shows what changed and nothing else. The format version comes first.
 */
declare function formatLockfile(lockfile: Lockfile): string;

/** The lockfile's value, or every mistake in it. */
type ParsedLockfile = {
    readonly ok: true;
    readonly lockfile: Lockfile;
} | {
    readonly ok: false;
    readonly problems: readonly Problem[];
};
/**
 * Parses a lockfile and checks what no schema can: merge conflict markers, a key or an id that stands twice.
 *
 * @param text the file
 * @param file path to name in problems
 */
declare function parseLockfile(text: string, file: string): ParsedLockfile;

/**
 * What can go wrong, and when in the life of a request.
 *
 * | kind | what the client meets | what becomes of the request |
 * | --- | --- | --- |
 * | `refuse` | the connection is closed without a word | nothing happens |
 * | `reset-before` | the connection is reset | nothing happens |
 * | `429` `500` `502` `503` `504` | that status; 502 to 504 with an HTML page | nothing happens |
 * | `slow` | the answer comes late, after `=2s` or `=1500ms` (default 3s) | it takes effect after the wait |
 * | `drop-after` | the connection is closed without a word | it takes effect |
 * | `reset-after` | the connection is reset | it takes effect |
 * | `500-after` `502-after` `503-after` `504-after` | that status | it takes effect |
 * | `cut` | the answer breaks off after `=100` bytes (default: half of it) | it takes effect |
 */
declare const faultKinds: readonly ["refuse", "reset-before", "429", "500", "502", "503", "504", "slow", "drop-after", "reset-after", "500-after", "502-after", "503-after", "504-after", "cut"];
/** Name of a fault. */
type FaultKind = (typeof faultKinds)[number];
/** A fault, and which requests it meets: those that fit every condition. */
interface Fault {
    readonly kind: FaultKind;
    /** Milliseconds for `slow`, bytes for `cut`; null for the default. */
    readonly amount: number | null;
    /** Only requests with this method. */
    readonly method: string | null;
    /** Only requests to paths of this pattern; `*` stands for any characters. */
    readonly path: string | null;
    /** Only these of the requests that fit method and path, counted from 1; `last` is Infinity for "and all after". */
    readonly nth: {
        readonly first: number;
        readonly last: number;
    } | null;
    /** Only this share of them, drawn at random; 0 to 1. */
    readonly probability: number | null;
    /** As it was typed. */
    readonly spec: string;
}

/** What became of a request on its way. */
type Phase = 
/** It arrived; nothing was done yet. */
'received'
/** It took effect, and what it changed would survive the end of the process; nothing was answered yet. */
 | 'applied'
/** Its connection was done with: the answer was sent, or was not going to be. */
 | 'answered';
/** Something a request changed. */
interface Written {
    readonly kind: 'article' | 'draft' | 'collection' | 'internal_article' | 'content_snippet' | 'tag' | 'audience' | 'redirect';
    readonly action: 'create' | 'update' | 'delete';
    readonly id: string;
}
/** One request to the API, in the order of arrival. */
interface LogEntry {
    /** From 1. */
    readonly n: number;
    readonly method: string;
    /** Path and query. */
    readonly path: string;
    /** null until it is answered, and for good when the connection was cut before. */
    readonly status: number | null;
    readonly requestId: string;
    /** Milliseconds since the epoch at which it arrived. */
    readonly at: number;
    /** Milliseconds until it was answered; null until then. */
    readonly took: number | null;
    /** What it changed. Present also when a fault kept the client from learning of it. */
    readonly written: readonly Written[];
    /** The fault that met it, as it was typed. */
    readonly fault: string | null;
    /** An error in the sandbox itself that it came upon: the answer was a 500. */
    readonly failure: string | null;
}
/** Called at each phase of each request to the API. */
type PhaseListener = (n: number, phase: Phase, entry: LogEntry) => void | Promise<void>;

/** Locales that articles and collections can have, as the official description lists them. */
declare const knownLocales: readonly ["ar", "bg", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "he", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "mn", "nb", "nl", "pl", "pt", "ro", "ru", "sl", "sr", "sv", "tr", "vi", "pt-BR", "zh-CN", "zh-TW"];
/** One of Intercom's locales. */
type LocaleCode = (typeof knownLocales)[number];

/** The two modes by name. */
declare const modes: {
    readonly observed: Quirks;
    readonly strict: Quirks;
};
/** `observed` follows real workspaces, `strict` the official pages. */
type Mode = keyof typeof modes;

/** A version the sandbox speaks: also those before the publisher's first, for other programs. */
type SandboxVersion = '2.7' | '2.8' | '2.9' | '2.10' | ApiVersion;

/** A token that the API takes, and what it may do. */
interface TokenRights {
    readonly token: string;
    /** Whether it may change anything; a read-only one gets a 403. Default: yes. */
    readonly write?: boolean;
    /** Whether it may see articles, collections and the rest of the help centre at all. Default: yes. */
    readonly articles?: boolean;
    /** Whether it may see redirects. Default: yes. */
    readonly redirects?: boolean;
    /** Whether it may see content snippets. Default: yes. */
    readonly snippets?: boolean;
}
/** How a sandbox is started. Everything but `dir` has a default. */
interface SandboxOptions {
    /** Folder of its state, absolute; null keeps everything in memory. */
    readonly dir: string | null;
    /**
     * Whether git has these very bytes of the folder's lock, which then came with a checkout and holds nobody up. Default:
     * it never has.
     */
    readonly isCommitted?: (file: string, bytes: Uint8Array) => Promise<boolean>;
    /** Port on 127.0.0.1; 0, the default, takes the one of the last run if it is free, or any. */
    readonly port?: number;
    /**
     * Where its pages are said to be, without a trailing slash: for one that listens on this port for a moment, and is found
     * elsewhere later. Default: where it listens.
     */
    readonly address?: string;
    /** Default: `observed`. */
    readonly mode?: Mode;
    /** Single switches that differ from the mode. */
    readonly quirks?: Partial<Quirks>;
    /** Version of a request that names none. Default: 2.16. */
    readonly version?: SandboxVersion;
    /** Milliseconds every request takes at least. Default: 0. */
    readonly latency?: number;
    /** Requests in ten seconds; null, the default, for no limit. */
    readonly rateLimit?: number | null;
    /** Seed of everything drawn at random: ids, request ids, faults. Default: 1. */
    readonly seed?: number;
    /** Faults, as `parseFaults` gives them. Default: none. */
    readonly faults?: readonly Fault[];
    /** Images on other hosts than loopback: fetched; or, the default, taken as they are with a stand-in picture. */
    readonly externalImages?: 'fetch' | 'accept';
    /** Milliseconds since the epoch. Default: the clock. */
    readonly now?: () => number;
    /** Whether the workspace has languages. Only for a new one. Default: yes. */
    readonly multilingual?: boolean;
    /** Locales of the help centre, the default one first. Only for a new workspace. Default: en, fr, de, es. */
    readonly locales?: readonly LocaleCode[];
    /** Tokens besides `sandbox`, which may do everything. */
    readonly tokens?: readonly TokenRights[];
    /** Called at each phase of each request; the request waits for it. */
    readonly onRequest?: PhaseListener;
}

type _JSONSchema = boolean | JSONSchema;
type SchemaType = "object" | "array" | "string" | "number" | "boolean" | "null" | "integer";
type JSONSchema = {
    [k: string]: unknown;
    $schema?: "https://json-schema.org/draft/2020-12/schema" | "http://json-schema.org/draft-07/schema#" | "http://json-schema.org/draft-04/schema#";
    $id?: string;
    $anchor?: string;
    $ref?: string;
    $dynamicRef?: string;
    $dynamicAnchor?: string;
    $vocabulary?: Record<string, boolean>;
    $comment?: string;
    $defs?: Record<string, JSONSchema>;
    type?: SchemaType | SchemaType[];
    additionalItems?: _JSONSchema;
    unevaluatedItems?: _JSONSchema;
    prefixItems?: _JSONSchema[];
    items?: _JSONSchema | _JSONSchema[];
    contains?: _JSONSchema;
    additionalProperties?: _JSONSchema;
    unevaluatedProperties?: _JSONSchema;
    properties?: Record<string, _JSONSchema>;
    patternProperties?: Record<string, _JSONSchema>;
    dependentSchemas?: Record<string, _JSONSchema>;
    propertyNames?: _JSONSchema;
    if?: _JSONSchema;
    then?: _JSONSchema;
    else?: _JSONSchema;
    allOf?: JSONSchema[];
    anyOf?: JSONSchema[];
    oneOf?: JSONSchema[];
    not?: _JSONSchema;
    multipleOf?: number;
    maximum?: number;
    exclusiveMaximum?: number | boolean;
    minimum?: number;
    exclusiveMinimum?: number | boolean;
    maxLength?: number;
    minLength?: number;
    pattern?: string;
    maxItems?: number;
    minItems?: number;
    uniqueItems?: boolean;
    maxContains?: number;
    minContains?: number;
    maxProperties?: number;
    minProperties?: number;
    required?: string[];
    dependentRequired?: Record<string, string[]>;
    enum?: Array<string | number | boolean | null>;
    const?: string | number | boolean | null;
    id?: string;
    title?: string;
    description?: string;
    default?: unknown;
    deprecated?: boolean;
    readOnly?: boolean;
    writeOnly?: boolean;
    nullable?: boolean;
    examples?: unknown[];
    format?: string;
    contentMediaType?: string;
    contentEncoding?: string;
    contentSchema?: JSONSchema;
    _prefault?: unknown;
};
type BaseSchema = JSONSchema;

/** The Standard interface. */
interface StandardTypedV1<Input = unknown, Output = Input> {
    /** The Standard properties. */
    readonly "~standard": StandardTypedV1.Props<Input, Output>;
}
declare namespace StandardTypedV1 {
    /** The Standard properties interface. */
    interface Props<Input = unknown, Output = Input> {
        /** The version number of the standard. */
        readonly version: 1;
        /** The vendor name of the schema library. */
        readonly vendor: string;
        /** Inferred types associated with the schema. */
        readonly types?: Types<Input, Output> | undefined;
    }
    /** The Standard types interface. */
    interface Types<Input = unknown, Output = Input> {
        /** The input type of the schema. */
        readonly input: Input;
        /** The output type of the schema. */
        readonly output: Output;
    }
    /** Infers the input type of a Standard. */
    type InferInput<Schema extends StandardTypedV1> = NonNullable<Schema["~standard"]["types"]>["input"];
    /** Infers the output type of a Standard. */
    type InferOutput<Schema extends StandardTypedV1> = NonNullable<Schema["~standard"]["types"]>["output"];
}
/** The Standard Schema interface. */
interface StandardSchemaV1<Input = unknown, Output = Input> {
    /** The Standard Schema properties. */
    readonly "~standard": StandardSchemaV1.Props<Input, Output>;
}
declare namespace StandardSchemaV1 {
    /** The Standard Schema properties interface. */
    interface Props<Input = unknown, Output = Input> extends StandardTypedV1.Props<Input, Output> {
        /** Validates unknown input values. */
        readonly validate: (value: unknown, options?: StandardSchemaV1.Options | undefined) => Result<Output> | Promise<Result<Output>>;
    }
    /** The result interface of the validate function. */
    type Result<Output> = SuccessResult<Output> | FailureResult;
    /** The result interface if validation succeeds. */
    interface SuccessResult<Output> {
        /** The typed output value. */
        readonly value: Output;
        /** The absence of issues indicates success. */
        readonly issues?: undefined;
    }
    interface Options {
        /** Implicit support for additional vendor-specific parameters, if needed. */
        readonly libraryOptions?: Record<string, unknown> | undefined;
    }
    /** The result interface if validation fails. */
    interface FailureResult {
        /** The issues of failed validation. */
        readonly issues: ReadonlyArray<Issue>;
    }
    /** The issue interface of the failure output. */
    interface Issue {
        /** The error message of the issue. */
        readonly message: string;
        /** The path of the issue, if any. */
        readonly path?: ReadonlyArray<PropertyKey | PathSegment> | undefined;
    }
    /** The path segment interface of the issue. */
    interface PathSegment {
        /** The key representing a path segment. */
        readonly key: PropertyKey;
    }
    /** The Standard types interface. */
    interface Types<Input = unknown, Output = Input> extends StandardTypedV1.Types<Input, Output> {
    }
    /** Infers the input type of a Standard. */
    type InferInput<Schema extends StandardTypedV1> = StandardTypedV1.InferInput<Schema>;
    /** Infers the output type of a Standard. */
    type InferOutput<Schema extends StandardTypedV1> = StandardTypedV1.InferOutput<Schema>;
}
/** The Standard JSON Schema interface. */
interface StandardJSONSchemaV1<Input = unknown, Output = Input> {
    /** The Standard JSON Schema properties. */
    readonly "~standard": StandardJSONSchemaV1.Props<Input, Output>;
}
declare namespace StandardJSONSchemaV1 {
    /** The Standard JSON Schema properties interface. */
    interface Props<Input = unknown, Output = Input> extends StandardTypedV1.Props<Input, Output> {
        /** Methods for generating the input/output JSON Schema. */
        readonly jsonSchema: Converter;
    }
    /** The Standard JSON Schema converter interface. */
    interface Converter {
        /** Converts the input type to JSON Schema. May throw if conversion is not supported. */
        readonly input: (options: StandardJSONSchemaV1.Options) => Record<string, unknown>;
        /** Converts the output type to JSON Schema. May throw if conversion is not supported. */
        readonly output: (options: StandardJSONSchemaV1.Options) => Record<string, unknown>;
    }
    /** The target version of the generated JSON Schema.
     *
     * It is *strongly recommended* that implementers support `"draft-2020-12"` and `"draft-07"`, as they are both in wide use.
     *
     * The `"openapi-3.0"` target is intended as a standardized specifier for OpenAPI 3.0 which is a superset of JSON Schema `"draft-04"`.
     *
     * All other targets can be implemented on a best-effort basis. Libraries should throw if they don't support a specified target.
     */
    type Target = "draft-2020-12" | "draft-07" | "openapi-3.0" | ({} & string);
    /** The options for the input/output methods. */
    interface Options {
        /** Specifies the target version of the generated JSON Schema. Support for all versions is on a best-effort basis. If a given version is not supported, the library should throw. */
        readonly target: Target;
        /** Implicit support for additional vendor-specific parameters, if needed. */
        readonly libraryOptions?: Record<string, unknown> | undefined;
    }
    /** The Standard types interface. */
    interface Types<Input = unknown, Output = Input> extends StandardTypedV1.Types<Input, Output> {
    }
    /** Infers the input type of a Standard. */
    type InferInput<Schema extends StandardTypedV1> = StandardTypedV1.InferInput<Schema>;
    /** Infers the output type of a Standard. */
    type InferOutput<Schema extends StandardTypedV1> = StandardTypedV1.InferOutput<Schema>;
}
interface StandardSchemaWithJSONProps<Input = unknown, Output = Input> extends StandardSchemaV1.Props<Input, Output>, StandardJSONSchemaV1.Props<Input, Output> {
}

declare const $output: unique symbol;
type $output = typeof $output;
declare const $input: unique symbol;
type $input = typeof $input;
type $replace<Meta, S extends $ZodType> = Meta extends $output ? output<S> : Meta extends $input ? input<S> : Meta extends (infer M)[] ? $replace<M, S>[] : Meta extends (...args: infer P) => infer R ? (...args: {
    [K in keyof P]: $replace<P[K], S>;
}) => $replace<R, S> : Meta extends object ? {
    [K in keyof Meta]: $replace<Meta[K], S>;
} : Meta;
type MetadataType = object | undefined;
declare class $ZodRegistry<Meta extends MetadataType = MetadataType, Schema extends $ZodType = $ZodType> {
    _meta: Meta;
    _schema: Schema;
    _map: WeakMap<Schema, $replace<Meta, Schema>>;
    _idmap: Map<string, Schema>;
    add<S extends Schema>(schema: S, ..._meta: undefined extends Meta ? [$replace<Meta, S>?] : [$replace<Meta, S>]): this;
    clear(): this;
    remove(schema: Schema): this;
    get<S extends Schema>(schema: S): $replace<Meta, S> | undefined;
    has(schema: Schema): boolean;
}
interface JSONSchemaMeta {
    id?: string | undefined;
    title?: string | undefined;
    description?: string | undefined;
    deprecated?: boolean | undefined;
    [k: string]: unknown;
}
interface GlobalMeta extends JSONSchemaMeta {
}

type Processor<T extends $ZodType = $ZodType> = (schema: T, ctx: ToJSONSchemaContext, json: BaseSchema, params: ProcessParams) => void;
/**
 * Called for each schema that has no JSON Schema equivalent. Return a JSON Schema to use in its
 * place, `"any"` to fall back to the `unrepresentable: "any"` behavior, or `"throw"`/`undefined` to
 * throw the default error. Throwing from the handler propagates, so custom errors work too.
 */
type UnrepresentableHandler<T extends $ZodType = $ZodType> = (ctx: {
    zodSchema: T;
    path: (string | number)[];
    /** The error Zod would throw. Distinguishes sites that share a `zodSchema`, e.g. an `undefined`
     *  vs a `bigint` member of the same literal. */
    message: string;
}) => BaseSchema | "throw" | "any" | undefined;
interface JSONSchemaGeneratorParams {
    processors: Record<string, Processor>;
    /** A registry used to look up metadata for each schema. Any schema with an `id` property will be extracted as a $def.
     *  @default globalRegistry */
    metadata?: $ZodRegistry<Record<string, any>>;
    /** The JSON Schema version to target.
     * - `"draft-2020-12"` — Default. JSON Schema Draft 2020-12
     * - `"draft-07"` — JSON Schema Draft 7
     * - `"draft-04"` — JSON Schema Draft 4
     * - `"openapi-3.0"` — OpenAPI 3.0 Schema Object */
    target?: "draft-04" | "draft-07" | "draft-2020-12" | "openapi-3.0" | ({} & string) | undefined;
    /** How to handle unrepresentable types.
     * - `"throw"` — Default. Unrepresentable types throw an error
     * - `"any"` — Unrepresentable types become `{}`
     * - A function — called once per unrepresentable schema; see {@link UnrepresentableHandler}. */
    unrepresentable?: "throw" | "any" | UnrepresentableHandler<$ZodTypes>;
    /** Arbitrary custom logic that can be used to modify the generated JSON Schema. */
    override?: (ctx: {
        zodSchema: $ZodTypes;
        jsonSchema: BaseSchema;
        path: (string | number)[];
    }) => void;
    /** Whether to extract the `"input"` or `"output"` type. Relevant to transforms, defaults, coerced primitives, etc.
     * - `"output"` — Default. Convert the output schema.
     * - `"input"` — Convert the input schema. */
    io?: "input" | "output";
    cycles?: "ref" | "throw";
    reused?: "ref" | "inline";
    external?: {
        registry: $ZodRegistry<{
            id?: string | undefined;
        }>;
        uri?: ((id: string) => string) | undefined;
        defs: Record<string, BaseSchema>;
    } | undefined;
}
/**
 * Parameters for the toJSONSchema function.
 */
type ToJSONSchemaParams = Omit<JSONSchemaGeneratorParams, "processors" | "external">;
interface ProcessParams {
    schemaPath: $ZodType[];
    path: (string | number)[];
}
interface Seen {
    /** JSON Schema result for this Zod schema */
    schema: BaseSchema;
    /** A cached version of the schema that doesn't get overwritten during ref resolution */
    def?: BaseSchema;
    defId?: string | undefined;
    /** Number of times this schema was encountered during traversal */
    count: number;
    /** Cycle path */
    cycle?: (string | number)[] | undefined;
    isParent?: boolean | undefined;
    /** Schema to inherit JSON Schema properties from (set by processor for wrappers) */
    ref?: $ZodType | null;
    /** JSON Schema property path for this schema */
    path?: (string | number)[] | undefined;
}
interface ToJSONSchemaContext {
    processors: Record<string, Processor>;
    metadataRegistry: $ZodRegistry<Record<string, any>>;
    target: "draft-04" | "draft-07" | "draft-2020-12" | "openapi-3.0" | ({} & string);
    unrepresentable: "throw" | "any" | UnrepresentableHandler;
    override: (ctx: {
        zodSchema: $ZodType;
        jsonSchema: BaseSchema;
        path: (string | number)[];
    }) => void;
    io: "input" | "output";
    counter: number;
    seen: Map<$ZodType, Seen>;
    /** Registry conversions share one `seen` map across every emitted schema. These hold the
     * `external` the whole-map passes below last ran for, so the passes are not repeated once per
     * schema — and still re-run if the map grows or `external` is swapped. `sharedEmitDoneFor`
     * covers both passes in `finalize`: the ref flattening and the `$defs` build.
     *
     * The passes are valid only while nothing they read has changed, so both are cleared in
     * `processSchema()` when the map grows, and in `JSONSchemaGenerator.emit()`, which can also change
     * the `cycles` and `reused` they branch on.
     *
     * One case is deliberately not covered: an `override` callback that writes to
     * `metadataRegistry` mid-conversion. It runs inside `finalize`, so a registry conversion has
     * nowhere left to clear the guards, and later schemas keep the ids the first pass saw. That
     * output was never coherent — before this, whether a shared subschema was inlined or extracted
     * depended on which registry entry happened to be emitted when the callback fired. */
    sharedDefsExtractedFor?: ToJSONSchemaContext["external"];
    sharedEmitDoneFor?: ToJSONSchemaContext["external"];
    cycles: "ref" | "throw";
    reused: "ref" | "inline";
    /** The `allOf` array of each intersection encountered during traversal, innermost first. `finalize` folds every emitted object holding one; see `foldIntersection`. */
    intersections: BaseSchema[][];
    /** Rewrites a processor deferred to `finalize`, where the flatten has resolved every ref and the union branches are in place. */
    deferred: (() => void)[];
    external?: {
        registry: $ZodRegistry<{
            id?: string | undefined;
        }>;
        uri?: ((id: string) => string) | undefined;
        defs: Record<string, BaseSchema>;
    } | undefined;
}
type ZodStandardSchemaWithJSON$1<T> = StandardSchemaWithJSONProps<input<T>, output<T>>;
interface ZodStandardJSONSchemaPayload<T> extends BaseSchema {
    "~standard": ZodStandardSchemaWithJSON$1<T>;
}

type JWTAlgorithm = "HS256" | "HS384" | "HS512" | "RS256" | "RS384" | "RS512" | "ES256" | "ES384" | "ES512" | "PS256" | "PS384" | "PS512" | "EdDSA" | (string & {});
type MimeTypes = "application/json" | "application/xml" | "application/x-www-form-urlencoded" | "application/javascript" | "application/pdf" | "application/zip" | "application/vnd.ms-excel" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" | "application/msword" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/vnd.ms-powerpoint" | "application/vnd.openxmlformats-officedocument.presentationml.presentation" | "application/octet-stream" | "application/graphql" | "text/html" | "text/plain" | "text/css" | "text/javascript" | "text/csv" | "image/png" | "image/jpeg" | "image/gif" | "image/svg+xml" | "image/webp" | "audio/mpeg" | "audio/ogg" | "audio/wav" | "audio/webm" | "video/mp4" | "video/webm" | "video/ogg" | "font/woff" | "font/woff2" | "font/ttf" | "font/otf" | "multipart/form-data" | (string & {});
type IsAny<T> = 0 extends 1 & T ? true : false;
type Omit$1<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
type MakePartial<T, K extends keyof T> = Omit$1<T, K> & InexactPartial<Pick<T, K>>;
type NoUndefined<T> = T extends undefined ? never : T;
type LoosePartial<T extends object> = InexactPartial<T> & {
    [k: string]: unknown;
};
type Mask<Keys extends PropertyKey> = {
    [K in Keys]?: true;
};
type Writeable<T> = {
    -readonly [P in keyof T]: T[P];
} & {};
type InexactPartial<T> = {
    [P in keyof T]?: T[P] | undefined;
};
type BuiltIn = (((...args: any[]) => any) | (new (...args: any[]) => any)) | {
    readonly [Symbol.toStringTag]: string;
} | Date | Error | Generator | Promise<unknown> | RegExp;
type MakeReadonly<T> = T extends Map<infer K, infer V> ? ReadonlyMap<K, V> : T extends Set<infer V> ? ReadonlySet<V> : T extends [infer Head, ...infer Tail] ? readonly [Head, ...Tail] : T extends Array<infer V> ? ReadonlyArray<V> : T extends BuiltIn ? T : Readonly<T>;
type SomeObject = Record<PropertyKey, any>;
type Identity<T> = T;
type Flatten<T> = Identity<{
    [k in keyof T]: T[k];
}>;
type Prettify<T> = {
    [K in keyof T]: T[K];
} & {};
type Extend<A extends SomeObject, B extends SomeObject> = Flatten<keyof A & keyof B extends never ? A & B : {
    [K in keyof A as K extends keyof B ? never : K]: A[K];
} & {
    [K in keyof B]: B[K];
}>;
type TupleItems = ReadonlyArray<SomeType>;
type AnyFunc = (...args: any[]) => any;
type MaybeAsync<T> = T | Promise<T>;
type EnumValue = string | number;
type EnumLike = Readonly<Record<string, EnumValue>>;
type ToEnum<T extends EnumValue> = Flatten<{
    [k in T]: k;
}>;
type Literal = string | number | bigint | boolean | null | undefined;
type Primitive = string | number | symbol | bigint | boolean | null | undefined;
type HasLength = {
    length: number;
};
type Numeric = number | bigint | Date;
type PropValues = Record<string, Set<Primitive>>;
type PrimitiveSet = Set<Primitive>;
type EmptyToNever<T> = keyof T extends never ? never : T;
declare abstract class Class {
    constructor(..._args: any[]);
}
/** A trait's prototype members: a partial view of its own interface, with `this` typed as the instance. */
type ProtoOf<T> = {
    [K in keyof T]?: (T[K] extends (...args: infer A) => infer R ? (...args: A) => R : T[K]) | undefined;
} & ThisType<T>;

declare const version: {
    readonly major: 4;
    readonly minor: 6;
    readonly patch: number;
};

interface ParseContext<T extends $ZodIssueBase = never> {
    /** Customize error messages. */
    readonly error?: $ZodErrorMap<T>;
    /** Include the `input` field in issue objects. Default `false`. */
    readonly reportInput?: boolean;
    /** Skip eval-based fast path. Default `false`. */
    readonly jitless?: boolean;
}
/** @internal */
interface ParseContextInternal<T extends $ZodIssueBase = never> extends ParseContext<T> {
    readonly async?: boolean | undefined;
    readonly direction?: "forward" | "backward";
    readonly skipChecks?: boolean;
    /** Set only by `validate`/`validateAsync`. A container may stop before its next child, never inside one, so a map entry and a tuple's fixed items parse whole. */
    readonly abortEarly?: boolean;
}
interface ParsePayload<T = unknown> {
    value: T;
    issues: $ZodRawIssue[];
    /** A way to mark a whole payload as aborted. Used in codecs/pipes. */
    aborted?: boolean;
    /** @internal Set when the value came from a repeat visit to a node still being
     * parsed. Its checks run on the node itself, against the finished value. */
    memo?: boolean | undefined;
}
type CheckFn<T> = (input: ParsePayload<T>) => MaybeAsync<void>;
interface $ZodTypeDef {
    type: "string" | "number" | "int" | "boolean" | "bigint" | "symbol" | "null" | "undefined" | "void" | "never" | "any" | "unknown" | "date" | "object" | "record" | "file" | "array" | "tuple" | "union" | "intersection" | "map" | "set" | "enum" | "literal" | "nullable" | "optional" | "nonoptional" | "success" | "transform" | "default" | "prefault" | "catch" | "nan" | "pipe" | "readonly" | "template_literal" | "promise" | "lazy" | "function" | "custom";
    error?: $ZodErrorMap<never> | undefined;
    checks?: $ZodCheck<never>[];
}
interface _$ZodTypeInternals {
    /** The `@zod/core` version of this schema */
    version: typeof version;
    /** Schema definition. */
    def: $ZodTypeDef;
    /** @internal Randomly generated ID for this schema. */
    /** @internal List of deferred initializers. */
    deferred: AnyFunc[] | undefined;
    /** @internal Parses input and runs all checks (refinements). */
    run(payload: ParsePayload<any>, ctx: ParseContextInternal): MaybeAsync<ParsePayload>;
    /** @internal Parses input, doesn't run checks. */
    parse(payload: ParsePayload<any>, ctx: ParseContextInternal): MaybeAsync<ParsePayload>;
    /** @internal  Stores identifiers for the set of traits implemented by this schema. */
    traits: Set<string>;
    /** @internal Indicates that a schema output type should be considered optional inside objects.
     * @default Required
     */
    /** @internal Three rungs, each strictly stronger than the last:
     *   undefined    — required; the container may not omit this slot
     *   "optional"   — the container may omit it; nothing is supplied in its place
     *   "defaulted"  — the container may omit it AND this schema substitutes a value
     * Consumers asking "may the slot be absent?" test `!== undefined`.
     * $ZodOptional asks the stronger question and tests `=== "defaulted"`. */
    optin?: "optional" | "defaulted" | undefined;
    /** @internal */
    optout?: "optional" | undefined;
    /** @internal The set of literal values that will pass validation. Must be an exhaustive set. Used to determine optionality in z.record().
     *
     * Defined on: enum, const, literal, null, undefined
     * Passthrough: optional, nullable, branded, default, catch, pipe
     * Todo: unions?
     */
    values?: PrimitiveSet | undefined;
    /** Default value bubbled up from  */
    /** @internal A set of literal discriminators used for the fast path in discriminated unions. */
    propValues?: PropValues | undefined;
    /** @internal This flag indicates that a schema validation can be represented with a regular expression. Used to determine allowable schemas in z.templateLiteral(). */
    pattern: RegExp | undefined;
    /** @internal The constructor function of this schema. */
    constr: new (def: any) => $ZodType;
    /** @internal A catchall object for bag metadata related to this schema. Commonly modified by checks using `onattach`. */
    bag: Record<string, unknown>;
    /** @internal The set of issues this schema might throw during type checking. */
    isst: $ZodIssueBase;
    /** @internal Subject to change, not a public API. */
    processJSONSchema?: ((ctx: ToJSONSchemaContext, json: BaseSchema, params: ProcessParams) => void) | undefined;
    /** An optional method used to override `toJSONSchema` logic. */
    toJSONSchema?: () => unknown;
    /** @internal The parent of this schema. Only set during certain clone operations. */
    parent?: $ZodType | undefined;
}
/** @internal */
interface $ZodTypeInternals<out O = unknown, out I = unknown> extends _$ZodTypeInternals {
    /** @internal The inferred output type */
    output: O;
    /** @internal The inferred input type */
    input: I;
}
type $ZodStandardSchema<T> = StandardSchemaV1.Props<input<T>, output<T>>;
type SomeType = {
    _zod: _$ZodTypeInternals;
};
interface _$ZodType<T extends $ZodTypeInternals = $ZodTypeInternals> extends $ZodType<T["output"], T["input"], T> {
}
interface $ZodType<O = unknown, I = unknown, Internals extends $ZodTypeInternals<O, I> = $ZodTypeInternals<O, I>> {
    _zod: Internals;
    "~standard": $ZodStandardSchema<this>;
}
declare const $ZodType: $constructor<$ZodType>;
interface $ZodStringDef extends $ZodTypeDef {
    type: "string";
    coerce?: boolean;
    checks?: $ZodCheck<string>[];
}
interface $ZodStringInternals<Input> extends $ZodTypeInternals<string, Input> {
    def: $ZodStringDef;
    /** @deprecated Internal API, use with caution (not deprecated) */
    pattern: RegExp;
    /** @deprecated Internal API, use with caution (not deprecated) */
    isst: $ZodIssueInvalidType;
    bag: LoosePartial<{
        minimum: number;
        maximum: number;
        patterns: Set<RegExp>;
        format: string;
        contentEncoding: string;
        /** the pattern admits strings its `format` keyword forbids, so `toJSONSchema` must not emit it */
        laxFormat: boolean;
    }>;
}
interface $ZodString<Input = unknown> extends _$ZodType<$ZodStringInternals<Input>> {
}
declare const $ZodString: $constructor<$ZodString>;
interface $ZodStringFormatDef<Format extends string = string> extends $ZodStringDef, $ZodCheckStringFormatDef<Format> {
}
interface $ZodStringFormatInternals<Format extends string = string> extends $ZodStringInternals<string>, $ZodCheckStringFormatInternals {
    def: $ZodStringFormatDef<Format>;
}
interface $ZodStringFormat<Format extends string = string> extends $ZodType {
    _zod: $ZodStringFormatInternals<Format>;
}
declare const $ZodStringFormat: $constructor<$ZodStringFormat>;
interface $ZodGUIDInternals extends $ZodStringFormatInternals<"guid"> {
}
interface $ZodGUID extends $ZodType {
    _zod: $ZodGUIDInternals;
}
declare const $ZodGUID: $constructor<$ZodGUID>;
interface $ZodUUIDDef extends $ZodStringFormatDef<"uuid"> {
    version?: "v1" | "v2" | "v3" | "v4" | "v5" | "v6" | "v7" | "v8";
}
interface $ZodUUIDInternals extends $ZodStringFormatInternals<"uuid"> {
    def: $ZodUUIDDef;
}
interface $ZodUUID extends $ZodType {
    _zod: $ZodUUIDInternals;
}
declare const $ZodUUID: $constructor<$ZodUUID>;
interface $ZodEmailInternals extends $ZodStringFormatInternals<"email"> {
}
interface $ZodEmail extends $ZodType {
    _zod: $ZodEmailInternals;
}
declare const $ZodEmail: $constructor<$ZodEmail>;
interface $ZodURLDef extends $ZodStringFormatDef<"url"> {
    hostname?: RegExp | undefined;
    protocol?: RegExp | undefined;
    normalize?: boolean | undefined;
}
interface $ZodURLInternals extends $ZodStringFormatInternals<"url"> {
    def: $ZodURLDef;
}
interface $ZodURL extends $ZodType {
    _zod: $ZodURLInternals;
}
declare const $ZodURL: $constructor<$ZodURL>;
interface $ZodEmojiInternals extends $ZodStringFormatInternals<"emoji"> {
}
interface $ZodEmoji extends $ZodType {
    _zod: $ZodEmojiInternals;
}
declare const $ZodEmoji: $constructor<$ZodEmoji>;
interface $ZodNanoIDDef extends $ZodStringFormatDef<"nanoid"> {
    length?: number | undefined;
}
interface $ZodNanoIDInternals extends $ZodStringFormatInternals<"nanoid"> {
    def: $ZodNanoIDDef;
}
interface $ZodNanoID extends $ZodType {
    _zod: $ZodNanoIDInternals;
}
declare const $ZodNanoID: $constructor<$ZodNanoID>;
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
interface $ZodCUIDInternals extends $ZodStringFormatInternals<"cuid"> {
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
interface $ZodCUID extends $ZodType {
    _zod: $ZodCUIDInternals;
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
declare const $ZodCUID: $constructor<$ZodCUID>;
interface $ZodCUID2Internals extends $ZodStringFormatInternals<"cuid2"> {
}
interface $ZodCUID2 extends $ZodType {
    _zod: $ZodCUID2Internals;
}
declare const $ZodCUID2: $constructor<$ZodCUID2>;
interface $ZodULIDInternals extends $ZodStringFormatInternals<"ulid"> {
}
interface $ZodULID extends $ZodType {
    _zod: $ZodULIDInternals;
}
declare const $ZodULID: $constructor<$ZodULID>;
interface $ZodXIDInternals extends $ZodStringFormatInternals<"xid"> {
}
interface $ZodXID extends $ZodType {
    _zod: $ZodXIDInternals;
}
declare const $ZodXID: $constructor<$ZodXID>;
interface $ZodKSUIDInternals extends $ZodStringFormatInternals<"ksuid"> {
}
interface $ZodKSUID extends $ZodType {
    _zod: $ZodKSUIDInternals;
}
declare const $ZodKSUID: $constructor<$ZodKSUID>;
interface $ZodISODateTimeDef extends $ZodStringFormatDef<"datetime"> {
    precision: number | null;
    offset: boolean;
    local: boolean;
}
interface $ZodISODateTimeInternals extends $ZodStringFormatInternals {
    def: $ZodISODateTimeDef;
}
interface $ZodISODateTime extends $ZodType {
    _zod: $ZodISODateTimeInternals;
}
declare const $ZodISODateTime: $constructor<$ZodISODateTime>;
interface $ZodISODateInternals extends $ZodStringFormatInternals<"date"> {
}
interface $ZodISODate extends $ZodType {
    _zod: $ZodISODateInternals;
}
declare const $ZodISODate: $constructor<$ZodISODate>;
interface $ZodISOTimeDef extends $ZodStringFormatDef<"time"> {
    precision?: number | null;
}
interface $ZodISOTimeInternals extends $ZodStringFormatInternals<"time"> {
    def: $ZodISOTimeDef;
}
interface $ZodISOTime extends $ZodType {
    _zod: $ZodISOTimeInternals;
}
declare const $ZodISOTime: $constructor<$ZodISOTime>;
interface $ZodISODurationInternals extends $ZodStringFormatInternals<"duration"> {
}
interface $ZodISODuration extends $ZodType {
    _zod: $ZodISODurationInternals;
}
declare const $ZodISODuration: $constructor<$ZodISODuration>;
interface $ZodIPv4Def extends $ZodStringFormatDef<"ipv4"> {
    version?: "v4";
}
interface $ZodIPv4Internals extends $ZodStringFormatInternals<"ipv4"> {
    def: $ZodIPv4Def;
}
interface $ZodIPv4 extends $ZodType {
    _zod: $ZodIPv4Internals;
}
declare const $ZodIPv4: $constructor<$ZodIPv4>;
interface $ZodIPv6Def extends $ZodStringFormatDef<"ipv6"> {
    version?: "v6";
}
interface $ZodIPv6Internals extends $ZodStringFormatInternals<"ipv6"> {
    def: $ZodIPv6Def;
}
interface $ZodIPv6 extends $ZodType {
    _zod: $ZodIPv6Internals;
}
declare const $ZodIPv6: $constructor<$ZodIPv6>;
interface $ZodCIDRv4Def extends $ZodStringFormatDef<"cidrv4"> {
    version?: "v4";
}
interface $ZodCIDRv4Internals extends $ZodStringFormatInternals<"cidrv4"> {
    def: $ZodCIDRv4Def;
}
interface $ZodCIDRv4 extends $ZodType {
    _zod: $ZodCIDRv4Internals;
}
declare const $ZodCIDRv4: $constructor<$ZodCIDRv4>;
interface $ZodCIDRv6Def extends $ZodStringFormatDef<"cidrv6"> {
    version?: "v6";
}
interface $ZodCIDRv6Internals extends $ZodStringFormatInternals<"cidrv6"> {
    def: $ZodCIDRv6Def;
}
interface $ZodCIDRv6 extends $ZodType {
    _zod: $ZodCIDRv6Internals;
}
declare const $ZodCIDRv6: $constructor<$ZodCIDRv6>;
interface $ZodBase64Internals extends $ZodStringFormatInternals<"base64"> {
}
interface $ZodBase64 extends $ZodType {
    _zod: $ZodBase64Internals;
}
declare const $ZodBase64: $constructor<$ZodBase64>;
interface $ZodBase64URLInternals extends $ZodStringFormatInternals<"base64url"> {
}
interface $ZodBase64URL extends $ZodType {
    _zod: $ZodBase64URLInternals;
}
declare const $ZodBase64URL: $constructor<$ZodBase64URL>;
interface $ZodE164Internals extends $ZodStringFormatInternals<"e164"> {
}
interface $ZodE164 extends $ZodType {
    _zod: $ZodE164Internals;
}
declare const $ZodE164: $constructor<$ZodE164>;
interface $ZodJWTDef extends $ZodStringFormatDef<"jwt"> {
    alg?: JWTAlgorithm | undefined;
}
interface $ZodJWTInternals extends $ZodStringFormatInternals<"jwt"> {
    def: $ZodJWTDef;
}
interface $ZodJWT extends $ZodType {
    _zod: $ZodJWTInternals;
}
declare const $ZodJWT: $constructor<$ZodJWT>;
interface $ZodNumberDef extends $ZodTypeDef {
    type: "number";
    coerce?: boolean;
}
interface $ZodNumberInternals<Input = unknown> extends $ZodTypeInternals<number, Input> {
    def: $ZodNumberDef;
    /** @deprecated Internal API, use with caution (not deprecated) */
    pattern: RegExp;
    /** @deprecated Internal API, use with caution (not deprecated) */
    isst: $ZodIssueInvalidType;
    bag: LoosePartial<{
        minimum: number;
        maximum: number;
        exclusiveMinimum: number;
        exclusiveMaximum: number;
        format: string;
        pattern: RegExp;
    }>;
}
interface $ZodNumber<Input = unknown> extends $ZodType {
    _zod: $ZodNumberInternals<Input>;
}
declare const $ZodNumber: $constructor<$ZodNumber>;
interface $ZodNumberFormatDef<Format extends $ZodNumberFormats = $ZodNumberFormats> extends $ZodNumberDef, $ZodCheckNumberFormatDef<Format> {
}
interface $ZodNumberFormatInternals<Format extends $ZodNumberFormats = $ZodNumberFormats> extends $ZodNumberInternals<number>, $ZodCheckNumberFormatInternals<Format> {
    def: $ZodNumberFormatDef<Format>;
    isst: $ZodIssueInvalidType;
}
interface $ZodBooleanDef extends $ZodTypeDef {
    type: "boolean";
    coerce?: boolean;
    checks?: $ZodCheck<boolean>[];
}
interface $ZodBooleanInternals<T = unknown> extends $ZodTypeInternals<boolean, T> {
    pattern: RegExp;
    def: $ZodBooleanDef;
    isst: $ZodIssueInvalidType;
}
interface $ZodBoolean<T = unknown> extends $ZodType {
    _zod: $ZodBooleanInternals<T>;
}
declare const $ZodBoolean: $constructor<$ZodBoolean>;
interface $ZodBigIntDef extends $ZodTypeDef {
    type: "bigint";
    coerce?: boolean;
}
interface $ZodBigIntInternals<T = unknown> extends $ZodTypeInternals<bigint, T> {
    pattern: RegExp;
    /** @internal Internal API, use with caution */
    def: $ZodBigIntDef;
    isst: $ZodIssueInvalidType;
    bag: LoosePartial<{
        minimum: bigint;
        maximum: bigint;
        format: string;
    }>;
}
interface $ZodBigInt<T = unknown> extends $ZodType {
    _zod: $ZodBigIntInternals<T>;
}
declare const $ZodBigInt: $constructor<$ZodBigInt>;
interface $ZodSymbolDef extends $ZodTypeDef {
    type: "symbol";
}
interface $ZodSymbolInternals extends $ZodTypeInternals<symbol, symbol> {
    def: $ZodSymbolDef;
    isst: $ZodIssueInvalidType;
}
interface $ZodSymbol extends $ZodType {
    _zod: $ZodSymbolInternals;
}
declare const $ZodSymbol: $constructor<$ZodSymbol>;
interface $ZodUndefinedDef extends $ZodTypeDef {
    type: "undefined";
}
interface $ZodUndefinedInternals extends $ZodTypeInternals<undefined, undefined> {
    pattern: RegExp;
    def: $ZodUndefinedDef;
    values: PrimitiveSet;
    isst: $ZodIssueInvalidType;
}
interface $ZodUndefined extends $ZodType {
    _zod: $ZodUndefinedInternals;
}
declare const $ZodUndefined: $constructor<$ZodUndefined>;
interface $ZodNullDef extends $ZodTypeDef {
    type: "null";
}
interface $ZodNullInternals extends $ZodTypeInternals<null, null> {
    pattern: RegExp;
    def: $ZodNullDef;
    values: PrimitiveSet;
    isst: $ZodIssueInvalidType;
}
interface $ZodNull extends $ZodType {
    _zod: $ZodNullInternals;
}
declare const $ZodNull: $constructor<$ZodNull>;
interface $ZodAnyDef extends $ZodTypeDef {
    type: "any";
}
interface $ZodAnyInternals extends $ZodTypeInternals<any, any> {
    def: $ZodAnyDef;
    isst: never;
}
interface $ZodAny extends $ZodType {
    _zod: $ZodAnyInternals;
}
declare const $ZodAny: $constructor<$ZodAny>;
interface $ZodUnknownDef extends $ZodTypeDef {
    type: "unknown";
}
interface $ZodUnknownInternals extends $ZodTypeInternals<unknown, unknown> {
    def: $ZodUnknownDef;
    isst: never;
}
interface $ZodUnknown extends $ZodType {
    _zod: $ZodUnknownInternals;
}
declare const $ZodUnknown: $constructor<$ZodUnknown>;
interface $ZodNeverDef extends $ZodTypeDef {
    type: "never";
}
interface $ZodNeverInternals extends $ZodTypeInternals<never, never> {
    def: $ZodNeverDef;
    isst: $ZodIssueInvalidType;
}
interface $ZodNever extends $ZodType {
    _zod: $ZodNeverInternals;
}
declare const $ZodNever: $constructor<$ZodNever>;
interface $ZodVoidDef extends $ZodTypeDef {
    type: "void";
}
interface $ZodVoidInternals extends $ZodTypeInternals<void, void> {
    def: $ZodVoidDef;
    isst: $ZodIssueInvalidType;
}
interface $ZodVoid extends $ZodType {
    _zod: $ZodVoidInternals;
}
declare const $ZodVoid: $constructor<$ZodVoid>;
interface $ZodDateDef extends $ZodTypeDef {
    type: "date";
    coerce?: boolean;
}
interface $ZodDateInternals<T = unknown> extends $ZodTypeInternals<Date, T> {
    def: $ZodDateDef;
    isst: $ZodIssueInvalidType;
    bag: LoosePartial<{
        minimum: Date;
        maximum: Date;
        format: string;
    }>;
}
interface $ZodDate<T = unknown> extends $ZodType {
    _zod: $ZodDateInternals<T>;
}
declare const $ZodDate: $constructor<$ZodDate>;
interface $ZodArrayDef<T extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "array";
    element: T;
}
interface $ZodArrayInternals<T extends SomeType = $ZodType> extends _$ZodTypeInternals {
    def: $ZodArrayDef<T>;
    isst: $ZodIssueInvalidType;
    output: output<T>[];
    input: input<T>[];
}
interface $ZodArray<T extends SomeType = $ZodType> extends $ZodType<any, any, $ZodArrayInternals<T>> {
}
declare const $ZodArray: $constructor<$ZodArray>;
type OptionalOutSchema = {
    _zod: {
        optout: "optional";
    };
};
type OptionalInSchema = {
    _zod: {
        optin: "optional" | "defaulted";
    };
};
type $InferObjectOutput<T extends $ZodLooseShape, Extra extends Record<string, unknown>> = string extends keyof T ? IsAny<T[keyof T]> extends true ? Record<string, unknown> : {
    [k in string]: output<T[keyof T]>;
} : keyof (T & Extra) extends never ? Record<string, never> : Prettify<{
    -readonly [k in keyof T as T[k] extends OptionalOutSchema ? never : k]: T[k]["_zod"]["output"];
} & {
    -readonly [k in keyof T as T[k] extends OptionalOutSchema ? k : never]?: T[k]["_zod"]["output"];
} & Extra>;
type $InferObjectInput<T extends $ZodLooseShape, Extra extends Record<string, unknown>> = string extends keyof T ? IsAny<T[keyof T]> extends true ? Record<string, unknown> : {
    [k in string]: input<T[keyof T]>;
} : keyof (T & Extra) extends never ? Record<string, never> : Prettify<{
    -readonly [k in keyof T as T[k] extends OptionalInSchema ? never : k]: T[k]["_zod"]["input"];
} & {
    -readonly [k in keyof T as T[k] extends OptionalInSchema ? k : never]?: T[k]["_zod"]["input"];
} & Extra>;
type $ZodObjectConfig = {
    out: Record<string, unknown>;
    in: Record<string, unknown>;
};
type $loose = {
    out: Record<string, unknown>;
    in: Record<string, unknown>;
};
type $strict = {
    out: {};
    in: {};
};
type $strip = {
    out: {};
    in: {};
};
type $catchall<T extends SomeType> = {
    out: {
        [k: string]: output<T>;
    };
    in: {
        [k: string]: input<T>;
    };
};
type $ZodShape = Readonly<{
    [k: string]: $ZodType;
}>;
interface $ZodObjectDef<Shape extends $ZodShape = $ZodShape> extends $ZodTypeDef {
    type: "object";
    shape: Shape;
    catchall?: $ZodType | undefined;
}
interface $ZodObjectInternals<
/** @ts-ignore Cast variance */
out Shape extends $ZodShape = $ZodShape, out Config extends $ZodObjectConfig = $ZodObjectConfig> extends _$ZodTypeInternals {
    def: $ZodObjectDef<Shape>;
    config: Config;
    isst: $ZodIssueInvalidType | $ZodIssueUnrecognizedKeys;
    propValues: PropValues;
    output: $InferObjectOutput<Shape, Config["out"]>;
    input: $InferObjectInput<Shape, Config["in"]>;
    optin?: "optional" | undefined;
    optout?: "optional" | undefined;
}
type $ZodLooseShape = Record<string, any>;
interface $ZodObject<
/** @ts-ignore Cast variance */
out Shape extends Readonly<$ZodShape> = Readonly<$ZodShape>, out Params extends $ZodObjectConfig = $ZodObjectConfig> extends $ZodType<any, any, $ZodObjectInternals<Shape, Params>> {
}
declare const $ZodObject: $constructor<$ZodObject>;
type $InferUnionOutput<T extends SomeType> = T extends any ? output<T> : never;
type $InferUnionInput<T extends SomeType> = T extends any ? input<T> : never;
interface $ZodUnionDef<Options extends readonly SomeType[] = readonly $ZodType[]> extends $ZodTypeDef {
    type: "union";
    options: Options;
    inclusive?: boolean;
}
type IsOptionalIn<T extends SomeType> = T extends OptionalInSchema ? true : false;
type IsOptionalOut<T extends SomeType> = T extends OptionalOutSchema ? true : false;
interface $ZodUnionInternals<T extends readonly SomeType[] = readonly $ZodType[]> extends _$ZodTypeInternals {
    def: $ZodUnionDef<T>;
    isst: $ZodIssueInvalidUnion;
    pattern: T[number]["_zod"]["pattern"];
    values: T[number]["_zod"]["values"];
    output: $InferUnionOutput<T[number]>;
    input: $InferUnionInput<T[number]>;
    optin: IsOptionalIn<T[number]> extends false ? "optional" | "defaulted" | undefined : "optional" | "defaulted";
    optout: IsOptionalOut<T[number]> extends false ? "optional" | undefined : "optional";
}
interface $ZodUnion<T extends readonly SomeType[] = readonly $ZodType[]> extends $ZodType<any, any, $ZodUnionInternals<T>> {
    _zod: $ZodUnionInternals<T>;
}
declare const $ZodUnion: $constructor<$ZodUnion>;
interface $ZodIntersectionDef<Left extends SomeType = $ZodType, Right extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "intersection";
    left: Left;
    right: Right;
}
interface $ZodIntersectionInternals<A extends SomeType = $ZodType, B extends SomeType = $ZodType> extends _$ZodTypeInternals {
    def: $ZodIntersectionDef<A, B>;
    isst: never;
    optin: A["_zod"]["optin"] | B["_zod"]["optin"];
    optout: A["_zod"]["optout"] | B["_zod"]["optout"];
    output: output<A> & output<B>;
    input: input<A> & input<B>;
}
interface $ZodIntersection<A extends SomeType = $ZodType, B extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodIntersectionInternals<A, B>;
}
declare const $ZodIntersection: $constructor<$ZodIntersection>;
interface $ZodTupleDef<T extends TupleItems = readonly $ZodType[], Rest extends SomeType | null = $ZodType | null> extends $ZodTypeDef {
    type: "tuple";
    items: T;
    rest: Rest;
}
type $InferTupleInputType<T extends TupleItems, Rest extends SomeType | null> = [
    ...TupleInputTypeWithOptionals<T>,
    ...(Rest extends SomeType ? input<Rest>[] : [])
];
type TupleInputTypeNoOptionals<T extends TupleItems> = {
    [k in keyof T]: input<T[k]>;
};
type TupleInputTypeWithOptionals<T extends TupleItems> = T extends readonly [
    ...infer Prefix extends SomeType[],
    infer Tail extends SomeType
] ? Tail["_zod"]["optin"] extends "optional" | "defaulted" ? [...TupleInputTypeWithOptionals<Prefix>, input<Tail>?] : TupleInputTypeNoOptionals<T> : [];
type $InferTupleOutputType<T extends TupleItems, Rest extends SomeType | null> = [
    ...TupleOutputTypeWithOptionals<T>,
    ...(Rest extends SomeType ? output<Rest>[] : [])
];
type TupleOutputTypeNoOptionals<T extends TupleItems> = {
    [k in keyof T]: output<T[k]>;
};
type TupleOutputTypeWithOptionals<T extends TupleItems> = T extends readonly [
    ...infer Prefix extends SomeType[],
    infer Tail extends SomeType
] ? Tail["_zod"]["optout"] extends "optional" ? [...TupleOutputTypeWithOptionals<Prefix>, output<Tail>?] : TupleOutputTypeNoOptionals<T> : [];
interface $ZodTupleInternals<T extends TupleItems = readonly $ZodType[], Rest extends SomeType | null = $ZodType | null> extends _$ZodTypeInternals {
    def: $ZodTupleDef<T, Rest>;
    isst: $ZodIssueInvalidType | $ZodIssueTooBig<unknown[]> | $ZodIssueTooSmall<unknown[]>;
    output: $InferTupleOutputType<T, Rest>;
    input: $InferTupleInputType<T, Rest>;
}
interface $ZodTuple<T extends TupleItems = readonly $ZodType[], Rest extends SomeType | null = $ZodType | null> extends $ZodType {
    _zod: $ZodTupleInternals<T, Rest>;
}
declare const $ZodTuple: $constructor<$ZodTuple>;
type $ZodRecordKey = $ZodType<string | number | symbol, unknown>;
interface $ZodRecordDef<Key extends $ZodRecordKey = $ZodRecordKey, Value extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "record";
    keyType: Key;
    valueType: Value;
    /** @default "strict" - errors on keys not matching keyType. "loose" passes through non-matching keys unchanged. */
    mode?: "strict" | "loose";
    partial?: boolean;
}
type $InferZodRecordOutput<Key extends $ZodRecordKey = $ZodRecordKey, Value extends SomeType = $ZodType> = Key extends $partial ? Partial<Record<output<Key>, output<Value>>> : Record<output<Key>, output<Value>>;
type $InferZodRecordInput<Key extends $ZodRecordKey = $ZodRecordKey, Value extends SomeType = $ZodType> = Key extends $partial ? Partial<Record<input<Key> & PropertyKey, input<Value>>> : [
    Value
] extends [OptionalInSchema] ? Partial<Record<input<Key> & PropertyKey, input<Value>>> : Record<input<Key> & PropertyKey, input<Value>>;
interface $ZodRecordInternals<Key extends $ZodRecordKey = $ZodRecordKey, Value extends SomeType = $ZodType> extends $ZodTypeInternals {
    def: $ZodRecordDef<Key, Value>;
    output: $InferZodRecordOutput<Key, Value>;
    input: $InferZodRecordInput<Key, Value>;
    isst: $ZodIssueInvalidType | $ZodIssueInvalidKey<Record<PropertyKey, unknown>>;
    optin?: "optional" | undefined;
    optout?: "optional" | undefined;
}
type $partial = {
    "~~partial": true;
};
interface $ZodRecord<Key extends $ZodRecordKey = $ZodRecordKey, Value extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodRecordInternals<Key, Value>;
}
declare const $ZodRecord: $constructor<$ZodRecord>;
interface $ZodMapDef<Key extends SomeType = $ZodType, Value extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "map";
    keyType: Key;
    valueType: Value;
}
interface $ZodMapInternals<Key extends SomeType = $ZodType, Value extends SomeType = $ZodType> extends $ZodTypeInternals<Map<output<Key>, output<Value>>, Map<input<Key>, input<Value>>> {
    def: $ZodMapDef<Key, Value>;
    isst: $ZodIssueInvalidType | $ZodIssueInvalidKey | $ZodIssueInvalidElement<unknown>;
    optin?: "optional" | undefined;
    optout?: "optional" | undefined;
}
interface $ZodMap<Key extends SomeType = $ZodType, Value extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodMapInternals<Key, Value>;
}
declare const $ZodMap: $constructor<$ZodMap>;
interface $ZodSetDef<T extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "set";
    valueType: T;
}
interface $ZodSetInternals<T extends SomeType = $ZodType> extends $ZodTypeInternals<Set<output<T>>, Set<input<T>>> {
    def: $ZodSetDef<T>;
    isst: $ZodIssueInvalidType;
    optin?: "optional" | undefined;
    optout?: "optional" | undefined;
}
interface $ZodSet<T extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodSetInternals<T>;
}
declare const $ZodSet: $constructor<$ZodSet>;
type $InferEnumOutput<T extends EnumLike> = T[keyof T] & {};
type $InferEnumInput<T extends EnumLike> = T[keyof T] & {};
interface $ZodEnumDef<T extends EnumLike = EnumLike> extends $ZodTypeDef {
    type: "enum";
    entries: T;
}
interface $ZodEnumInternals<
/** @ts-ignore Cast variance */
out T extends EnumLike = EnumLike> extends $ZodTypeInternals<$InferEnumOutput<T>, $InferEnumInput<T>> {
    def: $ZodEnumDef<T>;
    /** @deprecated Internal API, use with caution (not deprecated) */
    values: PrimitiveSet;
    /** @deprecated Internal API, use with caution (not deprecated) */
    pattern: RegExp;
    isst: $ZodIssueInvalidValue;
}
interface $ZodEnum<T extends EnumLike = EnumLike> extends $ZodType {
    _zod: $ZodEnumInternals<T>;
}
declare const $ZodEnum: $constructor<$ZodEnum>;
interface $ZodLiteralDef<T extends Literal> extends $ZodTypeDef {
    type: "literal";
    values: T[];
}
interface $ZodLiteralInternals<T extends Literal = Literal> extends $ZodTypeInternals<T, T> {
    def: $ZodLiteralDef<T>;
    values: Set<T>;
    pattern: RegExp;
    isst: $ZodIssueInvalidValue;
}
interface $ZodLiteral<T extends Literal = Literal> extends $ZodType {
    _zod: $ZodLiteralInternals<T>;
}
declare const $ZodLiteral: $constructor<$ZodLiteral>;
type _File = typeof globalThis extends {
    File: infer F extends new (...args: any[]) => any;
} ? InstanceType<F> : {};
/** Do not reference this directly. */
interface File extends _File {
    readonly type: string;
    readonly size: number;
}
interface $ZodFileDef extends $ZodTypeDef {
    type: "file";
}
interface $ZodFileInternals extends $ZodTypeInternals<File, File> {
    def: $ZodFileDef;
    isst: $ZodIssueInvalidType;
    bag: LoosePartial<{
        minimum: number;
        maximum: number;
        mime: MimeTypes[];
    }>;
}
interface $ZodFile extends $ZodType {
    _zod: $ZodFileInternals;
}
declare const $ZodFile: $constructor<$ZodFile>;
interface $ZodTransformDef extends $ZodTypeDef {
    type: "transform";
    transform: (input: unknown, payload: ParsePayload<unknown>) => MaybeAsync<unknown>;
}
interface $ZodTransformInternals<O = unknown, I = unknown> extends $ZodTypeInternals<O, I> {
    def: $ZodTransformDef;
    isst: never;
}
interface $ZodTransform<O = unknown, I = unknown> extends $ZodType {
    _zod: $ZodTransformInternals<O, I>;
}
declare const $ZodTransform: $constructor<$ZodTransform>;
interface $ZodOptionalDef<T extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "optional";
    innerType: T;
}
interface $ZodOptionalInternals<T extends SomeType = $ZodType> extends $ZodTypeInternals<output<T> | undefined, input<T> | undefined> {
    def: $ZodOptionalDef<T>;
    optin: "optional" | "defaulted";
    optout: "optional";
    isst: never;
    values: T["_zod"]["values"];
    pattern: T["_zod"]["pattern"];
}
interface $ZodOptional<T extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodOptionalInternals<T>;
}
declare const $ZodOptional: $constructor<$ZodOptional>;
interface $ZodExactOptionalDef<T extends SomeType = $ZodType> extends $ZodOptionalDef<T> {
}
interface $ZodExactOptionalInternals<T extends SomeType = $ZodType> extends $ZodOptionalInternals<T> {
    def: $ZodExactOptionalDef<T>;
    output: output<T>;
    input: input<T>;
}
interface $ZodExactOptional<T extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodExactOptionalInternals<T>;
}
declare const $ZodExactOptional: $constructor<$ZodExactOptional>;
interface $ZodNullableDef<T extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "nullable";
    innerType: T;
}
interface $ZodNullableInternals<T extends SomeType = $ZodType> extends $ZodTypeInternals<output<T> | null, input<T> | null> {
    def: $ZodNullableDef<T>;
    optin: T["_zod"]["optin"];
    optout: T["_zod"]["optout"];
    isst: never;
    values: T["_zod"]["values"];
    pattern: T["_zod"]["pattern"];
}
interface $ZodNullable<T extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodNullableInternals<T>;
}
declare const $ZodNullable: $constructor<$ZodNullable>;
interface $ZodDefaultDef<T extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "default";
    innerType: T;
    /** The default value. May be a getter. */
    defaultValue: NoUndefined<output<T>>;
}
interface $ZodDefaultInternals<T extends SomeType = $ZodType> extends $ZodTypeInternals<NoUndefined<output<T>>, input<T> | undefined> {
    def: $ZodDefaultDef<T>;
    optin: "defaulted";
    optout?: "optional" | undefined;
    isst: never;
    values: T["_zod"]["values"];
}
interface $ZodDefault<T extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodDefaultInternals<T>;
}
declare const $ZodDefault: $constructor<$ZodDefault>;
interface $ZodPrefaultDef<T extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "prefault";
    innerType: T;
    /** The default value. May be a getter. */
    defaultValue: input<T>;
}
interface $ZodPrefaultInternals<T extends SomeType = $ZodType> extends $ZodTypeInternals<output<T>, input<T> | undefined> {
    def: $ZodPrefaultDef<T>;
    optin: "defaulted";
    optout?: "optional" | undefined;
    isst: never;
    values: T["_zod"]["values"];
}
interface $ZodPrefault<T extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodPrefaultInternals<T>;
}
declare const $ZodPrefault: $constructor<$ZodPrefault>;
interface $ZodNonOptionalDef<T extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "nonoptional";
    innerType: T;
}
interface $ZodNonOptionalInternals<T extends SomeType = $ZodType> extends $ZodTypeInternals<NoUndefined<output<T>>, NoUndefined<input<T>>> {
    def: $ZodNonOptionalDef<T>;
    isst: $ZodIssueInvalidType;
    values: T["_zod"]["values"];
    optin: "optional" | undefined;
    optout: "optional" | undefined;
}
interface $ZodNonOptional<T extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodNonOptionalInternals<T>;
}
declare const $ZodNonOptional: $constructor<$ZodNonOptional>;
interface $ZodSuccessDef<T extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "success";
    innerType: T;
}
interface $ZodSuccessInternals<T extends SomeType = $ZodType> extends $ZodTypeInternals<boolean, input<T>> {
    def: $ZodSuccessDef<T>;
    isst: never;
    optin: T["_zod"]["optin"];
    optout: "optional" | undefined;
}
interface $ZodSuccess<T extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodSuccessInternals<T>;
}
declare const $ZodSuccess: $constructor<$ZodSuccess>;
interface $ZodCatchCtx extends ParsePayload {
    /** @deprecated Use `ctx.issues` */
    error: {
        issues: $ZodIssue[];
    };
    /** @deprecated Use `ctx.value` */
    input: unknown;
}
interface $ZodCatchDef<T extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "catch";
    innerType: T;
    catchValue: (ctx: $ZodCatchCtx) => unknown;
}
interface $ZodCatchInternals<T extends SomeType = $ZodType> extends $ZodTypeInternals<output<T>, input<T>> {
    def: $ZodCatchDef<T>;
    optin: T["_zod"]["optin"];
    optout: T["_zod"]["optout"];
    isst: never;
    values: T["_zod"]["values"];
}
interface $ZodCatch<T extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodCatchInternals<T>;
}
declare const $ZodCatch: $constructor<$ZodCatch>;
interface $ZodNaNDef extends $ZodTypeDef {
    type: "nan";
}
interface $ZodNaNInternals extends $ZodTypeInternals<number, number> {
    def: $ZodNaNDef;
    isst: $ZodIssueInvalidType;
}
interface $ZodNaN extends $ZodType {
    _zod: $ZodNaNInternals;
}
declare const $ZodNaN: $constructor<$ZodNaN>;
interface $ZodPipeDef<A extends SomeType = $ZodType, B extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "pipe";
    in: A;
    out: B;
    /** Only defined inside $ZodCodec instances. */
    transform?: (value: output<A>, payload: ParsePayload<output<A>>) => MaybeAsync<input<B>>;
    /** Only defined inside $ZodCodec instances. */
    reverseTransform?: (value: input<B>, payload: ParsePayload<input<B>>) => MaybeAsync<output<A>>;
}
interface $ZodPipeInternals<A extends SomeType = $ZodType, B extends SomeType = $ZodType> extends $ZodTypeInternals<output<B>, input<A>> {
    def: $ZodPipeDef<A, B>;
    isst: never;
    values: A["_zod"]["values"];
    optin: A["_zod"]["optin"];
    optout: B["_zod"]["optout"];
    propValues: A["_zod"]["propValues"];
}
interface $ZodPipe<A extends SomeType = $ZodType, B extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodPipeInternals<A, B>;
}
declare const $ZodPipe: $constructor<$ZodPipe>;
interface $ZodReadonlyDef<T extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "readonly";
    innerType: T;
}
interface $ZodReadonlyInternals<T extends SomeType = $ZodType> extends $ZodTypeInternals<MakeReadonly<output<T>>, MakeReadonly<input<T>>> {
    def: $ZodReadonlyDef<T>;
    optin: T["_zod"]["optin"];
    optout: T["_zod"]["optout"];
    isst: never;
    propValues: T["_zod"]["propValues"];
    values: T["_zod"]["values"];
}
interface $ZodReadonly<T extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodReadonlyInternals<T>;
}
declare const $ZodReadonly: $constructor<$ZodReadonly>;
interface $ZodTemplateLiteralDef extends $ZodTypeDef {
    type: "template_literal";
    parts: $ZodTemplateLiteralPart[];
    format?: string | undefined;
}
interface $ZodTemplateLiteralInternals<Template extends string = string> extends $ZodTypeInternals<Template, Template> {
    pattern: RegExp;
    def: $ZodTemplateLiteralDef;
    isst: $ZodIssueInvalidType;
}
type LiteralPart = Exclude<Literal, symbol>;
interface SchemaPartInternals extends $ZodTypeInternals<LiteralPart, LiteralPart> {
    pattern: RegExp;
}
interface SchemaPart extends $ZodType {
    _zod: SchemaPartInternals;
}
type $ZodTemplateLiteralPart = LiteralPart | SchemaPart;
interface $ZodTemplateLiteral<Template extends string = string> extends $ZodType {
    _zod: $ZodTemplateLiteralInternals<Template>;
}
declare const $ZodTemplateLiteral: $constructor<$ZodTemplateLiteral>;
type $ZodFunctionArgs = $ZodType<unknown[], unknown[]>;
type $ZodFunctionIn = $ZodFunctionArgs;
type $ZodFunctionOut = $ZodType;
type $InferInnerFunctionType<Args extends $ZodFunctionIn, Returns extends $ZodFunctionOut> = (...args: $ZodFunctionIn extends Args ? never[] : output<Args>) => input<Returns>;
type $InferInnerFunctionTypeAsync<Args extends $ZodFunctionIn, Returns extends $ZodFunctionOut> = (...args: $ZodFunctionIn extends Args ? never[] : output<Args>) => MaybeAsync<input<Returns>>;
type $InferOuterFunctionType<Args extends $ZodFunctionIn, Returns extends $ZodFunctionOut> = (...args: $ZodFunctionIn extends Args ? never[] : input<Args>) => output<Returns>;
type $InferOuterFunctionTypeAsync<Args extends $ZodFunctionIn, Returns extends $ZodFunctionOut> = (...args: $ZodFunctionIn extends Args ? never[] : input<Args>) => Promise<output<Returns>>;
interface $ZodFunctionDef<In extends $ZodFunctionIn = $ZodFunctionIn, Out extends $ZodFunctionOut = $ZodFunctionOut> extends $ZodTypeDef {
    type: "function";
    input: In;
    output: Out;
}
interface $ZodFunctionInternals<Args extends $ZodFunctionIn, Returns extends $ZodFunctionOut> extends $ZodTypeInternals<$InferOuterFunctionType<Args, Returns>, $InferInnerFunctionType<Args, Returns>> {
    def: $ZodFunctionDef<Args, Returns>;
    isst: $ZodIssueInvalidType;
}
interface $ZodFunction<Args extends $ZodFunctionIn = $ZodFunctionIn, Returns extends $ZodFunctionOut = $ZodFunctionOut> extends $ZodType<any, any, $ZodFunctionInternals<Args, Returns>> {
    /** @deprecated */
    _def: $ZodFunctionDef<Args, Returns>;
    _input: $InferInnerFunctionType<Args, Returns>;
    _output: $InferOuterFunctionType<Args, Returns>;
    implement<F extends $InferInnerFunctionType<Args, Returns>>(func: F): (...args: Parameters<this["_output"]>) => ReturnType<F> extends ReturnType<this["_output"]> ? ReturnType<F> : ReturnType<this["_output"]>;
    implementAsync<F extends $InferInnerFunctionTypeAsync<Args, Returns>>(func: F): F extends $InferOuterFunctionTypeAsync<Args, Returns> ? F : $InferOuterFunctionTypeAsync<Args, Returns>;
    input<const Items extends TupleItems, const Rest extends $ZodFunctionOut = $ZodFunctionOut>(args: Items, rest?: Rest): $ZodFunction<$ZodTuple<Items, Rest>, Returns>;
    input<NewArgs extends $ZodFunctionIn>(args: NewArgs): $ZodFunction<NewArgs, Returns>;
    input(...args: any[]): $ZodFunction<any, Returns>;
    output<NewReturns extends $ZodType>(output: NewReturns): $ZodFunction<Args, NewReturns>;
}
declare const $ZodFunction: $constructor<$ZodFunction>;
interface $ZodPromiseDef<T extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "promise";
    innerType: T;
}
interface $ZodPromiseInternals<T extends SomeType = $ZodType> extends $ZodTypeInternals<Promise<output<T>>, MaybeAsync<input<T>>> {
    def: $ZodPromiseDef<T>;
    isst: never;
}
interface $ZodPromise<T extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodPromiseInternals<T>;
}
declare const $ZodPromise: $constructor<$ZodPromise>;
interface $ZodLazyDef<T extends SomeType = $ZodType> extends $ZodTypeDef {
    type: "lazy";
    getter: () => T;
}
interface $ZodLazyInternals<T extends SomeType = $ZodType> extends $ZodTypeInternals<output<T>, input<T>> {
    def: $ZodLazyDef<T>;
    isst: never;
    /** Auto-cached way to retrieve the inner schema */
    innerType: T;
    pattern: T["_zod"]["pattern"];
    propValues: T["_zod"]["propValues"];
    optin: T["_zod"]["optin"];
    optout: T["_zod"]["optout"];
}
interface $ZodLazy<T extends SomeType = $ZodType> extends $ZodType {
    _zod: $ZodLazyInternals<T>;
}
declare const $ZodLazy: $constructor<$ZodLazy>;
interface $ZodCustomDef<O = unknown> extends $ZodTypeDef, $ZodCheckDef {
    type: "custom";
    check: "custom";
    path?: PropertyKey[] | undefined;
    error?: $ZodErrorMap | undefined;
    params?: Record<string, any> | undefined;
    fn: (arg: O) => unknown;
}
interface $ZodCustomInternals<O = unknown, I = unknown> extends $ZodTypeInternals<O, I>, $ZodCheckInternals<O> {
    def: $ZodCustomDef;
    issc: $ZodIssue;
    isst: never;
    bag: LoosePartial<{
        Class: typeof Class;
    }>;
}
interface $ZodCustom<O = unknown, I = unknown> extends $ZodType {
    _zod: $ZodCustomInternals<O, I>;
}
declare const $ZodCustom: $constructor<$ZodCustom>;
type $ZodTypes = $ZodString | $ZodNumber | $ZodBigInt | $ZodBoolean | $ZodDate | $ZodSymbol | $ZodUndefined | $ZodNullable | $ZodNull | $ZodAny | $ZodUnknown | $ZodNever | $ZodVoid | $ZodArray | $ZodObject | $ZodUnion | $ZodIntersection | $ZodTuple | $ZodRecord | $ZodMap | $ZodSet | $ZodLiteral | $ZodEnum | $ZodFunction | $ZodPromise | $ZodLazy | $ZodOptional | $ZodDefault | $ZodPrefault | $ZodTemplateLiteral | $ZodCustom | $ZodTransform | $ZodNonOptional | $ZodReadonly | $ZodNaN | $ZodPipe | $ZodSuccess | $ZodCatch | $ZodFile;

interface $ZodCheckDef {
    check: string;
    error?: $ZodErrorMap<never> | undefined;
    /** If true, no later checks will be executed if this check fails. Default `false`. */
    abort?: boolean | undefined;
    /** If provided, the check runs only when this returns `true`. By default, it is skipped if prior parsing produced aborting issues. */
    when?: ((payload: ParsePayload) => boolean) | undefined;
}
interface $ZodCheckInternals<T> {
    def: $ZodCheckDef;
    /** The set of issues this check might throw. */
    issc?: $ZodIssueBase;
    check(payload: ParsePayload<T>): MaybeAsync<void>;
    onattach: ((schema: $ZodType) => void)[];
}
interface $ZodCheck<in T = never> {
    _zod: $ZodCheckInternals<T>;
}
declare const $ZodCheck: $constructor<$ZodCheck<any>>;
interface $ZodCheckLessThanDef extends $ZodCheckDef {
    check: "less_than";
    value: Numeric;
    inclusive: boolean;
}
interface $ZodCheckLessThanInternals<T extends Numeric = Numeric> extends $ZodCheckInternals<T> {
    def: $ZodCheckLessThanDef;
    issc: $ZodIssueTooBig<T>;
}
interface $ZodCheckLessThan<T extends Numeric = Numeric> extends $ZodCheck<T> {
    _zod: $ZodCheckLessThanInternals<T>;
}
declare const $ZodCheckLessThan: $constructor<$ZodCheckLessThan>;
interface $ZodCheckGreaterThanDef extends $ZodCheckDef {
    check: "greater_than";
    value: Numeric;
    inclusive: boolean;
}
interface $ZodCheckGreaterThanInternals<T extends Numeric = Numeric> extends $ZodCheckInternals<T> {
    def: $ZodCheckGreaterThanDef;
    issc: $ZodIssueTooSmall<T>;
}
interface $ZodCheckGreaterThan<T extends Numeric = Numeric> extends $ZodCheck<T> {
    _zod: $ZodCheckGreaterThanInternals<T>;
}
declare const $ZodCheckGreaterThan: $constructor<$ZodCheckGreaterThan>;
interface $ZodCheckMultipleOfDef<T extends number | bigint = number | bigint> extends $ZodCheckDef {
    check: "multiple_of";
    value: T;
}
interface $ZodCheckMultipleOfInternals<T extends number | bigint = number | bigint> extends $ZodCheckInternals<T> {
    def: $ZodCheckMultipleOfDef<T>;
    issc: $ZodIssueNotMultipleOf;
}
interface $ZodCheckMultipleOf<T extends number | bigint = number | bigint> extends $ZodCheck<T> {
    _zod: $ZodCheckMultipleOfInternals<T>;
}
declare const $ZodCheckMultipleOf: $constructor<$ZodCheckMultipleOf<number | bigint>>;
type $ZodNumberFormats = "int32" | "uint32" | "float32" | "float64" | "safeint";
interface $ZodCheckNumberFormatDef<Format extends $ZodNumberFormats = $ZodNumberFormats> extends $ZodCheckDef {
    check: "number_format";
    format: Format;
}
interface $ZodCheckNumberFormatInternals<Format extends $ZodNumberFormats = $ZodNumberFormats> extends $ZodCheckInternals<number> {
    def: $ZodCheckNumberFormatDef<Format>;
    issc: $ZodIssueInvalidType | $ZodIssueTooBig<"number"> | $ZodIssueTooSmall<"number">;
}
interface $ZodCheckNumberFormat<Format extends $ZodNumberFormats = $ZodNumberFormats> extends $ZodCheck<number> {
    _zod: $ZodCheckNumberFormatInternals<Format>;
}
declare const $ZodCheckNumberFormat: $constructor<$ZodCheckNumberFormat>;
interface $ZodCheckMaxLengthDef extends $ZodCheckDef {
    check: "max_length";
    maximum: number;
}
interface $ZodCheckMaxLengthInternals<T extends HasLength = HasLength> extends $ZodCheckInternals<T> {
    def: $ZodCheckMaxLengthDef;
    issc: $ZodIssueTooBig<T>;
}
interface $ZodCheckMaxLength<T extends HasLength = HasLength> extends $ZodCheck<T> {
    _zod: $ZodCheckMaxLengthInternals<T>;
}
declare const $ZodCheckMaxLength: $constructor<$ZodCheckMaxLength>;
interface $ZodCheckMinLengthDef extends $ZodCheckDef {
    check: "min_length";
    minimum: number;
}
interface $ZodCheckMinLengthInternals<T extends HasLength = HasLength> extends $ZodCheckInternals<T> {
    def: $ZodCheckMinLengthDef;
    issc: $ZodIssueTooSmall<T>;
}
interface $ZodCheckMinLength<T extends HasLength = HasLength> extends $ZodCheck<T> {
    _zod: $ZodCheckMinLengthInternals<T>;
}
declare const $ZodCheckMinLength: $constructor<$ZodCheckMinLength>;
interface $ZodCheckLengthEqualsDef extends $ZodCheckDef {
    check: "length_equals";
    length: number;
}
interface $ZodCheckLengthEqualsInternals<T extends HasLength = HasLength> extends $ZodCheckInternals<T> {
    def: $ZodCheckLengthEqualsDef;
    issc: $ZodIssueTooBig<T> | $ZodIssueTooSmall<T>;
}
interface $ZodCheckLengthEquals<T extends HasLength = HasLength> extends $ZodCheck<T> {
    _zod: $ZodCheckLengthEqualsInternals<T>;
}
declare const $ZodCheckLengthEquals: $constructor<$ZodCheckLengthEquals>;
type $ZodStringFormats = "email" | "url" | "emoji" | "uuid" | "guid" | "nanoid" | "cuid" | "cuid2" | "ulid" | "xid" | "ksuid" | "datetime" | "date" | "time" | "duration" | "ipv4" | "ipv6" | "cidrv4" | "cidrv6" | "base64" | "base64url" | "json_string" | "e164" | "credit_card" | "iban" | "lowercase" | "uppercase" | "regex" | "jwt" | "starts_with" | "ends_with" | "includes";
interface $ZodCheckStringFormatDef<Format extends string = string> extends $ZodCheckDef {
    check: "string_format";
    format: Format;
    pattern?: RegExp | undefined;
}
interface $ZodCheckStringFormatInternals extends $ZodCheckInternals<string> {
    def: $ZodCheckStringFormatDef;
    issc: $ZodIssueInvalidStringFormat;
}
interface $ZodCheckRegexDef extends $ZodCheckStringFormatDef {
    format: "regex";
    pattern: RegExp;
}
interface $ZodCheckRegexInternals extends $ZodCheckInternals<string> {
    def: $ZodCheckRegexDef;
    issc: $ZodIssueInvalidStringFormat;
}
interface $ZodCheckRegex extends $ZodCheck<string> {
    _zod: $ZodCheckRegexInternals;
}
declare const $ZodCheckRegex: $constructor<$ZodCheckRegex>;
interface $ZodCheckLowerCaseDef extends $ZodCheckStringFormatDef<"lowercase"> {
}
interface $ZodCheckLowerCaseInternals extends $ZodCheckInternals<string> {
    def: $ZodCheckLowerCaseDef;
    issc: $ZodIssueInvalidStringFormat;
}
interface $ZodCheckLowerCase extends $ZodCheck<string> {
    _zod: $ZodCheckLowerCaseInternals;
}
declare const $ZodCheckLowerCase: $constructor<$ZodCheckLowerCase>;
interface $ZodCheckUpperCaseDef extends $ZodCheckStringFormatDef<"uppercase"> {
}
interface $ZodCheckUpperCaseInternals extends $ZodCheckInternals<string> {
    def: $ZodCheckUpperCaseDef;
    issc: $ZodIssueInvalidStringFormat;
}
interface $ZodCheckUpperCase extends $ZodCheck<string> {
    _zod: $ZodCheckUpperCaseInternals;
}
declare const $ZodCheckUpperCase: $constructor<$ZodCheckUpperCase>;
interface $ZodCheckIncludesDef extends $ZodCheckStringFormatDef<"includes"> {
    includes: string;
    position?: number | undefined;
}
interface $ZodCheckIncludesInternals extends $ZodCheckInternals<string> {
    def: $ZodCheckIncludesDef;
    issc: $ZodIssueInvalidStringFormat;
}
interface $ZodCheckIncludes extends $ZodCheck<string> {
    _zod: $ZodCheckIncludesInternals;
}
declare const $ZodCheckIncludes: $constructor<$ZodCheckIncludes>;
interface $ZodCheckStartsWithDef extends $ZodCheckStringFormatDef<"starts_with"> {
    prefix: string;
}
interface $ZodCheckStartsWithInternals extends $ZodCheckInternals<string> {
    def: $ZodCheckStartsWithDef;
    issc: $ZodIssueInvalidStringFormat;
}
interface $ZodCheckStartsWith extends $ZodCheck<string> {
    _zod: $ZodCheckStartsWithInternals;
}
declare const $ZodCheckStartsWith: $constructor<$ZodCheckStartsWith>;
interface $ZodCheckEndsWithDef extends $ZodCheckStringFormatDef<"ends_with"> {
    suffix: string;
}
interface $ZodCheckEndsWithInternals extends $ZodCheckInternals<string> {
    def: $ZodCheckEndsWithDef;
    issc: $ZodIssueInvalidStringFormat;
}
interface $ZodCheckEndsWith extends $ZodCheckInternals<string> {
    _zod: $ZodCheckEndsWithInternals;
}
declare const $ZodCheckEndsWith: $constructor<$ZodCheckEndsWith>;

interface $ZodIssueBase {
    readonly code?: string;
    readonly input?: unknown;
    readonly path: PropertyKey[];
    readonly message: string;
}
type $ZodInvalidTypeExpected = "string" | "number" | "int" | "boolean" | "bigint" | "symbol" | "undefined" | "null" | "never" | "void" | "date" | "array" | "object" | "tuple" | "record" | "map" | "set" | "file" | "nonoptional" | "nan" | "function" | (string & {});
interface $ZodIssueInvalidType<Input = unknown> extends $ZodIssueBase {
    readonly code: "invalid_type";
    readonly expected: $ZodInvalidTypeExpected;
    readonly input?: Input;
}
interface $ZodIssueTooBig<Input = unknown> extends $ZodIssueBase {
    readonly code: "too_big";
    readonly origin: "number" | "int" | "bigint" | "date" | "string" | "array" | "set" | "file" | (string & {});
    readonly maximum: number | bigint;
    readonly inclusive?: boolean;
    readonly exact?: boolean;
    readonly input?: Input;
}
interface $ZodIssueTooSmall<Input = unknown> extends $ZodIssueBase {
    readonly code: "too_small";
    readonly origin: "number" | "int" | "bigint" | "date" | "string" | "array" | "set" | "file" | (string & {});
    readonly minimum: number | bigint;
    /** True if the allowable range includes the minimum */
    readonly inclusive?: boolean;
    /** True if the allowed value is fixed (e.g.` z.length(5)`), not a range (`z.minLength(5)`) */
    readonly exact?: boolean;
    readonly input?: Input;
}
interface $ZodIssueInvalidStringFormat extends $ZodIssueBase {
    readonly code: "invalid_format";
    readonly format: $ZodStringFormats | (string & {});
    readonly pattern?: string;
    readonly input?: string;
}
interface $ZodIssueNotMultipleOf<Input extends number | bigint = number | bigint> extends $ZodIssueBase {
    readonly code: "not_multiple_of";
    readonly divisor: number;
    readonly input?: Input;
}
interface $ZodIssueUnrecognizedKeys extends $ZodIssueBase {
    readonly code: "unrecognized_keys";
    readonly keys: string[];
    readonly input?: Record<string, unknown>;
}
interface $ZodIssueInvalidUnionNoMatch extends $ZodIssueBase {
    readonly code: "invalid_union";
    readonly errors: $ZodIssue[][];
    readonly input?: unknown;
    readonly discriminator?: string | undefined;
    readonly options?: Primitive[];
    readonly inclusive?: true;
}
interface $ZodIssueInvalidUnionMultipleMatch extends $ZodIssueBase {
    readonly code: "invalid_union";
    readonly errors: [];
    readonly input?: unknown;
    readonly discriminator?: string | undefined;
    readonly inclusive: false;
    /** Indices of the options that matched */
    readonly matches: number[];
}
type $ZodIssueInvalidUnion = $ZodIssueInvalidUnionNoMatch | $ZodIssueInvalidUnionMultipleMatch;
interface $ZodIssueInvalidKey<Input = unknown> extends $ZodIssueBase {
    readonly code: "invalid_key";
    readonly origin: "map" | "record";
    readonly issues: $ZodIssue[];
    readonly input?: Input;
}
interface $ZodIssueInvalidElement<Input = unknown> extends $ZodIssueBase {
    readonly code: "invalid_element";
    readonly origin: "map" | "set";
    readonly key: unknown;
    readonly issues: $ZodIssue[];
    readonly input?: Input;
}
interface $ZodIssueInvalidValue<Input = unknown> extends $ZodIssueBase {
    readonly code: "invalid_value";
    readonly values: Primitive[];
    readonly input?: Input;
}
interface $ZodIssueCustom extends $ZodIssueBase {
    readonly code: "custom";
    readonly params?: Record<string, any> | undefined;
    readonly input?: unknown;
}
type $ZodIssue = $ZodIssueInvalidType | $ZodIssueTooBig | $ZodIssueTooSmall | $ZodIssueInvalidStringFormat | $ZodIssueNotMultipleOf | $ZodIssueUnrecognizedKeys | $ZodIssueInvalidUnion | $ZodIssueInvalidKey | $ZodIssueInvalidElement | $ZodIssueInvalidValue | $ZodIssueCustom;
type $ZodInternalIssue<T extends $ZodIssueBase = $ZodIssue> = T extends any ? RawIssue$1<T> : never;
type RawIssue$1<T extends $ZodIssueBase> = T extends any ? Flatten<MakePartial<T, "message" | "path"> & {
    /** The input data */
    readonly input: unknown;
    /** The schema or check that originated this issue. */
    readonly inst?: $ZodType | $ZodCheck;
    /** The schema that owns the issue. Equal to `inst` when a schema originated the issue, and the schema the check was attached to when a check did. */
    readonly schema?: $ZodType | undefined;
    /** If `true`, Zod will continue executing checks/refinements after this issue. */
    readonly continue?: boolean | undefined;
} & Record<string, unknown>> : never;
type $ZodRawIssue<T extends $ZodIssueBase = $ZodIssue> = $ZodInternalIssue<T>;
interface $ZodErrorMap<T extends $ZodIssueBase = $ZodIssue> {
    (issue: $ZodRawIssue<T>): {
        message: string;
    } | string | undefined | null;
}
interface $ZodError<T = unknown> extends Error {
    type: T;
    issues: $ZodIssue[];
    _zod: {
        output: T;
        def: $ZodIssue[];
    };
    stack?: string;
    name: string;
}
declare const $ZodError: $constructor<$ZodError>;
type $ZodFlattenedError<T, U = string> = _FlattenedError<T, U>;
type _FlattenedError<T, U = string> = {
    formErrors: U[];
    fieldErrors: {
        [P in keyof T]?: U[];
    };
};
type _ZodFormattedError<T, U = string> = T extends [any, ...any[]] ? {
    [K in keyof T]?: $ZodFormattedError<T[K], U>;
} : T extends any[] ? {
    [k: number]: $ZodFormattedError<T[number], U>;
} : T extends object ? Flatten<{
    [K in keyof T]?: $ZodFormattedError<T[K], U>;
}> : any;
type $ZodFormattedError<T, U = string> = {
    _errors: U[];
} & Flatten<_ZodFormattedError<T, U>>;

type ZodTrait = {
    _zod: {
        def: any;
        [k: string]: any;
    };
};
interface $constructorParams {
    Parent?: typeof Class;
}
interface $constructor<T extends ZodTrait, D = T["_zod"]["def"]> {
    new (def: D): T;
    init(inst: T, def: D): asserts inst is T;
}
declare function $constructor<T extends ZodTrait, D = T["_zod"]["def"]>(name: string, initializer: (inst: T, def: D) => void, 
/** This trait's members, installed once on every prototype that composes it. They cannot be declared in the initializer above: that runs per instance, and the prototype is shared. */
proto?: ProtoOf<T>, params?: $constructorParams): $constructor<T, D>;
declare const $brand: unique symbol;
type $brand<T extends string | number | symbol = string | number | symbol> = {
    [$brand]: {
        [k in T]: true;
    };
};
type $ZodBranded<T extends SomeType, Brand extends string | number | symbol, Dir extends "in" | "out" | "inout" = "out"> = T & (Dir extends "inout" ? {
    _zod: {
        input: input<T> & $brand<Brand>;
        output: output<T> & $brand<Brand>;
    };
} : Dir extends "in" ? {
    _zod: {
        input: input<T> & $brand<Brand>;
    };
} : {
    _zod: {
        output: output<T> & $brand<Brand>;
    };
});
type input<T> = T extends {
    _zod: {
        input: any;
    };
} ? T["_zod"]["input"] : unknown;
type output<T> = T extends {
    _zod: {
        output: any;
    };
} ? T["_zod"]["output"] : unknown;

type Params<T extends $ZodType | $ZodCheck, IssueTypes extends $ZodIssueBase, OmitKeys extends keyof T["_zod"]["def"] = never> = Flatten<Partial<EmptyToNever<Omit<T["_zod"]["def"], OmitKeys> & ([IssueTypes] extends [never] ? {} : {
    error?: string | $ZodErrorMap<IssueTypes> | undefined;
    /** @deprecated This parameter is deprecated. Use `error` instead. */
    message?: string | undefined;
})>>>;
type TypeParams<T extends $ZodType = $ZodType & {
    _isst: never;
}, AlsoOmit extends Exclude<keyof T["_zod"]["def"], "type" | "checks" | "error"> = never> = Params<T, NonNullable<T["_zod"]["isst"]>, "type" | "checks" | "error" | AlsoOmit>;
type CheckParams<T extends $ZodCheck = $ZodCheck, // & { _issc: never },
AlsoOmit extends Exclude<keyof T["_zod"]["def"], "check" | "error"> = never> = Params<T, NonNullable<T["_zod"]["issc"]>, "check" | "error" | AlsoOmit>;
type CheckStringFormatParams<T extends $ZodStringFormat = $ZodStringFormat, AlsoOmit extends Exclude<keyof T["_zod"]["def"], "type" | "coerce" | "checks" | "error" | "check" | "format"> = never> = Params<T, NonNullable<T["_zod"]["issc"]>, "type" | "coerce" | "checks" | "error" | "check" | "format" | AlsoOmit>;
type CheckTypeParams<T extends $ZodType & $ZodCheck = $ZodType & $ZodCheck, AlsoOmit extends Exclude<keyof T["_zod"]["def"], "type" | "checks" | "error" | "check"> = never> = Params<T, NonNullable<T["_zod"]["isst"] | T["_zod"]["issc"]>, "type" | "checks" | "error" | "check" | AlsoOmit>;
type $ZodCheckEmailParams = CheckStringFormatParams<$ZodEmail, "when">;
type $ZodCheckGUIDParams = CheckStringFormatParams<$ZodGUID, "pattern" | "when">;
type $ZodCheckUUIDParams = CheckStringFormatParams<$ZodUUID, "pattern" | "when">;
type $ZodCheckURLParams = CheckStringFormatParams<$ZodURL, "when">;
type $ZodCheckEmojiParams = CheckStringFormatParams<$ZodEmoji, "when">;
type $ZodCheckNanoIDParams = CheckStringFormatParams<$ZodNanoID, "when" | "pattern">;
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link _cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
type $ZodCheckCUIDParams = CheckStringFormatParams<$ZodCUID, "when">;
type $ZodCheckCUID2Params = CheckStringFormatParams<$ZodCUID2, "when">;
type $ZodCheckULIDParams = CheckStringFormatParams<$ZodULID, "when">;
type $ZodCheckXIDParams = CheckStringFormatParams<$ZodXID, "when">;
type $ZodCheckKSUIDParams = CheckStringFormatParams<$ZodKSUID, "when">;
type $ZodCheckIPv4Params = CheckStringFormatParams<$ZodIPv4, "pattern" | "when" | "version">;
type $ZodCheckIPv6Params = CheckStringFormatParams<$ZodIPv6, "pattern" | "when" | "version">;
type $ZodCheckCIDRv4Params = CheckStringFormatParams<$ZodCIDRv4, "pattern" | "when">;
type $ZodCheckCIDRv6Params = CheckStringFormatParams<$ZodCIDRv6, "pattern" | "when">;
type $ZodCheckBase64Params = CheckStringFormatParams<$ZodBase64, "pattern" | "when">;
type $ZodCheckBase64URLParams = CheckStringFormatParams<$ZodBase64URL, "pattern" | "when">;
type $ZodCheckE164Params = CheckStringFormatParams<$ZodE164, "when">;
type $ZodCheckJWTParams = CheckStringFormatParams<$ZodJWT, "pattern" | "when">;
type $ZodCheckISODateTimeParams = CheckStringFormatParams<$ZodISODateTime, "pattern" | "when">;
type $ZodCheckISODateParams = CheckStringFormatParams<$ZodISODate, "pattern" | "when">;
type $ZodCheckISOTimeParams = CheckStringFormatParams<$ZodISOTime, "pattern" | "when">;
type $ZodCheckISODurationParams = CheckStringFormatParams<$ZodISODuration, "when">;
type $ZodCheckNumberFormatParams = CheckParams<$ZodCheckNumberFormat, "format" | "when">;
type $ZodCheckLessThanParams = CheckParams<$ZodCheckLessThan, "inclusive" | "value" | "when">;
type $ZodCheckGreaterThanParams = CheckParams<$ZodCheckGreaterThan, "inclusive" | "value" | "when">;
type $ZodCheckMultipleOfParams = CheckParams<$ZodCheckMultipleOf, "value" | "when">;
type $ZodCheckMaxLengthParams = CheckParams<$ZodCheckMaxLength, "maximum" | "when">;
type $ZodCheckMinLengthParams = CheckParams<$ZodCheckMinLength, "minimum" | "when">;
type $ZodCheckLengthEqualsParams = CheckParams<$ZodCheckLengthEquals, "length" | "when">;
type $ZodCheckRegexParams = CheckParams<$ZodCheckRegex, "format" | "pattern" | "when">;
type $ZodCheckLowerCaseParams = CheckParams<$ZodCheckLowerCase, "format" | "when">;
type $ZodCheckUpperCaseParams = CheckParams<$ZodCheckUpperCase, "format" | "when">;
type $ZodCheckIncludesParams = CheckParams<$ZodCheckIncludes, "includes" | "format" | "when" | "pattern">;
type $ZodCheckStartsWithParams = CheckParams<$ZodCheckStartsWith, "prefix" | "format" | "when" | "pattern">;
type $ZodCheckEndsWithParams = CheckParams<$ZodCheckEndsWith, "suffix" | "format" | "pattern" | "when">;
type $ZodEnumParams = TypeParams<$ZodEnum, "entries">;
type $ZodNonOptionalParams = TypeParams<$ZodNonOptional, "innerType">;
type $ZodCustomParams = CheckTypeParams<$ZodCustom, "fn">;
type $ZodSuperRefineIssue<T extends $ZodIssueBase = $ZodIssue> = T extends any ? RawIssue<T> : never;
type RawIssue<T extends $ZodIssueBase> = T extends any ? Flatten<MakePartial<T, "message" | "path"> & {
    /** The schema or check that originated this issue. */
    readonly inst?: $ZodType | $ZodCheck;
    /** If `true`, Zod will execute subsequent checks/refinements instead of immediately aborting */
    readonly continue?: boolean | undefined;
} & Record<string, unknown>> : never;
interface $RefinementCtx<T = unknown> extends ParsePayload<T> {
    addIssue(arg: string | $ZodSuperRefineIssue): void;
}
interface $ZodSuperRefineParams {
    /** If provided, the refinement runs only when this returns `true`. By default, it is skipped if prior parsing produced aborting issues. */
    when?: ((payload: ParsePayload) => boolean) | undefined;
}

/** An Error-like class used to store Zod validation issues.  */
interface ZodError<T = unknown> extends $ZodError<T> {
    /** @deprecated Use the `z.treeifyError(err)` function instead. */
    format(): $ZodFormattedError<T>;
    format<U>(mapper: (issue: $ZodIssue) => U): $ZodFormattedError<T, U>;
    /** @deprecated Use the `z.treeifyError(err)` function instead. */
    flatten(): $ZodFlattenedError<T>;
    flatten<U>(mapper: (issue: $ZodIssue) => U): $ZodFlattenedError<T, U>;
    /** @deprecated Push directly to `.issues` instead. */
    addIssue(issue: $ZodIssue): void;
    /** @deprecated Push directly to `.issues` instead. */
    addIssues(issues: $ZodIssue[]): void;
    /** @deprecated Check `err.issues.length === 0` instead. */
    isEmpty: boolean;
}
declare const ZodError: $constructor<ZodError>;

type ZodSafeParseResult<T> = ZodSafeParseSuccess<T> | ZodSafeParseError<T>;
type ZodSafeParseSuccess<T> = {
    success: true;
    data: T;
    error?: never;
};
type ZodSafeParseError<T> = {
    success: false;
    data?: never;
    error: ZodError<T>;
};

type ZodStandardSchemaWithJSON<T> = StandardSchemaWithJSONProps<input<T>, output<T>>;
interface _ZodType<out Internals extends $ZodTypeInternals = $ZodTypeInternals> extends ZodType<any, any, Internals> {
}
interface ZodType<out Output = unknown, out Input = unknown, out Internals extends $ZodTypeInternals<Output, Input> = $ZodTypeInternals<Output, Input>> extends $ZodType<Output, Input, Internals> {
    def: Internals["def"];
    type: Internals["def"]["type"];
    /** @deprecated Use `.def` instead. */
    _def: Internals["def"];
    /** @deprecated Use `z.output<typeof schema>` instead. */
    _output: Internals["output"];
    /** @deprecated Use `z.input<typeof schema>` instead. */
    _input: Internals["input"];
    "~standard": ZodStandardSchemaWithJSON<this>;
    /** Converts this schema to a JSON Schema representation. */
    toJSONSchema(params?: ToJSONSchemaParams): ZodStandardJSONSchemaPayload<this>;
    check(...checks: (CheckFn<output<this>> | $ZodCheck<output<this>>)[]): this;
    with(...checks: (CheckFn<output<this>> | $ZodCheck<output<this>>)[]): this;
    clone(def?: Internals["def"], params?: {
        parent: boolean;
    }): this;
    register<R extends $ZodRegistry>(registry: R, ...meta: this extends R["_schema"] ? undefined extends R["_meta"] ? [$replace<R["_meta"], this>?] : [$replace<R["_meta"], this>] : ["Incompatible schema"]): this;
    brand<T extends PropertyKey = PropertyKey, Dir extends "in" | "out" | "inout" = "out">(value?: T): PropertyKey extends T ? this : $ZodBranded<this, T, Dir>;
    parse(data: unknown, params?: ParseContext<$ZodIssue>): output<this>;
    safeParse(data: unknown, params?: ParseContext<$ZodIssue>): ZodSafeParseResult<output<this>>;
    parseAsync(data: unknown, params?: ParseContext<$ZodIssue>): Promise<output<this>>;
    safeParseAsync(data: unknown, params?: ParseContext<$ZodIssue>): Promise<ZodSafeParseResult<output<this>>>;
    spa: (data: unknown, params?: ParseContext<$ZodIssue>) => Promise<ZodSafeParseResult<output<this>>>;
    validate(data: unknown, params?: ParseContext<$ZodIssue>): data is input<this>;
    validateAsync(data: unknown, params?: ParseContext<$ZodIssue>): Promise<boolean>;
    encode(data: output<this>, params?: ParseContext<$ZodIssue>): input<this>;
    decode(data: input<this>, params?: ParseContext<$ZodIssue>): output<this>;
    encodeAsync(data: output<this>, params?: ParseContext<$ZodIssue>): Promise<input<this>>;
    decodeAsync(data: input<this>, params?: ParseContext<$ZodIssue>): Promise<output<this>>;
    safeEncode(data: output<this>, params?: ParseContext<$ZodIssue>): ZodSafeParseResult<input<this>>;
    safeDecode(data: input<this>, params?: ParseContext<$ZodIssue>): ZodSafeParseResult<output<this>>;
    safeEncodeAsync(data: output<this>, params?: ParseContext<$ZodIssue>): Promise<ZodSafeParseResult<input<this>>>;
    safeDecodeAsync(data: input<this>, params?: ParseContext<$ZodIssue>): Promise<ZodSafeParseResult<output<this>>>;
    refine<Ch extends (arg: output<this>) => unknown | Promise<unknown>>(check: Ch, params?: string | $ZodCustomParams): Ch extends (arg: any) => arg is infer R ? this & ZodType<R, input<this>> : this;
    superRefine(refinement: (arg: output<this>, ctx: $RefinementCtx<output<this>>) => void | Promise<void>, params?: $ZodSuperRefineParams): this;
    overwrite(fn: (x: output<this>) => output<this>): this;
    optional(): ZodOptional<this>;
    exactOptional(): ZodExactOptional<this>;
    nonoptional(params?: string | $ZodNonOptionalParams): ZodNonOptional<this>;
    nullable(): ZodNullable<this>;
    nullish(): ZodOptional<ZodNullable<this>>;
    default(def: NoUndefined<output<this>>): ZodDefault<this>;
    default(def: () => NoUndefined<output<this>>): ZodDefault<this>;
    prefault(def: () => input<this>): ZodPrefault<this>;
    prefault(def: input<this>): ZodPrefault<this>;
    array(): ZodArray<this>;
    or<T extends SomeType>(option: T): ZodUnion<[this, T]>;
    and<T extends SomeType>(incoming: T): ZodIntersection<this, T>;
    transform<NewOut>(transform: (arg: output<this>, ctx: $RefinementCtx<output<this>>) => NewOut | Promise<NewOut>): ZodPipe<this, ZodTransform<Awaited<NewOut>, output<this>>>;
    catch(def: output<this>): ZodCatch<this>;
    catch(def: (ctx: $ZodCatchCtx) => output<this>): ZodCatch<this>;
    pipe<T extends $ZodType<any, output<this>>>(target: T | $ZodType<any, output<this>>): ZodPipe<this, T>;
    readonly(): ZodReadonly<this>;
    /** Returns a new instance that has been registered in `z.globalRegistry` with the specified description */
    describe(description: string): this;
    description?: string;
    /** Returns the metadata associated with this instance in `z.globalRegistry` */
    meta(): $replace<GlobalMeta, this> | undefined;
    /** Returns a new instance that has been registered in `z.globalRegistry` with the specified metadata */
    meta(data: $replace<GlobalMeta, this>): this;
    /** @deprecated Try safe-parsing `undefined` (this is what `isOptional` does internally):
     *
     * ```ts
     * const schema = z.string().optional();
     * const isOptional = schema.safeParse(undefined).success; // true
     * ```
     */
    isOptional(): boolean;
    /**
     * @deprecated Try safe-parsing `null` (this is what `isNullable` does internally):
     *
     * ```ts
     * const schema = z.string().nullable();
     * const isNullable = schema.safeParse(null).success; // true
     * ```
     */
    isNullable(): boolean;
    apply<T, TArgs extends unknown[] = []>(fn: (schema: this, ...args: TArgs) => T, ...args: TArgs): T;
}
declare const ZodType: $constructor<ZodType>;
interface _ZodString<T extends $ZodStringInternals<unknown> = $ZodStringInternals<unknown>> extends _ZodType<T> {
    format: string | null;
    minLength: number | null;
    maxLength: number | null;
    regex(regex: RegExp, params?: string | $ZodCheckRegexParams): this;
    includes(value: string, params?: string | $ZodCheckIncludesParams): this;
    startsWith(value: string, params?: string | $ZodCheckStartsWithParams): this;
    endsWith(value: string, params?: string | $ZodCheckEndsWithParams): this;
    min(minLength: number, params?: string | $ZodCheckMinLengthParams): this;
    max(maxLength: number, params?: string | $ZodCheckMaxLengthParams): this;
    length(len: number, params?: string | $ZodCheckLengthEqualsParams): this;
    nonempty(params?: string | $ZodCheckMinLengthParams): this;
    lowercase(params?: string | $ZodCheckLowerCaseParams): this;
    uppercase(params?: string | $ZodCheckUpperCaseParams): this;
    trim(): this;
    normalize(form?: "NFC" | "NFD" | "NFKC" | "NFKD" | (string & {})): this;
    toLowerCase(): this;
    toUpperCase(): this;
    slugify(): this;
}
/** @internal */
declare const _ZodString: $constructor<_ZodString>;
interface ZodString extends _ZodString<$ZodStringInternals<string>> {
    /** @deprecated Use `z.email()` instead. */
    email(params?: string | $ZodCheckEmailParams): this;
    /** @deprecated Use `z.url()` instead. */
    url(params?: string | $ZodCheckURLParams): this;
    /** @deprecated Use `z.jwt()` instead. */
    jwt(params?: string | $ZodCheckJWTParams): this;
    /** @deprecated Use `z.emoji()` instead. */
    emoji(params?: string | $ZodCheckEmojiParams): this;
    /** @deprecated Use `z.guid()` instead. */
    guid(params?: string | $ZodCheckGUIDParams): this;
    /** @deprecated Use `z.uuid()` instead. */
    uuid(params?: string | $ZodCheckUUIDParams): this;
    /** @deprecated Use `z.uuid()` instead. */
    uuidv4(params?: string | $ZodCheckUUIDParams): this;
    /** @deprecated Use `z.uuid()` instead. */
    uuidv6(params?: string | $ZodCheckUUIDParams): this;
    /** @deprecated Use `z.uuid()` instead. */
    uuidv7(params?: string | $ZodCheckUUIDParams): this;
    /** @deprecated Use `z.nanoid()` instead. */
    nanoid(params?: string | $ZodCheckNanoIDParams): this;
    /** @deprecated Use `z.guid()` instead. */
    guid(params?: string | $ZodCheckGUIDParams): this;
    /**
     * @deprecated CUID v1 is deprecated by its authors due to information leakage
     * (timestamps embedded in the id). Use `z.cuid2()` instead.
     * See https://github.com/paralleldrive/cuid.
     */
    cuid(params?: string | $ZodCheckCUIDParams): this;
    /** @deprecated Use `z.cuid2()` instead. */
    cuid2(params?: string | $ZodCheckCUID2Params): this;
    /** @deprecated Use `z.ulid()` instead. */
    ulid(params?: string | $ZodCheckULIDParams): this;
    /** @deprecated Use `z.base64()` instead. */
    base64(params?: string | $ZodCheckBase64Params): this;
    /** @deprecated Use `z.base64url()` instead. */
    base64url(params?: string | $ZodCheckBase64URLParams): this;
    /** @deprecated Use `z.xid()` instead. */
    xid(params?: string | $ZodCheckXIDParams): this;
    /** @deprecated Use `z.ksuid()` instead. */
    ksuid(params?: string | $ZodCheckKSUIDParams): this;
    /** @deprecated Use `z.ipv4()` instead. */
    ipv4(params?: string | $ZodCheckIPv4Params): this;
    /** @deprecated Use `z.ipv6()` instead. */
    ipv6(params?: string | $ZodCheckIPv6Params): this;
    /** @deprecated Use `z.cidrv4()` instead. */
    cidrv4(params?: string | $ZodCheckCIDRv4Params): this;
    /** @deprecated Use `z.cidrv6()` instead. */
    cidrv6(params?: string | $ZodCheckCIDRv6Params): this;
    /** @deprecated Use `z.e164()` instead. */
    e164(params?: string | $ZodCheckE164Params): this;
    /** @deprecated Use `z.iso.datetime()` instead. */
    datetime(params?: string | $ZodCheckISODateTimeParams): this;
    /** @deprecated Use `z.iso.date()` instead. */
    date(params?: string | $ZodCheckISODateParams): this;
    /** @deprecated Use `z.iso.time()` instead. */
    time(params?: string | $ZodCheckISOTimeParams): this;
    /** @deprecated Use `z.iso.duration()` instead. */
    duration(params?: string | $ZodCheckISODurationParams): this;
}
declare const ZodString: $constructor<ZodString>;
interface _ZodNumber<Internals extends $ZodNumberInternals = $ZodNumberInternals> extends _ZodType<Internals> {
    gt(value: number, params?: string | $ZodCheckGreaterThanParams): this;
    /** Identical to .min() */
    gte(value: number, params?: string | $ZodCheckGreaterThanParams): this;
    min(value: number, params?: string | $ZodCheckGreaterThanParams): this;
    lt(value: number, params?: string | $ZodCheckLessThanParams): this;
    /** Identical to .max() */
    lte(value: number, params?: string | $ZodCheckLessThanParams): this;
    max(value: number, params?: string | $ZodCheckLessThanParams): this;
    /** Consider `z.int()` instead. This API is considered *legacy*; it will never be removed but a better alternative exists. */
    int(params?: string | $ZodCheckNumberFormatParams): this;
    /** @deprecated This is now identical to `.int()`. Only numbers in the safe integer range are accepted. */
    safe(params?: string | $ZodCheckNumberFormatParams): this;
    positive(params?: string | $ZodCheckGreaterThanParams): this;
    nonnegative(params?: string | $ZodCheckGreaterThanParams): this;
    negative(params?: string | $ZodCheckLessThanParams): this;
    nonpositive(params?: string | $ZodCheckLessThanParams): this;
    multipleOf(value: number, params?: string | $ZodCheckMultipleOfParams): this;
    /** @deprecated Use `.multipleOf()` instead. */
    step(value: number, params?: string | $ZodCheckMultipleOfParams): this;
    /** @deprecated In v4 and later, z.number() does not allow infinite values by default. This is a no-op. */
    finite(params?: unknown): this;
    minValue: number | null;
    maxValue: number | null;
    /** @deprecated Check the `format` property instead.  */
    isInt: boolean;
    /** @deprecated Number schemas no longer accept infinite values, so this always returns `true`. */
    isFinite: boolean;
    format: string | null;
}
interface ZodNumber extends _ZodNumber<$ZodNumberInternals<number>> {
}
declare const ZodNumber: $constructor<ZodNumber>;
interface ZodNumberFormat<Format extends $ZodNumberFormats = $ZodNumberFormats> extends ZodNumber {
    _zod: $ZodNumberFormatInternals<Format>;
}
declare const ZodNumberFormat: $constructor<ZodNumberFormat>;
interface ZodInt extends ZodNumberFormat<"safeint"> {
}
interface _ZodBoolean<T extends $ZodBooleanInternals = $ZodBooleanInternals> extends _ZodType<T> {
}
interface ZodBoolean extends _ZodBoolean<$ZodBooleanInternals<boolean>> {
}
declare const ZodBoolean: $constructor<ZodBoolean>;
interface ZodArray<T extends SomeType = $ZodType> extends _ZodType<$ZodArrayInternals<T>>, $ZodArray<T> {
    element: T;
    min(minLength: number, params?: string | $ZodCheckMinLengthParams): this;
    nonempty(params?: string | $ZodCheckMinLengthParams): this;
    max(maxLength: number, params?: string | $ZodCheckMaxLengthParams): this;
    length(len: number, params?: string | $ZodCheckLengthEqualsParams): this;
    unwrap(): T;
    "~standard": ZodStandardSchemaWithJSON<this>;
}
declare const ZodArray: $constructor<ZodArray>;
type SafeExtendShape<Base extends $ZodShape, Ext extends $ZodLooseShape> = {
    [K in keyof Ext]: K extends keyof Base ? output<Ext[K]> extends output<Base[K]> ? input<Ext[K]> extends input<Base[K]> ? Ext[K] : never : never : Ext[K];
};
interface ZodObject<
/** @ts-ignore Cast variance */
out Shape extends $ZodShape = $ZodLooseShape, out Config extends $ZodObjectConfig = $strip> extends _ZodType<$ZodObjectInternals<Shape, Config>>, $ZodObject<Shape, Config> {
    "~standard": ZodStandardSchemaWithJSON<this>;
    shape: Shape;
    keyof(): ZodEnum<ToEnum<keyof Shape & string>>;
    /** Define a schema to validate all unrecognized keys. This overrides the existing strict/loose behavior. */
    catchall<T extends SomeType>(schema: T): ZodObject<Shape, $catchall<T>>;
    /** @deprecated Use `z.looseObject()` or `.loose()` instead. */
    passthrough(): ZodObject<Shape, $loose>;
    /** Consider `z.looseObject(A.shape)` instead */
    loose(): ZodObject<Shape, $loose>;
    /** Consider `z.strictObject(A.shape)` instead */
    strict(): ZodObject<Shape, $strict>;
    /** This is the default behavior. This method call is likely unnecessary. */
    strip(): ZodObject<Shape, $strip>;
    extend<U extends $ZodLooseShape>(shape: U): ZodObject<Extend<Shape, Writeable<U>>, Config>;
    safeExtend<U extends $ZodLooseShape>(shape: SafeExtendShape<Shape, U> & Partial<Record<keyof Shape, SomeType>>): ZodObject<Extend<Shape, Writeable<U>>, Config>;
    /**
     * @deprecated Use [`A.extend(B.shape)`](https://zod.dev/api?id=extend) instead.
     */
    merge<U extends ZodObject>(other: U): ZodObject<Extend<Shape, U["shape"]>, U["_zod"]["config"]>;
    pick<M extends Mask<keyof Shape>>(mask: M & Record<Exclude<keyof M, keyof Shape>, never>): ZodObject<Flatten<Pick<Shape, Extract<keyof Shape, keyof M>>>, Config>;
    omit<M extends Mask<keyof Shape>>(mask: M & Record<Exclude<keyof M, keyof Shape>, never>): ZodObject<Flatten<Omit<Shape, Extract<keyof Shape, keyof M>>>, Config>;
    partial(): ZodObject<{
        -readonly [k in keyof Shape]: ZodOptional<Shape[k]>;
    }, Config>;
    partial<M extends Mask<keyof Shape>>(mask: M & Record<Exclude<keyof M, keyof Shape>, never>): ZodObject<{
        -readonly [k in keyof Shape]: k extends keyof M ? ZodOptional<Shape[k]> : Shape[k];
    }, Config>;
    exactPartial(): ZodObject<{
        -readonly [k in keyof Shape]: ZodExactOptional<Shape[k]>;
    }, Config>;
    exactPartial<M extends Mask<keyof Shape>>(mask: M & Record<Exclude<keyof M, keyof Shape>, never>): ZodObject<{
        -readonly [k in keyof Shape]: k extends keyof M ? ZodExactOptional<Shape[k]> : Shape[k];
    }, Config>;
    required(): ZodObject<{
        -readonly [k in keyof Shape]: ZodNonOptional<Shape[k]>;
    }, Config>;
    required<M extends Mask<keyof Shape>>(mask: M & Record<Exclude<keyof M, keyof Shape>, never>): ZodObject<{
        -readonly [k in keyof Shape]: k extends keyof M ? ZodNonOptional<Shape[k]> : Shape[k];
    }, Config>;
}
declare const ZodObject: $constructor<ZodObject>;
interface ZodUnion<T extends readonly SomeType[] = readonly $ZodType[]> extends _ZodType<$ZodUnionInternals<T>>, $ZodUnion<T> {
    "~standard": ZodStandardSchemaWithJSON<this>;
    options: T;
}
declare const ZodUnion: $constructor<ZodUnion>;
interface ZodIntersection<A extends SomeType = $ZodType, B extends SomeType = $ZodType> extends _ZodType<$ZodIntersectionInternals<A, B>>, $ZodIntersection<A, B> {
    "~standard": ZodStandardSchemaWithJSON<this>;
}
declare const ZodIntersection: $constructor<ZodIntersection>;
interface ZodRecord<Key extends $ZodRecordKey = $ZodRecordKey, Value extends SomeType = $ZodType> extends _ZodType<$ZodRecordInternals<Key, Value>>, $ZodRecord<Key, Value> {
    "~standard": ZodStandardSchemaWithJSON<this>;
    keyType: Key;
    valueType: Value;
}
declare const ZodRecord: $constructor<ZodRecord>;
interface ZodEnum<
/** @ts-ignore Cast variance */
out T extends EnumLike = EnumLike> extends _ZodType<$ZodEnumInternals<T>>, $ZodEnum<T> {
    "~standard": ZodStandardSchemaWithJSON<this>;
    enum: T;
    options: Array<T[keyof T]>;
    extract<const U extends readonly (keyof T)[]>(values: U, params?: string | $ZodEnumParams): ZodEnum<Flatten<Pick<T, U[number]>>>;
    exclude<const U extends readonly (keyof T)[]>(values: U, params?: string | $ZodEnumParams): ZodEnum<Flatten<Omit<T, U[number]>>>;
}
declare const ZodEnum: $constructor<ZodEnum>;
interface ZodTransform<O = unknown, I = unknown> extends _ZodType<$ZodTransformInternals<O, I>>, $ZodTransform<O, I> {
    "~standard": ZodStandardSchemaWithJSON<this>;
}
declare const ZodTransform: $constructor<ZodTransform>;
interface ZodOptional<T extends SomeType = $ZodType> extends _ZodType<$ZodOptionalInternals<T>>, $ZodOptional<T> {
    "~standard": ZodStandardSchemaWithJSON<this>;
    unwrap(): T;
}
declare const ZodOptional: $constructor<ZodOptional>;
interface ZodExactOptional<T extends SomeType = $ZodType> extends _ZodType<$ZodExactOptionalInternals<T>>, $ZodExactOptional<T> {
    "~standard": ZodStandardSchemaWithJSON<this>;
    unwrap(): T;
}
declare const ZodExactOptional: $constructor<ZodExactOptional>;
interface ZodNullable<T extends SomeType = $ZodType> extends _ZodType<$ZodNullableInternals<T>>, $ZodNullable<T> {
    "~standard": ZodStandardSchemaWithJSON<this>;
    unwrap(): T;
}
declare const ZodNullable: $constructor<ZodNullable>;
interface ZodDefault<T extends SomeType = $ZodType> extends _ZodType<$ZodDefaultInternals<T>>, $ZodDefault<T> {
    "~standard": ZodStandardSchemaWithJSON<this>;
    unwrap(): T;
    /** @deprecated Use `.unwrap()` instead. */
    removeDefault(): T;
}
declare const ZodDefault: $constructor<ZodDefault>;
interface ZodPrefault<T extends SomeType = $ZodType> extends _ZodType<$ZodPrefaultInternals<T>>, $ZodPrefault<T> {
    "~standard": ZodStandardSchemaWithJSON<this>;
    unwrap(): T;
}
declare const ZodPrefault: $constructor<ZodPrefault>;
interface ZodNonOptional<T extends SomeType = $ZodType> extends _ZodType<$ZodNonOptionalInternals<T>>, $ZodNonOptional<T> {
    "~standard": ZodStandardSchemaWithJSON<this>;
    unwrap(): T;
}
declare const ZodNonOptional: $constructor<ZodNonOptional>;
interface ZodCatch<T extends SomeType = $ZodType> extends _ZodType<$ZodCatchInternals<T>>, $ZodCatch<T> {
    "~standard": ZodStandardSchemaWithJSON<this>;
    unwrap(): T;
    /** @deprecated Use `.unwrap()` instead. */
    removeCatch(): T;
}
declare const ZodCatch: $constructor<ZodCatch>;
interface ZodPipe<A extends SomeType = $ZodType, B extends SomeType = $ZodType> extends _ZodType<$ZodPipeInternals<A, B>>, $ZodPipe<A, B> {
    "~standard": ZodStandardSchemaWithJSON<this>;
    in: A;
    out: B;
}
declare const ZodPipe: $constructor<ZodPipe>;
interface ZodReadonly<T extends SomeType = $ZodType> extends _ZodType<$ZodReadonlyInternals<T>>, $ZodReadonly<T> {
    "~standard": ZodStandardSchemaWithJSON<this>;
    unwrap(): T;
}
declare const ZodReadonly: $constructor<ZodReadonly>;

declare const teammate: ZodReadonly<ZodObject<{
    id: ZodString;
    name: ZodString;
    email: ZodString;
    isBot: ZodBoolean;
    writesArticles: ZodBoolean;
    managesKnowledge: ZodBoolean;
}, $strip>>;
declare const helpCentre: ZodReadonly<ZodObject<{
    id: ZodString;
    identifier: ZodString;
    name: ZodString;
    isDefault: ZodBoolean;
    isOn: ZodBoolean;
    defaultLocale: ZodEnum<{
        tr: "tr";
        hr: "hr";
        lt: "lt";
        id: "id";
        it: "it";
        "zh-CN": "zh-CN";
        "zh-TW": "zh-TW";
        en: "en";
        ja: "ja";
        nb: "nb";
        ca: "ca";
        fr: "fr";
        ar: "ar";
        bg: "bg";
        bs: "bs";
        cs: "cs";
        da: "da";
        de: "de";
        el: "el";
        es: "es";
        et: "et";
        fi: "fi";
        he: "he";
        hu: "hu";
        ko: "ko";
        lv: "lv";
        mn: "mn";
        nl: "nl";
        pl: "pl";
        pt: "pt";
        ro: "ro";
        ru: "ru";
        sl: "sl";
        sr: "sr";
        sv: "sv";
        vi: "vi";
        "pt-BR": "pt-BR";
    }>;
    locales: ZodArray<ZodEnum<{
        tr: "tr";
        hr: "hr";
        lt: "lt";
        id: "id";
        it: "it";
        "zh-CN": "zh-CN";
        "zh-TW": "zh-TW";
        en: "en";
        ja: "ja";
        nb: "nb";
        ca: "ca";
        fr: "fr";
        ar: "ar";
        bg: "bg";
        bs: "bs";
        cs: "cs";
        da: "da";
        de: "de";
        el: "el";
        es: "es";
        et: "et";
        fi: "fi";
        he: "he";
        hu: "hu";
        ko: "ko";
        lv: "lv";
        mn: "mn";
        nl: "nl";
        pl: "pl";
        pt: "pt";
        ro: "ro";
        ru: "ru";
        sl: "sl";
        sr: "sr";
        sv: "sv";
        vi: "vi";
        "pt-BR": "pt-BR";
    }>>;
    createdAt: ZodNumber;
    updatedAt: ZodNumber;
}, $strip>>;
declare const collection: ZodReadonly<ZodObject<{
    id: ZodString;
    helpCentreId: ZodString;
    parentId: ZodNullable<ZodString>;
    order: ZodNumber;
    icon: ZodString;
    createdAt: ZodNumber;
    updatedAt: ZodNumber;
    contents: ZodRecord<ZodEnum<{
        tr: "tr";
        hr: "hr";
        lt: "lt";
        id: "id";
        it: "it";
        "zh-CN": "zh-CN";
        "zh-TW": "zh-TW";
        en: "en";
        ja: "ja";
        nb: "nb";
        ca: "ca";
        fr: "fr";
        ar: "ar";
        bg: "bg";
        bs: "bs";
        cs: "cs";
        da: "da";
        de: "de";
        el: "el";
        es: "es";
        et: "et";
        fi: "fi";
        he: "he";
        hu: "hu";
        ko: "ko";
        lv: "lv";
        mn: "mn";
        nl: "nl";
        pl: "pl";
        pt: "pt";
        ro: "ro";
        ru: "ru";
        sl: "sl";
        sr: "sr";
        sv: "sv";
        vi: "vi";
        "pt-BR": "pt-BR";
    }> & $partial, ZodObject<{
        name: ZodString;
        description: ZodNullable<ZodString>;
    }, $strip>>;
}, $strip>>;
/** What readers did with an article; in percent, what they thought of it. */
declare const readership: ZodReadonly<ZodObject<{
    views: ZodInt;
    conversations: ZodInt;
    reactions: ZodInt;
    happy: ZodNumber;
    neutral: ZodNumber;
    sad: ZodNumber;
    finInvolvements: ZodInt;
    finResolutions: ZodInt;
}, $strip>>;
declare const article: ZodReadonly<ZodObject<{
    id: ZodString;
    helpCentreId: ZodString;
    defaultLocale: ZodEnum<{
        tr: "tr";
        hr: "hr";
        lt: "lt";
        id: "id";
        it: "it";
        "zh-CN": "zh-CN";
        "zh-TW": "zh-TW";
        en: "en";
        ja: "ja";
        nb: "nb";
        ca: "ca";
        fr: "fr";
        ar: "ar";
        bg: "bg";
        bs: "bs";
        cs: "cs";
        da: "da";
        de: "de";
        el: "el";
        es: "es";
        et: "et";
        fi: "fi";
        he: "he";
        hu: "hu";
        ko: "ko";
        lv: "lv";
        mn: "mn";
        nl: "nl";
        pl: "pl";
        pt: "pt";
        ro: "ro";
        ru: "ru";
        sl: "sl";
        sr: "sr";
        sv: "sv";
        vi: "vi";
        "pt-BR": "pt-BR";
    }>;
    parentIds: ZodArray<ZodString>;
    createdAt: ZodNumber;
    updatedAt: ZodNumber;
    contents: ZodRecord<ZodEnum<{
        tr: "tr";
        hr: "hr";
        lt: "lt";
        id: "id";
        it: "it";
        "zh-CN": "zh-CN";
        "zh-TW": "zh-TW";
        en: "en";
        ja: "ja";
        nb: "nb";
        ca: "ca";
        fr: "fr";
        ar: "ar";
        bg: "bg";
        bs: "bs";
        cs: "cs";
        da: "da";
        de: "de";
        el: "el";
        es: "es";
        et: "et";
        fi: "fi";
        he: "he";
        hu: "hu";
        ko: "ko";
        lv: "lv";
        mn: "mn";
        nl: "nl";
        pl: "pl";
        pt: "pt";
        ro: "ro";
        ru: "ru";
        sl: "sl";
        sr: "sr";
        sv: "sv";
        vi: "vi";
        "pt-BR": "pt-BR";
    }> & $partial, ZodReadonly<ZodObject<{
        id: ZodString;
        title: ZodString;
        description: ZodString;
        body: ZodString;
        authorId: ZodString;
        state: ZodEnum<{
            published: "published";
            draft: "draft";
        }>;
        createdAt: ZodNumber;
        updatedAt: ZodNumber;
        createdById: ZodNullable<ZodString>;
        updatedById: ZodNullable<ZodString>;
        ai: ZodObject<{
            chatbot: ZodBoolean;
            copilot: ZodBoolean;
            sales: ZodBoolean;
        }, $strip>;
        audienceIds: ZodArray<ZodNumber>;
        draft: ZodNullable<ZodReadonly<ZodObject<{
            title: ZodString;
            description: ZodString;
            body: ZodString;
            authorId: ZodString;
            updatedAt: ZodNumber;
            updatedById: ZodNullable<ZodString>;
        }, $strip>>>;
        versionId: ZodNullable<ZodString>;
        liveVersionId: ZodNullable<ZodString>;
    }, $strip>>>;
    tags: ZodArray<ZodReadonly<ZodObject<{
        id: ZodString;
        appliedAt: ZodNumber;
        appliedById: ZodString;
    }, $strip>>>;
    publishAt: ZodNullable<ZodNumber>;
    unpublishAt: ZodNullable<ZodNumber>;
    readership: ZodOptional<ZodReadonly<ZodObject<{
        views: ZodInt;
        conversations: ZodInt;
        reactions: ZodInt;
        happy: ZodNumber;
        neutral: ZodNumber;
        sad: ZodNumber;
        finInvolvements: ZodInt;
        finResolutions: ZodInt;
    }, $strip>>>;
}, $strip>>;
/** A teammate. */
type TeammateRecord = output<typeof teammate>;
/** A help centre. */
type HelpCentreRecord = output<typeof helpCentre>;
/** A collection, at whichever level. */
type CollectionRecord = output<typeof collection>;
/** An article in all its locales. */
type ArticleRecord = output<typeof article>;
/** What readers did with an article. */
type Readership = output<typeof readership>;

/** What a teammate types into Intercom's editor. What is absent stays as it is. */
interface Edit {
    /** Default: the article's default locale. */
    readonly locale?: LocaleCode;
    readonly title?: string;
    readonly description?: string;
    /** HTML. Headings keep their markup, as they do in the editor. */
    readonly body?: string;
    readonly state?: 'published' | 'draft';
    /** Id of the teammate who edits. Default: one who does not own the token. */
    readonly by?: string;
}
/** Articles as people use them. */
interface ArticleDriver {
    /** As they are kept: bodies hold `image:` and a path for each image. */
    articles(): readonly ArticleRecord[];
    article(id: string): ArticleRecord | null;
    /** Body of one locale as the API would answer it now; null where there is none. */
    body(id: string, locale?: LocaleCode): string | null;
    createArticle(article: Edit & {
        readonly title: string;
        readonly parentId?: string;
    }): Promise<ArticleRecord>;
    /** Changes an article. Readers see it at once: what was staged is what the editor showed, and is published too. */
    editArticle(id: string, edit: Edit): Promise<ArticleRecord>;
    /** Stages a draft over a published article, as a person does who saves without publishing. */
    stageDraft(id: string, edit: Edit): Promise<ArticleRecord>;
    discardDraft(id: string, locale?: LocaleCode): Promise<ArticleRecord>;
    /** Puts a body there as it is, rewriting nothing: for blocks that neither API nor editor would write. */
    plantBody(id: string, html: string, locale?: LocaleCode): Promise<ArticleRecord>;
    moveArticle(id: string, parentId: string | null): Promise<ArticleRecord>;
    /** Puts an article into one more collection, as people can where there are several help centres. */
    addToCollection(id: string, parentId: string): Promise<ArticleRecord>;
    /** Lets people read an article: what it has for its statistics from now on. What is absent stays as it is. */
    setReadership(id: string, read: Partial<Readership>): Promise<ArticleRecord>;
    removeArticle(id: string): Promise<void>;
}
/** The rest of the workspace as people use it. */
interface SettingDriver {
    collections(): readonly CollectionRecord[];
    createCollection(collection: {
        readonly name: string;
        readonly parentId?: string;
        /** Default: the parent's, else the default one. */
        readonly helpCentreId?: string;
    }): Promise<CollectionRecord>;
    /** Changes name or description in one language; default: the first of its help centre. */
    renameCollection(id: string, texts: {
        readonly locale?: LocaleCode;
        readonly name?: string;
        readonly description?: string;
    }): Promise<CollectionRecord>;
    removeCollection(id: string): Promise<void>;
    teammates(): readonly TeammateRecord[];
    addTeammate(person: {
        readonly name: string;
        readonly email: string;
        readonly writesArticles?: boolean;
    }): Promise<TeammateRecord>;
    /** Gives a teammate rights, or takes them. */
    setRights(id: string, rights: {
        readonly writesArticles?: boolean;
        readonly managesKnowledge?: boolean;
    }): Promise<void>;
    /** Turns languages on or off. */
    setMultilingual(on: boolean): Promise<void>;
    /** Locales of the default help centre, the default one first. */
    setLocales(locales: readonly LocaleCode[]): Promise<void>;
    /** Adds a help centre, switched on. Its default locale comes first. */
    addHelpCentre(centre: {
        readonly identifier: string;
        readonly locales: readonly LocaleCode[];
    }): Promise<HelpCentreRecord>;
    /** Makes an audience known, so that articles can be given to it. */
    addAudience(id: number, name?: string): Promise<void>;
}
/** The workspace as people use it, beside the API. What is done here is saved before it resolves. */
type TestDriver = ArticleDriver & SettingDriver;

/** A running sandbox. */
interface Sandbox {
    /** `http://127.0.0.1:PORT`: base URL of the API, and the help centre in a browser. */
    readonly url: string;
    readonly port: number;
    /** The token that may do everything. */
    readonly token: string;
    /** Every request to the API so far, in the order of arrival. */
    readonly log: readonly LogEntry[];
    /** The workspace as people use it. */
    readonly world: TestDriver;
    /** Replaces the faults, and counts requests anew. */
    setFaults(faults: readonly Fault[] | string): void;
    /** Gives a token rights, a new one too, or takes it away (null). */
    setToken(token: string, rights: Omit<TokenRights, 'token'> | null): void;
    /** Changes single switches. */
    setQuirks(quirks: Partial<Quirks>): void;
    /** Uses up requests of the current window, as others in the workspace would. */
    spend(requests: number): void;
    /** Stops listening, cuts open connections, keeps the state and lets go of the folder. */
    close(): Promise<void>;
}
/**
 * Starts a local Intercom workspace on 127.0.0.1. A new one has teammates and a help centre, and no content.
 *
 * @throws SandboxError when the folder is in use or its state damaged; the system's `EADDRINUSE` for a port
 *   that is taken
 */
declare function startSandbox(options: SandboxOptions): Promise<Sandbox>;

export { IntercomError, canonical, compile, formatLockfile, hasVariables, lastSource, makePlan, maxLevels, parseConfiguration, parseLockfile, readConfiguration, readRepository, run, stages, startSandbox, textFlavourOf };
export type { ArticleLink, BodyPicture, Change, ChangeKind, CollectionAddress, CollectionChange, CollectionField, CollectionKey, CollectionPlaces, CollectionTrail, ContentPath, Desired, DesiredArticle, DesiredCollection, DesiredLocale, Edit$1 as Edit, FileFacts, Fingerprint, Fix, FolderCollection, Held, HeldWhy, Host, ImageSettings, ImageType$1 as ImageType, Locale, LocaleStep, Lockfile, LockfileSection, OnTarget, Outcome, Place, Plan, PlanInput, PlanMode, Problem, Pull, PullLeft, PullOffer, PulledPart, PulledSource, Reason, Recorded, RecordedArticle, RecordedCollection, RecordedLocale, RecordedText, Recording, RedirectChange, RedirectOutcome, Remote, RemoteArticle, RemoteCollection, RemoteHelpCentre, RemoteLocale, Repository, Sandbox, SandboxOptions, ScheduleChange, Sent, SentLocale, Settings, Shots, Sink, Source, SourceFields, Spacing, StagedText, State, SymbolicHtml, Target, TargetSettings, Teammate, WorkspaceReader, WorkspaceWriter };
