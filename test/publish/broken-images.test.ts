import { expect, it, onTestFinished } from 'vitest';
import type { WorkspaceWriter } from '../../src/model/workspace.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { desiredOf, nothingRecorded, planIn, publishIn, writerFor } from '../kit/world.ts';

const placeholder = 'https://static.intercomassets.com/assets/article_broken_image_placeholder.png';
const picture = '<div class="intercom-container"><img src="https://example.com/a.png"></div>';

it('says that Intercom shows no image, and sends it again with the next run', async () => {
  const sandbox = await startSandbox({ dir: null });
  onTestFinished(() => sandbox.close());
  const writer = writerFor(sandbox);
  const losing: WorkspaceWriter = {
    ...writer,
    async createArticle(write, locale) {
      const main = write.locales.en ?? { state: 'published', authorId: null };
      expect(main.body).toBe(picture);
      // The sandbox would refuse the image. Real bodies hold a placeholder where one could not be had.
      const { id } = await writer.createArticle(
        { ...write, locales: { en: { ...main, body: '<p>Soon.</p>' } } },
        locale,
      );
      await sandbox.world.plantBody(id, picture.replace('https://example.com/a.png', placeholder), 'en');
      return (await writer.article(id, locale)) ?? expect.fail('it was just created');
    },
  };
  const desired = desiredOf({ 'a.md': { title: 'A', body: picture } });
  const first = await publishIn(losing, desired, nothingRecorded);
  expect(first.outcomes).toMatchObject([
    {
      result: 'failed',
      message:
        'Intercom could not fetch an image and shows a placeholder in its place (https://example.com/a.png at a.md): look whether its address opens, then run again. The rest was published.',
    },
  ]);
  expect(first.recorded.articles['a.md']?.id).toBe(sandbox.world.articles()[0]?.id);
  expect((await planIn(writer, desired, first.recorded)).changes).toMatchObject([{ kind: 'update', key: 'a.md' }]);
});
