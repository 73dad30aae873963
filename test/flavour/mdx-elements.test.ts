import { describe, expect, it, test } from 'vitest';
import type { FlavourName } from '../../src/model/flavour-name.ts';
import { outcomeOf } from './constructs.ts';
import { said } from './said.ts';

const mdx: readonly FlavourName[] = ['docusaurus', 'starlight', 'mintlify'];

describe.each(mdx)('elements that HTML has not, in MDX of %s', (flavour) => {
  it('leave what is in them in a sentence, as browsers do', () => {
    expect(outcomeOf('One <super>**two**</super> and <my-word>three</my-word>.\n', flavour)).toEqual({
      html: '<p>One <b>two</b> and three.</p>',
      problems: '',
    });
  });

  it('are callouts where that is their name', () => {
    const { html, problems } = outcomeOf('<warning>\nDo **not** do this.\n</warning>\n', flavour);
    expect(html).toContain('<callout ');
    expect(html).toContain('<p>Do <b>not</b> do this.</p>');
    expect(problems).toBe('');
  });

  it('leave what is in them as blocks, which is said', () => {
    expect(outcomeOf('<my-grid>\n\nOne **two**.\n\n</my-grid>\n', flavour)).toEqual({
      html: '<p>One <b>two</b>.</p>',
      problems: '1:1 component-unknown',
    });
  });

  it('are said to show only words where nothing is in them but in their attributes', () => {
    expect(said(flavour, '<PlanNote plan="business" label="Funnels" />\n')).toMatchObject({
      body: '<p class="no-margin">Funnels</p>',
      messages: [expect.stringMatching(/; only the words that it is given are shown$/)],
    });
    expect(said(flavour, '<Playground />\n').messages).toEqual([expect.stringMatching(/; nothing is shown for it$/)]);
  });

  it('are placeholders where nothing closes them', () => {
    const { html, problems } = outcomeOf('Write <your-name> here.\n', flavour);
    expect(html).toBe('<p>Write &lt;your-name&gt; here.</p>');
    expect(problems).toBe('1:7 not-html');
  });

  it('are left alone in code and in drawings', () => {
    expect(outcomeOf('Write `<super>x</super>`.\n', flavour).html).toBe(
      '<p>Write <code>&lt;super&gt;x&lt;/super&gt;</code>.</p>',
    );
    const drawn = outcomeOf(
      'One.\n\n<svg width="10">\n  <path d="M1 1" />\n  <g><text>no</text></g>\n</svg>\n\nTwo.\n',
      flavour,
    );
    expect(drawn.html).toBe('<p>One.</p>\n<p>Two.</p>');
  });
});

describe.each(['docusaurus', 'starlight', 'vitepress'] as const)('components that %s does not know', (flavour) => {
  const page = flavour === 'vitepress' ? 'article.md' : 'article.mdx';

  it.each(['Note', 'Warning', 'InfoBox', 'DangerAlert', 'Callout', 'Alert type="info"', 'AlertBox variant="success"'])(
    'are callouts where their name says so: <%s>',
    (written) => {
      const name = written.split(' ')[0];
      const { html, problems } = outcomeOf(`<${written}>\n\nDo **not**.\n\n</${name}>\n`, flavour, page);
      expect(html).toContain('<callout ');
      expect(html).toContain('<p>Do <b>not</b>.</p>');
      expect(problems).toBe('');
    },
  );

  it('are said only where readers may lose something', () => {
    const said = (text: string): string => outcomeOf(text, flavour, page).problems;
    expect(said('| A | B |\n| --- | --- |\n| x <Required>**Required**</Required> | <Hue color="red">y</Hue> |\n')).toBe(
      '',
    );
    expect(said('<Required>**Required**</Required>\n')).toBe('');
    expect(said('A <Term tip="what it is">word</Term>.\n')).toBe('1:3 component-unknown');
    expect(said('A <Grid>\n\n- word\n\n</Grid>\n')).not.toBe('');
  });

  it('are keys where that is their name', () => {
    const { html, problems } = outcomeOf('Press <Key mod="cmd shift" k="o" /> or <Kbd keys="F1" />.\n', flavour, page);
    expect(html).toBe('<p>Press <code>cmd+shift+o</code> or <code>F1</code>.</p>');
    expect(problems).toBe('');
  });
});

test('headings with tags do not take the ids of others', () => {
  const text =
    '## Setup\n\n## <b>Set</b>up <Badge>new</Badge>\n\n### Setup\n\n## <Icon name="x" /> Setup\n\n<section id="setup">\n\n### Setup\n\n</section>\n';
  const { html, problems } = outcomeOf(text, 'starlight');
  expect(problems).toBe('7:4 icon-dropped');
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('programs in MDX', () => {
  it.each([
    ['a template over lines', 'export const x = `\n { (\n`;\n\nText.\n'],
    ['a template with expressions over lines', `export const x = \`a \${b(\`\n}\`)} {\n\`;\n\nText.\n`],
    [
      'braces in a comment',
      'export const x = () => {\n  // a { brace\n  /* and ( another */\n  return 1;\n};\n\nText.\n',
    ],
    ['apostrophes in elements', "export const X = () => (\n  <p>\n    It's {a}, isn't (it)\n  </p>\n);\n\nText.\n"],
    ['a template that nothing closes', 'export const X = () => (\n  <p>Press ` here</p>\n);\n\nText.\n'],
  ])('leave no line of theirs: %s', (_, text) => {
    expect(outcomeOf(text, 'docusaurus').html).toBe('<p>Text.</p>');
  });
});

test('braces in an address are part of it, as MDX reads it', () => {
  const { html, problems } = outcomeOf('See https://example.com/{room}>, or {room}.\n', 'docusaurus');
  expect(html).toContain('https://example.com/{room}');
  expect(problems).toBe('1:37 expression-lost');
});

test('an anchor of a component is one, and links lead to the heading above', () => {
  const text = '## Servers\n\n<Anchor name={"ice"}></Anchor>\n\nText. See [servers](#ice).\n';
  const { html, problems } = outcomeOf(text, 'docusaurus');
  expect(html).toContain('href="helpcentre:article/en/article.mdx#servers"');
  expect(problems).not.toContain('component-unknown');
});

test("a field's default and what is required of it are shown", () => {
  const text =
    '<ParamField query="size" type="number" required default="10">How many.</ParamField>\n\n<ResponseField name="a" deprecated>It.</ResponseField>\n';
  const { html } = outcomeOf(text, 'mintlify');
  expect(html).toContain('<code>size</code> (number, required, default: 10)');
  expect(html).toContain('<code>a</code> (deprecated)');
});

test('a heading of HTML and the text behind it in its line are Markdown both', () => {
  const text = '<h4 id="own"><Badge>New</Badge> Jobs </h4> Send **many** of `them`.\n\nSee [it](#own).\n';
  expect(outcomeOf(text, 'mintlify').html).toBe(
    '<h1 id="own">New Jobs</h1>\n<p>Send <b>many</b> of <code>them</code>.</p>\n<p>See <a href="helpcentre:article/en/article.mdx#own">it</a>.</p>',
  );
});
