import type { Fix, Place } from './place.ts';

/** A located finding. `error` stops the article it names, `warning` does not. */
export interface Problem {
  /** Stable and documented in `problem.ts`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** What was found. One sentence, no full stop needed by the caller. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  /** Absent only for findings about no file at all (a setting, a workspace). */
  readonly place?: Place;
  /** Present only where there is exactly one right answer. */
  readonly fix?: Fix;
}

/**
 * Every problem the project can report, as one page: code → severity, message, help. Codes are stable.
 * Messages say what was found; help says what to do. Add an entry here and use `problem()`; nothing else
 * in the code makes a `Problem`.
 */
const catalogue = {
  // ── configuration and front matter ──────────────────────────────────────────────────────────────────
  'unknown-key': error(
    (a: { key: string; where: string; nearest: string | null }) => `unknown key "${a.key}" in ${a.where}`,
    (a) => (a.nearest === null ? 'Remove it.' : `Did you mean "${a.nearest}"?`),
  ),
  'bad-value': error(
    (a: { key: string; where: string; reason: string }) =>
      `${a.key === '' ? a.where : `"${a.key}" in ${a.where}`}: ${a.reason}`,
    () => 'Correct the value.',
  ),
  'yaml-syntax': error(
    (a: { reason: string }) => `not valid YAML: ${a.reason}`,
    () => 'Correct the YAML; values with a colon, a quote or a leading special character need quotes.',
  ),
  'key-twice': error(
    (a: { key: string; first: number }) => `"${a.key}" stands twice (first on line ${a.first})`,
    () => 'Remove one of the two.',
  ),
  'no-configuration': error(
    (a: { file: string; folder: string }) => `${a.file} was not found in ${a.folder}`,
    () => 'Run this in the folder that holds it, or name it with --config FILE or --cwd DIR.',
  ),
  unreadable: error(
    (a: { file: string; reason: string }) => `${a.file} cannot be read: ${a.reason}`,
    () => 'Check the path and its permissions.',
  ),
  'linked-out': error(
    (a: { file: string }) => `${a.file} is a link, or lies behind one, that leads out of the repository`,
    () => 'Put the file itself there. If the link came with a branch or a pull request, look at that with care.',
  ),
  'no-content-folder': error(
    (a: { folder: string }) => `the content folder "${a.folder}" does not exist`,
    () => 'Create it, or name another with "content" in helpcentre.yml.',
  ),
  'front-matter-language': error(
    (a: { language: string }) => `front matter in "${a.language}" is not read and never run: only YAML is`,
    () => 'Write the front matter in YAML, between two lines that hold only "---".',
  ),
  'front-matter-not-closed': error(
    () => 'front matter is opened with "---" and never closed',
    () => 'Put a line that holds only "---" after the last field.',
  ),
  'front-matter-shape': error(
    () => 'front matter is not a list of "key: value" lines',
    () => 'Write one "key: value" a line.',
  ),
  'source-conflict': error(
    (a: { lines: string }) => `the file holds unmerged conflict markers (lines ${a.lines})`,
    () => 'Keep what is right of both sides and remove the markers. Indent them by a space if they are text.',
  ),
  'key-not-published': error(
    (a: { key: string }) => `"${a.key}" in front matter is something helpcentre does not publish yet`,
    (a) => `Remove it and set it in Intercom, or write "frontMatter: { ignore: [${a.key}] }" into helpcentre.yml.`,
  ),
  'front-matter-too-long': error(
    (a: { limit: number }) => `front matter has more than ${a.limit} characters`,
    () => 'Move what is long into the text of the article.',
  ),
  'not-utf8': error(
    () => 'the file is not valid UTF-8 here',
    () => 'Save the file as UTF-8.',
  ),
  'path-twice': error(
    (a: { path: string; other: string }) => `"${a.path}" and "${a.other}" stand for the same locale of one article`,
    () => 'Rename or remove one of them.',
  ),
  'path-not-portable': error(
    (a: { path: string }) => `"${a.path}" is a path that other systems read in another way`,
    () => 'Rename it: a name has no backslash, and does not begin with a letter and a colon.',
  ),
  'id-twice': error(
    (a: { id: string; other: string }) => `id ${a.id} is also claimed by ${a.other}`,
    () => 'An Intercom article has one source. Remove the id from one of them.',
  ),
  'unknown-locale': error(
    (a: { locale: string }) => `"${a.locale}" is no locale of Intercom's help centres`,
    () => 'Use a code such as fr, de or pt-BR.',
  ),
  'locale-twice': error(
    (a: { locale: string; other: string }) => `"${a.locale}" and "${a.other}" are the same locale`,
    () => 'Remove one of the two.',
  ),
  'lonely-locale': error(
    (a: { path: string; locale: string; expected: string }) =>
      `${a.path} is the ${a.locale} text of an article that has no source in the default locale`,
    (a) => `Add ${a.expected}, or rename the file.`,
  ),
  'quotes-in-value': warning(
    (a: { key: string }) => `the quotes around "${a.key}" are typographic ones, which YAML takes as part of the value`,
    () => 'Write straight quotes, or none.',
  ),
  'line-ends': warning(
    (a: { files: number }) => `${a.files === 1 ? 'a source has' : `${a.files} sources have`} Windows line ends`,
    () => 'Their content gets another git id on Windows than elsewhere. Write "*.md text eol=lf" into .gitattributes.',
  ),
  'byte-order-mark': warning(
    (a: { files: number }) =>
      `${a.files === 1 ? 'a source begins' : `${a.files} sources begin`} with a byte order mark`,
    () => 'Save them as UTF-8 without it: other tools take it for a character.',
  ),
  'last-line-end': warning(
    (a: { files: number }) => `${a.files === 1 ? 'a source ends' : `${a.files} sources end`} without a line end`,
    () => 'End the last line: git shows it as changed when a line is added below.',
  ),
  // ── lockfile ────────────────────────────────────────────────────────────────────────────────────────
  'lockfile-conflict': error(
    (a: { lines: string }) => `the lockfile holds unmerged conflict markers (lines ${a.lines})`,
    () => 'Keep the entries of both sides, remove the markers, and run again.',
  ),
  'lockfile-syntax': error(
    () => 'the lockfile is not valid JSON here',
    () => 'Restore it from git; it maps every file to its article.',
  ),
  'lockfile-newer': error(
    (a: { version: number }) => `the lockfile has format ${a.version}, which this version does not know`,
    () => 'Update helpcentre, or restore the older lockfile from git.',
  ),
  'lockfile-id-twice': error(
    (a: { of: 'article' | 'collection'; id: string; key: string; other: string; first: number }) =>
      `${a.of} ${a.id} is recorded for "${a.key}" and for "${a.other}" (line ${a.first})`,
    () => 'Remove the entry that is wrong.',
  ),
  'other-workspace': error(
    (a: { workspace: string; name: string; known: string }) =>
      `the token is for workspace ${a.workspace} ("${a.name}"), and the lockfile knows only ${a.known}`,
    (a) =>
      `Use the token of that workspace. To publish to a second one from here, add "${a.workspace}": {} under "workspaces" in the lockfile.`,
  ),
  'unexpected-workspace': error(
    (a: { workspace: string; name: string; expected: string }) =>
      `the token is for workspace ${a.workspace} ("${a.name}"), and ${a.expected} is expected`,
    () => 'Use the token of the workspace that is meant, or correct the id that was given.',
  ),
  // ── the plan ────────────────────────────────────────────────────────────────────────────────────────
  'unknown-help-centre': error(
    (a: { wanted: string; known: string; nearest: string | null }) =>
      `the workspace has no help centre "${a.wanted}", so nothing is published`,
    (a) =>
      a.known === ''
        ? 'Create one in Intercom first.'
        : `${didYouMean(a.nearest)}It has: ${a.known}. Name one as "helpCentre" in helpcentre.yml.`,
  ),
  'folder-help-centre': error(
    (a: { folder: string; wanted: string; known: string; nearest: string | null }) =>
      `${a.folder}/_collection.yml names the help centre "${a.wanted}", which the workspace does not have, so nothing is published`,
    (a) => (a.known === '' ? 'Create it in Intercom first.' : `${didYouMean(a.nearest)}It has: ${a.known}.`),
  ),
  'help-centre-again': error(
    (a: { folder: string; wanted: string; other: string | null }) =>
      a.other === null
        ? `${a.folder}/_collection.yml says "helpCentre: ${a.wanted}", which is where all folders are published to that do not say`
        : `${a.folder}/_collection.yml says "helpCentre: ${a.wanted}", and ${a.other} names the same help centre in another way`,
    (a) => (a.other === null ? 'Remove the line.' : 'Write the same name into both.'),
  ),
  'help-centre-unsure': warning(
    (a: { chosen: string }) =>
      `the workspace has several help centres and this API version does not say which is the default; "${a.chosen}" is taken`,
    () => 'Name one as "helpCentre" in helpcentre.yml.',
  ),
  'locale-not-enabled': error(
    (a: { locale: string; helpCentre: string; paths: string }) =>
      `the help centre "${a.helpCentre}" has no locale "${a.locale}", which ${a.paths} would be published in`,
    () => "Enable the language in the help centre's settings, or remove the files.",
  ),
  'no-first-language': error(
    (a: { path: string; isNew: boolean; locale: string; helpCentre: string }) =>
      a.isNew
        ? `${a.path} would be a new article without a text in ${a.locale}, the first language of the help centre "${a.helpCentre}"`
        : `${a.path} would move without a text in ${a.locale} to the help centre "${a.helpCentre}", whose first language that is`,
    (a) => `Add its ${a.locale} source.`,
  ),
  'collection-twins': warning(
    (a: { key: string; count: number }) =>
      `Intercom has ${a.count} collections that could be "${a.key}"; the first is taken`,
    () => 'Rename or merge the others in Intercom.',
  ),
  'unknown-default-author': error(
    (a: { author: string }) => `"author" in helpcentre.yml: no teammate "${a.author}" in the workspace`,
    () => 'Use the e-mail or id of a teammate who may write articles.',
  ),
  'unknown-author': error(
    (a: { author: string }) => `no teammate "${a.author}" in the workspace`,
    () => 'Use the e-mail or id of a teammate who may write articles.',
  ),
  'id-not-found': error(
    (a: { id: string; path: string }) => `${a.path} names article ${a.id}, which is not in the workspace`,
    () => 'Correct the id, or remove it to create a new article.',
  ),
  'id-taken': error(
    (a: { id: string; path: string; other: string }) =>
      `${a.path} names article ${a.id}, which ${a.other} publishes already`,
    () => 'Remove the id from one of them.',
  ),
  'near-twin': warning(
    (a: { path: string; id: string; title: string }) =>
      `${a.path} is new, and Intercom has an article ${a.id} with its title "${a.title}"`,
    (a) => `If it is the same article, write "id: ${a.id}" into the front matter; else leave it.`,
  ),
  'heading-losses': warning(
    (a: { path: string; losses: string }) => `${a.path}: with this write ${a.losses}`,
    () =>
      'Intercom keeps only the text of headings that it is sent, and makes the shallowest an h1. Put links into the text below the heading, or go on editing the article in Intercom.',
  ),
  'collection-left-empty': warning(
    (a: { key: string; id: string }) =>
      `the collection "${a.key}" has no published article left, and nothing here is in it any more`,
    (a) => `Delete collection ${a.id} in Intercom if nobody needs it: helpcentre never deletes a collection.`,
  ),
  'collection-look': warning(
    (a: { names: string; how: string }) => `Intercom shows ${a.names} ${a.how}, and its API cannot change that`,
    () => 'Change it in Intercom, or make the file say what Intercom has.',
  ),
  'drift-kept': warning(
    (a: { path: string; who: string }) => `${a.path} was edited in Intercom${a.who} and is left as it is there`,
    () => 'Look at the edit with "helpcentre diff", and merge it into the source with "helpcentre pull".',
  ),
  'deletion-kept': warning(
    (a: { path: string }) => `${a.path} was deleted in Intercom and stays deleted there`,
    () => 'Remove the source, or create the article again with --on-drift overwrite.',
  ),
  'history-missing': warning(
    (a: { count: number; isCutOff: boolean }) =>
      `${a.count === 1 ? 'an article' : `${a.count} articles`} held back as edited ${a.count === 1 ? 'was' : 'were'} last written with this token; ${a.isCutOff ? 'the git history of the lockfile, which is cut off here,' : 'the lockfile has no git history here that'} would tell whether it was a publish that was reverted`,
    (a) =>
      a.isCutOff
        ? 'Fetch the history ("git fetch --unshallow", or "fetch-depth: 0" for actions/checkout), and run again.'
        : 'If a publish was reverted, restore its helpcentre.lock.json, and run again.',
  ),
  'twin-left': warning(
    (a: { path: string; id: string; twins: string }) =>
      `Intercom has the article of ${a.path} a second time, and nothing manages that one: ${a.twins}`,
    (a) =>
      `Delete it in Intercom. To keep it in the place of the managed one, delete that one, and write "id: ${a.id}" into the front matter.`,
  ),
  'guard-no-sources': error(
    () => 'no source was found, so nothing is removed',
    () => 'Check "content" in helpcentre.yml and the working folder.',
  ),
  'guard-failed-sources': error(
    (a: { count: number }) =>
      `${a.count === 1 ? 'a source' : `${a.count} sources`} could not be compiled, so nothing is removed`,
    () => 'Mend the errors first: a file that cannot be read may be the one that moved.',
  ),
  'guard-other-content': error(
    () => 'the lockfile was written for another content folder, so nothing is removed',
    () => 'Restore "content" in helpcentre.yml. To move the folder for good, publish once with every file in place.',
  ),
  'guard-too-many': error(
    (a: { losses: number; drafts: number; managed: number; share: number }) =>
      `readers would lose ${a.losses} of ${a.managed} articles in one run, and the limit is ${a.share}%${
        a.drafts === 0 ? '' : `; ${a.drafts === a.losses ? 'they' : `${a.drafts} of them`} would become drafts`
      }`,
    (a) =>
      `${a.drafts === 0 ? 'Check that nothing is missing.' : 'Check "state" in helpcentre.yml and in the files.'} If you mean it, run again with --allow-removals, or raise maxRemovals in helpcentre.yml.`,
  ),
  // ── the dialect: what a source says ─────────────────────────────────────────────────────────────────
  'too-deep': error(
    (a: { what: string }) => `the text is too large or too deep to be compiled: ${a.what}`,
    () => 'Split the file, or flatten what is nested.',
  ),
  'unknown-variable': error(
    (a: { name: string; nearest: string | null }) => `variable "${a.name}" has no value`,
    (a) =>
      `${a.nearest === null ? '' : `Did you mean "${a.nearest}"? `}Give it a value under "variables" in helpcentre.yml, or write \\{{ for the braces themselves.`,
  ),
  'snippet-missing': error(
    (a: { target: string; nearest: string | null }) =>
      a.target === '' ? 'include without a file' : `snippet "${a.target}" does not exist`,
    (a) =>
      a.nearest === null
        ? 'Write :::include{file=_snippets/name.md}; the path is looked up beside this file, then in the content folder.'
        : `Did you mean "${a.nearest}"?`,
  ),
  'snippet-cycle': error(
    (a: { chain: string }) => `a snippet includes itself: ${a.chain}`,
    () => 'Remove one of the includes.',
  ),
  'directive-unknown': warning(
    (a: { written: string; meant: string }) => `"${a.written}" is no directive of the dialect and is shown as text`,
    (a) => `Did you mean ${a.meant}?`,
  ),
  'directive-stray': warning(
    (a: { written: string }) => `"${a.written}" closes nothing and is shown as text`,
    () => 'Remove it. To nest one directive in another, give the outer one more colons.',
  ),
  'directive-unclosed': warning(
    (a: { name: string }) => `":::${a.name}" is never closed, so it holds all that follows`,
    () => 'Put a line that holds only ":::" where it ends. To nest one in another, give the outer one more colons.',
  ),
  'callout-color': warning(
    (a: { color: string; nearest: string | null }) =>
      a.color === '' ? 'callout without a colour is gray' : `callout colour "${a.color}" is not known; gray is used`,
    (a) => (a.nearest === null ? 'Use gray, blue, green, yellow or red.' : `Did you mean "${a.nearest}"?`),
  ),
  'alert-spelling': warning(
    (a: { written: string; proper: string }) => `"${a.written}" is not how GitHub writes an alert`,
    (a) => `Write ${a.proper} in capitals, alone on the first line of the quote.`,
  ),
  'alert-unknown': warning(
    (a: { written: string }) => `"${a.written}" is no alert; the quote is shown as a plain one`,
    () => 'Use [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION].',
  ),
  'button-incomplete': error(
    (a: { missing: string }) => `button without ${a.missing}`,
    () => 'Write :button[Text]{href="https://…"}; an address with "=" needs the quotes.',
  ),
  'not-html': warning(
    (a: { written: string }) => `"${a.written}" is not read as HTML and is shown as text`,
    (a) => `If it is text, write \`${a.written}\` or \\${a.written}.`,
  ),
  'comment-unclosed': warning(
    () => 'an HTML comment is opened and never closed, so what follows is not shown',
    () => 'Close it with "-->".',
  ),
  'reference-undefined': warning(
    (a: { written: string; label: string }) => `"${a.written}" refers to "${a.label}", which is not defined`,
    (a) => `Add a line "[${a.label}]: address", or write the link as [text](address).`,
  ),
  'html-unclosed': warning(
    (a: { element: string }) => `<${a.element}> is opened and never closed, so it holds what follows`,
    (a) => `Write </${a.element}> where it ends.`,
  ),
  'drawn-code': warning(
    (a: { language: string; what: string }) =>
      `Intercom does not draw "${a.language}"; readers see the code of the ${a.what}`,
    (a) => `Put a picture of the ${a.what} in its place.`,
  ),
  formula: warning(
    (a: { written: string }) => `Intercom has no formulas; readers see "${a.written}"`,
    () => 'Write it in plain characters, or put a picture in its place. Code, between backticks, is left alone.',
  ),
  'emoji-name': warning(
    (a: { written: string; emoji: string }) => `"${a.written}" is shown as text, not as ${a.emoji}`,
    (a) => `Write ${a.emoji} itself.`,
  ),
  'foreign-markdown': warning(
    (a: { written: string; what: string }) => `"${a.written}" looks like ${a.what} of other tools and is shown as text`,
    () => 'docs/dialect.md has what can be written instead. Code, between backticks, is left alone.',
  ),
  // ── the dialect: what Intercom cannot show ──────────────────────────────────────────────────────────
  'plain-quote': warning(
    () => 'Intercom has no quotes; this one becomes a gray callout',
    () => 'Write > [!NOTE] or another alert to choose the colour.',
  ),
  'nested-callout': warning(
    () => 'Intercom has no callout inside a callout; the inner one becomes plain paragraphs',
    () => 'Put it after the outer one.',
  ),
  footnote: warning(
    (a: { label: string }) =>
      `Intercom has no footnotes; [^${a.label}] becomes a number, and the note stands at the end`,
    () => 'Write the note into the text if readers need it there.',
  ),
  'footnote-unused': warning(
    (a: { label: string }) => `footnote [^${a.label}] is never referred to`,
    () => 'Refer to it, or remove it.',
  ),
  'footnote-twice': warning(
    (a: { label: string }) => `footnote [^${a.label}] is defined a second time; only the first is referred to`,
    () => 'Give one of them another name, or remove it.',
  ),
  'task-box': warning(
    () => 'Intercom has no task boxes; ☐ or ☑ is shown',
    () => 'Write a plain list if the boxes do not matter.',
  ),
  strikethrough: warning(
    () => 'Intercom has no strikethrough; the text is shown between ~~',
    () => 'Remove the old text, or say in words that it no longer holds.',
  ),
  'heading-depth': warning(
    () => 'Intercom has four levels of headings; this fifth is shown as the fourth',
    () => 'Use fewer levels.',
  ),
  'heading-markup': warning(
    (a: { what: string }) => `Intercom keeps only text in headings; ${a.what} is lost`,
    () => 'Put it into the text below the heading.',
  ),
  'heading-image': warning(
    () => 'Intercom has no images in headings; it is put below',
    () => 'Move the image into a paragraph of its own.',
  ),
  'heading-id-twice': warning(
    (a: { id: string }) => `two headings have the id "${a.id}"; links reach the first`,
    () => 'Give one of them another id.',
  ),
  'anchor-lost': warning(
    (a: { id: string }) => `Intercom keeps ids on headings only; the anchor "${a.id}" is lost`,
    () => 'Link to a heading. "## Heading {#my-id}" gives a heading an id of your own.',
  ),
  'list-numbering': warning(
    (a: { from: string }) => `Intercom's numbered lists start at 1; the numbers from ${a.from} on are written as text`,
    () => 'If the list goes on from above, indent what stands between so that it belongs to the item before.',
  ),
  'table-in-list': warning(
    () => 'Intercom refuses a table inside a list; the list is cut and the table put between',
    () => 'Move the table out of the list.',
  ),
  'table-cells': warning(
    (a: { text: string }) => `the row has more cells than the table has columns; "${a.text}" is not shown`,
    () => 'Take the cell out, or add a column to the head and to the line below it.',
  ),
  flattened: warning(
    (a: { what: string; kept: string }) => `${a.what} becomes ${a.kept}, as "flatten" asks`,
    () => 'If the workspace does take it, remove the word from "flatten" in helpcentre.yml.',
  ),
  'nested-table': warning(
    () => 'Intercom refuses a table inside a table; the inner one becomes paragraphs, a row each',
    () => 'Move the inner table out.',
  ),
  'image-in-text': warning(
    () => 'Intercom has no images inside a line; this one is put between two paragraphs',
    () => 'Give the image a paragraph of its own, or leave it out.',
  ),
  'image-width': warning(
    (a: { written: string }) => `Intercom needs an image's width in pixels; "${a.written}" is lost`,
    () => 'Write width="300".',
  ),
  'title-lost': warning(
    (a: { title: string }) => `Intercom shows no title on hovering; "${a.title}" is lost`,
    () => 'Say it in the text, or in the alt text of an image.',
  ),
  'align-lost': warning(
    (a: { what: string }) => `Intercom cannot align ${a.what}`,
    () => 'Only paragraphs, headings, images and buttons can be centred or put to the right.',
  ),
  'link-empty': warning(
    (a: { target: string }) => `a link to "${a.target}" has no text and cannot be seen`,
    () => 'Give the link a text, or remove it.',
  ),
  'video-unknown': warning(
    (a: { target: string }) => `Intercom does not embed "${a.target}"; a link is shown`,
    () => 'It embeds videos of YouTube, Vimeo, Wistia, Loom, Vidyard and Streamio.',
  ),
  'html-reduced': warning(
    (a: { element: string; kept: string }) => `Intercom has no <${a.element}>; ${a.kept}`,
    () => 'Write it another way if that matters.',
  ),
  'style-lost': warning(
    (a: { element: string; lost: string }) => `Intercom keeps no "${a.lost}" on <${a.element}>`,
    () => 'Say it in words if it matters; callouts and table cells can have a background.',
  ),
  'html-removed': warning(
    (a: { what: string }) => `${a.what} cannot stand in an Intercom article and is removed`,
    () => 'Remove it, or write it another way.',
  ),
  // ── links and images ────────────────────────────────────────────────────────────────────────────────
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
  'image-too-large': error(
    (a: { target: string; size: string; limit: number }) =>
      `image "${a.target}" has ${a.size} MB; more than ${a.limit} MB is not sent`,
    () => 'Make it smaller: readers wait for it, too.',
  ),
  'image-missing': error(
    (a: { target: string; nearest: string | null }) =>
      a.target === '' ? 'image without a file' : `image "${a.target}" does not exist`,
    (a) => (a.nearest === null ? 'Correct the path, or add the file.' : `Did you mean "${a.nearest}"?`),
  ),
  'image-type-remote': warning(
    (a: { target: string; ending: string }) => `image "${a.target}" ends in ${a.ending}, which Intercom does not take`,
    () => 'Use PNG, JPEG, GIF or SVG.',
  ),
  'image-unreachable': error(
    (a: { target: string }) =>
      `image "${a.target}" is a file, and "images" in helpcentre.yml says no way for Intercom to get it`,
    () =>
      'Intercom can only fetch images. Write "images: { host: github }" where a GitHub workflow publishes, or choose url or s3.',
  ),
  'image-type': error(
    (a: { target: string }) => `"${a.target}" is no image that Intercom takes`,
    () => 'Use PNG, JPEG, GIF or SVG; the type is told by content, not by name.',
  ),
  'file-refused': error(
    (a: { target: string; reason: string }) => `"${a.target}" is not read: ${a.reason}`,
    () => 'Replace it by a file inside the content folder.',
  ),
  // ── articles and collections ────────────────────────────────────────────────────────────────────────
  'title-missing': error(
    () => 'the article has no title',
    () => 'Write "title:" into the front matter, or begin the text with a heading.',
  ),
  'title-repeated': warning(
    (a: { title: string }) => `the text begins with its own title "${a.title}", which readers see twice`,
    () => 'Remove the heading, or the title in the front matter.',
  ),
  'title-twice': warning(
    (a: { title: string; other: string }) => `"${a.title}" is also the title of ${a.other} in the same collection`,
    () => 'Give one of them another title, so that readers can tell them apart.',
  ),
  'locale-field': warning(
    (a: { field: string; source: string }) => `"${a.field}" is the same for all locales; ${a.source} decides`,
    (a) => `Remove it here, or change it in ${a.source}.`,
  ),
  'collection-depth': error(
    (a: { trail: string }) => `"${a.trail}" is more than 3 levels deep, which is all Intercom has`,
    () => 'Move the article up, or name a collection in the front matter.',
  ),
  'collection-name-centre': error(
    (a: { name: string; helpCentre: string }) =>
      `the name "${a.name}" reads like a collection of the help centre "${a.helpCentre}", which a folder here is in`,
    () => 'Rename the collection.',
  ),
  'language-collection': error(
    (a: { reason: string }) => a.reason,
    () =>
      'In the folder of a language, a _collection.yml says the "name" and "description" that a collection has in that language, and nothing else.',
  ),
  'help-centre-below': error(
    () => 'a section is in the help centre of the collection that it is in',
    (a: { top: string }) => `Move the line into ${a.top}/_collection.yml, or remove it.`,
  ),
} as const;

