import { pageAddress } from '../model/documentation.ts';
import { problemCodes } from '../model/problem.ts';
import { quirkNames } from '../model/quirks.ts';
import { configuration, type Descriptions } from './configuration-descriptions.ts';

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

/** The same words for each question: docs/reference/sandbox.md has its own. */
function answersAt(where: string, what: string): Descriptions {
  return Object.fromEntries(
    quirkNames.map((name) => [`${where}.${name}`, `${what}; see ${pageAddress('reference/sandbox')}.`]),
  );
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
export const descriptions = {
  config: configuration,
  'front-matter': frontMatter,
  collection,
  redirects,
  lockfile,
} as const;

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
