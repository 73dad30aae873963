import { describe, expect, it } from 'vitest';
import { compileBody } from '../compile/compile-body.ts';
import { world, worldSettings } from './fixture-world.ts';

/** Problems of a text, as `line:column message`. */
function found(markdown: string): readonly string[] {
  const { problems } = compileBody(markdown, world, worldSettings, 'guide/article.md');
  return problems
    .filter(({ message }) => /; (?:it|nothing|only what is in it) is shown/.test(message))
    .map(({ place, message }) => `${place?.line}:${place?.column} ${message}`);
}

const fence = '```';

describe("another tool's syntax is said in the tool's words, at its place", () => {
  it.each([
    ['Text.\n\n!!! note\n', '3:1 "!!! note" is an admonition of MkDocs; it is shown as text'],
    [
      '!!! danger inline end "Do not"\n',
      '1:1 "!!! danger inline end "Do not"" is an admonition of MkDocs; it is shown as text',
    ],
    ['- a\n\n  ??? tip "More"\n', '3:3 "??? tip "More"" is a collapsible block of MkDocs; it is shown as text'],
    ['=== "Linux"\n\n    Text.\n', '1:1 "=== "Linux"" is a tab of MkDocs; it is shown as text'],
    ['/// warning | Careful\nText.\n///\n', '1:1 "/// warning | Careful" is a block of MkDocs; it is shown as text'],
    [
      '~~~~exercism/note\nText.\n~~~~\n',
      '1:1 "~~~~exercism/note" is an admonition of other tools; it is shown as code',
    ],
    [
      `- a\n\n  ${fence}{warning}\n  Text.\n  ${fence}\n`,
      '3:3 "```{warning}" is an admonition of other tools; it is shown as code',
    ],
    [
      ':::tipPlease note\nText.\n:::\n',
      '1:1 ":::tipPlease note" is an admonition of Docusaurus and Starlight; it is shown as text',
    ],
    ['--8<-- "part.md"\n', '1:1 "--8<-- "part.md"" is a snippet of MkDocs; it is shown as text'],
    ['Press ++ctrl+c++.\n', '1:7 "++ctrl+c++" is a key of MkDocs; it is shown as text'],
    ['Press ++enter++.\n', '1:7 "++enter++" is a key of MkDocs; it is shown as text'],
    ['Yes :material-check: there.\n', '1:5 ":material-check:" is an icon of MkDocs; it is shown as text'],
    [
      '[Go](https://example.com){ .md-button }\n',
      '1:26 "{ .md-button }" is a list of attributes of MkDocs and VitePress; it is shown as text',
    ],
    [
      '![a](https://example.com/a.png){width=300}\n',
      '1:32 "{width=300}" is a list of attributes of MkDocs and VitePress; it is shown as text',
    ],
    ['Text {#own}\n', '1:6 "{#own}" is a list of attributes of MkDocs and VitePress; it is shown as text'],
    ['## A {#own} heading\n', '1:6 "{#own}" is a list of attributes of MkDocs and VitePress; it is shown as text'],
    ['{: .note }\n> Text.\n', '1:1 "{: .note }" is a list of attributes of Jekyll; it is shown as text'],
    [
      '{% hint style="info" %}\nText.\n{% endhint %}\n',
      '1:1 "{% hint style="info" %}" is a block of GitBook; it is shown as text',
    ],
    [
      '{% include note.html text="{{ x }}" %}\n',
      '1:1 "{% include note.html text="{{ x }}" %}" is a Liquid tag of Jekyll; it is shown as text',
    ],
    ['{{< figure src="a.png" >}}\n', '1:1 "{{< figure src="a.png" >}}" is a shortcode of Hugo; it is shown as text'],
    ['{{% alert %}}\nText.\n{{% /alert %}}\n', '1:1 "{{% alert %}}" is a shortcode of Hugo; it is shown as text'],
    ['{{<note>}}\n', '1:1 "{{<note>}}" is a shortcode of Hugo; it is shown as text'],
    ['<p>{{< x >}}</p>\n', '1:4 "{{< x >}}" is a shortcode of Hugo; it is shown as text'],
    ['See [[Other page|here]].\n', '1:5 "[[Other page|here]]" is a link of Obsidian; it is shown as text'],
    ['![[image.png]]\n', '1:1 "![[image.png]]" is a link of Obsidian; it is shown as text'],
    ['Text %%and a comment%% here.\n', '1:6 "%%and a comment%%" is a comment of Obsidian; it is shown as text'],
    [
      ':::note[Title]\n\nText.\n\n:::\n',
      '1:1 ":::note[Title]" is an admonition of Docusaurus and Starlight; it is shown as text',
    ],
    ['::: tip\nText.\n:::\n', '1:1 "::: tip" is a container of VitePress; it is shown as text'],
    [
      '::: details More\nText.\n:::\n',
      '1:1 "::: details More" is a collapsible block of VitePress; it is shown as text',
    ],
    ['<<< @/a.js\n', '1:1 "<<< @/a.js" is a part of another file of VitePress; it is shown as text'],
    [
      'Text.\n\n<!--@include: ./a.md-->\n',
      '3:1 "<!--@include: ./a.md-->" is an include of VitePress; nothing is shown for it',
    ],
    ['<Note>\n\nText.\n\n</Note>\n', '1:1 "<Note>" is a component of Mintlify; it is shown as text'],
    [
      '<Aside type="tip">Text.</Aside>\n',
      '1:1 "<Aside type="tip">" is a component of Starlight; only what is in it is shown',
    ],
    ['<Promo />\n', '1:1 "<Promo />" is a component of MDX; it is shown as text'],
    ['Text <Promo a={[1, 2]} />\n', '1:6 "<Promo a={[1, 2]} />" is a component of MDX; it is shown as text'],
    [
      "import Tabs from '@theme/Tabs';\n",
      '1:1 "import Tabs from \'@theme/Tabs\';" is a line of a program of MDX; it is shown as text',
    ],
    [
      "import {\n  Card,\n} from '@a/b'\n",
      '1:1 "import { Card, } from \'@a/b\'" is a line of a program of MDX; it is shown as text',
    ],
    ['export const a = 1;\n', '1:1 "export const a =" is a line of a program of MDX; it is shown as text'],
    ['{/* not yet */}\n', '1:1 "{/* not yet */}" is a comment of MDX; it is shown as text'],
    ['[[toc]]\n', '1:1 "[[toc]]" is a table of contents of other tools; it is shown as text'],
  ])('%s', (markdown, expected) => {
    expect(found(markdown)).toEqual([expected]);
  });

  it('once a file for each kind, with a fix of every place where there is one', () => {
    const { problems } = compileBody(
      '==a== ==b==\n\n- ==c== :tada:\n\n$x^2$ and $y^2$\n\n$z^2$ :rocket:\n',
      world,
      worldSettings,
      'guide/article.md',
    );
    expect(problems.map(({ place, code }) => `${place?.line}:${place?.column} ${code}`)).toEqual([
      '1:1 foreign-markdown',
      '3:9 emoji-name',
      '5:1 formula',
    ]);
    expect(problems[1]?.fix?.edits.map(({ text }) => text)).toEqual(['🎉', '🚀']);
  });
});

