import { problemCodes } from '../model/problem.ts';
import { quirkNames } from '../model/quirks.ts';

/** What editors say of a field: by its way from the root, with `*` for any name. */
type Descriptions = Readonly<Record<string, string>>;

const config: Descriptions = {
  content: 'Folder of the sources, from this file.',
  locale: 'Language of the sources: a locale such as en, fr or pt-BR.',
  locales: 'Where translations are: suffix (refunds.fr.md beside refunds.md) or folder (fr/refunds.md).',
  region: 'Where the workspace is hosted.',
  apiVersion: "Version of Intercom's API.",
  helpCentre: 'Identifier or id of the help centre, where the workspace has several.',
  author: 'E-mail or id of the teammate who is the author where a source names none.',
  state: 'What articles are where a source does not say.',
  removed: 'What happens to the article of a source that is gone.',
  onDrift: 'What happens to articles that were edited in Intercom.',
  maxRemovals: 'Largest share of the articles that one run may remove, such as 30%.',
  layout: "How the repository is laid out: files, or intercom-sync as Intercom's own connector writes it.",
  flavour: 'Tool whose Markdown the sources are written in.',
  pages: "Whether pages that the tool's navigation does not list are published: all, or navigation for those it lists.",
  readmes: 'Whether the README.md of a folder is an article, as GitHub shows it with the folder.',
  components: 'What becomes of components of another tool, by name.',
  'components.*': 'What becomes of this component.',
  siteUrl: 'Address of the site that links to pages lead to which are no sources.',
  base: 'Path that the addresses of the site begin with, such as /docs/.',
  images: 'How Intercom gets local images while it publishes.',
  'images.host': 'Where local images can be fetched.',
  'images.template': 'Address of an image, with {path} or {sha} in it.',
  'images.bucket': 'Name of the bucket.',
  'images.region': 'Region of the bucket.',
  'images.endpoint': 'Address of a store that is compatible with S3; none for AWS.',
  'images.prefix': 'What the names in the bucket begin with.',
  'images.roots': 'Folders that site-absolute paths of images count from.',
  variables: 'Values for {{name}} in texts.',
  'variables.*': 'Value of this variable, or one for each language.',
  'variables.*.*': 'Value of this variable in this language.',
  variablesFrom: "Files of the product's own texts, whose keys are variables.",
  'variablesFrom.*': 'A file, with {locale} for the language; or what it is and how it is read.',
  'variablesFrom.*.file': 'Path from this file, with {locale} for the language; or a path for each language.',
  'variablesFrom.*.file.*': 'Path of the file in this language.',
  'variablesFrom.*.at': 'What the keys that count begin with, such as messages.buttons; {locale} for the language.',
  'variablesFrom.*.as': 'What its variables begin with: ui for {{ui.save}}.',
  'variablesFrom.*.names': 'Names for keys that are none.',
  'variablesFrom.*.names.*': 'Key in the file that this name stands for.',
  'variablesFrom.*.everyLocale': 'true: its texts hold in every language, as a version does.',
  staleTranslations:
    'What becomes of translations whose original has changed since: keep them, warn, fail, or unpublish them until they follow.',
  stage: 'What waits in Intercom until "publish --release": true for all changes, or a list of files and folders.',
  fin: "Which of Fin's agents may answer with an article, where nothing nearer says.",
  'fin.chatbot': 'Whether Fin may answer customers with it.',
  'fin.copilot': 'Whether Copilot may answer teammates with it.',
  'fin.sales': 'Whether the sales agent may answer with it.',
  audiences: 'Names or ids of the audiences that Fin answers with an article for, where nothing nearer says.',
  tags: 'Names of tags that an article has, where nothing nearer says.',
  createTags: 'true: a tag that the workspace does not have is made.',
  spacing: 'How much space stands between blocks.',
  flatten:
    'What is written in a plainer way: auto for what the workspace was seen not to take, or a list of constructs.',
  ignore: 'Globs of files in the content folder that are no sources.',
  frontMatter: 'How front matter of another tool is read.',
  'frontMatter.ignore': 'Keys that are left alone.',
  'frontMatter.rename': 'Our key for each of theirs.',
  'frontMatter.rename.*': 'Our key for this one.',
  problems: 'Severities of problems, by the code that "helpcentre check" prints.',
  import: 'What "helpcentre import" may do.',
  'import.imageHosts': "Hosts that images are downloaded from besides Intercom's own.",
  moved: 'Where sources went that changed too much to be known again: old path, new path.',
  'moved.*': 'Path that this source has now.',
  targets: 'Workspaces that the repository is published to, by name: --target NAME says which one is meant.',
  'targets.*': 'A workspace. What is not said here is as for the whole configuration.',
  'targets.*.workspace': 'Its id, as "helpcentre doctor" says it: a token for any other is refused.',
  'targets.*.tokenVariable': 'Name of the environment variable with its access token.',
  'targets.*.region': 'Where it is.',
  'targets.*.helpCentre': 'Identifier or id of its help centre.',
  'targets.*.state': 'State of sources that name none.',
};

