import { flavours } from '../../flavour/flavours.ts';
import { translate } from '../../flavour/translate.ts';
import { type Piece, piecesOf } from '../../import/pull/pieces.ts';
import type { Source } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';
import type { Values } from '../../model/variables.ts';
import { showsOwnHeading } from './shows-own-heading.ts';

/** Lines of a source, from 0, that make one outermost block; the last one belongs to it. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly type: string;
}

/** What a tool takes out of a page: it stands for itself. */
const aside = /^\s*(?:\{\/\*|<!--|%%|import\s|export\s|\{% *comment|\{\{< *comment)/;

/**
 * Takes a body in the configuration's Markdown apart into its outermost blocks: `!!! note` with all that is indented
 * below it is one.
 *
 * @param body LF line ends
 * @param values of the source's language
 */
export function flavouredPieces(
  body: string,
  source: Source,
  { flavour, components }: Pick<Settings, 'flavour' | 'components'>,
  values: Values,
): readonly Piece[] {
  if (flavour === 'github') return piecesOf(body, values);
  const translation = translate(body, flavours[flavour], components, source.path, values.owns);
  const lines = body.split('\n');
  const starts = lineStarts(lines);
  const found = piecesOf(translation.text, values).map(({ text, start, type }): Stretch => {
    const first = translation.text.slice(0, start).split('\n').length;
    const own = text.split('\n').map((_, at) => translation.sourceOf({ line: first + at, column: 1 }).line - 1);
    return { from: Math.min(...own), to: Math.max(...own), type };
  });
  return whole(apart(found), lines).map(({ from, to, type }, index) => {
    const [start, end] = [starts[from] ?? 0, (starts[to] ?? 0) + (lines[to] ?? '').length];
    const text = body.slice(start, end);
    // The title, which reading leaves out, is no block of the body; where the site shows the heading, that is the title.
    const isRepeated = source.fields.title !== undefined && !showsOwnHeading(source, flavours[flavour]);
    const isTitle = index === 0 && type === 'heading' && /^# /.test(text) && isRepeated;
    return { text, start, end, type: isTitle ? 'title' : type };
  });
}

function lineStarts(lines: readonly string[]): readonly number[] {
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  return starts;
}

/** Stretches in order, none of which shares a line with another. */
function apart(found: readonly Stretch[]): readonly Stretch[] {
  const done: Stretch[] = [];
  for (const one of found) {
    const last = done.at(-1);
    if (last === undefined || one.from > last.to) done.push(one);
    else done[done.length - 1] = { ...last, from: Math.min(last.from, one.from), to: Math.max(last.to, one.to) };
  }
  return done;
}

/** With the lines that stand for nothing by themselves: those that end a block belong to it. */
function whole(stretches: readonly Stretch[], lines: readonly string[]): readonly Stretch[] {
  const done: Stretch[] = [];
  let next = 0;
  for (const one of [...stretches, { from: lines.length, to: lines.length, type: 'end' }]) {
    for (let at = next; at < one.from; at += 1) {
      if ((lines[at] ?? '').trim() === '') continue;
      const last = done.at(-1);
      if (last === undefined || aside.test(lines[at] ?? '')) done.push({ from: at, to: at, type: 'html' });
      else done[done.length - 1] = { ...last, to: at };
    }
    if (one.type !== 'end') done.push(one);
    next = one.to + 1;
  }
  return done;
}
