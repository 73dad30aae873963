import { describe, expect, it } from 'vitest';
import { buildOnce, configuration, makeScene, type Scene } from './action-scene.ts';

buildOnce();

const pay = { 'content/pay.md': '# Pay\n\nPay by card.\n' };
const head = (scene: Scene) => scene.origin.tip('main');

describe('the Action, for a help centre that does not exist', () => {
  const wrong = { 'helpcentre.yml': `${configuration}helpCentre: nope\n` };

  it('writes nothing to Intercom and no lockfile on a push', async () => {
    const scene = await makeScene({ ...pay, ...wrong });
    const result = await scene.onPush(await head(scene));
    expect(result.code).toBe(1);
    expect(result.annotations.join('\n')).toContain('nope');
    expect(scene.sandbox.log.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(scene.sandbox.world.articles()).toEqual([]);
    expect(await scene.lockfile()).toBeNull();
  });

  it('is red in the pull request that brings the mistake', async () => {
    const scene = await makeScene(pay);
    await scene.origin.commit('wrong', wrong);
    const result = await scene.onPull(await scene.openPull('wrong'));
    expect(result.code).toBe(1);
    expect(result.annotations.join('\n')).toContain('nope');
    expect(scene.sandbox.log.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

it('a local image that Intercom cannot get is red in the pull request, at its place', async () => {
  const scene = await makeScene(pay);
  await scene.origin.commit('shot', {
    'helpcentre.yml': `${configuration}images: { host: none }\n`,
    'content/shot.md': '# Shot\n\n![Shot](shot.svg)\n',
    'content/shot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  });
  // As from a fork, without a token: a workspace on this machine would get the image from here.
  const result = await scene.onPull(await scene.openPull('shot'), {
    inputs: { token: '' },
    env: { INTERCOM_BASE_URL: '' },
  });
  expect(result.code).toBe(1);
  const shown = result.annotations.filter((line) => line.includes('image "shot.svg"'));
  expect(shown).toHaveLength(1);
  expect(shown[0]).toMatch(/^::error file=content\/shot\.md,line=3,/);
});
