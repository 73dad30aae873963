import { describe, expect, it, test } from 'vitest';
import { intercomSync } from '../../src/flavour/tools/intercom-sync.ts';
import { translate } from '../../src/flavour/translate.ts';
import { directivesIn } from '../../src/intercom-markdown/directives.ts';

const translated = (text: string) => translate(text, intercomSync, {}, 'en.md');
const read = (text: string): string =>
  translated(text)
    .text.replace(/\n{2,}/g, '\n\n')
    .trim();

test.each<readonly [name: string, written: string, ours: string]>([
  ['the plain callout is gray', ':::callout\nText.\n:::', ':::callout{color=gray}\nText.\n:::'],
  [
    'colours of Intercom have names',
    ':::callout backgroundColor="#FEDAF80" borderColor="x"\n:::\n\n:::callout backgroundColor="#fed9db80" borderColor="#fd3a5733"\nText.\n:::',
    '<div class="intercom-interblocks-callout" style="background-color: #FEDAF80; border-color: x;">\n\n</div>\n\n:::callout{color=red}\nText.\n:::',
  ],
  [
    'a bare line closes the innermost, whatever the number of colons',
    ':::callout\n:::collapsible title="A"\n:::button href="https://example.com" label="B"\n:::\n::::\nText.\n:::',
    ':::::callout{color=gray}\n\n<details>\n<summary>A</summary>\n\n:button[B]{href="https://example.com"}\n\n</details>\n\nText.\n:::::',
  ],
  [
    'words of attributes are words',
    ':::collapsible title="1 < 2 & \\"3\\""\nA\n:::\n:::button href="https://example.com/?a=1&b={{c" label="*Go* [x]"\n:::',
    '<details>\n<summary>1 &lt; 2 & &quot;3&quot;</summary>\n\nA\n\n</details>\n\n:button[\\*Go\\* \\[x\\]]{href="https://example.com/?a=1&b=\\{{c"}',
  ],
  [
    'a button stands where it was put',
    ':::button href="https://example.com" label="Go" align="right"\n:::',
    ':::right\n:button[Go]{href="https://example.com"}\n:::',
  ],
  [
    'a video is its page, with its words below',
    ':::video id="abc_DEF-123" provider="youtube" text="How *it* works"\n:::',
    '<https://www.youtube.com/watch?v=abc_DEF-123>\n\nHow \\*it\\* works',
  ],
  [
    'attachments are links',
    ':::attachments\n:::attachment href="https://example.com/a b.pdf" name="a (1).pdf" size="3"\n:::\n:::',
    '[a (1).pdf](<https://example.com/a%20b.pdf>)',
  ],
  [
    'what is indented stays in its item',
    '1. One\n\n   :::callout\n   Text.\n   :::\n2. Two',
    '1. One\n\n   :::callout{color=gray}\n   Text.\n   :::\n\n2. Two',
  ],
  ['quotes are paragraphs', '> One,\n> two.\n\n> > Three', 'One,\ntwo.\n\nThree'],
  ['code is code', '```\n:::callout\n> a\n```\n`:::`', '```\n:::callout\n> a\n```\n`:::`'],
  ['code in a quote is code', '> ```\n> :::callout\n> ```\n\n:::', '```\n:::callout\n```'],
  [
    'a link to an article keeps its number',
    '[a](https://example.com/a_(b) "intercom:article:12") and `[b](c "intercom:article:12")`',
    '[a](<intercom:article:12:https://example.com/a_(b)>) and `[b](c "intercom:article:12")`',
  ],
  ['a link to what is no article is its address', '[a](<b c> "intercom:snippet:3")', '[a](<b c>)'],
  ['headings keep their ids, and lines their breaks', '## A {#h_0a}\n\nb  \nc', '## A {#h_0a}\n\nb  \nc'],
  ['an opaque block', 'A\n\n:::intercom-block data="e30="\n:::\n\nB', 'A\n\n::intercom-block{data="e30="}\n\nB'],
])('%s', (_, written, ours) => {
  expect(read(written)).toBe(ours);
});

describe('places', () => {
  it('of what is in a directive are its own', () => {
    const { text, sourceOf } = translated('One\n:::callout\n  > Two\n:::\n');
    const lines = text.split('\n');
    const line = lines.findIndex((one) => one.includes('Two')) + 1;
    const column = (lines[line - 1] ?? '').indexOf('Two') + 1;
    expect(sourceOf({ line, column })).toEqual({ line: 3, column: 5 });
  });

  it('of what a directive becomes are the directive’s', () => {
    const { text, sourceOf } = translated('One\n\n:::button href="https://example.com" label="Go"\n:::\n');
    const line = text.split('\n').findIndex((one) => one.startsWith(':button')) + 1;
    expect(sourceOf({ line, column: 3 }).line).toBe(3);
  });
});

test.each<readonly [written: string, findings: readonly unknown[]]>([
  [':::callout\n:::', []],
  ['Text\n:::', [{ finding: { is: 'nothing-open' }, line: 2, column: 1 }]],
  [':::callout\nText', [{ finding: { is: 'not-closed', name: 'callout' }, line: 1, column: 1 }]],
  [
    ':::video id="a" provider="youtube"\nText\n:::',
    [
      { finding: { is: 'not-closed', name: 'video' }, line: 1, column: 1 },
      { finding: { is: 'nothing-open' }, line: 3, column: 1 },
    ],
  ],
  ['  :::callout{color=green}\n  :::', [{ finding: { is: 'braces', name: 'callout' }, line: 1, column: 13 }]],
  [
    ':::callout backgroundColor=red\n:::',
    [{ finding: { is: 'malformed', name: 'callout', written: 'backgroundColor=red' }, line: 1, column: 12 }],
  ],
  [
    ':::button label="A" tracking_link_id="3" size="b"\n:::',
    [
      { finding: { is: 'attribute-missing', name: 'button', attribute: 'href' }, line: 1, column: 1 },
      { finding: { is: 'attribute-unknown', name: 'button', attribute: 'size' }, line: 1, column: 1 },
      { finding: { is: 'attribute-unsaid', name: 'button', attribute: 'tracking_link_id' }, line: 1, column: 1 },
    ],
  ],
  [
    ':::video id="a" provider="vhs"\n:::',
    [{ finding: { is: 'provider', name: 'video', provider: 'vhs' }, line: 1, column: 1 }],
  ],
  ['```\n:::note\n```\n10:30 :::', []],
])('what is wrong with %j', (written, findings) => {
  expect(directivesIn(written.split('\n')).findings).toEqual(findings);
});
