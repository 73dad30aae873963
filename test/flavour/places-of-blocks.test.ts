import { describe, expect, it } from 'vitest';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

/** Where the one dead link of a text is said to be, and what stands there. */
function placeOfDeadLink(flavour: 'mkdocs' | 'gitbook' | 'hugo' | 'jekyll' | 'obsidian', source: string): string {
  const { problems } = compileBody(source, repositoryOf({}), settingsOf({ flavour, state: 'published' }));
  const found = problems.filter(({ code }) => code === 'dead-link');
  expect(found).toHaveLength(1);
  const { line = 0, column = 0 } = found[0]?.place ?? {};
  return (source.split('\n')[line - 1] ?? '').slice(column - 1);
}

describe('a problem in a text of another tool is where it stands in the source', () => {
  it.each([
    [
      'in a callout in a callout in a list',
      '1. One\n\n    !!! note "A"\n        !!! tip\n            See [x](gone.md) now.',
    ],
    ['behind keys and marks in the line', '!!! note\n    ++ctrl+c++ and ==marked== [x](gone.md) now.'],
    ['in the title of a callout', '!!! note "See [x](gone.md) now."\n    Text.'],
    ['in tabs', 'Text\n\n=== "A"\n\n    === "B"\n\n        - see [x](gone.md) now.'],
    ['in a definition', 'Term\n:   First.\n\n    See [x](gone.md) now.'],
    ['in HTML with Markdown', '<div markdown>\n:material-check: [x](gone.md) now.\n</div>'],
    ['in a figure', '/// caption\nSee [x](gone.md) now.\n///'],
    ['behind a list of attributes', 'A **word**{ .red } and [x](gone.md) now.'],
  ])('%s of MkDocs', (_, source) => {
    expect(placeOfDeadLink('mkdocs', source)).toMatch(/^\[x\]\(gone\.md\) now\./);
  });

  it.each([
    [
      'in a step with a hint',
      '{% stepper %}\n{% step %}\n## T\n\n{% hint %}\n:smile: [x](gone.md) now.\n{% endhint %}\n{% endstep %}\n{% endstepper %}',
    ],
    ['in an indented hint', '1. One\n\n   {% hint style="info" %}\n   See [x](gone.md) now.\n   {% endhint %}'],
  ])('%s of GitBook', (_, source) => {
    expect(placeOfDeadLink('gitbook', source)).toMatch(/^\[x\]\(gone\.md\) now\./);
  });

  it.each([
    [
      'in a tab in tabs',
      '{{< tabs items="A,B" >}}\n  {{< tab >}}\n  See [x](gone.md) now.\n  {{< /tab >}}\n{{< /tabs >}}',
    ],
    ['behind a shortcode in the line', 'A {{< icon "x" >}} {{< badge "long text" >}} [x](gone.md) now.'],
  ])('%s of Hugo', (_, source) => {
    expect(placeOfDeadLink('hugo', source)).toMatch(/^\[x\]\(gone\.md\) now\./);
  });

  it.each([
    ['in a callout below its class', '{: .note }\n> A\n>\n> See [x](gone.md) now.'],
    ['in a callout above its class', 'See [x](gone.md) now.\n{: .note }'],
    ['behind a variable', '{{ site.baseurl }}{{ page.title }} [x](gone.md) now.'],
  ])('%s of Jekyll', (_, source) => {
    expect(placeOfDeadLink('jekyll', source)).toMatch(/^\[x\]\(gone\.md\) now\./);
  });

  it.each([
    ['in a callout in a callout', '> [!note] A\n> > [!tip]- B\n> > ==m== [x](gone.md) now.'],
    ['in a title', '> [!note] See [x](gone.md) now.\n> Text'],
    ['behind a comment', 'A %%said%% word [x](gone.md) now.'],
  ])('%s of Obsidian', (_, source) => {
    expect(placeOfDeadLink('obsidian', source)).toMatch(/^\[x\]\(gone\.md\) now\./);
  });
});
