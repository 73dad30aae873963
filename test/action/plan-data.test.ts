import { describe, expect, it } from 'vitest';
import { planData, readPlanData } from '../../src/action/plan-data.ts';
import type { Plan } from '../../src/model/plan.ts';

const plan = (articles: number, workspace: string | null = 'abc'): Plan => ({
  formatVersion: 1,
  workspace,
  helpCentre: null,
  collections: [],
  changes: Array.from({ length: articles }, (_, n) => ({
    kind: 'update',
    key: `folder-${(n * 7919) % 10_007}/article-${n}.md`,
    id: String(n),
    title: `Article ${n}`,
    reasons: ['body'],
    locales: {},
  })),
  held: [],
  unchanged: 0,
  notCompiled: [],
  leftOut: [],
  problems: [],
  digest: `sha256-${'a'.repeat(64)}`,
});

describe('what a comment keeps of its plan', () => {
  it('is read back from the comment, whatever stands around it', () => {
    const comment = `<!-- helpcentre:plan:x -->\ntext\n${planData(plan(2))}\n`;
    expect(readPlanData(comment)).toMatchObject({
      isOffline: false,
      steps: [
        { key: 'folder-0/article-0.md', word: 'update' },
        { key: 'folder-7919/article-1.md', word: 'update' },
      ],
    });
    expect(readPlanData(planData(plan(0, null)))).toMatchObject({ isOffline: true, steps: [] });
  });

  it('stays small: of a large plan it is the digest alone', () => {
    const data = planData(plan(5000));
    expect(data.length).toBeLessThan(12_001);
    expect(readPlanData(data)).toMatchObject({ digest: plan(0).digest, steps: null });
  });

  it('is nothing where somebody changed it', () => {
    expect(readPlanData('no data')).toBeNull();
    expect(readPlanData('<!-- helpcentre:data AAAA -->')).toBeNull();
    expect(readPlanData(planData(plan(1)).replace('data ', 'data x'))).toBeNull();
  });
});
