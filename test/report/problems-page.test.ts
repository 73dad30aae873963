import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { problem } from '../../src/model/problem.ts';
import { paint } from '../../src/report/paint.ts';
import { problemsPage } from '../../src/report/problems-page.ts';

const plain = paint(false);
const at = (file: string, line: number) => ({ file, line, column: 1 });

const many = [
  ...Array.from({ length: 30 }, (_, line) => problem('strikethrough', {}, at('content/a.md', line + 1))),
  ...Array.from({ length: 7 }, (_, line) =>
    problem('dead-link', { target: `gone-${line}.md`, nearest: null }, at('content/b.md', line + 1)),
  ),
  problem('dead-link', { target: 'x.md', nearest: null }, at('content/c.md', 4)),
  problem('image-missing', { target: 'x.png', nearest: null }, at('content/c.md', 9)),
];

test('a page has errors first, then kinds by number with three examples each, then the files that block most', () => {
  expect(problemsPage(many, plain, ['How to see more.'])).toBe(
    `9 errors

  8 dead-link  link to "…", which does not exist
    content/b.md:1:1  link to "gone-0.md", which does not exist
    content/b.md:2:1  link to "gone-1.md", which does not exist
    content/c.md:4:1  link to "x.md", which does not exist

  1 image-missing  image "…" does not exist
    content/c.md:9:1  image "x.png" does not exist

30 warnings

  30 strikethrough  Intercom has no strikethrough; the text is shown between ~~
    content/a.md:1:1
    content/a.md:2:1
    content/a.md:3:1

Files that block most
  7 errors  content/b.md
  2 errors  content/c.md

→ How to see more.
`,
  );
});

test('no line is wider than 80 columns, unless a path is', () => {
  const wide = [
    problem('dead-link', { target: '日本語'.repeat(40), nearest: null }, at('content/日本.md', 1)),
    problem('dead-link', { target: 'x'.repeat(200), nearest: null }, at(`content/${'long/'.repeat(11)}a.md`, 1)),
    problem('dead-link', { target: 'x'.repeat(200), nearest: null }),
  ];
  for (const line of problemsPage(wide, plain, []).split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
});
