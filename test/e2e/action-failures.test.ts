import { describe, expect, it } from 'vitest';
import { articlesIn, buildOnce, makeScene, type Scene } from './action-scene.ts';

buildOnce();

const pay = { 'content/pay.md': '# Pay\n\nPay by card.\n' };
const many = Object.fromEntries(
  Array.from({ length: 12 }, (_, n) => [`content/page-${n}.md`, `# Page ${n}\n\nText ${n}.\n`]),
);
const head = (scene: Scene) => scene.origin.tip('main');

describe('a token that may not', () => {
  it('publishes nothing when the lockfile could not be pushed', async () => {
    const scene = await makeScene(pay);
    scene.github.tokens.set('ghs_reads', { contents: 'read', 'pull-requests': 'read', issues: 'none' });
    const result = await scene.onPush(await head(scene), { githubToken: 'ghs_reads' });
    expect(result.code).toBe(1);
    expect(result.annotations.join('\n')).toContain('contents: write');
    expect(result.annotations.join('\n')).toContain('nothing was published');
    expect(scene.sandbox.world.articles()).toEqual([]);
  });

  it('plans without the comment, and names the permission', async () => {
    const scene = await makeScene(pay);
    scene.github.tokens.set('ghs_reads', { contents: 'read', 'pull-requests': 'read', issues: 'none' });
    await scene.origin.commit('more', { 'content/more.md': '# More\n\nText.\n' });
    const result = await scene.onPull(await scene.openPull('more'), { githubToken: 'ghs_reads' });
    expect(result.code).toBe(0);
    expect(result.annotations.join('\n')).toContain('pull-requests: write');
    expect(result.summary).toContain('2 to create');
    expect(scene.github.comments).toEqual([]);
  });

  it('finds drift and fails to open the issue, naming the permission', async () => {
    const scene = await makeScene(pay);
    await scene.onPush(await head(scene));
    const [article] = scene.sandbox.world.articles();
    await scene.sandbox.world.editArticle(article?.id ?? '', { body: '<p class="no-margin">Pay in cash.</p>' });
    scene.github.tokens.set('ghs_reads', { contents: 'read', 'pull-requests': 'read', issues: 'none' });
    const result = await scene.onSchedule({ githubToken: 'ghs_reads' });
    expect(result.code).toBe(1);
    expect(result.annotations.join('\n')).toContain('issues: write');
    expect(result.summary).toContain('1 article edited in Intercom');
  });

  it('stops before anything when there is no token for Intercom', async () => {
    const scene = await makeScene(pay);
    const result = await scene.onPush(await head(scene), { inputs: { token: '' } });
    expect(result.code).toBe(1);
    expect(result.annotations.join('\n')).toContain('the input token is empty');
  });
});

