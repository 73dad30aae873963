/** Text, or the place of the first byte that is no UTF-8. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly line: number; readonly column: number };

/**
 * Decodes UTF-8, drops a byte order mark and turns every line end into LF.
 *
 * @param bytes a text file
 */
export function decode(bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, text: text.replace(/\r\n?/g, '\n') };
  } catch {
    const before = validPrefix(bytes).replace(/\r\n?/g, '\n').split('\n');
    return { ok: false, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  }
}

/** The longest start of the bytes that is valid UTF-8, by bisection: a valid prefix stays valid when cut. */
function validPrefix(bytes: Uint8Array): string {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (prefix(bytes, middle) === null) high = middle - 1;
    else low = middle;
  }
  return prefix(bytes, low) ?? '';
}

function prefix(bytes: Uint8Array, end: number): string | null {
  try {
    // `stream` tolerates a character that is cut off at the end.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
  } catch {
    return null;
  }
}
