import { expect, test } from 'vitest';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

const body = (text: string, flavour: 'jekyll' | 'mkdocs'): string =>
  compileBody(text, repositoryOf({}), settingsOf({ flavour }), 'a.md').body;

test('a break in a line of its own above a text is no HTML that keeps its Markdown', () => {
  for (const flavour of ['jekyll', 'mkdocs'] as const) {
    expect(body('1. One\n\n    <br>\n    Check **this** box.\n', flavour)).toContain('Check <b>this</b> box.');
    expect(body('```\n\n<br>\na\n```\n', flavour)).toContain('&lt;br&gt;');
  }
});

test('code in a list item holds lines that are indented less, in Jekyll', () => {
  const text = '1. One:\n\n   ```\n }\n    "a": {\n}\n   ```\n2. Two\n\n{% callout info %}\nText\n{% endcallout %}\n';
  const html = body(text, 'jekyll');
  expect(html).toContain('}<br>');
  expect(html.match(/<pre/g)).toHaveLength(1);
  expect(html.match(/<li>/g)).toHaveLength(2);
  expect(html).not.toContain('endcallout');
});

test('code that its item does not hold is left as it is', () => {
  const text = '- One\n\n  ```\n  a\n\n# T\n\nText\n\n```\nb\n```\n';
  expect(body(text, 'jekyll')).toContain('<h');
});
