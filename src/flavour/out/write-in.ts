import { type Manner, rewrite } from './rewrite.ts';
import type { Writes } from './writes.ts';

/** What writing in a tool's Markdown needs to know. */
export interface Writing {
  readonly writes: Writes;
  /** Address of the frame that shows a video; null for none. */
  readonly playerOf: (address: string) => string | null;
  /** Whether a text of the tool's is read as what our dialect says. */
  readonly comesTo: (written: string, dialect: string) => boolean;
  /** A block of our dialect as HTML. */
  readonly asHtml: (dialect: string) => string;
}

/** A text in a tool's Markdown. */
export interface WrittenIn {
  readonly text: string;
  /** Blocks that the tool's Markdown has no form for, and so are HTML. */
  readonly asHtml: number;
  /** Blocks that are read otherwise in every form. */
  readonly astray: number;
}

/**
 * Writes a text of our dialect in a tool's Markdown: each block in the tool's form, else in one that both take, else as
 * HTML, whichever is first read as the same.
 *
 * @param blocks outermost blocks of the normal form
 */
export function writeIn(blocks: readonly string[], writing: Writing): WrittenIn {
  const whole = blocks.map((block) => inManner(block, 'own', writing));
  // One look at all of it costs far less than one at each block.
  const text = joined(whole);
  if (writing.comesTo(text, joined(blocks))) return { text, asHtml: 0, astray: 0 };
  let asHtml = 0;
  let astray = 0;
  const texts = blocks.map((block, at) => {
    const isRight = (text: string): boolean => writing.comesTo(text, block);
    const own = whole[at] ?? '';
    if (isRight(own)) return own;
    const shared = inManner(block, 'shared', writing);
    if (isRight(shared)) return shared;
    asHtml += 1;
    const html = inManner(writing.asHtml(block), 'shared', writing);
    if (isRight(html)) return html;
    astray += 1;
    return own;
  });
  return { text: joined(texts), asHtml, astray };
}

const joined = (texts: readonly string[]): string => (texts.length === 0 ? '' : `${texts.join('\n\n')}\n`);

function inManner(text: string, manner: Manner, { writes, playerOf }: Writing): string {
  return rewrite(text.split('\n'), { writes, playerOf, manner }).join('\n');
}
