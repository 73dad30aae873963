import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { type Files, publishedInGit } from '../kit/published-in-git.ts';

const hour = 3_600_000;
/** A time so many hours from now, as front matter has it. */
const inHours = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();
const sale = (words: string, times: Readonly<Record<string, string>> = {}): string =>
  `---\n${Object.entries({ description: 'Sale', ...times })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n\n# Sale\n\n${words}\n`;
const file = 'content/g/sale.md';

async function scene(before: Files, settings = '') {
  let ahead = 0;
  const first = { 'content/g/_collection.yml': 'name: G\n', 'content/g/stays.md': '# Stays\n\nIt stays.\n', ...before };
  const made = await publishedInGit(first, `state: published\nmaxRemovals: 100%\n${settings}`, () => ahead);
  const article = () =>
    made.sandbox.world.articles().find(({ contents }) => contents.en?.description === 'Sale') ?? null;
  const live = () => {
    const content = article()?.contents.en;
    return content?.state === 'published' ? content.body.replace(/<[^>]*>/g, '') : null;
  };
  const times = () => [article()?.publishAt ?? null, article()?.unpublishAt ?? null];
  const ok = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await made.run(...argv);
    expect(code, stdout + stderr).toBe(0);
    return stdout + stderr;
  };
  const wait = async (hours: number) => {
    ahead += hours * hour;
    // Intercom acts by itself; the sandbox does when it is asked something.
    await fetch(`${made.sandbox.url}/me`, { headers: { authorization: `Bearer ${made.sandbox.token}` } });
  };
  const plan = async () => JSON.parse((await made.run('plan', '--json')).stdout) as Plan;
  return { ...made, article, live, times, ok, wait, plan };
}

const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);

describe('publishAt', () => {
  it('lets a new article go live at its time, by Intercom itself', async () => {
    const { repository, ok, live, times, wait } = await scene({});
    const time = inHours(24);
    await repository.write({ [file]: sale('Half the price.', { publishAt: time }) });
    expect(await ok('plan')).toMatch(/~ stage +g\/sale\.md {2}new; goes live on \d+ \w+ \d{4} at \d\d:\d\d UTC/);
    await ok('publish', '--yes');
    expect([live(), ...times()]).toEqual([null, seconds(time), null]);
    expect(await ok('plan')).toContain('No changes');
    await wait(25);
    expect([live(), ...times()]).toEqual(['Half the price.', null, null]);
    expect(await ok('publish', '--yes')).toContain('"publishAt" of g/sale.md has passed');
    expect(await ok('plan')).toContain('No changes');
    await repository.write({ [file]: sale('Half the price.') });
    expect(await ok('plan')).toContain('No changes');
  });

  it('keeps a change of a published article from readers until its time', async () => {
    const { repository, ok, live, wait } = await scene({ [file]: sale('Full price.') });
    await repository.write({ [file]: sale('Half the price.', { publishAt: inHours(24) }) });
    await ok('publish', '--yes');
    await repository.write({ [file]: sale('A third of the price.', { publishAt: inHours(24) }) });
    await ok('publish', '--yes');
    expect(live()).toBe('Full price.');
    expect(await ok('plan')).toContain('No changes');
    await wait(25);
    expect(live()).toBe('A third of the price.');
    await ok('publish', '--yes');
    expect(await ok('plan')).toContain('No changes');
  });

  it('can be changed, and cancelled by taking it away', async () => {
    const { repository, ok, live, times } = await scene({ [file]: sale('Full price.') });
    await repository.write({ [file]: sale('Half the price.', { publishAt: inHours(24) }) });
    await ok('publish', '--yes');
    const later = inHours(48);
    await repository.write({ [file]: sale('Half the price.', { publishAt: later }) });
    expect(await ok('plan')).toMatch(/update +g\/sale\.md {2}goes live on/);
    await ok('publish', '--yes');
    expect(times()).toEqual([seconds(later), null]);
    await repository.write({ [file]: sale('Half the price.') });
    await ok('publish', '--yes');
    expect([live(), ...times()]).toEqual(['Half the price.', null, null]);
    expect(await ok('plan')).toContain('No changes');
  });

  it('that has passed is said, with what to write so that it stays', async () => {
    const { repository, ok, live, wait } = await scene({});
    await repository.write({
      'helpcentre.yml': 'maxRemovals: 100%\n',
      'content/g/stays.md': '---\nstate: published\n---\n\n# Stays\n\nIt stays.\n',
      [file]: sale('Half the price.', { publishAt: inHours(24) }),
    });
    await ok('publish', '--yes');
    await wait(25);
    expect(await ok('publish', '--yes')).toContain('Write "state: published" in the place of the line');
    await repository.write({ [file]: sale('Half the price.', { state: 'published' }) });
    expect(await ok('plan')).toContain('No changes');
    expect(live()).toBe('Half the price.');
  });

  it('is not released before its time', async () => {
    const { repository, ok, live } = await scene({ [file]: sale('Full price.') });
    await repository.write({ [file]: sale('Half the price.', { publishAt: inHours(24) }) });
    await ok('publish', '--yes');
    await ok('publish', '--yes', '--release');
    expect(live()).toBe('Full price.');
  });
});

