import { bytesOf, type KeptBytes, keptBytes } from '../memory/sheets.ts';
import { keyOf, type Memo, type Remembered } from '../model/memo.ts';

/** What came of something, as bytes: its facts as JSON, and a text. */
export type Made = Readonly<Record<'facts' | 'text', KeptBytes>>;

const noBytes = keptBytes(Buffer.alloc(0));

/** Keeps what came of something. */
export function madeOf(facts: object | string, text: string): Made {
  const kept = text === '' ? noBytes : keptBytes(Buffer.from(text));
  return { facts: keptBytes(Buffer.from(JSON.stringify(facts))), text: kept };
}

/** The same as it was given. */
export function rememberedFrom({ facts, text }: Made): Remembered {
  return { facts: JSON.parse(bytesOf(facts).toString()), text: () => bytesOf(text).toString() };
}

/**
 * A memo for as long as the run lasts.
 *
 * @param maker see `Memo`
 */
export function createMemo(maker: string): Memo {
  const kept = new Map<string, Made>();
  return {
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
