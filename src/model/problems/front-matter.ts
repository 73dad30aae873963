import { error, warning } from './entry.ts';

/** Problems of the front matter of a source. */
export const frontMatterProblems = {
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
  'key-not-published': error(
    (a: { key: string }) => `"${a.key}" in front matter is something helpcentre does not publish yet`,
    (a) => `Remove it and set it in Intercom, or write "frontMatter: { ignore: [${a.key}] }" into helpcentre.yml.`,
  ),
  'front-matter-too-long': error(
    (a: { limit: number }) => `front matter has more than ${a.limit} characters`,
    () => 'Move what is long into the text of the article.',
  ),
  'quotes-in-value': warning(
    (a: { key: string }) => `the quotes around "${a.key}" are typographic ones, which YAML takes as part of the value`,
    () => 'Write straight quotes, or none.',
  ),
  'id-twice': error(
    (a: { id: string; other: string }) => `id ${a.id} is also claimed by ${a.other}`,
    () => 'An Intercom article has one source. Remove the id from one of them.',
  ),
} as const;