const didYouMean = (nearest: string | null): string => (nearest === null ? '' : `Did you mean "${nearest}"? `);

interface Entry<A> {
  readonly severity: Problem['severity'];
  readonly message: (args: A) => string;
  readonly help: (args: A) => string;
}

function error<A>(message: (args: A) => string, help: (args: A) => string): Entry<A> {
  return { severity: 'error', message, help };
}

function warning<A>(message: (args: A) => string, help: (args: A) => string): Entry<A> {
  return { severity: 'warning', message, help };
}

/** Codes of all problems. */
export type ProblemCode = keyof typeof catalogue;
/** What an entry needs to be worded. */
export type ArgsOf<C extends ProblemCode> = (typeof catalogue)[C] extends Entry<infer A> ? A : never;

/**
 * Makes a located problem from the catalogue.
 *
 * @param code key in the catalogue
 * @param args what the entry's message and help need
 * @param place where it was found; leave out only for what is in no file
 * @param fix what puts it right, where there is exactly one right answer
 */
export function problem<C extends ProblemCode>(code: C, args: ArgsOf<C>, place?: Place, fix?: Fix): Problem {
  const entry = catalogue[code] as unknown as Entry<ArgsOf<C>>;
  const shown = clipped(args);
  const found = { code, severity: entry.severity, message: entry.message(shown), help: entry.help(shown) };
  return { ...found, ...(place === undefined ? {} : { place }), ...(fix === undefined ? {} : { fix }) };
}

