import { warning } from './entry.ts';

/** Problems of what Intercom cannot show. */
export const displayProblems = {
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
  flattened: warning(
    (a: { what: string; kept: string }) => `${a.what} becomes ${a.kept}, as "flatten" asks`,
    () => 'If the workspace does take it, remove the word from "flatten" in helpcentre.yml.',
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
} as const;
