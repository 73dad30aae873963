import { expect, it } from 'vitest';
import { makeRepository } from '../kit/repository.ts';
import { runIn } from '../kit/run-in.ts';

it('a built preview warns of images that Intercom cannot reach, as check does', async () => {
  const { dir } = await makeRepository({
    'content/a.md': '# A\n\n![Shot](shot.svg)\n',
    'content/shot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  });
  const summary = (stdout: string) => stdout.match(/no problems|\d+ warnings?/)?.[0];
  const checked = await runIn(dir, ['check']);
  expect(checked.stdout).toContain('image-unreachable');
  const built = await runIn(dir, ['preview', '--offline', '--build', 'o']);
  expect([built.code, summary(built.stdout)]).toEqual([0, summary(checked.stdout)]);
  const json = await runIn(dir, ['preview', '--offline', '--build', 'o', '--json']);
  expect(json.stdout).toContain('image-unreachable');
});