describe('unpublishAt', () => {
  it('takes an article from readers at its time, by Intercom itself', async () => {
    const { repository, ok, live, times, wait } = await scene({ [file]: sale('Half the price.') });
    const time = inHours(24);
    await repository.write({ [file]: sale('Half the price.', { unpublishAt: time }) });
    expect(await ok('plan')).toMatch(/update +g\/sale\.md {2}leaves on/);
    await ok('publish', '--yes');
    expect(times()).toEqual([null, seconds(time)]);
    expect(await ok('plan')).toContain('No changes');
    await wait(25);
    expect(live()).toBeNull();
    expect(await ok('publish', '--yes')).toContain('it is a draft');
    expect(await ok('plan')).toContain('No changes');
    await repository.write({ [file]: sale('Half the price.') });
    await ok('publish', '--yes');
    expect(live()).toBe('Half the price.');
  });

  it('comes after publishAt, one time after the other', async () => {
    const { repository, ok, live, times, wait } = await scene({});
    const [from, to] = [inHours(24), inHours(48)];
    await repository.write({ [file]: sale('Half the price.', { publishAt: from, unpublishAt: to }) });
    expect(await ok('publish', '--yes')).toContain('Intercom keeps one time of an article');
    expect(times()).toEqual([seconds(from), null]);
    await wait(25);
    await ok('publish', '--yes');
    expect([live(), ...times()]).toEqual(['Half the price.', null, seconds(to)]);
    await wait(24);
    expect(live()).toBeNull();
  });
});

describe('a time', () => {
  it.each<[string, Files]>([
    ['a new article', {}],
    ['a change', { [file]: sale('Full price.') }],
  ])('to publish %s goes with its file', async (_, before) => {
    const { repository, ok, live, times, wait } = await scene(before);
    await repository.write({ [file]: sale('Half the price.', { publishAt: inHours(24) }) });
    await ok('publish', '--yes');
    await repository.remove(file);
    await ok('publish', '--yes');
    expect(times()).toEqual([null, null]);
    await wait(25);
    expect(live()).toBeNull();
    expect(await ok('plan')).toContain('No changes');
  });

  it('to leave goes with its file, and does not meet the one that comes back', async () => {
    const { repository, ok, live, wait } = await scene({ [file]: sale('Half the price.') });
    await repository.write({ [file]: sale('Half the price.', { unpublishAt: inHours(24) }) });
    await ok('publish', '--yes');
    await repository.remove(file);
    await ok('publish', '--yes');
    await repository.write({ [file]: sale('Half the price.') });
    await ok('publish', '--yes');
    await wait(25);
    expect(live()).toBe('Half the price.');
  });

  it('to leave stays while a change is staged, and comes without a release', async () => {
    const { repository, ok, live, times, wait } = await scene({ [file]: sale('Full price.') });
    const time = inHours(24);
    await repository.write({ [file]: sale('Full price.', { unpublishAt: time }) });
    await ok('publish', '--yes');
    await repository.write({ [file]: sale('Half the price.', { unpublishAt: time, stage: 'true' }) });
    await ok('publish', '--yes');
    expect([live(), ...times()]).toEqual(['Full price.', null, seconds(time)]);
    expect(await ok('plan')).toContain('No changes');
    await wait(25);
    expect(live()).toBeNull();
    await ok('publish', '--yes');
    expect(await ok('plan')).toContain('No changes');
  });

  it('to leave is no edit by a person: its text may change after it', async () => {
    const { repository, ok, live, wait } = await scene({ [file]: sale('Full price.') });
    await repository.write({ [file]: sale('Full price.', { unpublishAt: inHours(24) }) });
    await ok('publish', '--yes');
    await wait(25);
    await repository.write({ [file]: sale('Half the price.') });
    await ok('publish', '--yes');
    expect(live()).toBe('Half the price.');
    expect(await ok('plan')).toContain('No changes');
  });

  it('that a person set in Intercom is left alone', async () => {
    const { ok, times, sandbox, article } = await scene({ [file]: sale('Half the price.') });
    const time = inHours(24);
    await fetch(`${sandbox.url}/articles/${article()?.id}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${sandbox.token}`,
        'content-type': 'application/json',
        'intercom-version': '2.16',
      },
      body: JSON.stringify({ scheduled_unpublish_at: time }),
    });
    expect(await ok('plan')).toContain('No changes');
    expect(times()).toEqual([null, seconds(time)]);
  });

  it.each([
    ['without a zone', { publishAt: '2099-12-01 09:00' }, 'expected a time with its zone'],
    [
      'of a draft',
      { draft: 'true', publishAt: '2099-12-01 09:00 UTC' },
      'an article with "publishAt" cannot be a draft',
    ],
    [
      'to leave before it comes',
      { publishAt: '2099-12-01 09:00 UTC', unpublishAt: '2099-12-01 08:00 UTC' },
      '"unpublishAt" is not after "publishAt"',
    ],
  ])('%s is an error at its place', async (_, times, message) => {
    const { repository, run } = await scene({});
    await repository.write({ [file]: sale('Half the price.', times as Record<string, string>) });
    const { code, stderr, stdout } = await run('check');
    expect(code).toBe(1);
    expect(stdout + stderr).toContain(message);
    expect(stdout + stderr).toMatch(/content\/g\/sale\.md:[34]:/);
  });

  it.each(['2.11', '2.15'])('is kept by whoever publishes after it, with version %s', async (version) => {
    const { repository, ok, live, wait } = await scene({ [file]: sale('Full price.') }, `apiVersion: "${version}"\n`);
    const times = { publishAt: inHours(24), unpublishAt: inHours(48) };
    await repository.write({ [file]: sale('Half the price.', times) });
    const said = await ok('publish', '--yes');
    expect(said).toContain('a run after it does it');
    expect(said).toContain('1 change of the rest left alone');
    expect(live()).toBe('Full price.');
    await wait(25);
    await ok('publish', '--yes');
    expect(live()).toBe('Half the price.');
    await wait(24);
    await ok('publish', '--yes');
    expect(live()).toBeNull();
    expect(await ok('plan')).toContain('No changes');
  });
});
