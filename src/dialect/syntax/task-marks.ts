import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';

/**
 * Keeps `[x]` as text where it begins no item. GFM's own reading takes that of a paragraph right after an empty item for
 * a mark of whatever holds the paragraph, and nobody would ever see it.
 */
export function taskMarks(): Extension {
  return {
    exit: { taskListCheck: keepText, taskListCheckValueChecked: mark(true), taskListCheckValueUnchecked: mark(false) },
  };
}

function mark(isDone: boolean) {
  return function setMark(this: CompileContext): undefined {
    const item = holder(this);
    if (item?.type === 'listItem') item.checked = isDone;
  };
}

function keepText(this: CompileContext, token: Token): undefined {
  if (holder(this)?.type === 'listItem') return;
  this.enter({ type: 'text', value: this.sliceSerialize(token) }, token);
  this.exit(token);
}

/** What holds the paragraph that is being read. */
const holder = ({ stack }: CompileContext) => stack.at(-2);
