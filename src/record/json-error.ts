/**
 * Where a text stops being JSON. The engine's own message does not always say, so the longest start that
 * could still go on is looked for by bisection: once a start is wrong, all longer ones are.
 *
 * @param text what `JSON.parse` refused
 * @returns line and column, from 1
 */
export function jsonErrorPlace(text: string): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (couldGoOn(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  const before = text.slice(0, low).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function couldGoOn(start: string): boolean {
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    const { message } = error as Error;
    const position = /at position (\d+)/.exec(message)?.[1];
    return /end of JSON input|Unterminated string/.test(message) || Number(position) >= start.length;
  }
}
