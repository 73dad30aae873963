import { error, warning } from './entry.ts';

const internal = '---\ntype: internal\n---\n\n# Refunds over 500 euros\n\nAsk the team lead.';

/** Problems of articles that no help centre has: internal ones, and snippets. */
export const typesProblems = {
  'type-key': error(
    (a: { what: string; key: string }) => `${a.what} has no "${a.key}"`,
    (a) => `Delete "${a.key}", or the line that gives its type.`,
    {
      why: 'An internal article is for teammates, a snippet for Fin: both are there or not. They have no draft, no collection, no description, no old address and no time to be published at; and only an internal article has an owner.',
      bad: {
        'content/refunds.md':
          '---\ntype: internal\ncollection: Billing\n---\n\n# Refunds over 500 euros\n\nAsk the team lead.',
      },
      good: { 'content/refunds.md': internal },
    },
  ),
  'type-translation': error(
    (a: { what: string; locale: string }) => `${a.what} has one language, and this is a text of it in ${a.locale}`,
    () => 'Move the text to a file of its own, with its own "type".',
    {
      why: 'The API keeps one text of it. Two languages are two articles there.',
      bad: { 'content/refunds.md': internal, 'content/refunds.fr.md': '# Remboursements\n\nDemandez.' },
      good: {
        'content/refunds.md': internal,
        'content/remboursements.md':
          '---\ntype: internal\n---\n\n# Remboursements de plus de 500 euros\n\nDemandez au responsable.',
      },
    },
  ),
  'type-id': error(
    (a: { id: string; isOf: string; what: string }) => `"id: ${a.id}" is that of ${a.isOf}, and this is ${a.what}`,
    () => 'Put the type right, or name another article.',
    {
      why: 'The ids of internal articles begin with "ia_", those of snippets with "snip_": Intercom numbers each type for itself.',
      bad: { 'content/refunds.md': '---\nid: ia_12\n---\n\n# Refunds over 500 euros\n\nAsk the team lead.' },
      good: {
        'content/refunds.md': '---\ntype: internal\nid: ia_12\n---\n\n# Refunds over 500 euros\n\nAsk the team lead.',
      },
    },
  ),
  'link-to-unlisted': warning(
    (a: { target: string; what: string }) => `"${a.target}" is ${a.what}, which has no address: the link is left out`,
    () => 'Link to a public article, or say here what the reader has to know.',
    {
      why: 'Internal articles and snippets are on no page of the help centre, and the API gives no address for them. The words of the link stay.',
      bad: {
        'content/refunds.md': internal,
        'content/pay.md': '# Pay\n\nSee [the rules](refunds.md).',
      },
      good: { 'content/refunds.md': internal, 'content/pay.md': '# Pay\n\nLarge refunds take a day longer.' },
    },
  ),
  'snippet-loses': error(
    (a: { losses: string }) => `Intercom would keep this snippet without ${a.losses}`,
    () => 'Say it without that, or make it an internal article.',
    {
      why: 'The API takes snippets as Markdown alone, which can say less than an article. Nothing of a text is left out without a word.',
      bad: {
        'content/hours.md': '---\ntype: snippet\n---\n\n# Hours\n\n| Day | Hours |\n| :-: | --- |\n| Monday | 9 to 5 |',
      },
      good: {
        'content/hours.md': '---\ntype: snippet\n---\n\n# Hours\n\n| Day | Hours |\n| --- | --- |\n| Monday | 9 to 5 |',
      },
    },
  ),
  'type-unsupported': warning(
    (a: { whose: string; version: string; since: string }) =>
      `${a.whose} left alone: version ${a.version} of the API does not know them`,
    (a) => `Set "apiVersion: '${a.since}'" or a newer one in helpcentre.yml.`,
    {
      why: 'Internal articles came with version 2.13 of the API, snippets with 2.16. What an older version cannot take is neither written nor removed.',
      bad: { 'content/refunds.md': internal, 'helpcentre.yml': "apiVersion: '2.11'" },
      good: { 'content/refunds.md': internal, 'helpcentre.yml': "apiVersion: '2.16'" },
    },
  ),
  'unknown-owner': error(
    (a: { owner: string }) => `no teammate "${a.owner}" in the workspace, who could own the article`,
    () => 'Use the e-mail or id of a teammate.',
    {
      why: 'An internal article belongs to a teammate.',
      bad: { 'content/refunds.md': internal.replace('internal', 'internal\nowner: nobody@example.com') },
      good: { 'content/refunds.md': internal.replace('internal', 'internal\nowner: ada@example.com') },
    },
  ),
} as const;
