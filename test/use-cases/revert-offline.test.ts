import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { type PublishedInGit, publishedInGit } from '../kit/published-in-git.ts';

const long = (name: string) => Array.from({ length: 20 }, (_, at) => `${name}${at}`).join(' ');
const files = {
  'content/billing/one.md': `# One\n\n${long('one')}\n`,
  'content/billing/two.md': `# Two\n\n${long('two')}\n`,
  'content/three.md': `# Three\n\n${long('three')}\n`,
  'content/three.fr.md': `# Trois\n\n${long('trois')}\n`,
};

const changes: Readonly<Record<string, (made: PublishedInGit) => Promise<unknown>>> = {
  'a rename': (made) => made.git('mv', 'content/billing/one.md', 'content/billing/uno.md'),
  'a rename of what another article links to': async (made) => {
    await made.repository.write({ 'content/billing/two.md': `# Two\n\n${long('two')}\n\nSee [one](one.md).\n` });
    await made.publish('With a link');
    await made.git('mv', 'content/billing/one.md', 'content/billing/uno.md');
    await made.repository.write({ 'content/billing/two.md': `# Two\n\n${long('two')}\n\nSee [one](uno.md).\n` });
  },
  'a rename of a translated article': async (made) => {
    await made.git('mv', 'content/three.md', 'content/drei.md');
    await made.git('mv', 'content/three.fr.md', 'content/drei.fr.md');
  },
  'a move into another collection': (made) => made.git('mv', 'content/billing/one.md', 'content/one.md'),
  'a move and an edit': async (made) => {
    await made.git('mv', 'content/billing/one.md', 'content/uno.md');
    await made.repository.write({ 'content/uno.md': `# One\n\n${long('one')} and more.\n` });
  },
  'a rename beside an edit of another': async (made) => {
    await made.git('mv', 'content/billing/one.md', 'content/billing/uno.md');
    await made.repository.write({ 'content/three.md': '# Three\n\nQuite another text.\n' });
  },
  'a renamed folder': (made) => made.git('mv', 'content/billing', 'content/money'),
  'an edit': (made) => made.repository.write({ 'content/three.md': '# Three\n\nQuite another text.\n' }),
  'a new article': (made) => made.repository.write({ 'content/four.md': '# Four\n\nIt is new.\n' }),
  'a removal': (made) => made.repository.remove('content/billing/two.md'),
};

describe('after a revert that took the lockfile along, the plan with Intercom and the one without agree', () => {
  it.each(Object.entries(changes))('on %s', async (_, change) => {
    const made = await publishedInGit(files);
    const plan = async (...argv: readonly string[]) => {
      const { changes: steps, unchanged } = JSON.parse((await made.run('plan', '--json', ...argv)).stdout) as Plan;
      return { steps: steps.map(({ kind, key, from }) => `${kind} ${key} ${from ?? ''}`), unchanged };
    };
    await change(made);
    await made.git('add', '--all');
    await made.publish('Second');
    await made.git('revert', '--no-edit', 'HEAD');
    expect(await plan('--offline')).toEqual(await plan());
  });
});
