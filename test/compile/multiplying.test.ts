import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';
import { compileBody } from './compile-body.ts';

/** Nine snippets, each of which includes the next ten times: a billion of the last. */
function multiplying(last: string): Record<string, string> {
  const names = ['a.md', ...Array.from({ length: 8 }, (_, index) => `_${index + 1}.md`)];
  const files = names.map((name, index) => [name, `:::include{file=_${index + 1}.md}\n\n`.repeat(10)] as const);
  return { ...Object.fromEntries(files), '_9.md': last };
}

describe('snippets that multiply', () => {
  it.each([
    ['with a text', 'x\n'],
    ['that are empty', ''],
    ['of much syntax', '[a](b) *c* `d` '.repeat(8)],
  ])('%s are one located error at an include, and stop no other source', (_, last) => {
    const repository = repositoryOf({ ...multiplying(last), 'good.md': '# Good\n\nText\n' });
    const { desired, problems } = compile(repository, settingsOf());
    const errors = problems.filter(({ severity, place }) => severity === 'error' && !place?.file.endsWith('good.md'));
    expect(errors.map(({ code }) => code)).toEqual(['too-deep']);
    expect(errors[0]?.place?.file).toMatch(/^content\/_\d\.md$/);
    expect(errors[0]?.place?.line).toBeGreaterThan(0);
    expect(desired.failed).toEqual(['a.md']);
    expect(desired.articles.map(({ key }) => key)).toEqual(['good.md']);
  });

  it('share the steps that one file may take', () => {
    const slow = `${'![a]('.repeat(150)}\n\n`.repeat(8);
    const repository = repositoryOf({ '_s.md': slow });
    const { body, problems } = compileBody(':::include{file=_s.md}\n\n'.repeat(400), repository, settingsOf());
    expect(body.length).toBeLessThan(2_000_000);
    expect(problems.filter(({ code }) => code === 'too-deep').length).toBeLessThan(2);
  });

  it('are put in where there are a few hundred', () => {
    const repository = repositoryOf({ '_s.md': 'Hello\n' });
    const { body, problems } = compileBody(':::include{file=_s.md}\n\n'.repeat(400), repository, settingsOf());
    expect(problems).toEqual([]);
    expect(body.match(/Hello/g)).toHaveLength(400);
  });
});

describe('variables that multiply', () => {
  it('are one located error where a long value is named again and again', () => {
    const settings = settingsOf({ variables: { long: 'word '.repeat(20_000) } });
    const { body, problems } = compileBody('{{long}} '.repeat(2_000), repositoryOf({}), settings);
    expect(body).toBe('');
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([['too-deep', 1]]);
  });

  it('do not name each other: a value is text', () => {
    const names = Array.from({ length: 30 }, (_, index) => `v${index}`);
    const values = names.map((name, index) => [name, `{{v${index + 1}}}`.repeat(10)] as const);
    const settings = settingsOf({ variables: Object.fromEntries(values) });
    const { body } = compileBody('{{v0}}', repositoryOf({}), settings);
    expect(body).toContain('{{v1}}');
    expect(body.length).toBeLessThan(200);
  });
});
