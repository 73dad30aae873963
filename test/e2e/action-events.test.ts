import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { git } from '../kit/git-origin.ts';
import { articlesIn, buildOnce, builtAction, configuration, makeScene, type Scene } from './action-scene.ts';

buildOnce();

const pay = { 'content/pay.md': '# Pay\n\nPay by card.\n\nCall us for help.\n' };
const head = (scene: Scene) => scene.origin.tip('main');

async function edit(scene: Scene, title: string, body: string): Promise<void> {
  const article = scene.sandbox.world.articles().find(({ contents }) => contents.en?.title === title);
  await scene.sandbox.world.editArticle(article?.id ?? '', { body });
}

describe('the bundle', () => {
  it('is one file that needs nothing beside it', async () => {
    const { dir, main } = builtAction();
    expect((await readdir(dir, { recursive: true })).sort()).toEqual([
      'LICENSE',
      'action',
      'action.yml',
      path.join('action', 'index.mjs'),
      path.join('action', 'licences.txt'),
      path.join('action', 'sbom.cdx.json'),
    ]);
    expect(await readFile(main, 'utf8')).not.toMatch(/from ["'](?!node:)[a-z@][^"']*["'];/);
    const folders = dir.split(path.sep).map((_, index, all) => all.slice(0, index + 1).join(path.sep) || path.sep);
    for (const folder of folders) expect(await readdir(folder)).not.toContain('node_modules');
  });
});

describe('a pull request', () => {
  it('shows problems at their lines, those on changed lines first, and fails for an error', async () => {
    const scene = await makeScene({ 'content/old.md': '# Old\n\n[gone](nowhere.md)\n' });
    await scene.origin.commit('links', { 'content/young.md': '# Young\n\nText.\n\n[gone](missing.md)\n' });
    const pull = await scene.openPull('links');
    pull.files = [
      {
        filename: 'content/young.md',
        status: 'added',
        patch: '@@ -0,0 +1,5 @@\n+# Young\n+\n+Text.\n+\n+[gone](missing.md)',
      },
    ];
    const result = await scene.onPull(pull);
    expect(result.code).toBe(1);
    expect(result.annotations.map((line) => line.split(',').slice(0, 2).join(','))).toEqual([
      '::error file=content/young.md,line=5',
      '::error file=content/old.md,line=3',
    ]);
    expect(result.outputs).toMatchObject({ errors: '2', warnings: '0' });
    expect(scene.github.comments[0]?.body).toContain('**2 errors in 2 files**');
  });

  it('fails only for what the baseline does not accept', async () => {
    const accepted = { 'dead-link': { 'link to "nowhere.md", which does not exist': 1 } };
    const scene = await makeScene({
      'content/old.md': '# Old\n\n[gone](nowhere.md)\n',
      'baseline.json': JSON.stringify({ formatVersion: 1, accepted: { 'content/old.md': accepted } }),
    });
    await scene.origin.commit('fine', { 'content/young.md': '# Young\n\nText.\n' });
    const inputs = { baseline: 'baseline.json' };
    const planned = await scene.onPull(await scene.openPull('fine'), { inputs });
    expect([planned.code, planned.annotations, planned.outputs]).toMatchObject([0, [], { errors: '0' }]);
    expect(scene.github.comments[0]?.body).toContain('The baseline accepts 1 more problem.');
    const published = await scene.onPush(await head(scene), { inputs });
    expect(published.code).toBe(0);
    expect(published.summary).toContain('The baseline accepts 1 more problem.');
    const checked = await scene.onPush(await head(scene), { inputs: { ...inputs, run: 'check' } });
    expect([checked.code, checked.summary]).toEqual([0, expect.stringContaining('no problems')]);
    const missing = await scene.onPush(await head(scene), { inputs: { baseline: 'gone.json' } });
    expect([missing.code, missing.annotations.join()]).toEqual([
      1,
      expect.stringContaining('there is no file gone.json'),
    ]);
  });

  it('shows the errors of a configuration in the comment too', async () => {
    const scene = await makeScene(pay);
    await scene.origin.commit('broken', { 'helpcentre.yml': 'contnt: docs\n' });
    const result = await scene.onPull(await scene.openPull('broken'));
    expect(result.code).toBe(1);
    expect(result.annotations.join('\n')).toContain('file=helpcentre.yml,line=1');
    expect(scene.github.comments[0]?.body).toContain('### Help centre: no plan');
  });

  it('keeps the comment within the limit, and says what was left out and where it is', async () => {
    const body = Array.from({ length: 400 }, (_, line) => `Line ${line} of a long article about nothing.`).join('\n\n');
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, n) => [`content/long-${n}.md`, `# Long ${n}\n\n${body}\n`]),
    );
    const scene = await makeScene({ 'content/short.md': '# Short\n\nShort.\n', ...files });
    const result = await scene.onPull(await scene.openPull('main'));
    expect(result.annotations).toEqual([]);
    const text = scene.github.comments[0]?.body ?? '';
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('Left out, because the length is limited');
    expect(text).toContain('[summary of the run](');
    expect(result.summary.length).toBeGreaterThan(text.length);
  });

  it("leaves a stranger's comment alone, whatever it begins with", async () => {
    const scene = await makeScene(pay);
    const pull = await scene.openPull('main');
    await scene.onPull(pull);
    const [ours] = scene.github.comments.splice(0);
    scene.github.comments.push({ id: 7, number: pull.number, body: ours?.body ?? '', by: 'stranger', edits: 0 });
    await scene.onPull(pull);
    expect(scene.github.comments).toMatchObject([{ by: 'stranger', edits: 0 }, { by: 'bot' }]);
  });
});

