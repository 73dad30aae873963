import { describe, expect, it } from 'vitest';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

const repository = repositoryOf({ 'article.md': '---\ntitle: Article\n---\n' });

function compiled(markdown: string): { readonly body: string; readonly problems: readonly string[] } {
  const { body, problems } = compileBody(markdown, repository, settingsOf({ state: 'published' }));
  return { body, problems: problems.map(({ severity, code }) => `${severity} ${code}`) };
}

function frame(source: string, mark: string): string {
  return `<div class="intercom-h2b-video"${mark}><iframe src="${source}"></iframe></div>\n`;
}

function listWithTable(mark: string): string {
  const table = '  <table><tr><td>Cell</td></tr></table>';
  return `- One\n\n  <div class="intercom-interblocks-table-container"${mark}>\n${table}\n  </div>\n`;
}

describe('what Intercom has and refuses in what is sent', () => {
  it('is kept where it is marked, with a warning', () => {
    const page = compiled(frame('https://example.com/map', ' data-kept'));
    expect(page.problems).toEqual(['warning stored-kept']);
    expect(page.body).toContain('<iframe src="https://example.com/map"');
    const list = compiled(listWithTable(' data-kept'));
    expect(list.problems).toEqual(['warning stored-kept']);
    expect(list.body).toMatch(/<\/table><\/div><\/li><\/ul>$/);
  });

  it('is put in another way without the mark', () => {
    expect(compiled(frame('https://example.com/map', ''))).toMatchObject({
      body: expect.not.stringContaining('<iframe'),
      problems: ['warning video-unknown'],
    });
    expect(compiled(listWithTable(''))).toMatchObject({
      body: expect.stringMatching(/^<ul><li><p class="no-margin">One<\/p><\/li><\/ul><div class=/),
      problems: ['warning table-in-list'],
    });
  });

  it.each(['javascript:alert(1)', 'http://example.com/', '//example.com/', '/map', 'https://me:word@example.com/', ''])(
    'is never a frame of "%s"',
    (source) => {
      expect(compiled(frame(source, ' data-kept')).body).not.toContain('<iframe');
    },
  );
});
