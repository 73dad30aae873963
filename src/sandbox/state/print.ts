import type { SandboxState } from './sandbox-state.ts';

/** Characters that are written at once, about. */
const piece = 1_000_000;

/**
 * Prints a workspace as its state file: one record a line, in pieces, since as one text a large workspace would take as
 * much memory again. It can be gone through more than once.
 */
export function printState(world: SandboxState): Iterable<string> {
  return { [Symbol.iterator]: () => inPieces(linesOf(world)) };
}

function* linesOf({ workspace, ...tables }: SandboxState): Generator<string> {
  yield `{"format": 1,\n"workspace": ${JSON.stringify(workspace)}`;
  for (const [name, table] of Object.entries(tables)) {
    yield `,\n${JSON.stringify(name)}: [`;
    let before = '\n';
    for (const record of table.values()) {
      yield `${before}${JSON.stringify(record)}`;
      before = ',\n';
    }
    yield ']';
  }
  yield '}\n';
}

function* inPieces(lines: Iterable<string>): Generator<string> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < piece) continue;
    yield text;
    text = '';
  }
  yield text;
}
