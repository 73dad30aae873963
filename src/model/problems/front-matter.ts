import { withCommas } from '../with-commas.ts';
import { error, warning } from './entry.ts';

/** Problems of the front matter of a source. */
export const frontMatterProblems = {
  'front-matter-language': error(
    (a: { language: string }) => `front matter in "${a.language}" is not read and never run: only YAML is`,
    () => 'Write the front matter in YAML, between two lines that hold only "---".',
    {
      why: 'Some tools run front matter as a program. helpcentre never does: it reads YAML only.',
      bad: { 'content/a.md': '---js\n{ title: "Refunds" }\n---\n\nText.' },
      good: { 'content/a.md': '---\ntitle: Refunds\n---\n\nText.' },
    },
  ),
  'front-matter-not-closed': error(
    () => 'front matter is opened with "---" and never closed',
    () => 'Put a line that holds only "---" after the last field.',
    {
      why: 'Without the second line of dashes nobody can tell where the fields end and the text begins.',
      bad: '---\ntitle: Refunds\n\nText.',
      good: '---\ntitle: Refunds\n---\n\nText.',
    },
  ),
  'bad-toml': error(
    (a: { reason: string }) => `front matter in TOML cannot be read: ${a.reason}`,
    () => 'Put it right; values of text stand in quotes.',
    {
      why: 'Nobody can tell what the fields say, so nothing of the source is published.',
      bad: { 'helpcentre.yml': 'flavour: hugo', 'content/a.md': '+++\ntitle = Refunds\n+++\n\nText.' },
      good: { 'helpcentre.yml': 'flavour: hugo', 'content/a.md': '+++\ntitle = "Refunds"\n+++\n\nText.' },
    },
  ),
  'front-matter-shape': error(
    () => 'front matter is not a list of "key: value" lines',
    () => 'Write one "key: value" a line.',
    {
      why: 'Front matter is a set of named fields; a list or a sentence has no names to read.',
      bad: '---\n- Refunds\n---\n\nText.',
      good: '---\ntitle: Refunds\n---\n\nText.',
    },
  ),
  'unknown-keys': warning(
    (a: { keys: number; files: number; names: readonly string[]; more: number }) =>
      `${a.keys === 1 ? 'a key' : `${withCommas(a.keys)} keys`} in front matter${a.files === 1 ? '' : ` of ${withCommas(a.files)} files`} ${a.keys === 1 ? 'means' : 'mean'} nothing here: ${listed(a)}`,
    () =>
      'Write "frontMatter: { ignore: ["*"] }" into helpcentre.yml to leave them alone, or "rename" for one that means a key of ours.',
    {
      why: "The keys are another tool's. They are left out, and the article is published without what they say. It is said once for all files.",
      bad: '---\ntitle: Refunds\nsidebar_position: 3\n---\n\nText.',
      good: {
        'helpcentre.yml': 'frontMatter: { ignore: ["*"] }',
        'content/a.md': '---\ntitle: Refunds\nsidebar_position: 3\n---\n\nText.',
      },
    },
  ),
  'front-matter-too-long': error(
    (a: { limit: number }) => `front matter has more than ${a.limit} characters`,
    () => 'Move what is long into the text of the article.',
    {
      why: 'The limit keeps a damaged or hostile file from using up memory. Real front matter is a few lines long.',
      bad: { 'A source': '---\ntitle: Refunds\ndescription: (more than 100,000 characters)\n---' },
      good: { 'A source': '---\ntitle: Refunds\ndescription: When and how we pay you back\n---' },
    },
  ),
  'quotes-in-value': warning(
    (a: { key: string }) => `the quotes around "${a.key}" are typographic ones, which YAML takes as part of the value`,
    () => 'Write straight quotes, or none.',
    {
      why: 'Word processors turn straight quotes into curly ones. YAML keeps those as part of the value, so readers would see them.',
      bad: '---\ntitle: “Refunds”\n---\n\nText.',
      good: '---\ntitle: "Refunds"\n---\n\nText.',
    },
  ),
  'id-twice': error(
    (a: { id: string; other: string }) => `id ${a.id} is also claimed by ${a.other}`,
    () => 'An Intercom article has one source. Remove the id from one of them.',
    {
      why: "Two files with the same id would overwrite each other's article on every publish.",
      bad: {
        'content/refunds.md': '---\ntitle: Refunds\nid: 101\n---\n\nText.',
        'content/returns.md': '---\ntitle: Returns\nid: 101\n---\n\nText.',
      },
      good: {
        'content/refunds.md': '---\ntitle: Refunds\nid: 101\n---\n\nText.',
        'content/returns.md': '---\ntitle: Returns\n---\n\nText.',
      },
    },
  ),
} as const;

function listed({ names, more }: { readonly names: readonly string[]; readonly more: number }): string {
  const listed = [...names].join(', ');
  return more > 0 ? `${listed} and ${more} more` : listed;
}
