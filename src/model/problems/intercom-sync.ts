import { pageAddress } from '../documentation.ts';
import { type DirectiveFault, faultOf, wayOutOf } from './directive-fault.ts';
import { didYouMean, type Example, error, warning } from './entry.ts';

/** The files of a repository with one article, whose text is given. */
const repository = (body: string, meta = 'id: art_11\ndefault_locale: en', more: object = {}): Example => ({
  'helpcentre.yml': 'layout: intercom-sync',
  'intercom-sync.yaml': '---\nversion: 1\nmanaged_folder: intercom\nlocales:\n- en',
  'intercom/articles/setup/start/meta.yaml': `---\n${meta}\n---`,
  'intercom/articles/setup/start/en.md': `---\ntitle: Start here\npublished: true\n---\n${body}`,
  ...more,
});

const text = 'Unpack the box.';

/** Problems of repositories in the layout of Intercom's own connector. */
export const intercomSyncProblems = {
  'layout-unset': warning(
    (a: { file: string }) => `${a.file} is a file of Intercom's own connector: set "layout: intercom-sync"`,
    () =>
      `"layout: intercom-sync" in helpcentre.yml reads such a repository as it is; ${pageAddress('reference/intercom-sync')} says how.`,
    {
      why: "Without the layout, the texts of Intercom's connector are read as plain Markdown: articles lose their titles, languages and ids.",
      bad: {
        'content/articles/setup/start/meta.yaml': '---\nid: art_11\ndefault_locale: en\n---',
        'content/articles/setup/start/en.md': `---\ntitle: Start here\n---\n${text}`,
      },
      good: repository(text),
    },
  ),
  'sync-directive': error(
    (a: DirectiveFault) => faultOf(a),
    (a) => wayOutOf(a),
    {
      why: "Intercom's connector takes what it cannot read for text, or leaves it out, and says so only after the merge.",
      bad: repository(':::callut\nKeep the box.\n:::'),
      good: repository(':::callout\nKeep the box.\n:::'),
    },
  ),
  'sync-attribute': warning(
    (a: { name: string; attribute: string; nearest: string | null; unsaid?: true }) =>
      a.unsaid
        ? `"${a.attribute}" of ":::${a.name}" is only for Intercom's connector, and is not published from here`
        : `":::${a.name}" has no attribute "${a.attribute}" that Intercom knows`,
    (a) =>
      a.unsaid
        ? 'Nothing is to be done as long as the connector publishes the text.'
        : `${didYouMean(a.nearest)}Check its spelling, or remove it.`,
    {
      why: 'An attribute that is not known does nothing, and nobody is told.',
      bad: repository(':::button href="https://example.com" label="Go" colour="red"\n:::'),
      good: repository(':::button href="https://example.com" label="Go"\n:::'),
    },
  ),
  'sync-block': error(
    () => 'the data of this ":::intercom-block" is not whole: Intercom could not tell which block it is',
    () => 'Restore the line as the connector wrote it, or remove the block.',
    {
      why: 'The data stands for a block that only Intercom can show. It is base64 in one line, and nobody but Intercom can read it.',
      bad: repository(':::intercom-block data="eyJ0 eXBl"\n:::'),
      good: repository(':::intercom-block data="eyJ0eXBlIjoiY2FyZCJ9"\n:::'),
    },
  ),
  'sync-attachment': warning(
    () => 'Intercom\'s API has no attachments; this ":::attachment" is published as a link to its file',
    () => "Write the link yourself, or leave the article to Intercom's connector to keep the attachment.",
    {
      why: 'Readers see a link where they saw a file with its size.',
      bad: repository(':::attachment href="https://example.com/a.pdf" name="a.pdf"\n:::'),
      good: repository('[a.pdf](https://example.com/a.pdf)'),
    },
  ),
  'sync-reference': warning(
    (a: { reference: string; reason: 'absent' | 'form' }) =>
      a.reason === 'form'
        ? `"${a.reference}" is no reference: Intercom reads intercom:article:, intercom:internal_article: or intercom:snippet: with a number`
        : `"${a.reference}" is in no file of this repository`,
    () => 'Check the number against "id" in the meta.yaml of what it should lead to.',
    {
      why: 'Intercom looks the entity up after the merge. One that is not there leaves a link that does not follow its article.',
      bad: repository('See [the plans](https://example.com/plans "intercom:article:99").'),
      good: repository('See [the start](https://example.com/start "intercom:article:11").'),
    },
  ),
  'sync-missing': error(
    (a: { file: string; reason: 'meta' | 'text' | 'language' | 'name'; found?: string }) =>
      a.reason === 'name'
        ? `Intercom's connector reads ${a.file} alone, and this file is called ${a.found ?? ''}`
        : a.reason === 'text'
          ? 'there is no text in this folder'
          : `${a.file} is missing`,
    (a) =>
      a.reason === 'meta'
        ? `Write ${a.file} with "id:" left blank and "default_locale:", between two lines "---".`
        : a.reason === 'name'
          ? `Rename it to ${a.file}.`
          : `Write ${a.file}, or correct the language that meta.yaml names.`,
    {
      why: "Intercom's connector needs a meta.yaml and a text in its language in each folder, and passes over what is not whole.",
      bad: repository(text, 'id: art_11\ndefault_locale: fr'),
      good: repository(text),
    },
  ),
  'sync-fences': error(
    (a: { file: string }) => `${a.file} is not wrapped in lines of "---"`,
    () => 'Write "---" as its first and as its last line: without them Intercom\'s connector reads it as empty.',
    {
      why: "Intercom's connector takes a file without the fences for an empty one, and ignores every field in silence.",
      bad: {
        ...(repository(text) as object),
        'intercom/articles/setup/start/meta.yaml': 'id: art_11\ndefault_locale: en',
      },
      good: repository(text),
    },
  ),
  'sync-id-twice': error(
    (a: { id: string; other: string }) => `${a.id} is also the id in ${a.other}`,
    () => 'Leave "id" blank in the file that is new.',
    {
      why: 'Two folders would be the same entity, and Intercom keeps the one that it reads last.',
      bad: repository(text, 'id: art_11\ndefault_locale: en', {
        'intercom/articles/setup/more/meta.yaml': '---\nid: art_11\ndefault_locale: en\n---',
        'intercom/articles/setup/more/en.md': '---\ntitle: More\npublished: true\n---\nMore.',
      }),
      good: repository(text, 'id: art_11\ndefault_locale: en', {
        'intercom/articles/setup/more/meta.yaml': '---\nid:\ndefault_locale: en\n---',
        'intercom/articles/setup/more/en.md': '---\ntitle: More\npublished: true\n---\nMore.',
      }),
    },
  ),
  'sync-key': warning(
    (a: { key: string; file: string }) =>
      `"${a.key}" is no key that Intercom's connector is known to read in ${a.file}`,
    () => 'Check its spelling, or remove it.',
    {
      why: 'A key that the connector does not read does nothing, and nobody is told.',
      bad: repository(text, 'id: art_11\ndefault_locale: en\nreviewer: Ada'),
      good: repository(text),
    },
  ),
  'sync-collection': warning(
    (a: { said: string; folder: string }) =>
      `meta.yaml says the collection "${a.said}", and the folder is in "${a.folder}"; the folder counts`,
    () => "Write the folder's collection, or move the folder: moving it moves the article.",
    {
      why: 'Two places say where the article belongs. Whoever reads one of them is misled.',
      bad: repository(text, 'id: art_11\ndefault_locale: en\ncollection: billing'),
      good: repository(text, 'id: art_11\ndefault_locale: en\ncollection: setup'),
    },
  ),
  'sync-language': warning(
    (a: { file: string; reason: 'unknown' | 'twice' | 'another' | 'other' | 'first'; said?: string }) => {
      if (a.reason === 'unknown') return `"${a.file}" is named for no language of Intercom's help centres`;
      if (a.reason === 'twice') return `"${a.file}" is the same language as "${a.said}", and is not read`;
      if (a.reason === 'another')
        return `"${a.file}" is not read: an internal article or snippet has one text, which is "${a.said}"`;
      if (a.reason === 'other') return `the file says "locale: ${a.said}", and its name ${a.file}`;
      return `this article has no text in ${a.said}, the language of helpcentre.yml, and is left to Intercom's connector`;
    },
    (a) =>
      a.reason === 'first'
        ? 'Write the text in that language, or set "locale:" in helpcentre.yml.'
        : a.reason === 'another'
          ? 'Move the text into a folder of its own, with its own meta.yaml.'
          : 'Rename the file to its language, such as en.md or pt-BR.md.',
    {
      why: 'A text whose language is not clear is shown to nobody, or to the wrong readers.',
      bad: repository(text, undefined, {
        'intercom/articles/setup/start/xx.md': '---\ntitle: Start\npublished: true\n---\nText.',
      }),
      good: repository(text, undefined, {
        'intercom/articles/setup/start/fr.md': '---\ntitle: Commencer\npublished: true\n---\nTexte.',
      }),
    },
  ),
  'sync-unsaid': warning(
    (a: { names: readonly string[]; files: number }) =>
      `${[...a.names].join(', ')} in ${a.files === 1 ? '1 file' : `${a.files} files`}: helpcentre checks and keeps what only Intercom's connector reads, and publishes none of it`,
    () =>
      'Nothing is to be done as long as the connector publishes. In another layout these settings stay what they are in Intercom.',
    {
      why: 'What an article is set to beyond its text is changed by the connector alone. It is said once for all files.',
      bad: repository(text, 'id: art_11\ndefault_locale: en\ntarget_user_type: lead'),
      good: repository(text),
    },
  ),
  'sync-entities': warning(
    (a: { what: string }) =>
      `${a.what} in another language or not published: checked here, and left to Intercom's connector`,
    () => 'Nothing is to be done.',
    {
      why: 'The API gives internal articles and snippets one language and no drafts. Nobody should believe that helpcentre wrote these too.',
      bad: repository(text, undefined, {
        'intercom/snippets/phone-5/meta.yaml': '---\nid: snip_5\nlocale: en\n---',
        'intercom/snippets/phone-5/en.md': '---\nlocale: en\ntitle: Phone\npublished: false\n---\nCall us.',
      }),
      good: repository(text),
    },
  ),
  'sync-snippet': warning(
    (a: { what: string }) => `snippets hold no ${a.what}; Intercom's connector drops it`,
    () => 'Write paragraphs, headings, flat lists, code, links and rules.',
    {
      why: 'The connector leaves it out of the snippet without a word, and Fin never reads it.',
      bad: repository(text, undefined, {
        'intercom/snippets/phone-5/meta.yaml': '---\nid: snip_5\nlocale: en\n---',
        'intercom/snippets/phone-5/en.md':
          '---\nlocale: en\ntitle: Phone\npublished: true\n---\n:::callout\nCall us.\n:::',
      }),
      good: repository(text),
    },
  ),
};
