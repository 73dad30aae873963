import { error, warning } from './entry.ts';

/** Problems of the sources beside what Intercom has. */
export const planProblems = {
  'id-not-found': error(
    (a: { id: string; path: string }) => `${a.path} names article ${a.id}, which is not in the workspace`,
    () => 'Correct the id, or remove it to create a new article.',
    {
      why: 'The article was deleted, belongs to another workspace, or the number is mistyped. Creating a new one under the same file could make a duplicate.',
      bad: '---\ntitle: Refunds\nid: 100000000001\n---\n\nText.',
      good: '---\ntitle: Refunds\n---\n\nText.',
    },
  ),
  'id-changed': error(
    (a: { id: string; path: string; recorded: string }) =>
      `${a.path} names article ${a.id}, and the lockfile says that it publishes article ${a.recorded}`,
    (a) => `Remove the id. To publish article ${a.id} from this file, remove the file's entry from the lockfile first.`,
    {
      why: 'An id takes over an article for a new file. This file has one already, and changing it would leave that article behind without a source.',
      bad: {
        'content/refunds.md': '---\ntitle: Refunds\nid: 202\n---\n\nText.',
        'helpcentre.lock.json': '"refunds.md": { "id": "101" }',
      },
      good: {
        'content/refunds.md': '---\ntitle: Refunds\n---\n\nText.',
        'helpcentre.lock.json': '"refunds.md": { "id": "101" }',
      },
    },
  ),
  'id-taken': error(
    (a: { id: string; path: string; other: string }) =>
      `${a.path} names article ${a.id}, which ${a.other} publishes already`,
    () => 'Remove the id from one of them.',
    {
      why: 'The lockfile says that another file publishes this article. Two files would overwrite each other.',
      bad: {
        'content/refunds.md': '---\ntitle: Refunds\n---\n\nText.',
        'content/returns.md': '---\ntitle: Returns\nid: 101\n---\n\nText.',
        'helpcentre.lock.json': '"refunds.md": { "id": "101" }',
      },
      good: {
        'content/refunds.md': '---\ntitle: Refunds\n---\n\nText.',
        'content/returns.md': '---\ntitle: Returns\n---\n\nText.',
        'helpcentre.lock.json': '"refunds.md": { "id": "101" }',
      },
    },
  ),
  'near-twin': warning(
    (a: { path: string; id: string; title: string }) =>
      `${a.path} is new, and Intercom has an article ${a.id} with the same title "${a.title}"`,
    (a) => `If it is the same article, write "id: ${a.id}" into the front matter; else leave it.`,
    {
      why: 'An article with the same title may already be the one you are about to create. Readers would find both.',
      bad: '---\ntitle: Refunds\n---\n\nText.',
      good: '---\ntitle: Refunds\nid: 101\n---\n\nText.',
    },
  ),
  'heading-losses': warning(
    (a: { path: string; losses: string }) => `${a.path}: this write changes it: ${a.losses}`,
    () =>
      'Intercom keeps only the text of headings that it is sent, and makes the shallowest an h1. Put links into the text below the heading, or go on editing the article in Intercom.',
    {
      why: "Intercom's editor can put links and formatting into headings, but its API cannot. The first write from here takes them away.",
      bad: { 'In Intercom': '## Read the [terms](https://example.com/terms)' },
      good: { 'content/terms.md': '## Read the terms\n\nThey are [on our site](https://example.com/terms).' },
    },
  ),
  'address-losses': warning(
    (a: { path: string; losses: string }) => `${a.path}: this write changes it: ${a.losses}`,
    () =>
      'Addresses such as "slack:" and "javascript:" are never sent. Link to a page on the web, or go on editing the article in Intercom.',
    {
      why: 'Intercom has an address that helpcentre never sends: of a scheme that is neither of the web nor mail nor telephone, or of an image or frame that cannot be fetched. Its words stay, and the first write from here takes the address away.',
      bad: { 'In Intercom': '[Ask in the channel](slack://channel?id=C1)' },
      good: { 'content/help.md': '[Ask in the channel](https://example.slack.com/archives/C1)' },
    },
  ),
  'spacing-losses': warning(
    (a: { path: string }) => `${a.path}: this write changes it: the empty lines between its blocks go`,
    () =>
      "The article has a block that only Intercom can show, and stays whole only where it is written as Intercom's Markdown, which has no empty lines. Go on editing it in Intercom if they matter.",
    {
      why: 'Empty paragraphs are the space between the blocks of most articles. An article with an intercom-block is sent as Markdown, so that the block stays; Markdown cannot say them.',
      bad: { 'In Intercom': 'A text, an empty line, and a block of another app.' },
      good: { 'content/a.md': '---\ntitle: A\n---\n\nA text.' },
    },
  ),
  'collection-left-empty': warning(
    (a: { key: string; id: string }) =>
      `the collection "${a.key}" has no published article left, and nothing in the sources belongs to it`,
    (a) => `Delete collection ${a.id} in Intercom if nobody needs it: helpcentre never deletes a collection.`,
    {
      why: 'Readers see an empty collection in the help centre until somebody deletes it.',
      bad: { 'In Intercom': 'Billing (0 articles)' },
      good: { 'In Intercom': 'Billing is deleted' },
    },
  ),
  'collection-look': warning(
    (a: { names: string; how: string }) => `Intercom shows ${a.names} ${a.how}, and its API cannot change that`,
    () => 'Change it in Intercom, or make the file say what Intercom has.',
    {
      why: 'Icons and the order of collections can be set in Intercom alone. The file says something else, and helpcentre cannot make it true.',
      bad: { 'content/billing/_collection.yml': 'order: 3' },
      good: { 'In Intercom': 'Billing is dragged to the third place' },
    },
  ),
  'drift-kept': warning(
    (a: { path: string; who: string }) => `${a.path} was edited in Intercom${a.who} and is left as it is there`,
    () => 'Look at the edit with "helpcentre diff", and merge it into the source with "helpcentre pull".',
    {
      why: 'Somebody edited the article in Intercom after it was last published. Overwriting it would throw their work away.',
      bad: { 'On the command line': 'helpcentre publish --on-drift keep' },
      good: { 'On the command line': 'helpcentre pull\nhelpcentre publish' },
    },
  ),
  'deletion-kept': warning(
    (a: { path: string }) => `${a.path} was deleted in Intercom and stays deleted there`,
    () => 'Remove the source, or create the article again with --on-drift overwrite.',
    {
      why: 'Somebody deleted the article in Intercom, probably on purpose, so it is not created again by itself.',
      bad: { 'On the command line': 'helpcentre publish --on-drift keep' },
      good: { 'On the command line': 'git rm content/refunds.md\nhelpcentre publish' },
    },
  ),
  'moves-unseen': warning(
    (a: { gone: number; created: number; isCutOff: boolean }) =>
      `${a.gone === 1 ? '1 article' : `${a.gone} articles`} would be removed and ${a.created} created; ${
        a.isCutOff ? 'this checkout lacks the history' : 'git does not have the text'
      } that would tell whether a file was moved and edited`,
    (a) =>
      a.isCutOff
        ? 'Fetch the history ("git fetch --unshallow", or "fetch-depth: 0" for actions/checkout), and run again.'
        : 'Plan with Intercom, which has it, or name the move under "moved:" in helpcentre.yml.',
    {
      why: 'Without Intercom, a file that was moved and edited is recognised by the text that was published, which git has. Where that is not here, the move is shown as a removal and a new article; publishing with Intercom sees the move.',
      bad: { '.github/workflows/plan.yml': '- uses: actions/checkout@v4' },
      good: { '.github/workflows/plan.yml': '- uses: actions/checkout@v4\n  with:\n    fetch-depth: 0' },
    },
  ),
  'history-missing': warning(
    (a: { count: number; isCutOff: boolean }) =>
      `${a.count === 1 ? 'an article' : `${a.count} articles`} held back as edited ${a.count === 1 ? 'was' : 'were'} last written with this token; ${a.isCutOff ? 'the git history of the lockfile, which is cut off here,' : 'the lockfile has no git history here that'} would tell whether it was a publish that was reverted`,
    (a) =>
      a.isCutOff
        ? 'Fetch the history ("git fetch --unshallow", or "fetch-depth: 0" for actions/checkout), and run again.'
        : 'If a publish was reverted, restore its helpcentre.lock.json, and run again.',
    {
      why: "When a publish is reverted in git, the lockfile's history proves that the article in Intercom is an older publish and not an edit. Without it helpcentre has to assume an edit.",
      bad: { '.github/workflows/publish.yml': '- uses: actions/checkout@v4' },
      good: { '.github/workflows/publish.yml': '- uses: actions/checkout@v4\n  with:\n    fetch-depth: 0' },
    },
  ),
  'twin-left': warning(
    (a: { path: string; id: string; twins: string }) =>
      `Intercom has the article of ${a.path} a second time, and no source manages that copy: ${a.twins}`,
    (a) =>
      `Delete it in Intercom. To keep this copy instead, delete the managed article and write "id: ${a.id}" into the front matter.`,
    {
      why: 'A publish was cut off after Intercom had created the article and before the answer arrived, and the article was then created once more. Readers may find both.',
      bad: { 'In Intercom': '101 Refunds\n102 Refunds' },
      good: { 'In Intercom': '101 Refunds' },
    },
  ),
  'collection-twin-left': warning(
    (a: { key: string; twins: string }) =>
      `Intercom has the collection "${a.key}" a second time, and no source manages that copy: ${a.twins}`,
    () => 'Delete it in Intercom, with the copies of articles that are in it, if there are any.',
    {
      why: 'Two publishes of the same new folder ran at once, and each created the collection. Readers may find both.',
      bad: { 'In Intercom': 'Billing (2 articles)\nBilling (2 articles)' },
      good: { 'In Intercom': 'Billing (2 articles)' },
    },
  ),
  'guard-no-sources': error(
    () => 'no source was found, so nothing is removed',
    () => 'Check "content" in helpcentre.yml and the working folder.',
    {
      why: 'An empty content folder is nearly always a mistake. Without this stop, every article would be removed.',
      bad: { 'helpcentre.yml': 'content: docs/articles-old' },
      good: { 'helpcentre.yml': 'content: docs/articles' },
    },
  ),
  'guard-failed-sources': error(
    (a: { removals: number; sources: string }) =>
      `${a.removals === 1 ? '1 removal is' : `${a.removals} removals are`} held back: what is gone may have moved to ${a.sources}, which cannot be published`,
    () => 'Fix those errors first, or say where the file went with "moved:" in helpcentre.yml.',
    {
      why: 'A new file that does not compile may be an article that was moved. Removing its old place now would take the article from its readers, and create it again under another address.',
      bad: { 'content/billing/refunds.md': '---\ntitle: Refunds: how they work\n---' },
      good: { 'content/billing/refunds.md': '---\ntitle: "Refunds: how they work"\n---' },
    },
  ),
  'guard-other-content': error(
    () => 'the lockfile was written for another content folder, so nothing is removed',
    () => 'Restore "content" in helpcentre.yml. To move the folder for good, publish once with every file in place.',
    {
      why: 'The recorded paths start from another folder, so every article would look removed and then new.',
      bad: { 'helpcentre.yml': 'content: docs' },
      good: { 'helpcentre.yml': 'content: content' },
    },
  ),
  'guard-too-many': error(
    (a: { losses: number; whole: number; drafts: number; managed: number; share: number }) =>
      `readers would lose ${a.whole === 0 ? 'a language of ' : ''}${a.losses} of ${a.managed} articles in one run${
        a.whole > 0 && a.whole < a.losses ? `, ${a.losses - a.whole} of them in some languages only` : ''
      }, and the limit is ${a.share}%${
        a.drafts === 0 ? '' : `; ${a.drafts === a.losses ? 'they' : `${a.drafts} of them`} would become drafts`
      }`,
    (a) =>
      `${a.drafts === 0 ? 'Check that nothing is missing.' : 'Check "state" in helpcentre.yml and in the files.'} If you mean it, run again with --allow-removals, or raise maxRemovals in helpcentre.yml.`,
    {
      why: 'Losing many articles in one run is more often a mistake than a plan: a wrong folder, a bad merge, a changed default.',
      bad: { 'On the command line': 'git rm -r content/billing\nhelpcentre publish' },
      good: { 'On the command line': 'git rm -r content/billing\nhelpcentre publish --allow-removals' },
    },
  ),
  'link-to-waiting': warning(
    (a: { to: string }) => `link to ${a.to}, which readers do not have yet: it waits to be released, or for its time`,
    (a) => `Let ${a.to} go live along with this, or publish this later.`,
    {
      why: 'Readers who click the link find no page until the other article is out.',
      bad: 'See [the new plans](new-plans.md), of which new-plans.md has "stage: true".',
      good: { 'On the command line': 'helpcentre publish --release content/billing content/new-plans.md' },
    },
  ),
  'time-passed': warning(
    (a: { path: string; key: string; when: string; isDraftElse: boolean }) =>
      `"${a.key}" of ${a.path} has passed, on ${a.when}${a.key === 'unpublishAt' ? ': it is a draft' : ''}`,
    (a) =>
      a.key === 'unpublishAt'
        ? 'Remove the file, write "draft: true" in the place of the line, or name another time.'
        : `${a.isDraftElse ? 'Write "state: published" in the place of the line, since without either it would be a draft' : 'Remove the line'}, or name another time.`,
    {
      why: 'A time that has passed does nothing any more, and whoever reads the file later may take it for a plan.',
      bad: { 'content/sale.md': '---\npublishAt: 2020-12-01 09:00 Europe/Paris\n---\n\n# Sale' },
      good: { 'content/sale.md': '# Sale' },
    },
  ),
  'schedule-by-run': warning(
    (a: { path: string; when: string }) =>
      `${a.path} has a time, ${a.when}, which this version of the API cannot give to Intercom: a run after it does it`,
    () => 'Run "helpcentre publish" on a schedule ("helpcentre init --workflow timed"), or set apiVersion: "2.16".',
    {
      why: 'Before version 2.16 Intercom keeps no times, so that somebody has to publish when the time has come.',
      bad: {
        'helpcentre.yml': 'apiVersion: "2.15"',
        'content/sale.md': '---\npublishAt: 2099-12-01 09:00 Europe/Paris\n---\n\n# Sale',
      },
      good: {
        'helpcentre.yml': 'apiVersion: "2.16"',
        'content/sale.md': '---\npublishAt: 2099-12-01 09:00 Europe/Paris\n---\n\n# Sale',
      },
    },
  ),
  'schedule-in-turn': warning(
    (a: { path: string; when: string }) =>
      `${a.path} leaves on ${a.when}, and Intercom keeps one time of an article: it learns that one once the article is out`,
    () => 'Publish once more between the two times, such as with "helpcentre init --workflow timed".',
    {
      why: 'Intercom keeps either a time to publish or one to unpublish. Without a run in between, the article stays.',
      bad: {
        'content/sale.md':
          '---\npublishAt: 2099-12-01 09:00 Europe/Paris\nunpublishAt: 2099-12-24 18:00 Europe/Paris\n---\n\n# Sale',
      },
      good: { 'content/sale.md': '---\npublishAt: 2099-12-01 09:00 Europe/Paris\n---\n\n# Sale' },
    },
  ),
} as const;
