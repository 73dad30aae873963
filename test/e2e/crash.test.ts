import { afterAll, beforeAll, describe, it } from 'vitest';
import { isDeep, oneIn } from '../kit/depth.ts';
import { type Kills, prepareKills, type Scene, twoAtATime, upTo } from './kills.ts';

const svg = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${colour}"/></svg>`;

const words = (name: string) => Array.from({ length: 12 }, (_, index) => `${name}${index}`).join(' ');

/** It creates (alone and in a circle of links), updates, moves, tags, uploads and removes, and old addresses go along. */
const everything: Scene = {
  before: {
    'helpcentre.yml': 'state: published\nmaxRemovals: 100%\ncreateTags: true\n',
    'content/billing/stays.md': `---\nredirectFrom: [/en/replaced, /en/kept]\n---\n\n# Stays\n\n${words('stays')}\n`,
    'content/billing/changes.md': `---\ntags: [new]\n---\n\n# Changes\n\n${words('changes')}\n`,
    'content/billing/moves.md': `# Moves\n\n${words('moves')}\n`,
    'content/billing/goes.md': `---\nredirectFrom: [/en/gone]\n---\n\n# Goes\n\n${words('goes')}\n`,
  },
  after: {
    'redirects.yml': '- { from: /en/replaced, redirectTo: account/one.md }\n- { from: /en/new, redirectTo: Account }\n',
    'content/billing/stays.md': `---\nredirectFrom: [/en/kept]\n---\n\n# Stays\n\n${words('stays')}\n`,
    'content/billing/changes.md': `---\ntags: [new]\n---\n\n# Changes\n\n${words('changes')} and links to [one](../account/one.md).\n`,
    'content/billing/moved/here.md': `# Moves\n\n${words('moves')}\n`,
    'content/account/one.md': '# One\n\nSee [two](two.md#part).\n\n![shot](../images/red.svg)\n',
    'content/account/two.md':
      '---\nfin: { chatbot: false }\ntags: [new]\n---\n\n# Two\n\n## Part\n\nSee [one](one.md) and [three](three.md).\n',
    'content/account/three.md': '# Three\n\nAlone.\n\n![shot](../images/blue.svg)\n',
    'content/account/_collection.yml': 'name: Account\ntranslations: { fr: { name: Compte } }\n',
    'content/account/three.fr.md': '# Trois\n\nSeul.\n',
    'content/images/red.svg': svg('red'),
    'content/images/blue.svg': svg('blue'),
  },
  gone: ['content/billing/moves.md', 'content/billing/goes.md'],
};

/** A text with links to all of its headings, and to some of others. */
const guide = (title: string, headings: readonly string[], links = '') => {
  const toc = headings.map((heading) => `- [${heading}](#${heading.toLowerCase()})\n`).join('');
  const parts = headings.map((heading) => `## ${heading}\n\n${words(title + heading)}\n`).join('\n');
  return `# ${title}\n\n${toc}\n${links}\n\n${parts}`;
};

/** Every article has a table of contents: new alone, new in a circle, new at the end of a chain, and known. */
const contents: Scene = {
  before: {
    'helpcentre.yml': 'state: published\n',
    'content/g/known.md': guide('Known', ['Install', 'Use']),
    'content/g/asks.md': guide('Asks', ['Why'], 'See [how](known.md#use).'),
  },
  after: {
    'content/g/known.md': guide('Known', ['Install', 'Update', 'Use'], 'See [new](new.md#first).'),
    'content/g/new.md': guide('New', ['First', 'Second'], ':button[Go]{href="a.md#one"}'),
    'content/g/a.md': guide('A', ['One', 'Two'], 'See [b](../h/b.md#two), and [its start](../h/b.md).'),
    'content/h/b.md': guide('B', ['One', 'Two'], 'See [a](../g/a.md#one).'),
  },
  gone: [],
};

/** What was deleted in Intercom is created again: alone, and in a circle. */
const recreated: Scene = {
  before: {
    'helpcentre.yml': 'state: published\n',
    'content/g/_collection.yml': 'name: G\ntranslations: { fr: { name: Gé } }\n',
    'content/g/stays.md': guide('Stays', ['One']),
    'content/g/alone.md': guide('Alone', ['One', 'Two']),
    'content/g/a.md': guide('A', ['One'], 'See [b](b.md#one).'),
    'content/g/b.md': guide('B', ['One'], 'See [a](a.md#one).'),
    'content/g/b.fr.md': guide('Bé', ['Un'], 'Voir [a](a.md).'),
  },
  async editByHand({ world }) {
    for (const { id, contents } of world.articles()) if (contents.en?.title !== 'Stays') await world.removeArticle(id);
  },
  after: {},
  gone: [],
  argv: ['--on-drift', 'overwrite'],
};

