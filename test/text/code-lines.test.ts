import { expect, test } from 'vitest';
import { createCodeLines } from '../../src/text/code-lines.ts';

const codeOf = (text: string): readonly string[] => {
  const isCode = createCodeLines();
  return text.split('\n').filter((line) => isCode(line));
};

test.each([
  ['a fence to its end', 'a\n```\nb\n```\nc', ['```', 'b', '```']],
  ['a fence in a list item', '- a\n  ```\n  b\n  ```\n- c', ['  ```', '  b', '  ```']],
  ['one that is never closed ends with its item', '- a\n   ```bash\n   b\n- c\n\n<X />', ['   ```bash', '   b']],
  ['blank lines end no item', '1. a\n\n   ```\n   b\n\n   c\n   ```\nd', ['   ```', '   b', '', '   c', '   ```']],
  ['beside a list', '- a\n```\nb\n```\nc', ['```', 'b', '```']],
  ['behind a marker', '- ```\n  b\nc', ['- ```', '  b']],
  ['with spaces and with tabs', '- a\n    ```\n\tb\n    ```', ['    ```', '\tb', '    ```']],
  ['one that is indented in no list', '  ```\nb\n  ```\nc', ['  ```', 'b', '  ```']],
])('%s', (_, text, code) => {
  expect(codeOf(text)).toEqual(code);
});
