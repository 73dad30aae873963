const marks = /(?<!#)#+(?=\{\{[^{}<>]*\}\})/g;
const tagsOrMarks = new RegExp(`<(?:[^"'<>]|"[^"]*"|'[^']*')*>|${marks.source}`, 'g');

/**
 * Takes off the `#` that Intercom puts before an attribute of its own: `{{first_name}}` that was sent is `#{{first_name}}`
 * when it is read back. However many there are, they say nothing, and are never sent.
 *
 * @param text as a reader sees it; of an address the `#` may be part
 */
export function withoutVariableMarks(text: string): string {
  return text.includes('#{{') ? text.replace(marks, '') : text;
}

/** The same in the text of a whole body in the stable serialisation. Attributes stay as they are. */
export function withoutVariableMarksIn(html: string): string {
  if (!html.includes('#{{')) return html;
  return html.replace(tagsOrMarks, (found) => (found.startsWith('<') ? found : ''));
}
