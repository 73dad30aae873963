import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWithoutBrowser } from './chromium.ts';
import { type Connected, openPage, startConnected } from './previewed.ts';

const article = (title: string, text: string): string => `---\ntitle: ${title}\nstate: published\n---\n\n${text}\n`;
const before =
  'Open **Settings** and choose the old name.\n\n- One thing\n- Another thing\n\n> [!NOTE]\n> Mind the gap.';
const after =
  'Open **Settings** and choose the new name.\n\n- One thing\n- A third thing\n- Another thing\n\n> [!WARNING]\n> Mind the gap.';

describe.skipIf(isWithoutBrowser())('the pages about changes', () => {
  let scene: Connected;

  beforeAll(async () => {
    const published = {
      'content/billing.md': article('Billing', before),
      'content/drift.md': article('Drifting', 'As it was written.'),
      'content/gone.md': article('Gone', 'This goes away.'),
      'content/same.md': article('Same', 'This stays.'),
      'content/to-move.md': article('Moving', 'This goes somewhere else.'),
    };
    scene = await startConnected('nothing', published, async (repository, workspace) => {
      await workspace.edit('Drifting', { body: '<p>As a colleague wrote it.</p>' });
      await repository.write({
        'content/billing.md': article('Billing', after),
        'content/new.md': article('Brand new', 'Hello.'),
        'content/moved-here.md': article('Moving', 'This goes somewhere else.'),
      });
      await repository.remove('content/gone.md');
      await repository.remove('content/to-move.md');
    });
  });
  afterAll(() => scene?.stop());

  test('say what the plan says, in its groups', async () => {
    const { page, wrong, close } = await openPage(scene.browser);
    await page.goto(`${scene.preview.url}changes/`);
    await page.getByRole('region', { name: 'Changed 1' }).waitFor();
    const sections = await page
      .getByRole('region')
      .evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));
    expect(sections).toMatchObject(
      [
        /^New 1 .*Brand new create new\.md$/,
        /^Changed 1 .*Billing update: text changed billing\.md$/,
        /^Moved 1 .*Moving move: from to-move\.md moved-here\.md$/,
        /^Edited in Intercom 1 .*Drifting edited in Intercom.* on .*drift\.md/,
        /^Removed 1 .*Gone unpublish: file gone gone\.md$/,
      ].map((pattern) => expect.stringMatching(pattern)),
    );
    expect(await page.getByText('1 article needs nothing.').count()).toBe(1);
    expect(wrong).toEqual([]);
    await close();
  });

  test('show a changed article with its words marked, inline and side by side, with the keyboard alone', async () => {
    const { page, wrong, close } = await openPage(scene.browser);
    await page.goto(`${scene.preview.url}changes/`);
    await page.getByRole('link', { name: /Billing/ }).click();
    await page.waitForURL('**/changes/inline/billing.html');
    expect(await page.locator('.diff p:has-text("choose the")').innerHTML()).toBe(
      'Open <b>Settings</b> and choose the <del>old</del><ins>new</ins> name.',
    );
    expect(await page.locator('.diff li[data-mark="ins"]').innerText()).toBe('A third thing');
    expect(await page.locator('.diff > .row > del .intercom-interblocks-callout').count()).toBe(1);
    const toBeside = page.getByRole('link', { name: 'Side by side' });
    await toBeside.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/changes/side-by-side/billing.html');
    const [old, young] = await page.locator('.diff .row').first().locator('> .body').allInnerTexts();
    expect(old).toContain('choose the old name');
    expect(old).not.toContain('new');
    expect(young).toContain('choose the new name');
    expect(young).not.toContain('old');
    const boxes = await page
      .locator('.diff .row')
      .first()
      .locator('> .body')
      .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().left));
    expect(boxes[1]).toBeGreaterThan((boxes[0] ?? 0) + 100);
    expect(wrong).toEqual([]);
    await close();
  });

  test('show an edit made in Intercom as what a publish would write over, and how to go on', async () => {
    const { page, wrong, close } = await openPage(scene.browser);
    await page.goto(`${scene.preview.url}changes/inline/drift.html`);
    const main = await page.locator('main').innerText();
    expect(main).toContain("Intercom's text, and what a publish would put in its place:");
    expect(main).toContain('--on-drift overwrite');
    expect(await page.locator('.diff del').first().innerText()).toContain('colleague');
    expect(wrong).toEqual([]);
    await close();
  });

  test('show what goes and what comes as it is', async () => {
    const { page, wrong, close } = await openPage(scene.browser);
    await page.goto(`${scene.preview.url}changes/inline/gone.html`);
    expect(await page.locator('.diff').innerText()).toContain('This goes away.');
    await page.goto(`${scene.preview.url}changes/inline/new.html`);
    expect(await page.locator('.diff').innerText()).toContain('Hello.');
    expect(await page.locator('.diff :is(ins, del)').count()).toBe(0);
    expect(wrong).toEqual([]);
    await close();
  });

  test('follow a saved file, without asking Intercom again', async () => {
    const { page, wrong, close } = await openPage(scene.browser);
    await page.goto(`${scene.preview.url}changes/`);
    await page.getByText('1 article needs nothing.').waitFor();
    const asked = scene.workspace.sandbox.log.length;
    await scene.repository.write({ 'content/same.md': article('Same', 'This does not stay.') });
    await page.getByRole('region', { name: 'Changed 2' }).waitFor();
    expect(scene.workspace.sandbox.log.length).toBe(asked);
    await scene.repository.write({ 'content/same.md': article('Same', 'This stays.') });
    await page.getByRole('region', { name: 'Changed 1' }).waitFor();
    expect(wrong).toEqual([]);
    await close();
  });

  test('ask Intercom again when they are told to, and when something was published', async () => {
    const { page, wrong, close } = await openPage(scene.browser);
    await page.goto(`${scene.preview.url}changes/`);
    await scene.workspace.edit('Same', { body: '<p>Somebody wrote this.</p>' });
    await expect
      .poll(
        async () => {
          await page.getByRole('button', { name: 'Ask Intercom again' }).click();
          await page.getByRole('region', { name: 'Changed 1' }).waitFor();
          return page.getByRole('region', { name: 'Edited in Intercom 2' }).count();
        },
        { timeout: 30_000, interval: 1000 },
      )
      .toBe(1);
    await scene.repository.run(['publish', '--yes', '--on-drift', 'overwrite'], scene.workspace.env);
    await page.getByText('No changes').waitFor();
    expect(wrong).toEqual([]);
    await close();
  });
});
