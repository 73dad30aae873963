import { expect } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { type Files, publishedInGit } from './published-in-git.ts';

/** An article. */
export const text = (title: string, words: string) => `# ${title}\n\n${words}\n`;
/** What is published first. */
export const first: Files = {
  'content/billing/_collection.yml': 'name: Billing\n',
  'content/billing/pay.md': text('Pay', 'Pay by card.'),
  'content/billing/refunds.md': text('Refunds', 'Within 30 days.'),
  'content/account/_collection.yml': 'name: Account\n',
  'content/account/close.md': text('Close', 'Close it.'),
};
/** What is to be staged. */
export const changed: Files = {
  'content/billing/pay.md': text('Pay', 'Pay by card or in cash.'),
  'content/account/new.md': text('New', 'See [paying](../billing/pay.md).'),
};

/** A repository that is published, and what readers and colleagues see of it. */
export async function scene(settings = '') {
  const made = await publishedInGit(first, `state: published\nmaxRemovals: 100%\n${settings}`);
  const articles = () => made.sandbox.world.articles();
  const find = (title: string) =>
    articles().find(({ contents }) => contents.en?.title === title || contents.en?.draft?.title === title);
  const live = (title: string) => {
    const content = find(title)?.contents.en;
    return content?.state === 'published' ? content.body.replace(/<[^>]*>/g, '') : null;
  };
  const draft = (title: string) => find(title)?.contents.en?.draft?.body.replace(/<[^>]*>/g, '') ?? null;
  const keys = async (...argv: readonly string[]) => {
    const { changes, collections, held } = JSON.parse((await made.run('plan', '--json', ...argv)).stdout) as Plan;
    return [
      ...collections.map(({ kind, key }) => `${kind} ${key}`),
      ...changes.map(({ kind, key, locales }) =>
        [kind, key, ...Object.entries(locales).map(([locale, step]) => `${locale}:${step.do}`)].join(' '),
      ),
      ...held.map(({ key, why }) => `held ${key} ${why}`),
    ];
  };
  const ok = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await made.run(...argv);
    expect(code, stdout + stderr).toBe(0);
    return stdout + stderr;
  };
  return { ...made, find, live, draft, keys, ok };
}
