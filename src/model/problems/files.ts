import { error, warning } from './entry.ts';

/** Problems of the files of the content folder. */
export const filesProblems = {
  'source-conflict': error(
    (a: { lines: string }) => `the file holds unmerged conflict markers (lines ${a.lines})`,
    () => 'Keep what is right of both sides and remove the markers. Indent them by a space if they are text.',
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
  'lonely-locale': error(
    (a: { path: string; locale: string; expected: string }) =>
      `${a.path} is the ${a.locale} text of an article that has no source in the default locale`,
    (a) => `Add ${a.expected}, or rename the file.`,
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
  'file-refused': error(
    (a: { target: string; reason: string }) => `"${a.target}" is not read: ${a.reason}`,
    () => 'Replace it by a file inside the content folder.',
  ),
} as const;
