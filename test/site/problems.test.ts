import { expect, test } from 'vitest';
import { previewOf } from './preview-of.ts';

test.each(['content', '.'])('a finding stands beside its article where "content" is "%s"', async (content) => {
  const { site } = await previewOf({
    'helpcentre.yml': `content: ${content}\n`,
    'a.md': '# A\n\n> As somebody said.\n',
  });
  const [found] = site.problems.filter(({ problem }) => problem.code === 'plain-quote');
  expect(found?.keys).toEqual([content === '.' ? 'content/a.md' : 'a.md']);
});
