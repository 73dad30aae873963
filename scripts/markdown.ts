/** A sentence that Markdown leaves as it is. */
export function inline(text: string): string {
  return text.replace(/[\\*_<>[\]~|`${]/g, '\\$&');
}

/** A text as it is, in a fence that nothing in it closes. */
export function fence(text: string, language: string): string {
  const ticks = '`'.repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)));
  return `${ticks}${language}\n${unmarked(text)}\n${ticks}`;
}

/** With a blank before what would be taken for the mark of a merge in a page: pages are articles of ours, and are checked. */
function unmarked(text: string): string {
  return text.replace(/^(?=<{7}|={7}|>{7}|\|{7})/gm, ' ');
}
