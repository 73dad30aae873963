/**
 * Takes off the `#` that Intercom puts before an attribute of its own: `{{first_name}}` that was sent is `#{{first_name}}`
 * when it is read back. However many there are, they say nothing, and are never sent.
 *
 * @param text text or an address
 */
export function withoutVariableMarks(text: string): string {
  return text.includes('#{{') ? text.replace(/(?<!#)#+(?=\{\{[^{}]*\}\})/g, '') : text;
}

/** The same in a whole body in the stable serialisation, where `{{` and `}}` stand in one text or value. */
export function withoutVariableMarksIn(html: string): string {
  return html.includes('#{{') ? html.replace(/(?<!#)#+(?=\{\{[^{}<>]*\}\})/g, '') : html;
}
