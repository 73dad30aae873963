import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';

const compiled = (files: Record<string, string>, variables: Record<string, string> = {}) =>
  compile(repositoryOf(files), settingsOf({ variables }));
const codes = (result: ReturnType<typeof compile>) =>
  result.problems.map(({ code, place }) => `${code} ${place?.file}:${place?.line}:${place?.column}`);

describe('the title of an article', () => {
  it('comes from the front matter, and the body keeps its first heading', () => {
    const { desired, problems } = compiled({ 'a.md': '---\ntitle: Billing\n---\n\n# Invoices\n\nText.\n' });
    expect(desired.articles[0]?.locales.en?.title).toBe('Billing');
    expect(desired.articles[0]?.locales.en?.body).toContain('<h1 id="invoices">Invoices</h1>');
    expect(problems).toEqual([]);
  });

  it('is else the first heading, which leaves the body and does not count for the levels of the others', () => {
    const { desired } = compiled({ 'a.md': 'Intro.\n\n# The *title*\n\n## Part\n\n### Detail\n' });
    const locale = desired.articles[0]?.locales.en;
    expect(locale?.title).toBe('The title');
    expect(locale?.body).toBe(
      '<p class="no-margin">Intro.</p><p class="no-margin"></p><h1 id="part">Part</h1><h2 id="detail">Detail</h2>',
    );
    expect(locale?.anchors).toEqual(['part', 'detail']);
  });

  it('is not taken from a heading inside another block', () => {
    const result = compiled({ 'a.md': '> [!NOTE]\n> ## Inside\n\n- ## In a list\n' });
    expect(codes(result)).toEqual(['title-missing content/a.md:1:1']);
    expect(result.desired.failed).toEqual(['a.md']);
  });

  it('is missed at the start of the file when there is none', () => {
    const result = compiled({ 'a.md': '---\ntitle: "  "\n---\n\nText.\n' });
    expect(codes(result)).toEqual(['title-missing content/a.md:1:1']);
    expect(result.desired.articles).toEqual([]);
  });

  it('said again by the first heading is a warning at that heading', () => {
    const result = compiled({ 'a.md': '---\ntitle: Set it  up\n---\n\n# set it up\n\nText.\n' });
    expect(codes(result)).toEqual(['title-repeated content/a.md:5:1']);
    expect(result.desired.articles).toHaveLength(1);
  });

  it('twice in one collection is a warning that names the other article', () => {
    const result = compiled({
      'a/one.md': '---\ntitle: Same\n---\n',
      'a/two.md': '---\ntitle: same\n---\n',
      'b/three.md': '---\ntitle: Same\n---\n',
    });
    expect(codes(result)).toEqual(['title-twice content/a/two.md:2:1']);
    expect(result.problems[0]?.message).toBe('"same" is also the title of a/one.md in the same collection');
    const front = '---\ntitle: Same\ntype: internal\n---\n';
    const { problems } = compiled({ 'a/one.md': front, 'b/two.md': front, 'b/three.md': '---\ntitle: Same\n---\n' });
    expect(problems.map(({ message }) => message)).toEqual([
      '"Same" is also the title of a/one.md, which is an internal article too',
    ]);
  });

  it('and the description take variables, and unknown ones are found at their lines', () => {
    const text = '---\ntitle: Use {{product}} and \\{{product}}\ndescription: With {{prodct}}\n---\n';
    const result = compiled({ 'a.md': text }, { product: 'Mendwick' });
    expect(codes(result)).toEqual(['unknown-variable content/a.md:3:1']);
    expect(result.problems[0]?.help).toContain('Did you mean "product"?');
    const fine = compiled({ 'a.md': text.replace('prodct', 'product') }, { product: 'Mendwick' });
    expect(fine.desired.articles[0]?.locales.en).toMatchObject({
      title: 'Use Mendwick and {{product}}',
      description: 'With Mendwick',
    });
  });

  it('keeps braces when no variables are configured', () => {
    const { desired, problems } = compiled({ 'a.md': '---\ntitle: Type {{name}}\n---\n\n{{name}} and \\{{name}}\n' });
    expect(problems).toEqual([]);
    expect(desired.articles[0]?.locales.en?.title).toBe('Type {{name}}');
    expect(desired.articles[0]?.locales.en?.body).toBe('<p class="no-margin">{{name}} and {{name}}</p>');
  });
});
