import { expect, test } from 'vitest';
import type { FlavourName } from '../../src/model/flavour-name.ts';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

const repository = repositoryOf({ 'c.md': '# C\n', 'x.png': 'x' });

function said(flavour: FlavourName, text: string): readonly string[] {
  const { problems } = compileBody(text, repository, settingsOf({ flavour }), 'a.md');
  return problems.filter(({ code }) => code !== 'image-in-text').map(({ code, place }) => `${place?.column} ${code}`);
}

test.each<readonly [FlavourName, string]>([
  ['jekyll', '<div id="{{ page.id }}" class="a {{ x }}" data-x=\'{{ y }}\'>\n\nText.\n\n</div>'],
  ['jekyll', 'a <span class="{{ page.class }}">b</span> <a href="c.md" data-lightbox="{{ page.id }}">d</a>'],
  ['jekyll', '<a class="{{ a }}"\n  id="{{ b }}" data-c="{{ c }}" href="c.md">c</a>'],
  ['jekyll', 'a <span class="{% if x %}a{% endif %}">b</span>'],
  ['jekyll', 'Text.\n{: .{{ y }}}'],
  ['jekyll', '<a href="{{ BASE_PATH }}/c.html">d</a> [d]({{ BASE_PATH }}/c) ![e]({{ page.root }}/x.png)'],
  ['mkdocs', '<span style="{{ z }}">b</span> [c]({{ config.site }}/c/)'],
  ['hugo', '<div id="{{< param x >}}" class="{{< foo >}}">b</div>'],
  ['github', '<div id="{{< x >}}">b</div>'],
  ['github', '<div id="{{< x >}}" class="{% y %}">\n\nb\n\n</div>'],
])('what stands in an attribute that no reader sees is not said to be lost in %s: %s', (flavour, text) => {
  expect(said(flavour, text)).toEqual([]);
});

test.each<readonly [FlavourName, string, readonly string[]]>([
  ['jekyll', '<img src="x.png" alt="{{ alt }}">', ['23 expression-lost']],
  ['jekyll', '<span class="{{ x }}">{{ x }}</span>', ['23 expression-lost']],
  ['jekyll', 'the attribute class="{{ x }}"', ['22 expression-lost']],
  ['jekyll', '[d](https://example.com/{{ page.x }})', ['25 expression-lost']],
  ['jekyll', '1 > 0 <b>id="{{ x }}"</b>', ['14 expression-lost']],
  ['hugo', '<b title="{{< foo >}}">{{< bar >}}</b>', ['11 component-unknown', '24 component-unknown']],
])('and what readers lose is: in %s %s', (flavour, text, problems) => {
  expect(said(flavour, text).filter((one) => !one.includes('title-lost'))).toEqual(problems);
});

test('a colour around other elements is dropped like one around text in GitBook', () => {
  expect(said('gitbook', '<p><mark style="color:red;"><strong><code>400</code></strong></mark></p>')).toEqual([]);
});

test('a title right behind the kind of an admonition is its title in Docusaurus', () => {
  const { body } = compileBody(
    ':::tipPlease note\nText.\n:::',
    repository,
    settingsOf({ flavour: 'docusaurus' }),
    'a.md',
  );
  expect(body).toContain('<b>Please note</b>');
});
