/** Escapes text: exactly what Intercom's own bodies escape. */
export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text;
}

/** Escapes an attribute value for double quotes; `<` and `>` too, so that a tag ends at the first `>`. */
export function escapeValue(value: string): string {
  return /[&"<>]/.test(value) ? escapeText(value).replace(/"/g, '&quot;') : value;
}

const escapedCharacters: Readonly<Record<string, string>> = { '&amp;': '&', '&quot;': '"', '&lt;': '<', '&gt;': '>' };

/** Undoes `escapeText` and `escapeValue`; any other character reference is left as it is. */
export function unescapeValue(value: string): string {
  return value.replace(/&(?:amp|quot|lt|gt);/g, (entity) => escapedCharacters[entity] ?? entity);
}
