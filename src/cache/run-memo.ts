import { keptBytes } from '../memory/kept-text.ts';
import { keyOf, type Memo, type Remembered } from '../model/memo.ts';

/** What came of something: its facts as JSON, and a text. */
export type Made = Readonly<Record<'facts' | 'text', () => Buffer>>;

/** Keeps what came of something as bytes. */
export function madeOf(facts: object | string, text: string): Made {
  return { facts: keptBytes(Buffer.from(JSON.stringify(facts))), text: keptBytes(Buffer.from(text)) };
}

/** The same as it was given. */
export function rememberedFrom({ facts, text }: Made): Remembered {
  return { facts: JSON.parse(facts().toString()), text: () => text().toString() };
}

/**
 * A memo for as long as the run lasts.
 *
 * @param maker see `Memo`
 */
export function createMemo(maker: string): Memo {
  const kept = new Map<string, Made>();
  return {
    get entries() {
      return kept.size;
    },
    maker,
    key: (...parts) => keyOf(maker, parts),
    recall(key) {
      const found = kept.get(key);
      return found === undefined ? null : rememberedFrom(found);
    },
    keep(key, facts, text = '') {
      kept.set(key, madeOf(facts, text));
    },
  };
}