const every = [
  '!!! note',
  '??? tip "More"',
  '=== "Linux"',
  '/// warning',
  '--8<-- "part.md"',
  '++ctrl+c++',
  ':material-check:',
  '{ .md-button }',
  '{width=300}',
  '{: .note }',
  '{% hint %}',
  '{{< figure >}}',
  '{{% alert %}}',
  '[[Page]]',
  '![[image.png]]',
  '%%comment%%',
  ':::note',
  '::: tip',
  '<<< @/a.js',
  '<!--@include: a.md-->',
  '<Note>',
  "import A from 'a'",
  'export const a = 1',
  '{/* no */}',
  '[[toc]]',
  '==mark==',
  ':smile:',
];

describe('nothing is said', () => {
  it.each(every)('of %s in code', (written) => {
    expect(found(`In \`${written}\` and\n\n${fence}\n${written}\n${fence}\n\n    ${written}\n`)).toEqual([]);
    expect(found(`- a\n\n  ~~~md\n  ${written}\n  ~~~\n\n<pre>\n${written.replaceAll('<', '&lt;')}\n</pre>\n`)).toEqual(
      [],
    );
  });

  it.each(every.filter((one) => one !== '![[image.png]]'))('of %s that is escaped', (written) => {
    expect(found(`\\${written}\n`)).toEqual([]);
  });

  it.each([
    'Wow!!! Note that this is new.\n',
    'What??? "Really"\n',
    '!!! Wichtig !!!\n',
    'C++ and C++, i++ and ++i, a ++ b ++ c, x+++y+++z\n',
    'Up 100%% or 50%%, and `%%x%%`; for %%i in (a) do echo %%i\n',
    'A matrix [[1, 2], [3, 4]], a test [[ -f x ]], an index a[[i]], [[1]](https://example.com).\n',
    '[[1]][note] and [[text]][note]\n\n[note]: https://example.com\n',
    'Set { a: 1 } or {name}, {.5} and { x }; {{name}} and $x.\n',
    'We import goods from "abroad" and export them.\n',
    'import goods from Asia, and so on\n',
    'Type <Username> or <Your name>, List<String>, and <Note> on paper.\n',
    '## Heading {#own}\n\nHeading {#two}\n=====\n\n### Closed {#three} ###\n',
    'At 10:30: note: this :) and a::b::c, ::: and :: there.\n',
    'From <<< to >>> and a <<< b\n',
    '50 % {of} all %}\n',
    'a == b, and b == c\n',
    'The tag {{ name }} is filled in.\n',
  ])('of %s', (markdown) => {
    expect(found(markdown)).toEqual([]);
  });
});
