import { expect, it } from 'vitest';
import { type Problem, problem } from '../../src/model/problem.ts';
import { gathered } from '../../src/report/gathered.ts';
import { paint } from '../../src/report/paint.ts';
import { problemsText } from '../../src/report/problems-text.ts';

const at = (file: string, line: number) => ({ file, line, column: 1 });
const numbered = (file: string, line: number, from: number): Problem =>
  problem('list-numbering', { from: String(from) }, at(file, line));

it('says what four places have in common once, and names them all', () => {
  const found = [numbered('b.md', 3, 2), numbered('a.md', 9, 7), numbered('c.md', 1, 4), numbered('a.md', 2, 12)];
  const [one, ...others] = gathered(found);
  expect(others).toEqual([]);
  expect(one).toMatchObject({ code: 'list-numbering', place: at('a.md', 2) });
  const said = (from: number) => numbered('', 1, from).message;
  expect(one?.places).toEqual([
    at('a.md', 2),
    { ...at('a.md', 9), message: said(7) },
    { ...at('b.md', 3), message: said(2) },
    { ...at('c.md', 1), message: said(4) },
  ]);
});

it('shows what a place is about that others of its kind are not', () => {
  const titles = ['Yes', 'Yes', 'Press Save'].map((title, line) => problem('title-lost', { title }, at('a.md', line)));
  expect(problemsText(gathered(titles), paint(false))).toContain('a.md:1:1, 2:1 ("Press Save")');
});

it('says at each place what is named there, where that is something else', () => {
  const images = ['a.webp', 'b.webp', 'a.webp'].map((target, line) =>
    problem('image-type', { target }, at('a.md', line + 1)),
  );
  expect(gathered(images)[0]?.places).toEqual([
    at('a.md', 1),
    { ...at('a.md', 2), message: '"b.webp" is not an image that Intercom accepts' },
    at('a.md', 3),
  ]);
});

it('says once what a page and its translation have in common', () => {
  const notes = ['1', 'a', 'why'].map((label, line) => problem('footnote', { label }, at('a.md', line + 1)));
  const boxes = ['a.ja.md', 'a.md'].map((file) => problem('task-box', {}, at(file, 3)));
  const folders = ['x', 'y'].map((folder, line) =>
    problem(
      'folder-too-deep',
      { folder: `a/b/c/${folder}`, above: 'a/b/c', articles: line + 1 },
      at(`${folder}.md`, 1),
    ),
  );
  expect(gathered([...notes, ...boxes, ...folders]).map(({ code, places }) => [code, places?.length])).toEqual([
    ['task-box', 2],
    ['footnote', 3],
    ['folder-too-deep', 2],
  ]);
});

it('leaves alone what only one place has', () => {
  const found = [numbered('a.md', 2, 2)];
  expect(gathered(found)).toEqual(found);
});

it('tells types of images and names of components apart', () => {
  const images = ['a.webp', 'b.webp', 'c.webp', 'd.webp', 'e.avif'].map((target, line) =>
    problem('image-type', { target: `../img/${target}` }, at('a.md', line + 1)),
  );
  expect(gathered(images).map(({ places }) => places?.length)).toEqual([4, undefined]);

  const written = ['<Card href="/a">', '<Card href="/b">', '<Card>', '<Card />', '<Cards>'];
  const components = written.map((text, line) =>
    problem(
      'component-unknown',
      { written: text, name: /\w+/.exec(text)?.[0] ?? '', noun: 'component', shown: 'content' },
      at('b.md', line + 1),
    ),
  );
  expect(gathered(components).map(({ message, places }) => [message.split(' ')[0], places?.length])).toEqual([
    ['<Card', 4],
    ['<Cards>', undefined],
  ]);
});

it('says once that pages are made from a description of an API', () => {
  const pages = ['openapi: get /a', 'openapi: post /b', 'asyncapi: c'].map((written, line) =>
    problem('page-generated', { written }, at(`${line}.mdx`, 2)),
  );
  expect(gathered(pages).map(({ places }) => places?.length)).toEqual([2, undefined]);
});

it('keeps the fixes of all, and never joins an error with a warning', () => {
  const fix = (line: number) => ({ description: 'Write it so', edits: [{ place: at('a.md', line), text: 'x' }] });
  const found = [1, 2, 3, 4].map((line) => ({ ...numbered('a.md', line, 2), fix: fix(line) }));
  expect(gathered(found)[0]?.fix?.edits.map(({ place }) => place.line)).toEqual([1, 2, 3, 4]);
  const [first, ...rest] = found;
  expect(gathered([{ ...first, severity: 'error' } as Problem, ...rest])).toHaveLength(2);
});
