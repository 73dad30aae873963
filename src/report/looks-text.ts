import { type Paint, printable } from './paint.ts';
import { wrapSegments } from './wrap-segments.ts';

/** What came of looking at one thing. */
export interface Look {
  /** What was looked at: `token`, `help centre`. */
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'error';
  /** One sentence without a full stop. */
  readonly message: string;
  /** What to do; null where there is nothing. */
  readonly help: string | null;
}

/** Columns of the longest state, and two between it and the name. */
const stateWidth = 'warning'.length + 2;

/**
 * A line for each look, and below it what to do.
 *
 * @param width columns of the terminal
 */
export function looksText(looks: readonly Look[], paint: Paint, width: number): string {
  const names = Math.max(...looks.map(({ name }) => name.length)) + 2;
  const colours = { ok: paint.green, warning: paint.yellow, error: paint.red } as const;
  const indent = stateWidth + names;
  const lines = looks.flatMap(({ name, state, message, help }) => {
    const mark = `${colours[state](state)}${' '.repeat(stateWidth - state.length)}`;
    const [first = '', ...rest] = wrapped(message, width - indent, paint);
    const todo = help === null ? [] : wrapped(help, width - indent - 2, paint);
    return [
      `${mark}${name.padEnd(names)}${first}`,
      ...rest.map((line) => ' '.repeat(indent) + line),
      ...todo.map((line, index) => ' '.repeat(indent) + (index === 0 ? `${paint.dim('→')} ` : '  ') + line),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function wrapped(text: string, width: number, paint: Paint): readonly string[] {
  return wrapSegments([{ kind: 'same', text: printable(text) }], Math.max(width, 20), paint);
}
