import { error, warning } from './entry.ts';

/** Problems of the files of the content folder. */
export const filesProblems = {
  'source-conflict': error(
    (a: { lines: string }) => `the file holds unmerged conflict markers (lines ${a.lines})`,
    () =>
      'Keep the right lines of both sides and remove the markers. If they are meant as text, indent them by a space.',
    {
      why: 'The file was committed in the middle of a merge. Readers would see both versions and the markers.',
      bad: { 'content/a.md': '# A\n\n<<<<<<< HEAD\nPay within 30 days.\n=======\nPay within 14 days.\n>>>>>>> terms' },
      good: { 'content/a.md': '# A\n\nPay within 14 days.' },
    },
  ),
  'not-utf8': error(
    () => 'the file is not valid UTF-8 here',
    () => 'Save the file as UTF-8.',
    {
      why: 'Bytes in another encoding would be published as broken characters.',
      bad: { 'A file saved as Latin-1': '43 61 66 E9' },
      good: { 'The same file saved as UTF-8': '43 61 66 C3 A9' },
    },
  ),
  'path-twice': error(
    (a: { path: string; other: string }) => `"${a.path}" and "${a.other}" are both the same language of one article`,
    () => 'Rename or remove one of them.',
    {
      why: 'Both files would be the same text of the same article, and only one can be published.',
      bad: { 'content/a.md': '# A', 'content/a.en.md': '# A' },
      good: { 'content/a.md': '# A', 'content/a.fr.md': '# A' },
    },
  ),
  'path-not-portable': error(
    (a: { path: string }) => `"${a.path}" is a path that means something else on other systems`,
    () => 'Rename it: a name has no backslash, and does not begin with a letter and a colon.',
    {
      why: 'On Windows a backslash separates folders and a letter with a colon names a drive, so the file would be another one there, or none.',
      bad: { 'Name of the file': 'content/billing\\refunds.md' },
      good: { 'Name of the file': 'content/billing/refunds.md' },
    },
  ),
  'lonely-locale': error(
    (a: { path: string; locale: string; expected: string }) =>
      `${a.path} is the ${a.locale} text of an article that has no source in the default locale`,
    (a) => `Add ${a.expected}, or rename the file.`,
    {
      why: 'Intercom keeps translations inside an article, and the text in the default locale is what identifies that article.',
      bad: { 'content/refunds.fr.md': '# Remboursements' },
      good: { 'content/refunds.md': '# Refunds', 'content/refunds.fr.md': '# Remboursements' },
    },
  ),
  'line-ends': warning(
    (a: { files: number }) => `${a.files === 1 ? 'a source has' : `${a.files} sources have`} Windows line ends`,
    () => 'Git stores them differently on Windows than elsewhere. Write "*.md text eol=lf" into .gitattributes.',
    {
      why: 'Git would see every line of the file as changed on a machine with other line ends. helpcentre itself reads both.',
      bad: { 'The end of each line': 'Text.␍␊' },
      good: { 'The end of each line': 'Text.␊' },
    },
  ),
  'byte-order-mark': warning(
    (a: { files: number }) =>
      `${a.files === 1 ? 'a source begins' : `${a.files} sources begin`} with a byte order mark`,
    () => 'Save them as UTF-8 without it: other tools take it for a character.',
    {
      why: 'The mark is invisible and does nothing in UTF-8. Many tools read it as the first character of the text.',
      bad: { 'The first bytes of the file': 'EF BB BF 23 20 41' },
      good: { 'The first bytes of the file': '23 20 41' },
    },
  ),
  'last-line-end': warning(
    (a: { files: number }) => `${a.files === 1 ? 'a source ends' : `${a.files} sources end`} without a line end`,
    () => 'End the last line: git shows it as changed when a line is added below.',
    {
      why: 'Git shows a last line without a line end as changed as soon as another is added below it.',
      bad: { 'The end of the file': 'Text.' },
      good: { 'The end of the file': 'Text.␊' },
    },
  ),
  'file-refused': error(
    (a: { target: string; reason: string }) => `"${a.target}" is not read: ${a.reason}`,
    () => 'Put a file there that is inside the content folder and can be read.',
    {
      why: 'The target is not a plain file inside the content folder. Publishing it could reveal something nobody meant to share.',
      bad: { 'On the command line': 'ln -s /home/me/screen.png content/screen.png' },
      good: { 'On the command line': 'cp /home/me/screen.png content/screen.png' },
    },
  ),
} as const;