/** Characters of one value in a sentence. What is quoted may be a whole file, and be quoted once for every part of it. */
const mostQuoted = 300;

function clipped<A>(args: A): A {
  const values = Object.entries(args as object).map(([name, value]: [string, unknown]) => [name, clip(value)]);
  return Object.fromEntries(values) as A;
}

function clip(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= mostQuoted) return value;
  // Half a character outside the basic plane is none.
  return `${value.slice(0, mostQuoted - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What is wrong with the configuration or the workspace, and not with one article: nothing is published then. */
const stopping: readonly string[] = [
  'unknown-help-centre',
  'folder-help-centre',
  'help-centre-again',
  'collection-name-centre',
  'help-centre-below',
  'unknown-default-author',
] satisfies readonly ProblemCode[];

/** Whether a problem is about the configuration or the workspace as a whole, so that nothing is to be written. */
export function stopsEverything({ code, severity, place }: Problem): boolean {
  const isOfFolder = place !== undefined && /(?:^|\/)_collection\.yml$/.test(place.file);
  return severity === 'error' && (isOfFolder || stopping.includes(code));
}

/** A catalogue entry without a finding: its sentences with `…` for what differs from one finding to the next. */
export interface ProblemRule {
  readonly code: ProblemCode;
  readonly severity: Problem['severity'];
  readonly message: string;
  readonly help: string;
}

/** Stands for the arguments of any entry. Nothing is near what is not known. */
const anything = new Proxy({}, { get: (_, name) => (name === 'nearest' ? null : '…') });

/** All codes with their severity and sentences, for SARIF's rule list, the configuration and the tests. */
export function problemCodes(): readonly ProblemRule[] {
  return (Object.keys(catalogue) as ProblemCode[]).map((code) => {
    const entry = catalogue[code] as unknown as Entry<object>;
    return { code, severity: entry.severity, message: entry.message(anything), help: entry.help(anything) };
  });
}