describe("GitHub's failures", () => {
  it('writes one comment when the answer to the first is lost', async () => {
    const scene = await makeScene(pay);
    await scene.origin.commit('more', { 'content/more.md': '# More\n\nText.\n' });
    const pull = await scene.openPull('more');
    scene.github.faults.push({ on: /^POST .*comments/, status: 502, after: true, times: 1 });
    expect((await scene.onPull(pull)).annotations).toEqual([]);
    expect(scene.github.comments).toHaveLength(1);
    scene.github.faults.push({ on: /^GET .*comments/, status: 'reset', times: 2 });
    await scene.origin.commit('more', { 'content/yet.md': '# Yet more\n\nText.\n' });
    expect((await scene.onPull(pull)).annotations).toEqual([]);
    expect(scene.github.comments).toMatchObject([{ edits: 1 }]);
  });

  it('waits as long as a rate limit says, and no longer than a minute and a half', async () => {
    const scene = await makeScene(pay);
    await scene.origin.commit('more', { 'content/more.md': '# More\n\nText.\n' });
    const pull = await scene.openPull('more');
    const limited = {
      on: /^POST .*comments/,
      status: 403,
      message: 'You have exceeded a secondary rate limit.',
    } as const;
    scene.github.faults.push({ ...limited, headers: { 'retry-after': '1' }, times: 1 });
    expect((await scene.onPull(pull)).annotations).toEqual([]);
    expect(scene.github.comments).toHaveLength(1);
    scene.github.faults.push({ on: /^GET .*comments/, status: 429, headers: { 'retry-after': '3600' } });
    const result = await scene.onPull(pull);
    expect(result.code).toBe(0);
    expect(result.annotations.join('\n')).toContain('its rate limit is used up');
  });

  it.each([
    [422, 'Validation Failed'],
    [403, 'Resource not accessible by integration'],
    [503, 'Service unavailable'],
  ])('publishes and keeps the lockfile when the API says %i', async (status, message) => {
    const scene = await makeScene(pay);
    scene.github.faults.push({ on: /^(GET|POST|PATCH) /, status, message });
    const result = await scene.onPush(await head(scene));
    expect(result.code).toBe(0);
    expect(result.summary).toContain('could not be compared');
    expect(result.summary).toContain(String(status));
    expect(articlesIn(await scene.lockfile())).toEqual(['pay.md']);
    expect(scene.sandbox.world.articles()).toHaveLength(1);
  });

  it('pushes again when the git server has trouble', async () => {
    const scene = await makeScene(pay);
    scene.github.faults.push({ on: /^GIT POST .*git-receive-pack/, status: 502, times: 2 });
    const result = await scene.onPush(await head(scene));
    expect(result.annotations).toEqual([]);
    expect(result.code).toBe(0);
    expect(articlesIn(await scene.lockfile())).toEqual(['pay.md']);
  });

  it('keeps the lockfile at the end of the job when pushing fails for a while', async () => {
    const scene = await makeScene(pay);
    scene.github.faults.push({ on: /^GIT POST .*git-receive-pack/, status: 500, message: 'Oops' });
    const started = await scene.startPush(await head(scene));
    const result = await started.done;
    expect(result.code).toBe(1);
    expect(result.annotations.join('\n')).toContain('title=lockfile-not-pushed');
    expect(result.summary).toContain('What was published is in Intercom');
    expect(await scene.lockfile()).toBeNull();
    scene.github.faults.length = 0;
    const end = await started.post(result.state);
    expect(end.code).toBe(0);
    expect(articlesIn(await scene.lockfile())).toEqual(['pay.md']);
  });

  it('says which permission or branch is missing when the lockfile is refused for good', async () => {
    const scene = await makeScene(pay);
    scene.github.faults.push({
      on: /^GIT POST .*git-receive-pack/,
      status: 403,
      message: 'Write access to repository not granted.',
    });
    const result = await scene.onPush(await head(scene));
    expect(result.code).toBe(1);
    expect(result.annotations.join('\n')).toContain('The requested URL returned error: 403');
    // The next run takes the article over by its text, and makes no second one.
    scene.github.faults.length = 0;
    const again = await scene.onPush(await head(scene));
    expect(again.code).toBe(0);
    expect(scene.sandbox.world.articles()).toHaveLength(1);
    expect(articlesIn(await scene.lockfile())).toEqual(['pay.md']);
  });
});

/** Pushes many articles, and sends the job a signal as soon as the workspace has received so many requests. */
async function stoppedAt(request: number, signal: 'SIGINT' | 'SIGKILL') {
  let seen: () => void = () => undefined;
  const isUnderWay = new Promise<void>((resolve) => {
    seen = resolve;
  });
  const scene = await makeScene(many, {
    latency: 150,
    onRequest: async (n, phase) => {
      if (phase === 'received' && n === request) seen();
    },
  });
  const started = await scene.startPush(await head(scene));
  await isUnderWay;
  started.child.kill(signal);
  return { scene, started };
}

describe('a publish that does not come to its end', () => {
  it('keeps what was published when some articles fail', async () => {
    const nested = { 'content/list.md': '# List\n\n- a\n  - b\n', 'content/list-2.md': '# List 2\n\n- a\n  - b\n' };
    const scene = await makeScene({ ...many, ...nested });
    scene.sandbox.setQuirks({ nestedLists: 'refused' });
    const result = await scene.onPush(await head(scene));
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ published: '12', failed: '2' });
    expect(articlesIn(await scene.lockfile())).toHaveLength(12);
    expect(result.summary).toContain('**Failed**\n\n- `list-2.md`: ');
  });

  // Nobody can ask a process to stop on Windows from outside: the test would only end it.
  it.skipIf(process.platform === 'win32')('stops when the job is cancelled, and keeps what was published', async () => {
    const { scene, started } = await stoppedAt(10, 'SIGINT');
    const result = await started.done;
    expect(result.code).toBe(1);
    expect(result.annotations.join('\n')).toContain('title=cancelled');
    const created = scene.sandbox.world.articles().length;
    expect(created).toBeGreaterThan(0);
    expect(articlesIn(await scene.lockfile())).toHaveLength(created);
    expect((await started.post(result.state)).code).toBe(0);

    const again = await scene.onPush(await head(scene));
    expect(again.code).toBe(0);
    expect(scene.sandbox.world.articles()).toHaveLength(12);
    expect(articlesIn(await scene.lockfile())).toHaveLength(12);
  });

  it('keeps at the end of the job what a killed step had published', async () => {
    const { scene, started } = await stoppedAt(14, 'SIGKILL');
    const { state } = await started.done;
    expect(await scene.lockfile()).toBeNull();
    const end = await started.post(state);
    expect(end.code).toBe(0);
    const recorded = articlesIn(await scene.lockfile());
    expect(recorded.length).toBeGreaterThan(0);
    const again = await scene.onPush(await head(scene));
    expect(again.code).toBe(0);
    expect(scene.sandbox.world.articles()).toHaveLength(12);
  });
});
