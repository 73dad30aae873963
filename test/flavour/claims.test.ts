import { describe, expect, it } from 'vitest';
import { type FlavourName, flavourNames } from '../../src/model/flavour-name.ts';
import { said } from './said.ts';

const others = flavourNames.filter((name) => name !== 'github');

describe('what only another tool reads in a line is never silent', () => {
  it.each([
    ['Is ^^new^^ text.', '"^^new^^" is inserted text of MkDocs; it is shown as text'],
    ['A {++word++} b', '"{++word++}" is a marked change of MkDocs; it is shown as text'],
    ['Text ^[a note] here', '"^[a note]" is a footnote of Obsidian; it is shown as text'],
    ['Text. ^a1b2c3', '"^a1b2c3" is the id of a block of Obsidian; it is shown as text'],
    ['![a](pic.png =100x50)', '"![a](pic.png =100x50)" is an image with a size of other tools; it is shown as text'],
    ['{::nomarkdown}x{:/}', '"{::nomarkdown}" is an extension of Jekyll; it is shown as text'],
    ['See {{ site.title }}.', '"{{ site.title }}" is an expression of Jekyll; it is shown as text'],
    ['See {{ $frontmatter.x }}.', '"{{ $frontmatter.x }}" is an expression of VitePress; it is shown as text'],
    ['```dataview\nLIST\n```', 'Intercom does not draw "dataview"; readers see the code of the query'],
  ])('%s', (text, message) => {
    expect(said('github', text).messages).toEqual([message]);
  });

  it.each([
    'x^2^ and y^^2 and a^[1] b [^note] c',
    '2 ^ 3 and 5 ^abc',
    'Compare a =10x5 (b =10x5) here',
    '{{ first_name }} and {{ product }}',
    '`![a](b.png =100x50)` and `^[a note]`',
  ])('%s is nothing of another tool', (text) => {
    expect(said('github', text).problems).toEqual([]);
  });
});

describe.each(others)('in %s', (flavour) => {
  it('a picture with a size behind its address has that width', () => {
    const { body, problems } = said(
      flavour,
      '![A](https://example.com/a.png =100x50)\n\n![B](https://example.com/b.png =x50)',
    );
    expect(problems).toEqual([]);
    expect(body).toMatch(/<img src="[^"]*" alt="A" width="100">.*<img src="[^"]*" alt="B">/s);
  });
});

const shown: readonly (readonly [FlavourName, string, string, string])[] = [
  [
    'vitepress',
    'attributes at the end of a block',
    'Text. {.wide}\n\n- item {.x}\n\n**b**{.y} and `c`{.z} here',
    '<p>Text.</p><ul><li><p>item</p></li></ul><p><b>b</b> and <code>c</code> here</p>',
  ],
  [
    'vitepress',
    'an id among attributes',
    'T\n\n## Title {.wide #own}\n\n[x](#own)',
    '<p>T</p><h1 id="own">Title</h1><p><a href="helpcentre:article/en/a.md#own">x</a></p>',
  ],
  [
    'jekyll',
    'marks of extensions',
    '{::nomarkdown}<b>x</b>{:/nomarkdown} and {::comment}y{:/} z {::options parse_block_html="true" /}',
    '<p><b>x</b> and  z</p>',
  ],
  [
    'jekyll',
    'the id of a paragraph',
    '## Top\n\nText.\n{: #own}\n\n[x](#own)',
    '<h1 id="top">Top</h1><p>Text.</p><p><a href="helpcentre:article/en/a.md#top">x</a></p>',
  ],
  ['obsidian', 'short ids of blocks', 'Text. ^b1', '<p>Text.</p>'],
  [
    'obsidian',
    'tasks that are done in another way',
    '- [-] a\n- [ ] b',
    '<ul><li><p>☑ a</p></li><li><p>☐ b</p></li></ul>',
  ],
  [
    'hugo',
    'all that is shown of a figure',
    '{{< figure src="https://example.com/a.png" title="T" caption="C" attr="A" attrlink="https://example.com" >}}',
    '<img src="IMAGE" alt="T"><p><b>T</b></p><p><i>C <a href="https://example.com">A</a></i></p>',
  ],
  [
    'mintlify',
    'what an update is about',
    '<Update label="May" description="v2">\nNew.\n</Update>',
    '<p><b>May (v2)</b></p><p>New.</p>',
  ],
  [
    'mintlify',
    'all that is said of a field',
    '<ParamField query="q" type="int" default="3" deprecated>\nText.\n</ParamField>',
    '<p><b><code>q</code> (int, deprecated, default: 3)</b></p><p>Text.</p>',
  ],
  [
    'docusaurus',
    'labels of tabs in a list',
    "<Tabs\n  values={[\n    {label: 'An apple', value: 'a'},\n    {value: 'o', label: 'An orange'},\n  ]}>\n<TabItem value=\"a\">A.</TabItem>\n<TabItem value=\"o\">O.</TabItem>\n</Tabs>",
    'An apple|An orange',
  ],
];

