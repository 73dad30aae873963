/** What programs put something in the place of, as the ways of writing texts have it. Each is looked for once. */
const placeholders: readonly RegExp[] = [
  // printf, and what Apple and Python make of it: %@, %1$s, %(name)s, %lld. No blank: "50 % discount" has none.
  /%(?:\d{1,2}\$)?[-+#0]{0,3}\d{0,3}(?:\.\d{1,3})?(?:hh|h|ll|l|q|z|t|j)?[@diouxXeEfFgGcCsSp](?![A-Za-z])/,
  /%\([A-Za-z_]\w{0,60}\)[sdifr]/,
  // {{name}}, ${name}, %{name}, #{name}, {0}, {name}, {count, plural, …}
  /\{\{[^{}]{1,100}\}\}|[$%#]?\{ ?[A-Za-z_\d][\w.-]{0,60} ?(?:\}|,[^{}]{0,100}[{}])/,
  // Texts in others, of i18next and Vue I18n.
  /\$t\([^()]{1,100}\)|@(?:\.\w{1,20})?:[\w(][\w.]{0,60}/,
  // Elements, which are written out where nothing takes them for any.
  /<\/[A-Za-z\d]{1,30}>|<\d{1,3} ?\/>|<br ?\/?>/,
];

/** The first placeholder in a text of a product; null for none. */
export function placeholderIn(text: string): string | null {
  for (const pattern of placeholders) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return null;
}
