import { describe, expect, it } from 'vitest';
import { compileBody } from '../compile/compile-body.ts';
import { world, worldSettings } from './fixture-world.ts';

/** Problems of a text, as `line:column code`. */
function found(markdown: string): readonly string[] {
  const { problems } = compileBody(markdown, world, worldSettings, 'guide/article.md');
  return problems.map(({ place, code }) => `${place?.line}:${place?.column} ${code}`);
}

const fence = '```';

describe('what another renderer would draw, and Intercom shows as it is written, is said', () => {
  it.each([
    ['a diagram', `Text.\n\n${fence}mermaid\ngraph TD\n${fence}\n`, '3:1 drawn-code'],
    ['a diagram as other tools write it', `${fence}{mermaid}\ngraph TD\n${fence}\n`, '1:1 drawn-code'],
    ['a diagram with attributes', `${fence}{.mermaid theme=dark}\ngraph TD\n${fence}\n`, '1:1 drawn-code'],
    ['a diagram with a setting', `- a\n\n  ~~~ {mermaid theme=dark}\n  graph TD\n  ~~~\n`, '3:3 drawn-code'],
    ['a diagram in HTML', '<pre class="mermaid">\ngraph TD\n</pre>\n', '1:1 drawn-code'],
    ['a diagram in a container', ':::mermaid\ngraph TD\n:::\n', '1:1 directive-unknown'],
    ['a formula as GitHub writes it in a line', 'So $`x^2`$ it is.\n', '1:5 formula'],
    ['the same in a link in a list', '- See [the $`a_1`$ case](https://example.com).\n', '1:13 formula'],
    ['the same in a heading', '## About $`x`$\n', '1:11 formula'],
    ['the same in a table', '| a |\n| --- |\n| $`x^2`$ |\n', '3:4 formula'],
    ['a block formula in a list', '- One\n\n  $$\n  x^2\n  $$\n', '3:3 formula'],
    ['a block formula in a table', '| a |\n| --- |\n| $$x^2$$ |\n', '3:3 formula'],
    ['an environment of LaTeX', '\\begin{align}\nx &= 1\n\\end{align}\n', '1:1 formula'],
    ['an emoji name in a heading', '## Launch :rocket:\n', '1:11 emoji-name'],
    ['an emoji name in a link', 'See [the launch :rocket:](https://example.com).\n', '1:17 emoji-name'],
    ['an emoji name in the text of an image', '![Launch :rocket:](https://example.com/a.png)\n', '1:1 emoji-name'],
    ['two emoji names side by side', 'Go :rocket::tada:\n', '1:4 emoji-name'],
    ['an emoji name in a callout', '> [!NOTE]\n> Go :rocket:\n', '2:6 emoji-name'],
    [
      'an emoji name in the title of a section',
      '<details>\n<summary>Go :rocket:</summary>\n\nText.\n\n</details>\n',
      '2:13 emoji-name',
    ],
    ['a formula in raw HTML', '<table>\n<tr><td>$x^2$</td></tr>\n</table>\n', '2:9 formula'],
    ['a formula in a fence', `${fence}math\nx^2\n${fence}\n`, '1:1 drawn-code'],
    ['a formula in a line', 'Text with $x^2$ in it.\n', '1:11 formula'],
    ['a letter', 'Let $n$ be it.\n', '1:5 formula'],
    ['a formula with an underscore', 'So $a_1 + b_2$ is it.\n', '1:4 formula'],
    ['a formula with stars', 'First line,\nso $a*b*c = d$ it is.\n', '2:4 formula'],
    ['a formula in a block', '$$\n\\frac{1}{2}\n$$\n', '1:1 formula'],
    ['a formula of LaTeX', 'So \\(x = 1\\) it is.\n', '1:4 formula'],
    ['a block of LaTeX', '\\[\\sum x\\]\n', '1:1 formula'],
    ['a formula in a table', '| a | b |\n| --- | --- |\n| 1 | $x^2$ |\n', '3:7 formula'],
    ['an emoji name', 'Well done :tada: indeed.\n', '1:11 emoji-name'],
    ['an emoji name with a sign', ':+1:\n', '1:1 emoji-name'],
    ['marked text', 'It is ==important== here.\n', '1:7 foreign-markdown'],
    ['a link of a wiki', 'See [[Other page]].\n', '1:5 foreign-markdown'],
    ['attributes of a block', 'Text.\n{: .note }\n', '2:1 foreign-markdown'],
    ['attributes of a heading', '## Heading {.class #id}\n', '1:12 foreign-markdown'],
    ['an admonition', '!!! note "Title"\n    Text.\n', '1:1 foreign-markdown'],
    ['a table of contents', '[TOC]\n\nText.\n', '1:1 foreign-markdown'],
    ['a tag of a template', '{% tabs %}\n\nText.\n', '1:1 foreign-markdown'],
    ['a definition', 'Term\n: What it means.\n', '2:1 foreign-markdown'],
    ['an abbreviation', '*[HTML]: Hyper Text\n', '1:1 foreign-markdown'],
  ])('%s', (_, markdown, expected) => {
    expect(found(markdown)).toEqual([expected]);
  });
});