it.each(shown)('%s: %s', (flavour, _, text, html) => {
  const { body } = said(flavour, text);
  const plain = body
    .replace(/ target="_blank"| class="[^"]*"|<p class="no-margin"><\/p>/g, '')
    .replaceAll('<p></p>', '')
    .replace(/<\/?div>/g, '')
    .replace(/src="[^"]*"/g, 'src="IMAGE"');
  if (flavour === 'docusaurus') expect([...body.matchAll(/<h2>([^<]*)</g)].map(([, one]) => one).join('|')).toBe(html);
  else expect(plain).toBe(html);
});

describe('a variable of the configuration may be called as the tool calls it', () => {
  const variables = { 'site.title': 'Mendwick', 'a-b': 'c' };

  it.each(['github', 'jekyll', 'docusaurus', 'vitepress'] as const)('in %s', (flavour) => {
    const { body, problems } = said(flavour, '# T\n\n{{ site.title }}, {{a-b}}, `{{ a-b }}`', { variables });
    expect(problems).toEqual([]);
    expect(body).toContain('Mendwick, c, <code>{{ a-b }}</code>');
  });

  it('what has a dot and no value is none of ours', () => {
    expect(said('github', '# T\n\n{{ user.name }}', { variables }).problems).toEqual([]);
  });
});

describe.each(flavourNames)('in %s', (flavour) => {
  it('`components` says what a tag is', () => {
    const components = { Steps: 'unwrap', Since: 'drop', Tip2: 'callout', More: 'section' } as const;
    const text =
      '<Steps>\n\n1. One\n\n</Steps>\n\nText <Since v="1">gone</Since> here.\n\n<Tip2 title="T">\n\nInside.\n\n</Tip2>\n\n<More title="M">\n\nHidden.\n\n</More>';
    const { body, problems } = said(flavour, text, { components });
    expect(problems).toEqual([]);
    expect(body).not.toContain('&lt;');
    expect(body).not.toContain('gone');
    expect(body).toMatch(/<ol>.*callout.*<b>T<\/b>.*Inside\..*<summary><h2>M<\/h2><\/summary>.*Hidden\./s);
  });
});

it.each(['docusaurus', 'mintlify', 'starlight'] as const)(
  'in %s what is below a text over several lines keeps its place',
  (flavour) => {
    const text = '# T\n\n<CodeBlock language="js">\n{`a\nb`}\n</CodeBlock>\n\nText ==mark== here.';
    expect(said(flavour, text).problems.at(-1)).toBe('8:6 foreign-markdown');
  },
);

describe('plain Markdown of a site', () => {
  const code = (info: string): string => `# T\n\n\`\`\`${info}\nx\n\`\`\`\n`;

  it.each([
    ['js tab=React', 'React'],
    ['text tab=GitHub Copilot (VS Code)', 'GitHub Copilot (VS Code)'],
    ['js title="a.js"', 'a.js'],
    ['js {3}', null],
  ])('shows the name that a block of code has: %s', (info, name) => {
    const { body } = said('github', code(info));
    expect(/<b>(.*?)<\/b>/.exec(body)?.[1] ?? null).toBe(name);
  });

  it('shows no classes behind a heading, whose id stays', () => {
    const { body, problems } = said('github', '# T\n\n## `after()` {.method .first}\n\nText.\n');
    expect(body).toContain('<h2 id="after"><code>after()</code></h2>');
    expect(problems).toEqual([]);
  });
});
