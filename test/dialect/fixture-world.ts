import type { Repository } from '../../src/model/repository.ts';
import type { Settings } from '../../src/model/settings.ts';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';

/** What the fixtures may link to, show and include. Each input stands at `guide/article.md`. */
export const world: Repository = repositoryOf({
  'guide/article.md': '---\ntitle: Article\n---\n',
  'guide/setup.md': '---\ntitle: Set it up\nstate: published\n---\n\n## First steps\n\n## Next steps {#next}\n',
  'guide/two words.md': '---\ntitle: Two words\nstate: published\n---\n\nText.\n',
  'billing.md': '---\ntitle: Billing\nstate: published\n---\n\n# Invoices\n',
  'secret.md': '---\ntitle: Secret\nsync: false\n---\n\nText.\n',
  'unfinished.md': '---\ntitle: Unfinished\nstate: draft\n---\n\nText.\n',
  'guide/img/screen.png': 'screen',
  'img/icon.gif': 'icon',
  'img/broken.png': 'refused: it is a link to a file outside the content folder',
  'guide/manual.pdf': 'pdf',
  '_snippets/plan.md':
    'This is part of the **{{plan}}** plan.\n\n![Icon](../img/icon.gif)\n\nSee [billing](../billing.md).\n',
  '_snippets/outer.md': 'Before.\n\n::include{file=inner.md}\n\nAfter.\n',
  '_snippets/inner.md': '> [!TIP]\n> Inside.\n',
  '_snippets/loop.md': ':::include{file=loop.md}\n:::\n',
  '_snippets/placeholder.md': 'First.\n\nConnect to <port> at [{{site}}](https://{{nowhere}}).\n',
  '_snippets/faulty.md': 'Fine.\n\n[Dead](gone.md) and {{nothing}}.\n',
});

/** Settings that all fixtures share. */
export const worldSettings: Settings = settingsOf({
  state: 'published',
  variables: { product: 'Mendwick', plan: 'Workshop', site: 'example.com' },
});