/** Languages that come and go, sources that are alike, names that are swapped, texts that are taken over. */
const others: Scene = {
  before: {
    'helpcentre.yml': 'state: published\nproblems: { title-twice: off }\n',
    'content/g/_collection.yml': 'name: G\ntranslations: { fr: { name: Gé } }\n',
    'content/old/_collection.yml': 'name: Old\ntranslations: { fr: { name: Ancien } }\n',
    'content/g/left.md': guide('Left', ['One']),
    'content/g/left.fr.md': guide('Gauche', ['Un']),
    'content/g/moved.md': `---\ncollection: Old\n---\n${guide('Moved', ['One'])}`,
    'content/g/moved.fr.md': guide('Parti', ['Un']),
    'content/g/keeps.md': `---\ncollection: Old\n---\n${guide('Keeps', ['One'])}`,
    'content/g/gains.md': guide('Gains', ['One']),
    'content/r/_collection.yml': 'name: R\n',
    'content/r/in.md': guide('In', ['One']),
    'content/g/swap.md': guide('Swap', ['One']),
    'content/g/pals.md': guide('Pals', ['Two']),
    'content/g/shot.md': guide('Shot', ['One']),
  },
  async editByHand({ world }) {
    const [g] = world.collections().filter((one) => one.contents.en?.name === 'G');
    const here = g === undefined ? {} : { parentId: g.id };
    await world.createArticle({ title: 'Theirs', body: '<p>By hand.</p>', state: 'draft', ...here });
  },
  after: {
    'content/g/moved.md': `---\ncollection: New\n---\n${guide('Moved', ['One', 'Two'])}`,
    'content/r/_collection.yml': 'name: Renamed\ndescription: And described.\n',
    'content/g/gains.fr.md': guide('Gagne', ['Un'], 'Voir [là](alike.md).'),
    'content/g/swap.md': guide('Pals', ['Two', 'Three']),
    'content/g/pals.md': guide('Swap', ['One', 'Four']),
    'content/g/shot.md': guide('Shot', ['One'], '![shot](../images/red.svg)'),
    'content/g/theirs.md': '# Theirs\n\nBy hand.\n',
    'content/g/alike.md': guide('Alike', ['One'], 'See [left](left.md).'),
    'content/g/alike-2.md': guide('Alike', ['One'], 'See [left](left.md).'),
    'content/images/red.svg': svg('red'),
  },
  gone: ['content/g/left.fr.md', 'content/g/moved.fr.md'],
};

/** What is published, in two languages, and what becomes of it: staged, released, published over what is staged. */
const live = {
  'helpcentre.yml': 'state: published\n',
  'content/g/_collection.yml': 'name: G\ntranslations: { fr: { name: Gé } }\n',
  'content/h/_collection.yml': 'name: H\ntranslations: { fr: { name: Ache } }\n',
  'content/g/known.md': guide('Known', ['Install', 'Use']),
  'content/g/known.fr.md': guide('Connu', ['Installer']),
  'content/g/moves.md': guide('Moves', ['Why']),
  'content/g/other.md': guide('Other', ['What'], 'See [how](known.md#use).'),
};
const next = {
  'content/g/known.md': guide('Known', ['Install', 'Update', 'Use'], 'See [new](new.md#first).'),
  'content/g/known.fr.md': guide('Connu', ['Installer', 'Employer']),
  'content/g/other.md': `---\ncollection: H\n---\n${guide('Other', ['What'], 'See [how](known.md#update).\n\n![shot](../images/red.svg)')}`,
  'content/g/other.fr.md': guide('Autre', ['Quoi']),
  'content/g/new.md': guide('New', ['First'], 'See [known](known.md#update) and [more](more.md#one).'),
  'content/g/more.md': guide('More', ['One'], 'See [new](new.md#first).'),
  'content/images/red.svg': svg('red'),
};
/** A part of what everything is, with what it links to and what stays away. */
const part: Scene = { ...everything, argv: ['content/account', 'content/billing/moved'] };
const staging: Scene = { before: live, after: next, gone: [], argv: ['--stage'] };
const staged = { files: next, argv: ['--stage'] };
const releasing: Scene = { before: live, between: staged, after: {}, gone: [], argv: ['--release'] };
const overStaged: Scene = {
  ...{ before: live, between: staged, gone: [] },
  after: {
    'content/g/known.md': live['content/g/known.md'],
    'content/g/other.md': `---\ncollection: H\n---\n${guide('Other', ['What', 'Else'], 'See [how](known.md#use).')}`,
    'content/g/known.fr.md': live['content/g/known.fr.md'],
    'content/g/other.fr.md': guide('Autre', ['Quoi', 'Encore']),
    'content/g/new.md': guide('New', ['First', 'Second'], 'See [more](more.md#one).'),
  },
};

