import { expect, it } from 'vitest';
import { said } from './said.ts';

const hint = '"{% hint style="info" %}" is a block of GitBook; nothing is shown for it';
const alert = (shown: string): string => `"{{% alert %}}" is a shortcode of Hugo; ${shown}`;

it.each([
  ['docusaurus', '{% hint style="info" %}\nText.\n{% endhint %}', hint],
  ['starlight', '{% hint style="info" %}\nText.\n{% endhint %}', hint],
  ['mintlify', 'A {% if x %}b{% endif %}', '"{% if x %}" is a Liquid tag of Jekyll; nothing is shown for it'],
  ['vitepress', '{{< note >}}Text.{{< /note >}}', '"{{< note >}}" is a shortcode of Hugo; nothing is shown for it'],
  ['mkdocs', '{{% alert %}}Text.{{% /alert %}}', alert('nothing is shown for it')],
  ['jekyll', '{{% alert %}}Text.{{% /alert %}}', alert('nothing is shown for it')],
  ['gitbook', '{{% alert %}}Text.{{% /alert %}}', alert('it is shown as text')],
  ['docusaurus', 'Text.\n{: .wide }', '"{: .wide }" is a list of attributes of Jekyll; nothing is shown for it'],
  [
    'docusaurus',
    '[Go](b.md){ .md-button }',
    '"{ .md-button }" is a list of attributes of MkDocs and VitePress; nothing is shown for it',
  ],
] as const)(
  'in %s what another tool reads is said in that tool’s words, and its end is not',
  (flavour, text, message) => {
    expect(said(flavour, text).messages).toEqual([message]);
    expect(said(flavour, text).body).not.toContain('{}');
  },
);
