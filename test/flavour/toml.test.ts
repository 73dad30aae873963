import { describe, expect, it } from 'vitest';
import { flavours } from '../../src/flavour/flavours.ts';
import { readFrontMatter } from '../../src/read/front-matter.ts';

const rules = { ignore: ['*'], rename: {} };
const read = (text: string) => readFrontMatter(text, 'a.md', rules, flavours.hugo);

describe("Hugo's front matter in TOML", () => {
  it('is read as far as it means something, dates and tables too', () => {
    const text =
      '+++\ntitle = "A title"\ndate = 2024-01-02T03:04:05Z\nweight = 3\ndraft = true\n\n[params]\nx = 1\n+++\n\nText.\n';
    const found = read(text);
    if (!found.ok) throw new Error(found.problems[0]?.message);
    expect(found.frontMatter.fields).toEqual({ title: 'A title', state: 'draft' });
    expect(found.frontMatter.bodyLine).toBe(10);
    expect(found.frontMatter.body).toBe(`${'\n'.repeat(9)}\nText.\n`);
  });

  it('says where it is not valid', () => {
    const found = read('+++\ntitle = "A title"\nbad = [1,\n+++\n');
    expect(found.ok ? [] : found.problems.map(({ code, place }) => [code, place?.line])).toEqual([['bad-toml', 3]]);
  });

  it('says where it begins if nothing closes it', () => {
    const found = read('+++\ntitle = "A"\n');
    expect(found.ok ? [] : found.problems.map(({ code, place }) => [code, place?.line])).toEqual([
      ['front-matter-not-closed', 1],
    ]);
  });

  it('is refused where it is too long', () => {
    const found = read(`+++\n${'a = 1\n'.repeat(40_000)}+++\n`);
    expect(found.ok ? [] : found.problems.map(({ code }) => code)).toEqual(['front-matter-too-long']);
  });
});