/** What no help centre has comes, changes, moves and goes, and has switches and tags. */
const unlisted: Scene = {
  before: {
    'helpcentre.yml': 'state: published\nremoved: delete\nmaxRemovals: 100%\ncreateTags: true\n',
    'content/g/known.md': guide('Known', ['Use']),
    'content/team/changes.md': `---\ntype: internal\n---\n\n# Changes\n\n${words('changes')}\n`,
    'content/team/moves.md': `---\ntype: internal\n---\n\n# Moves\n\n${words('moves')}\n`,
    'content/team/goes.md': `---\ntype: snippet\n---\n\n# Goes\n\n${words('goes')}\n`,
    'content/fin/hours.md': `---\ntype: snippet\n---\n\n# Hours\n\n${words('hours')}\n`,
  },
  after: {
    'content/team/changes.md': `---\ntype: internal\nfin: { chatbot: true }\ntags: [team]\n---\n\n# Changes\n\n${words('changes')} See [it](../g/new.md).\n`,
    'content/team/here/moves.md': `---\ntype: internal\n---\n\n# Moves\n\n${words('moves')}\n`,
    'content/g/new.md': guide('New', ['One']),
    'content/team/new.md': `---\ntype: internal\n---\n\n# New\n\n${words('for the team')}\n`,
    'content/fin/new.md': `---\ntype: snippet\nfin: { chatbot: true }\ntags: [team]\n---\n\n# New\n\n${words('for Fin')}\n`,
    'content/fin/hours.md': `---\ntype: snippet\n---\n\n# Hours\n\n${words('other hours')}\n`,
  },
  gone: ['content/team/moves.md', 'content/team/goes.md'],
};

const quirks = (headingIds: 'kept' | 'replaced') => ({ quirks: { headingIds } });

const removing = (removed: 'delete' | 'keep'): Scene => {
  const configuration = `${others.before['helpcentre.yml']}removed: ${removed}\n`;
  return { ...others, before: { ...others.before, 'helpcentre.yml': configuration } };
};

/** Scenes that are cut off at their writes alone; everywhere in a deep run. */
const more: Readonly<Record<string, Scene>> = {
  'whose articles all have a table of contents': { ...contents, ...quirks('replaced') },
  'that creates again what was deleted in Intercom': recreated,
  'with languages that go and sources that are alike': others,
  'of a chosen part': part,
  'that stages': staging,
  'that releases': releasing,
  'over what is staged': overStaged,
  'of internal articles and snippets': unlisted,
};
const wide: Readonly<Record<string, Scene>> = {
  ...more,
  'whose articles all have a table of contents, with heading ids as they were sent': contents,
  'that creates again what was deleted, with other heading ids': { ...recreated, ...quirks('replaced') },
  'that stages, with other heading ids': { ...staging, ...quirks('replaced') },
  'that releases, with other heading ids': { ...releasing, ...quirks('replaced') },
  'over what is staged, with other heading ids': { ...overStaged, ...quirks('replaced') },
  'with languages that go, with other heading ids': { ...others, ...quirks('replaced') },
  'with languages that go, with "removed: delete"': removing('delete'),
  'with languages that go, with "removed: keep"': removing('keep'),
};

const both = ['kept', 'lost'] as const;
const howOf = { kept: 'with what it left on disk', lost: 'from a fresh checkout' };

function killedEverywhere(scene: Scene): void {
  let kills: Kills;
  beforeAll(async () => {
    kills = await prepareKills(scene);
  }, 120_000);
  afterAll(() => kills.remove());

  // In turn: a request is met by one phase with one restart, its neighbours by the others, and eight of twelve by deep runs.
  for (const [turn, leftovers] of both.entries()) {
    const how = howOf[leftovers];
    for (const [order, phase] of (['received', 'applied'] as const).entries()) {
      const when =
        phase === 'received' ? 'just before each request' : 'after each request took effect and before its answer';
      it(`${when}, and run again ${how}, ends as if nothing had happened`, async () => {
        await twoAtATime(oneIn(12, kills.requests, order + 2 * turn), (request) =>
          kills.cutOffAndGoOn({ request, phase }, leftovers),
        );
      }, 600_000);
    }

    it(`after each answer and before it is noted, and run again ${how}, ends as if nothing had happened`, async () => {
      await twoAtATime(oneIn(8, upTo(kills.writes.length), 1 + 2 * turn), (effect) =>
        kills.cutOffAndGoOn({ env: `note:${effect}` }, leftovers),
      );
    }, 600_000);

    it(`around the moment the lockfile is replaced, and run again ${how}, ends as if nothing had happened`, async () => {
      await twoAtATime(['before', 'after'], (when) => kills.cutOffAndGoOn({ env: `lockfile:${when}` }, leftovers));
    }, 120_000);
  }
}

describe('a publish that is killed', () => killedEverywhere(everything));

describe.each(Object.entries(more))('a publish that is killed, %s,', (_, scene) => {
  it('after any write took effect, and run again, ends as if nothing had happened', async () => {
    const kills = await prepareKills(scene);
    try {
      const cases = both.flatMap((leftovers, turn) =>
        oneIn(8, kills.writes, 2 * turn).map((request) => ({ leftovers, request })),
      );
      await twoAtATime(cases, ({ leftovers, request }) =>
        kills.cutOffAndGoOn({ request, phase: 'applied' }, leftovers),
      );
    } finally {
      await kills.remove();
    }
  }, 600_000);
});

if (isDeep) {
  describe.each(Object.entries(wide))('a publish that is killed anywhere, %s,', (_, scene) => killedEverywhere(scene));
}
