import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { type Answer, assistantIn } from '../kit/mcp.ts';
import { publishedInGit } from '../kit/published-in-git.ts';
import { makeRepository } from '../kit/repository.ts';

const page = new URL('../../docs/guides/agents.md', import.meta.url);
const session = /<!-- session -->\n([\s\S]*)<!-- \/session -->/;

const files = {
  'content/billing/_collection.yml': 'name: Billing\n',
  'content/billing/invoices.md':
    '---\ntitle: Get your invoices\n---\n\nOpen **Billing** and press **Export**. You get a file with all invoices of the year.\n\n## One invoice\n\nPress **Print** beside it.\n',
  'content/billing/refunds.md': '---\ntitle: Refunds\n---\n\nWrite to us, and we pay it back within a week.\n',
  'content/account/_collection.yml': 'name: Account\n',
  'content/account/leave.md':
    '---\ntitle: Close your account\n---\n\nFirst [export your invoices](../billing/invoices.md): press **Export** there.\n',
};

/** Makes the calls, and writes down each with its answer. */
async function record(): Promise<string> {
  const { repository } = await publishedInGit(files);
  const { client, call } = await assistantIn(repository.dir, { era: 'auto' });
  const parts: string[] = [];
  const change = '-  <button>Export</button>\n+  <button>Download</button>';
  const { messages } = await client.getPrompt({ name: 'document_change', arguments: { change } });
  const texts = messages.map(({ content }) => (content.type === 'text' ? content.text : ''));
  parts.push(`The prompt \`document_change\`:\n\n\`\`\`text\n${texts.join('\n\n')}\n\`\`\``);
  let isFirst = true;
  const step = async (said: string, name: string, args: Readonly<Record<string, unknown>>): Promise<Answer> => {
    const { note, ...answer } = await call(name, args);
    const shown = isFirst ? { note, ...answer } : answer;
    isFirst = false;
    parts.push(`${said}\n\n${fenced(name, args)}\n${fenced('', shown)}`);
    return answer;
  };
  const replaced = (answer: Answer): string => String(answer.text).replace('**Export**', '**Download**');
  await step('Which articles speak of it?', 'search', { query: 'Export' });
  const first = await step('The first of them:', 'read_article', { article: 'billing/invoices.md' });
  const path = 'billing/invoices.md';
  const wrong = replaced(first).replace('Open **Billing**', 'Open [Billing](billing.md)');
  await step('A link that leads nowhere gets in. It is not written:', 'write_article', {
    ...{ path, text: wrong, basedOn: first.hash },
  });
  await step('Without it:', 'write_article', { path, text: replaced(first), basedOn: first.hash });
  const other = await step('The other article:', 'read_article', { article: 'account/leave.md' });
  await step('Its link stays, and only the name of the button is another:', 'write_article', {
    ...{ path: 'account/leave.md', text: replaced(other), basedOn: other.hash },
  });
  await step('Is everything in order?', 'check', {});
  await step('What a publish would do, with the digest to show:', 'plan', {});
  await step('And what in one of them:', 'diff', { article: 'billing/invoices.md' });
  parts.push(
    'Here it stops. The plan is open: the person looks at it, commits the two files, and opens a pull request; what is published is decided there.',
  );
  // A sandbox listens on any free port.
  return `\n${parts.join('\n\n')}\n\n`.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:4110');
}

const fenced = (name: string, value: object): string => {
  const json = JSON.stringify(value, null, 2);
  return name === '' ? `\`\`\`json\n${json}\n\`\`\`` : `\`\`\`text\n${name} ${json}\n\`\`\``;
};

it('docs/guides/agents.md shows a session as it is', async () => {
  const recorded = await record();
  const text = await readFile(page, 'utf8');
  if (process.env.UPDATE === '1')
    await writeFile(
      page,
      text.replace(session, () => `<!-- session -->\n${recorded}<!-- /session -->`),
    );
  expect(session.exec(await readFile(page, 'utf8'))?.[1]).toBe(recorded);
});

it('docs/guides/agents.md names every tool, resource and prompt', async () => {
  const { dir } = await makeRepository({});
  const { client } = await assistantIn(dir, { allowPublish: true });
  const text = await readFile(page, 'utf8');
  const names = [
    ...(await client.listTools()).tools.map(({ name }) => name),
    ...(await client.listResources()).resources.map(({ uri }) => uri),
    ...(await client.listResourceTemplates()).resourceTemplates.map(({ uriTemplate }) => uriTemplate),
    ...(await client.listPrompts()).prompts.map(({ name }) => name),
  ];
  for (const name of names) expect(text).toContain(`\`${name}\``);
});
