/** What Markdown reads anywhere in a line, and the beginnings of addresses. */
const sign = /[\t\n\r#&*<>@[\\\]_`{|~]|[Ww]\.|[ps]:\/|::/;

/** What it reads at the beginning of a line, and behind what stands before it. */
const lineBegins = /^[\s\d!().:+=-]/;
const begins = /^[(.:]/;

/** What it reads at the end of a line, and by what stands behind it. */
const lineEnds = /[\s!:]$/;
const ends = /[!:]$/;

/**
 * Whether a text is the same in Markdown: most are, and looking for each sign that could need a backslash takes longer
 * than all the rest of printing.
 *
 * @param before what stands before it, as far as it matters; a line break where nothing does
 * @param after the same behind it
 */
export function isPlainText(value: string, before: string, after: string): boolean {
  return (
    value !== '' &&
    !sign.test(value) &&
    !(isInLine(before) ? begins : lineBegins).test(value) &&
    !(isInLine(after) ? ends : lineEnds).test(value)
  );
}

function isInLine(beside: string): boolean {
  return beside !== '' && !/[\r\n]/.test(beside);
}