/** The same for one, and in a list of them. */
const shots = {
  of: 'Globs of the code that they show, from the root of the git repository.',
  images: "Globs of the images, from the article's folder; without it all of its images.",
};

const frontMatter: Descriptions = {
  title: 'Title of the article; without it the first heading is taken.',
  description: 'What search results and lists of articles show below the title.',
  collection: 'Collection by name, "Name > Section" or a list of names; without it the folder says.',
  section: 'Name of the section in the collection.',
  state: 'Whether readers see the article.',
  draft: 'true: readers do not see the article. The same as "state: draft".',
  author: 'E-mail or id of the teammate who is the author.',
  type: 'Who it is for: readers of the help centre (public), teammates and Fin (internal), or Fin alone (snippet).',
  owner: 'E-mail or id of the teammate whom an internal article belongs to.',
  id: 'Id of the article in Intercom, to take over one that is there.',
  sync: 'false: the article is left alone.',
  stage: 'true: changes wait in Intercom until "publish --release".',
  publishAt: 'When it goes live, with a zone: 2026-12-01 09:00 Europe/Paris.',
  unpublishAt: 'When readers no longer have it, with a zone: 2026-12-24 18:00 Europe/Paris.',
  fin: "Which of Fin's agents may answer with the article.",
  'fin.chatbot': 'Whether Fin may answer customers with it.',
  'fin.copilot': 'Whether Copilot may answer teammates with it.',
  'fin.sales': 'Whether the sales agent may answer with it.',
  audiences: 'Names or ids of the audiences that Fin answers with it for; none for everybody.',
  tags: 'Names of its tags.',
  redirectFrom:
    'Old addresses that lead to it: paths below the address of the help centre, such as /en/articles/12-old-title.',
  translated: 'Of a translation: git blob id of the text that it was made from, where git does not tell.',
  sources: 'Globs of the code that the article is about, from the root of the git repository.',
  shots: 'Which images of the article are screenshots of what.',
  'shots.of': shots.of,
  'shots.images': shots.images,
  'shots.*.of': shots.of,
  'shots.*.images': shots.images,
  spacing: 'How much space stands between blocks.',
};

const collection: Descriptions = {
  name: 'Name of the collection; without it the folder says.',
  description: 'What readers see below the name.',
  icon: 'Icon of the collection, as Intercom names it.',
  helpCentre: 'Identifier or id of the help centre that a top folder belongs to.',
  spacing: 'How much space stands between blocks of the articles in it.',
  fin: "Which of Fin's agents may answer with the articles in it.",
  'fin.chatbot': 'Whether Fin may answer customers with them.',
  'fin.copilot': 'Whether Copilot may answer teammates with them.',
  'fin.sales': 'Whether the sales agent may answer with them.',
  audiences: 'Names or ids of the audiences that Fin answers with them for; none for everybody.',
  tags: 'Names of their tags.',
  sources:
    'Globs of the code that the articles in it are about, where they name none, from the root of the git repository.',
  inParent: 'true: the folder is no collection; its articles are in the one above.',
  order: 'Place among the collections beside it: the lowest is first.',
  translations: 'Name and description in other languages.',
  'translations.*': 'Name and description in this language.',
  'translations.*.name': 'Name in this language.',
  'translations.*.description': 'What readers see below the name in this language.',
};

const redirects: Descriptions = {
  '*': 'An old address, and what it leads to.',
  '*.from': 'Old address: a path below the address of the help centre, or the whole.',
  '*.redirectTo': 'Path of a source in the content folder, or a collection by its folder or name.',
  '*.locale': 'Language of the text that it leads to, where the address does not say.',
};

/** The same words for each question: docs/sandbox.md has its own. */
function answersAt(where: string, what: string): Descriptions {
  return Object.fromEntries(quirkNames.map((name) => [`${where}.${name}`, `${what}; see docs/sandbox.md.`]));
}

