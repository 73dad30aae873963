/** A sentence that Markdown leaves as it is. */
export function inline(text: string): string {
  return text.replace(/[\\*_<>[\]~|`$]|\{(?=\{)/g, '\\$&');
}

/** A text as it is, in a fence that nothing in it closes. */
export function fence(text: string, language: string): string {
  const ticks = '`'.repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)));
  return `${ticks}${language}\n${text}\n${ticks}`;
}
