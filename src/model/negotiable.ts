/**
 * Codes of errors that a team may live with, and that can be warnings: text without its link or snippet, an image's text, a
 * page that is called like its file, a translation left out, a level less, a word in another language, a text that no
 * reader finds.
 */
export const negotiable: readonly string[] = [
  'dead-link',
  'link-to-folder',
  'link-to-file',
  'link-to-skipped',
  'link-outside',
  'dead-anchor',
  'bad-address',
  'file-refused',
  'image-missing',
  'image-type',
  'image-too-large',
  'snippet-missing',
  'snippet-cycle',
  'title-missing',
  'lonely-locale',
  'collection-depth',
  'variable-untranslated',
  'collection-unnamed',
  'languages-off',
  'sync-block',
];