const lockfile: Descriptions = {
  lockfileVersion: 'Version of the format.',
  workspaces: 'What was published, by the id of the workspace.',
  'workspaces.*': 'What was published to this workspace.',
  'workspaces.*.content': 'Content folder that paths count from.',
  'workspaces.*.facts': 'What the workspace answered when "helpcentre probe" asked it.',
  'workspaces.*.facts.asked': 'The day on which it was asked.',
  'workspaces.*.facts.apiVersion': 'Version of the API in which it was asked.',
  'workspaces.*.facts.answers': 'Its answers, by question.',
  ...answersAt('workspaces.*.facts.answers', 'What it does'),
  'workspaces.*.facts.rateLimit': 'Requests that it takes in ten seconds.',
  'workspaces.*.facts.locales': 'Languages of its first help centre.',
  'workspaces.*.facts.doubted': 'Answers that a publish saw contradicted since.',
  ...answersAt('workspaces.*.facts.doubted', 'What it did'),
  'workspaces.*.articles': 'Articles by the path of their source.',
  'workspaces.*.articles.*': 'An article.',
  'workspaces.*.articles.*.id': 'Its id in Intercom.',
  'workspaces.*.articles.*.url': 'Its public address; null while it has none.',
  'workspaces.*.articles.*.updatedAt': 'When it was last written, in seconds.',
  'workspaces.*.articles.*.removed': 'true: its source is gone, and it was unpublished.',
  'workspaces.*.articles.*.scheduled': 'Times that Intercom was given.',
  'workspaces.*.articles.*.scheduled.publishAt': 'When it goes live, in seconds.',
  'workspaces.*.articles.*.scheduled.unpublishAt': 'When readers no longer have it, in seconds.',
  'workspaces.*.articles.*.reach': 'What was last published of who Fin answers with it, and of its tags.',
  'workspaces.*.articles.*.reach.fin': "Switches of Fin's agents that its source named.",
  'workspaces.*.articles.*.reach.fin.chatbot': 'Whether Fin may answer customers with it.',
  'workspaces.*.articles.*.reach.fin.copilot': 'Whether Copilot may answer teammates with it.',
  'workspaces.*.articles.*.reach.fin.sales': 'Whether the sales agent may answer with it.',
  'workspaces.*.articles.*.reach.audiences': 'Audiences by the name that its source has for them.',
  'workspaces.*.articles.*.reach.audiences.*': 'Id of this audience.',
  'workspaces.*.articles.*.reach.tags': 'Tags by the name that its source has for them.',
  'workspaces.*.articles.*.reach.tags.*': 'Id of this tag.',
  'workspaces.*.articles.*.locales': 'Its texts, by language.',
  'workspaces.*.articles.*.locales.*': 'The text in this language.',
  'workspaces.*.articles.*.locales.*.source': 'Git blob id of the source.',
  'workspaces.*.articles.*.locales.*.from': 'Of a translation: git blob id of the text that it was made from.',
  'workspaces.*.articles.*.locales.*.desired': 'Fingerprint of what was sent.',
  'workspaces.*.articles.*.locales.*.remote': 'Fingerprint of what Intercom had then.',
  'workspaces.*.articles.*.locales.*.stripped': 'Fingerprint of the text without structure that Intercom drops.',
  'workspaces.*.articles.*.locales.*.draft': 'true: readers do not see it.',
  'workspaces.*.articles.*.locales.*.staged': 'The text that waits to be released.',
  'workspaces.*.articles.*.locales.*.staged.source': 'Git blob id of its source.',
  'workspaces.*.articles.*.locales.*.staged.from': 'Of a translation: git blob id of the text that it was made from.',
  'workspaces.*.articles.*.locales.*.staged.desired': 'Fingerprint of what was sent.',
  'workspaces.*.articles.*.locales.*.staged.remote': 'Fingerprint of what Intercom has once it is released.',
  'workspaces.*.collections': 'Collections by name.',
  'workspaces.*.collections.*': 'A collection.',
  'workspaces.*.collections.*.id': 'Its id in Intercom.',
  'workspaces.*.collections.*.desired': 'Fingerprint of what was sent.',
  'workspaces.*.collections.*.folder': 'Its folder.',
  'workspaces.*.collections.*.described': 'Descriptions that the last publish sent, by field.',
  'workspaces.*.collections.*.described.*': 'true: this one was.',
  'workspaces.*.collections.*.remote': 'Fingerprints of what Intercom had then, by field.',
  'workspaces.*.collections.*.remote.*': 'Fingerprint of this field.',
  'workspaces.*.images': 'Addresses of images in Intercom, by fingerprint.',
  'workspaces.*.images.*': 'Address of this image.',
  'workspaces.*.redirects': 'Redirects that sources name, by the id of the help centre and the address below its own.',
  'workspaces.*.redirects.*': 'A redirect.',
  'workspaces.*.redirects.*.id': 'Its id in Intercom.',
  'workspaces.*.redirects.*.locale': 'Language of the text that it leads to.',
  'workspaces.*.redirects.*.targetType': 'What it leads to: an article or a collection.',
  'workspaces.*.redirects.*.targetId': 'Id of that.',
};

/** Kinds of schemas, with what they say of every field. */
export const descriptions = { config, 'front-matter': frontMatter, collection, redirects, lockfile } as const;

/** A JSON Schema, as far as fields are in it. */
interface Node {
  readonly [key: string]: unknown;
}

/** Puts the descriptions into a JSON Schema, at every field. */
export function described(schema: Node, said: Descriptions, way = ''): Node {
  const field = (name: string, value: unknown): unknown => {
    if (!isNode(value)) return value;
    const at = way === '' ? name : `${way}.${name}`;
    const words = said[at] ?? codes.get(at);
    return described(words === undefined ? value : { description: words, ...value }, said, at);
  };
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key === 'properties' && isNode(value))
        return [key, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, field(name, one)]))];
      if (key === 'additionalProperties' || key === 'items') return [key, field('*', value)];
      if ((key === 'anyOf' || key === 'oneOf' || key === 'allOf') && Array.isArray(value))
        return [key, value.map((one) => (isNode(one) ? described(one, said, way) : one))];
      return [key, value];
    }),
  );
}

const codes: ReadonlyMap<string, string> = new Map(
  problemCodes().map(({ code, message }) => [`problems.${code}`, message]),
);

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
