import { expect, test } from 'vitest';
import { linesOf } from '../../src/flavour/lines.ts';
import { lineOfResources } from '../../src/flavour/resources.ts';
import { hugoFiles } from '../../src/flavour/tools/hugo-files.ts';

const files: Readonly<Record<string, string>> = {
  'data/properties/card.yaml':
    'properties:\n- name: size\n  type: int\n  defaultValue: 10\n  description:\n    en: How wide.\n- name: id\n  required: true\n',
  'static/a.css': 'a {\n  b: c;\n}\n',
  'static/part.txt': 'One\n\nTwo\n',
};

const shown = (text: string): string =>
  hugoFiles
    .putIn(linesOf(text), (name) => files[name] ?? null)
    .map((line) => line.text)
    .join('\n');

test('a list of properties is what its file of data says, in the order that is asked for', () => {
  const one = '**`size` (int, optional)**\n\nHow wide.\n\nDefault: `10`\n';
  const other = '**`id` (required)**\n\n\n';
  expect(shown('{{< propertylist name=card >}}')).toBe(`${one}\n${other}`);
  expect(shown('{{< propertylist name=card sort=name order=asc >}}')).toBe(`${other}\n${one}`);
  expect(shown('{{< propertylist name=none >}}')).toBe('{{< propertylist name=none >}}');
});

test('a file is code where its language is given, else text; Markdown is left to be a snippet', () => {
  expect(shown('- {{< include file="/static/a.css" language="CSS" >}}')).toContain('include');
  expect(shown('  {{< include file="/static/a.css" language="CSS" >}}')).toBe('  ```css\n  a {\n    b: c;\n  }\n  ```');
  expect(shown('{{% readfile file="static/a.css" code="true" lang="css" %}}')).toBe('```css\na {\n  b: c;\n}\n```');
  expect(shown('{{< include "static/part.txt" >}}')).toBe('One\n\nTwo');
  expect(shown('{{< include file="a.md" >}}')).toBe('{{< include file="a.md" >}}');
  expect(shown('```\n{{< include file="/static/a.css" >}}\n```')).toBe(
    '```\n{{< include file="/static/a.css" >}}\n```',
  );
});

test('a file of the page is shown by the name that its front matter gives it', () => {
  const line = lineOfResources([
    { name: 'forest', src: 'a.jpg', title: 'A forest', params: { credits: 'by [Me](/me)' } },
    { src: 'song.mp3', title: 'A song' },
  ]);
  expect(shown(`${line}\n{{< img name="forest" size="large" >}}`)).toBe(
    '\n![A forest](<a.jpg>)\n\n*A forest (by [Me](/me))*',
  );
  expect(shown(`${line}\n{{< avatar name=forest >}}`)).toBe('\n![A forest](<a.jpg>)');
  expect(shown(`${line}\n{{< audio name="song.mp3" >}}`)).toBe('\n[A song](<song.mp3>)');
  expect(shown(`${line}\n{{< img name="other" >}}`)).toBe('\n{{< img name="other" >}}');
  expect(lineOfResources([{ src: '*/}} a.jpg' }])).toBeNull();
  expect(lineOfResources('none')).toBeNull();
});
