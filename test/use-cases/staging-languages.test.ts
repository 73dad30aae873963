import { describe, expect, it } from 'vitest';
import { changed, first, scene, text } from '../kit/staged-in-git.ts';

describe('staging in two languages', () => {
  const english = 'content/billing/pay.md';
  const french = 'content/billing/pay.fr.md';

  async function inTwo() {
    const made = await scene('problems: { collection-unnamed: warning }\n');
    await made.sandbox.world.setLocales(['en', 'fr']);
    await made.repository.write({ [french]: text('Payer', 'Par carte.') });
    await made.publish('French');
    const texts = () =>
      (['en', 'fr'] as const).map((locale) => {
        const content = made.find('Pay')?.contents[locale];
        const plain = (body?: string) => body?.replace(/<[^>]*>/g, '') ?? null;
        return [content?.state, plain(content?.body), plain(content?.draft?.body)];
      });
    return { ...made, texts };
  }

  it('leaves a language whose file is gone to a publish', async () => {
    const { repository, ok, keys, texts } = await inTwo();
    await repository.write(changed);
    await repository.remove(french);
    expect(await ok('plan', '--stage')).not.toContain('language removed');
    await ok('publish', '--yes', '--stage');
    await ok('publish', '--yes', '--release');
    expect(texts()).toEqual([
      ['published', 'Pay by card or in cash.', null],
      ['published', 'Par carte.', null],
    ]);
    expect(await keys()).toEqual(['update billing/pay.md fr:withdraw']);
    await ok('publish', '--yes');
    expect(texts()[1]).toEqual(['draft', 'Par carte.', null]);
  });

  it('takes one draft away and stages another', async () => {
    const { repository, ok, keys, texts } = await inTwo();
    await repository.write({ [english]: text('Pay', 'In cash.'), [french]: text('Payer', 'En liquide.') });
    await ok('publish', '--yes', '--stage');
    await repository.write({
      [english]: first[english] ?? '',
      [french]: text('Payer', 'Par chèque.'),
    });
    expect(await keys('--stage')).toEqual(['update billing/pay.md en:write fr:stage']);
    await ok('publish', '--yes', '--stage');
    expect(texts()).toEqual([
      ['published', 'Pay by card.', null],
      ['published', 'Par carte.', 'Par chèque.'],
    ]);
    expect(await keys('--stage')).toEqual([]);
    await ok('publish', '--yes', '--release');
    expect(await ok('plan')).toContain('No changes');
  });
});
