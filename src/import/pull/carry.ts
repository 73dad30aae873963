import { pairsOf } from '../../text/pairing.ts';
import type { ChildEdit, Container } from './container.ts';
import { restyle } from './restyle.ts';

/** One block as it is written, in normal form, and edited there. */
export interface Carried<T> {
  readonly written: T;
  readonly normal: T;
  readonly edited: T;
}

/** Chooses what is written for text in which nothing stands: a word edited in it, or the edited text itself. */
export type WriteText = (texts: Carried<string>) => string;

/** Conflicts to mark on the way: their text by its place, and how the two sides are written. */
export interface Marking {
  readonly marks: ReadonlyMap<string, string>;
  readonly write: (ours: string, theirs: string) => string;
}

const nothing: Marking = { marks: new Map(), write: (ours) => ours };

/** Makes the edit in what is written, word by word; the edited text where it meets what is written in another way. */
export const writeByWords: WriteText = ({ written, normal, edited }) => restyle(written, normal, edited) ?? edited;

/**
 * Makes an edit of a block's normal form in the block as it is written: only in the item, the row, the cell, the
 * paragraph that was edited. All else stays to the byte.
 *
 * @returns whoever calls must look whether it comes to `edited`
 */
export function carry(
  texts: Carried<string>,
  opened: Carried<Container | null>,
  write: WriteText,
  marking: Marking = nothing,
  path = '',
): string {
  const isMarked = [...marking.marks.keys()].some((place) => place.startsWith(`${path}/`));
  if (texts.normal === texts.edited && !isMarked) return texts.written;
  const { written, normal, edited } = opened;
  if (written === null || normal === null || edited === null) return write(texts);
  const isAlike =
    written.kind === normal.kind && normal.kind === edited.kind && written.children.length === normal.children.length;
  if (!isAlike) return write(texts);
  const edits = editsOf({ written, normal, edited }, write, marking, path);
  return written.edited(edits, normal.head === edited.head ? null : edited.head) ?? write(texts);
}

function editsOf(
  { written, normal, edited }: Carried<Container>,
  write: WriteText,
  marking: Marking,
  path: string,
): readonly ChildEdit[] {
  const pairs = pairsOf(normal.keys, edited.keys, normal.kind === 'table');
  const edits: ChildEdit[] = [];
  let [before, after] = [0, 0];
  for (const [at, to] of [...pairs, [normal.keys.length, edited.keys.length] as const]) {
    for (; after < to; after += 1) edits.push({ do: 'add', at: before, text: edited.children[after] ?? '' });
    for (; before < at; before += 1) edits.push({ do: 'drop', at: before });
    const place = `${path}/${at}`;
    const mark = marking.marks.get(place);
    const isMarked = [...marking.marks.keys()].some((one) => one.startsWith(`${place}/`));
    if (mark !== undefined) {
      const text = marking.write(written.children[at] ?? '', written.inStyle(at, mark));
      edits.push({ do: 'put', at, text });
    } else if (at < normal.keys.length && (isMarked || normal.keys[at] !== edited.keys[to])) {
      const texts = {
        written: written.children[at] ?? '',
        normal: normal.children[at] ?? '',
        edited: edited.children[to] ?? '',
      };
      const opened = { written: written.open(at), normal: normal.open(at), edited: edited.open(to) };
      edits.push({ do: 'put', at, text: carry(texts, opened, write, marking, place) });
    }
    [before, after] = [at + 1, to + 1];
  }
  return edits;
}
