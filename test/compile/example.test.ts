import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { repositoryIn, settingsOf } from './build-repository.ts';

const folder = path.join(import.meta.dirname, '../../content-example/content');

describe('the example help centre', () => {
  it('compiles without a problem', () => {
    const settings = settingsOf({ state: 'published', variables: { product: 'Mendwick', trial: '30' } });
    const { desired, problems } = compile(repositoryIn(folder), settings);
    expect(problems).toEqual([]);
    expect(desired.failed).toEqual([]);
    expect(desired.articles.length).toBeGreaterThan(15);
    expect(JSON.stringify(desired.articles)).not.toContain('{{product}}');
  });
});