describe('no alarm', () => {
  it.each([
    [
      'prices',
      'From $5 and $10, or $5-$10, up to $1,000 (US$ 1,000$).\n\nIt is $5/month, or $50 = 10 months, $60 later.\n',
    ],
    ['variables of a shell', 'Set $HOME/$USER, $PATH and $FOO_BAR$.\n'],
    ['ratings', '$ – cheap, $$ – usual, $$$ – dear.\n'],
    ['times, drives and names', '10:30: the start, 1:2:3, a:b:c, C:\\x:, `:tada:`, :no-such-name-at-all:\n'],
    ['code', `\`$x^2$\`, \`==a==\` and \`[[b]]\`\n\n${fence}js\nconst a = '$x^2$ ==y==';\n${fence}\n`],
    ['code in HTML', 'So <code>:tada: $x^2$</code> and\n\n<pre>\n:tada:\n</pre>\n\n<!-- :tada: -->\n'],
    ['an attribute in HTML', '<p title=":tada:" class="$x^2$">a</p>\n'],
    ['code beside money', 'It is $`5` a month, `a`$ and $`5`$; `$`x`$`.\n'],
    ['languages of code', `${fence}{python}\nx = 1\n${fence}\n\n${fence}{r echo=FALSE}\nx\n${fence}\n`],
    ['keys and values', 'key:value:pair, std::rocket::x, 10:30:45, a:rocket:b, x/:rocket:/\n'],
    ['a comparison', 'a == b and c == d; a===b\n'],
    ['escaped brackets', 'Write \\[text\\](x) and \\(this\\).\n'],
    ['an alert with an exclamation', 'Yes!!! Note it.\n'],
    ['an address', 'https://example.com/a==b==c?x=$y$&z=:tada:\n'],
    ['a heading with an id', '## Heading {#own}\n'],
    [
      'closed HTML',
      '<details>\n<summary>A</summary>\n\nText.\n\n</details>\n\n<div>\n\n<p>Open\n\n</div>\n\n<b>x</b>\n',
    ],
    [
      'remote images that Intercom takes',
      '![x](https://example.com/a.png)\n\n![y](https://example.com/image?f=a.webp)\n',
    ],
  ])('for %s', (_, markdown) => {
    expect(found(markdown)).toEqual([]);
  });
});

describe('a tag that is never closed holds what follows, and is said', () => {
  it.each([
    ['a section', 'Before.\n\n<details>\n<summary>A</summary>\n\nText.\n\n## More\n', '3:1 html-unclosed'],
    [
      'a section in a section',
      '<details>\n<summary>A</summary>\n\n<details>\n<summary>B</summary>\n\nText.\n\n</details>\n',
      '1:1 html-unclosed',
    ],
    ['a title of a section', '<details>\n<summary>A\n\nText.\n\n</details>\n', '2:1 html-unclosed'],
    ['a container', '<div align="center">\n\nText.\n', '1:1 html-unclosed'],
    ['a table', '<table>\n<tr><td>A</td></tr>\n\nText.\n', '1:1 html-unclosed'],
    ['one in a line', 'Some <b>bold text.\n\nMore.\n', '1:6 html-unclosed'],
    ['one that another closes', '<div>\n<details>\n<summary>A</summary>\n\nText.\n\n</div>\n', '2:1 html-unclosed'],
  ])('%s', (_, markdown, expected) => {
    expect(found(markdown)).toEqual([expected]);
  });
});

describe('an image on the web that Intercom does not take', () => {
  it.each(['webp', 'avif', 'bmp', 'tiff', 'heic', 'WEBP'])('.%s', (ending) => {
    expect(found(`![x](https://example.com/a.${ending}?v=1)\n`)).toEqual(['1:1 image-type-remote']);
  });
});