describe('a pull request from a fork', () => {
  it('is planned without secrets, and a second workflow posts the comment', async () => {
    const scene = await makeScene(pay, {}, 'the bundle');
    await scene.onPush(await head(scene));
    await scene.origin.commit('theirs', { 'content/pay.md': '# Pay\n\nPay @everyone by cash.\n' });
    const pull = await scene.openPull('theirs', 'fork');
    scene.github.tokens.set('ghs_fork', { contents: 'read', 'pull-requests': 'read', issues: 'read' });
    const planned = await scene.onPull(pull, { inputs: { token: '' }, githubToken: 'ghs_fork' });
    expect(planned.annotations).toEqual([]);
    expect(planned.code).toBe(0);
    expect(planned.summary).toContain('The pull request comes from a fork');
    expect(scene.github.comments).toEqual([]);

    const posted = await scene.onWorkflowRun(pull, planned.outputs['comment-file'] ?? '');
    expect(posted.annotations).toEqual([]);
    expect(scene.github.comments).toMatchObject([{ number: pull.number }]);
    expect(scene.github.comments[0]?.body).toContain('1 to update');
    await scene.onWorkflowRun(pull, planned.outputs['comment-file'] ?? '');
    expect(scene.github.comments).toHaveLength(1);
  });

  it('that renames a file and edits it shows a move, though the checkout holds one commit', async () => {
    const text = 'A paragraph that is long enough to be known again after an edit of one word.';
    const scene = await makeScene({ ...pay, 'content/old.md': `# Old\n\n${text}\n` });
    await scene.onPush(await head(scene));
    const renamed = { 'content/old.md': null, 'content/new.md': `# Old\n\n${text.replace('one', 'another')}\n` };
    await scene.origin.commit('theirs', renamed);
    const pull = await scene.openPull('theirs', 'fork');
    scene.github.tokens.set('ghs_fork', { contents: 'read', 'pull-requests': 'read', issues: 'read' });
    const planned = await scene.onPull(pull, { inputs: { token: '' }, githubToken: 'ghs_fork' });
    expect(planned.annotations).toEqual([]);
    expect(planned.summary).toContain('| move | `new.md` | Old | from old');
    expect(planned.summary).not.toContain('to unpublish');
  });

  it('posts nothing that a file asks for by itself', async () => {
    const scene = await makeScene(pay);
    await scene.origin.commit('theirs', { 'content/pay.md': '# Pay\n\nPay by cash.\n' });
    const pull = await scene.openPull('theirs', 'fork');
    const planned = await scene.onPull(pull, { inputs: { token: '' } });
    const file = JSON.parse(await readFile(planned.outputs['comment-file'] ?? '', 'utf8'));
    const dir = await mkdtemp(path.join(tmpdir(), 'helpcentre-hostile-'));
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    const post = async (name: string, content: unknown) => {
      await writeFile(path.join(dir, name), typeof content === 'string' ? content : JSON.stringify(content));
      return scene.onWorkflowRun(pull, path.join(dir, name));
    };
    expect((await post('markdown.json', '# Pay here: https://evil.example')).code).toBe(1);
    expect((await post('other.json', { ...file, head: 'f'.repeat(40) })).code).toBe(0);
    expect(scene.github.comments).toEqual([]);

    const title = '<img src=x onerror=alert(1)> @acme/everyone #1 [pay](https://evil.example)';
    const changes = file.report.plan.changes.map((change: object) => ({ ...change, title }));
    const hostile = {
      ...file,
      number: 1,
      body: 'mine',
      report: { ...file.report, plan: { ...file.report.plan, changes } },
    };
    expect((await post('hostile.json', hostile)).code).toBe(0);
    const text = scene.github.comments[0]?.body ?? '';
    expect(text).not.toMatch(/<img|@acme|#1\b|\]\(https:\/\/evil/);
    expect(text).not.toContain('mine');

    // A newer push has a run of its own.
    await scene.origin.commit('theirs', { 'content/pay.md': '# Pay\n\nPay by phone.\n' });
    const old = { ...pull, head: { ...pull.head } };
    pull.head.sha = await scene.origin.tip('theirs');
    const stale = await scene.onWorkflowRun(old, path.join(dir, 'hostile.json'));
    expect(stale.log).toContain('newer commits');
    expect(scene.github.comments).toMatchObject([{ edits: 0 }]);
  });
});

describe('drift on a schedule', () => {
  it('keeps one issue, and closes it when nothing is left', async () => {
    const scene = await makeScene({ ...pay, 'content/refund.md': '# Refund\n\nAsk.\n' });
    await scene.onPush(await head(scene));
    expect((await scene.onSchedule()).outputs.drift).toBe('0');
    expect(scene.github.issues).toEqual([]);

    await edit(scene, 'Pay', '<p class="no-margin">Pay in cash.</p>');
    const found = await scene.onSchedule();
    expect(found.code).toBe(0);
    expect(found.outputs).toMatchObject({ drift: '1', issue: expect.stringContaining('/issues/') });
    expect(scene.github.issues).toMatchObject([{ state: 'open', labels: ['helpcentre'] }]);
    expect(scene.github.issues[0]?.body).toContain('+Pay in cash.');

    await edit(scene, 'Refund', '<p class="no-margin">No refunds.</p>');
    await scene.onSchedule();
    expect(scene.github.issues).toHaveLength(1);
    expect(scene.github.issues[0]?.body).toContain('`refund.md`');

    await scene.onPush(await head(scene), { inputs: { 'on-drift': 'overwrite' } });
    expect((await scene.onSchedule()).code).toBe(0);
    expect(scene.github.issues).toMatchObject([{ state: 'closed' }]);
  });

  it('closes nothing while a source with an error keeps its article from being looked at', async () => {
    const scene = await makeScene(pay, {}, 'the bundle');
    await scene.onPush(await head(scene));
    await edit(scene, 'Pay', '<p class="no-margin">Pay in cash.</p>');
    await scene.onSchedule();
    await scene.origin.commit('main', { 'content/pay.md': '# Pay\n\n[Nowhere](nowhere.md)\n' });
    const result = await scene.onSchedule();
    expect(result.code).toBe(0);
    expect(result.annotations.join('\n')).toContain('title=not-looked-at');
    expect(result.summary).toContain('1 article was not looked at');
    expect(scene.github.issues).toMatchObject([{ state: 'open' }]);
  });

  it('keeps one pull request with the edits in the sources, and closes it when nothing is left', async () => {
    const scene = await makeScene({ ...pay, 'content/refund.md': '# Refund\n\nAsk.\n' });
    await scene.onPush(await head(scene));
    const inputs = { drift: 'pull-request' };
    await edit(scene, 'Pay', '<p class="no-margin">Pay in cash.</p>');
    const found = await scene.onSchedule({ inputs });
    expect(found.annotations.filter((line) => line.startsWith('::error'))).toEqual([]);
    expect(found.code).toBe(0);
    expect(scene.github.pulls).toMatchObject([{ state: 'open', head: { ref: 'helpcentre/edits' }, base: 'main' }]);
    expect(await scene.origin.show('helpcentre/edits', 'content/pay.md')).toContain('Pay in cash.');
    expect(await git(scene.origin.bare, 'diff', '--name-only', 'main', 'helpcentre/edits')).toBe(
      'content/pay.md\nhelpcentre.lock.json',
    );
    const before = await scene.origin.tip('helpcentre/edits');
    await scene.onSchedule({ inputs });
    expect(await scene.origin.tip('helpcentre/edits')).toBe(before);

    await edit(scene, 'Refund', '<p class="no-margin">No refunds.</p>');
    await scene.onSchedule({ inputs });
    expect(scene.github.pulls).toHaveLength(1);
    expect(await scene.origin.show('helpcentre/edits', 'content/refund.md')).toContain('No refunds.');

    const [pull] = scene.github.pulls;
    if (pull !== undefined) await scene.merge(pull);
    const published = await scene.onPush(await head(scene));
    expect(published.annotations).toEqual([]);
    expect(published.outputs).toMatchObject({ published: '0', held: '0' });
    expect((await scene.onSchedule({ inputs })).outputs.drift).toBe('0');
    expect(await scene.origin.show('helpcentre/edits', 'content/pay.md')).toBeNull();
  });

  it('pushes what was pulled and nothing else of the checkout', async () => {
    const scene = await makeScene({
      'helpcentre.yml': `content: .\n${configuration}`,
      'pay.md': '# Pay\n\nPay by card.\n',
      'refund.md': '# Refund\n\nAsk.\n',
    });
    await scene.onPush(await head(scene));
    await edit(scene, 'Pay', '<p class="no-margin">Pay in cash.</p>');
    const left = { '.env': 'KEY=secret\n', 'credentials.json': '{}\n', 'refund.md': null };
    expect((await scene.onSchedule({ inputs: { drift: 'pull-request' }, left })).code).toBe(0);
    expect(await git(scene.origin.bare, 'diff', '--name-only', 'main', 'helpcentre/edits')).toBe(
      'helpcentre.lock.json\npay.md',
    );
  });

  it('leaves the branch and its pull request to whoever pushed to it', async () => {
    const scene = await makeScene(pay);
    await scene.onPush(await head(scene));
    const inputs = { drift: 'pull-request' };
    await edit(scene, 'Pay', '<p class="no-margin">Pay in cash.</p>');
    await scene.onSchedule({ inputs });
    await scene.origin.commit('main', { 'readme.txt': 'Hello\n' });
    await edit(scene, 'Pay', '<p class="no-margin">Pay in coins.</p>');
    await scene.onSchedule({ inputs });
    expect(await git(scene.origin.bare, 'rev-parse', 'helpcentre/edits^')).toBe(await head(scene));
    expect(await scene.origin.show('helpcentre/edits', 'content/pay.md')).toContain('Pay in coins.');

    await scene.origin.commit('helpcentre/edits', { 'content/pay.md': '# Pay\n\nPay in coins, please.\n' });
    const theirs = await scene.origin.tip('helpcentre/edits');
    await edit(scene, 'Pay', '<p class="no-margin">Pay in notes.</p>');
    const found = await scene.onSchedule({ inputs });
    await scene.onPush(await head(scene), { inputs: { 'on-drift': 'overwrite' } });
    const gone = await scene.onSchedule({ inputs });
    for (const { code, annotations } of [found, gone]) {
      expect(code).toBe(0);
      expect(annotations.join('\n')).toContain('Somebody pushed to helpcentre/edits');
    }
    expect(await scene.origin.tip('helpcentre/edits')).toBe(theirs);
    expect(scene.github.pulls).toMatchObject([{ state: 'open' }]);
  });
});

describe('what was shown, and what is published', () => {
  it('says what moved since the pull request showed its plan', async () => {
    const scene = await makeScene({ ...pay, 'content/refund.md': '# Refund\n\nAsk.\n' });
    await scene.onPush(await head(scene));
    await scene.origin.commit('change', { 'content/pay.md': '# Pay\n\nPay by phone.\n' });
    const pull = await scene.openPull('change');
    await scene.onPull(pull);
    await edit(scene, 'Refund', '<p class="no-margin">No refunds.</p>');
    const result = await scene.onPush(await scene.merge(pull));
    expect(result.code).toBe(1);
    expect(result.summary).toContain('Something changed since [#1]');
    expect(result.summary).toContain('- `refund.md` nothing then, held now');
    expect(result.outputs).toMatchObject({ published: '1', held: '1' });
    expect(articlesIn(await scene.lockfile())).toEqual(['pay.md', 'refund.md']);
  });

  it('carries out exactly a plan file, or nothing', async () => {
    const scene = await makeScene(pay);
    const planned = await scene.onPull(await scene.openPull('main'));
    const plan = planned.outputs.plan ?? '';
    const exactly = await scene.onPush(await head(scene), { inputs: { plan } });
    expect(exactly.code).toBe(0);
    expect(exactly.summary).toContain('exactly the plan of the plan file');
    const commit = await scene.origin.commit('main', { 'content/pay.md': '# Pay\n\nPay by phone.\n' });
    const other = await scene.onPush(commit, { inputs: { plan } });
    expect(other.code).toBe(1);
    expect(other.annotations.join('\n')).toContain('title=plan-differs');
    expect(scene.sandbox.world.articles()[0]?.contents.en?.body).toContain('Pay by card.');
  });
});

describe('the inputs', () => {
  it('names every mistake at once, with what was meant', async () => {
    const scene = await makeScene(pay);
    const inputs = { tokn: 'x', 'access-token': 'secret-value', strict: 'maybe', lockfile: 'comit', run: 'publish' };
    const result = await scene.onPush(await head(scene), { inputs });
    expect(result.code).toBe(1);
    expect(result.annotations.map((line) => line.replace(/^.*?::.*?::/, ''))).toEqual([
      'the Action has no input "access-token". Did you mean "token"?',
      'the Action has no input "tokn". Did you mean "token"?',
      'the input "strict" is "maybe": expected true or false',
      'the input "lockfile" is "comit": expected commit, pull-request, branch or none; did you mean "commit"?',
    ]);
    expect(scene.sandbox.log).toEqual([]);
  });

  it('refuses the token of another workspace than the one that is named', async () => {
    const scene = await makeScene(pay);
    const result = await scene.onPush(await head(scene), { inputs: { workspace: 'abc12345' } });
    expect(result.code).toBe(1);
    expect(result.annotations.join('\n')).toContain('abc12345');
    expect(scene.sandbox.world.articles()).toEqual([]);
  });
});
