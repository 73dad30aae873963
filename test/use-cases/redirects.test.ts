import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { type Files, publishedInGit } from '../kit/published-in-git.ts';
import { runIn } from '../kit/run-in.ts';

const file = 'content/billing/refunds.md';
const page = (title: string, front = '') => `---\ntitle: ${title}\n${front}---\n\nText.\n`;
const from = (...addresses: readonly string[]) => `redirectFrom:\n${addresses.map((one) => `  - ${one}\n`).join('')}`;
const old = '/en/articles/12-money-back';

async function scene(before: Files = {}, settings = '', ahead?: () => number) {
  const files = {
    [file]: page('Refunds'),
    'content/billing/_collection.yml': 'name: Billing\ntranslations: { fr: { name: Facturation } }\n',
    ...before,
  };
  const made = await publishedInGit(files, `state: published\nmaxRemovals: 100%\n${settings}`, ahead);
  const { sandbox } = made;
  const api = async (method: string, at: string, body?: object): Promise<Record<string, unknown>> => {
    const headers = {
      authorization: `Bearer ${sandbox.token}`,
      'content-type': 'application/json',
      'intercom-version': '2.16',
    };
    const answer = await fetch(`${sandbox.url}${at}`, { method, headers, body: body ? JSON.stringify(body) : null });
    return (await answer.json()) as Record<string, unknown>;
  };
  const centres = (await api('GET', '/help_center/help_centers')) as { data: { id: string; url: string }[] };
  const [centre] = centres.data;
  if (centre === undefined) throw new Error('no help centre');
  const list = `/help_center/help_centers/${centre.id}/redirects`;
  type Row = { id: string; from_url: string; locale: string; target_type: string; target_id: string };
  const rows = async () => ((await api('GET', list)) as { data: Row[] }).data;
  const idOf = (title: string) => {
    const found = sandbox.world
      .articles()
      .find(({ contents }) => Object.values(contents).some((one) => one.title === title));
    if (found === undefined) throw new Error(`no article ${title}`);
    return found.id;
  };
  const redirects = async () =>
    (await rows())
      .map((one) => `${one.from_url.slice(centre.url.length)} ${one.locale} ${one.target_type} ${one.target_id}`)
      .sort();
  const add = (address: string, target: string, locale = 'en') =>
    api('POST', list, { from_url: `${centre.url}${address}`, locale, target_type: 'article', target_id: target });
  const ok = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await made.run(...argv);
    expect(code, stdout + stderr).toBe(0);
    return stdout + stderr;
  };
  const fails = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await made.run(...argv);
    expect(code, stdout + stderr).toBe(1);
    return stdout + stderr;
  };
  const writes = () =>
    sandbox.log
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path: at }) => `${method} ${at.replace(/\d+/g, 'N')}`);
  const lines = (text: string) => made.repository.write({ 'redirects.yml': text });
  return { ...made, api, centre, list, rows, idOf, redirects, add, ok, fails, writes, lines };
}

describe('old addresses', () => {
  it('lead to a new article once it is there, to another when the line moves, and nowhere when it goes', async () => {
    const { repository, ok, redirects, writes, idOf } = await scene();
    await repository.write({ 'content/billing/new.md': page('New', from(old)) });
    const begin = writes().length;
    const shown = await ok('plan');
    expect(shown).toContain(`+ create    redirect from ${old}  to billing/new.md`);
    expect(shown).toContain('1 redirect to write');
    expect(await ok('publish', '--yes')).toContain('1 redirect written');
    expect(writes().slice(begin)).toEqual(['POST /articles', 'POST /help_center/help_centers/N/redirects']);
    expect(await redirects()).toEqual([`${old} en article ${idOf('New')}`]);
    expect(await ok('plan')).toContain('No changes');
    expect(await ok('plan', '--offline')).toContain('No changes');
    await repository.write({ 'content/billing/new.md': page('New'), [file]: page('Refunds', from(old)) });
    expect(await ok('diff')).toContain(`~ replace   redirect from ${old}  to billing/refunds.md`);
    await ok('publish', '--yes');
    expect(await redirects()).toEqual([`${old} en article ${idOf('Refunds')}`]);
    expect(await ok('plan')).toContain('No changes');
    await repository.write({ [file]: page('Refunds') });
    expect(await ok('plan')).toContain(`- remove    redirect from ${old}`);
    await ok('publish', '--yes');
    expect(await redirects()).toEqual([]);
    expect(await ok('plan')).toContain('No changes');
  });

  it('lead to the language of their file, and from redirects.yml to an article or a collection', async () => {
    const { repository, lines, ok, redirects, idOf, sandbox, centre } = await scene();
    await repository.write({ 'content/billing/refunds.fr.md': page('Remboursements', from('/fr/articles/12-ancien')) });
    await lines(
      `- from: ${centre.url}/en/legacy?page=2\n  redirectTo: billing/refunds.md\n- { from: /old/billing/, redirectTo: Billing }\n- { from: /fr/articles/3-a, redirectTo: billing/refunds.fr.md }\n`,
    );
    await ok('publish', '--yes');
    const id = idOf('Refunds');
    expect(await redirects()).toEqual([
      `/en/legacy?page=2 en article ${id}`,
      `/fr/articles/12-ancien fr article ${id}`,
      `/fr/articles/3-a fr article ${id}`,
      `/old/billing en collection ${sandbox.world.collections()[0]?.id}`,
    ]);
    expect(await ok('plan')).toContain('No changes');
    expect(await ok('plan', '--offline')).toContain('No changes');
  });

  it('that people made are left alone, recorded where they lead to the same, and said where they do not', async () => {
    const { repository, ok, fails, add, redirects, idOf, writes } = await scene({
      'content/billing/other.md': page('Other'),
    });
    await ok('publish', '--yes');
    await add('/en/a', idOf('Refunds'));
    await add('/en/b', idOf('Other'));
    await add('/en/c', idOf('Other'));
    const before = await redirects();
    await repository.write({ [file]: page('Refunds', from('/en/a', '/en/b')) });
    const shown = await fails('plan');
    expect(shown).toContain('. record    redirect from /en/a');
    expect(shown).toMatch(/refunds\.md:5:5 .*"\/en\/b" leads to billing\/other\.md in Intercom already/);
    const begin = writes().length;
    await fails('publish', '--yes');
    expect(writes().slice(begin)).toEqual([]);
    await repository.write({ [file]: page('Refunds', from('/en/a')) });
    expect(await ok('plan')).toContain('No changes');
    await repository.write({ [file]: page('Refunds') });
    await ok('publish', '--yes');
    expect(await redirects()).toEqual(before.filter((one) => !one.startsWith('/en/a ')));
  });

  it('that cannot be are errors where they stand', async () => {
    const { repository, lines, ok, fails, redirects, sandbox } = await scene({
      'content/billing/other.md': page('Other'),
    });
    await ok('publish', '--yes');
    const url = sandbox.world.articles().find(({ contents }) => contents.en?.title === 'Other');
    const live = (
      JSON.parse(await readFile(path.join(repository.dir, 'helpcentre.lock.json'), 'utf8')) as {
        workspaces: Record<string, { articles: Record<string, { url: string }> }>;
      }
    ).workspaces;
    const address = Object.values(live)[0]?.articles['billing/other.md']?.url ?? '';
    expect(url).toBeDefined();
    await repository.write({
      [file]: page('Refunds', from('https://docs.example.com/x', address, '/en/d')),
      'content/team.md': page('Team', 'type: internal\n'),
    });
    await lines(
      '- { from: /en/d, redirectTo: billing }\n- { from: /en/e, redirectTo: billing/refund.md }\n- { from: /en/f, redirectTo: team.md }\n',
    );
    const shown = await fails('plan');
    expect(shown).toMatch(/refunds\.md:4:5 .*"https:\/\/docs\.example\.com\/x" is no address of the help centre/);
    expect(shown).toMatch(/is where readers find billing\/other\.md now/);
    expect(shown).toMatch(
      /redirects\.yml:1:11 .*"\/en\/d" leads somewhere already \(content\/billing\/refunds\.md:6\)/,
    );
    expect(shown).toMatch(/redirects\.yml:2:30 .*no such source or collection/);
    expect(shown).toContain('Did you mean "billing/refunds.md"?');
    expect(shown).toMatch(/redirects\.yml:3:30 .*leads to "team\.md", which is an internal article and has no address/);
    await fails('publish', '--yes');
    expect(await redirects()).toHaveLength(1);
    await lines('- from: nowhere\n  redirectTo: x\n  to: y\n');
    expect(await fails('check')).toMatch(/redirects\.yml:1:9 .*expected an address of the help centre/);
  });

  it('stay while nobody can tell that their line is gone', async () => {
    const { repository, lines, ok, fails, redirects } = await scene();
    await repository.write({ [file]: page('Refunds', from('/en/a')), 'content/billing/other.md': page('Other') });
    await lines('- { from: /en/b, redirectTo: billing/other.md }\n');
    await ok('publish', '--yes');
    const before = await redirects();
    await lines('- { from: /en/b, redirectto: billing/other.md }\n');
    await repository.write({ [file]: '---\ntitle: [a\n---\n\nText.\n' });
    await fails('publish', '--yes');
    await lines('- { from: /en/b, redirectTo: billing/othr.md }\n');
    await repository.write({ [file]: page('Refunds', 'sync: false\n') });
    await fails('publish', '--yes');
    expect(await redirects()).toEqual(before);
  });

  it('are said once where the API has none, and nothing is asked about them', async () => {
    const { repository, ok, redirects, sandbox } = await scene({}, 'apiVersion: "2.11"\n');
    await repository.write({ [file]: page('Refunds', from(old, '/en/b')) });
    expect(await ok('publish', '--yes')).toMatch(
      /refunds\.md:4:5 .*2 redirects are not made: version 2\.11 of Intercom's API has none/,
    );
    expect(sandbox.log.filter(({ path: at }) => at.includes('redirects'))).toEqual([]);
    expect(await redirects()).toEqual([]);
  });

  it('are offered for an article that goes after more than a day, or that others link to', async () => {
    let days = 0;
    const { repository, ok, fails, lines, redirects, read } = await scene(
      { 'content/billing/gone.md': page('Gone') },
      'removed: delete\n',
      () => days * 86_400_000,
    );
    await ok('publish', '--yes');
    const address = /"url": "[^"]*?(\/en\/articles\/\d+-gone)"/.exec(await read('helpcentre.lock.json'))?.[1] ?? '';
    await repository.remove('content/billing/gone.md');
    expect(await ok('plan')).not.toContain('redirects.yml');
    days = 2;
    const line = `- { from: ${address}, redirectTo: billing }`;
    const shown = await ok('plan');
    expect(shown).toContain(line);
    expect(shown).toMatch(/content\/billing\/gone\.md:1:1 .*readers may still come to/);
    expect(await ok('plan', '--offline')).toContain(line);
    await lines(`${line}\n`);
    expect(await ok('plan')).not.toContain('To lead them on');
    await ok('publish', '--yes');
    expect((await redirects())[0]).toContain(`${address} en collection `);
    expect(await ok('plan')).toContain('No changes');
    void fails;
  });

  it('are made once where an answer is lost, and known again from a fresh checkout', async () => {
    const { repository, ok, redirects, sandbox, idOf, read, writes } = await scene();
    await ok('publish', '--yes');
    const before = await read('helpcentre.lock.json');
    await repository.write({ [file]: page('Refunds', from(old)) });
    sandbox.setFaults('reset-after@POST:/help_center*@1');
    await ok('publish', '--yes');
    sandbox.setFaults([]);
    expect(await redirects()).toEqual([`${old} en article ${idOf('Refunds')}`]);
    const after = await read('helpcentre.lock.json');
    const begin = writes().length;
    await repository.write({ 'helpcentre.lock.json': before });
    expect(await ok('publish', '--yes')).not.toContain('created');
    expect(writes().slice(begin)).toEqual([]);
    expect(await read('helpcentre.lock.json')).toBe(after);
  });

  it('wait until readers can see what they lead to', async () => {
    const { repository, ok, redirects, idOf } = await scene();
    await repository.write({ 'content/billing/new.md': page('New', `state: draft\n${from(old)}`) });
    await ok('publish', '--yes');
    expect(await redirects()).toEqual([]);
    await repository.write({ 'content/billing/new.md': page('New', from(old)) });
    await ok('publish', '--yes');
    expect(await redirects()).toEqual([`${old} en article ${idOf('New')}`]);
  });

  it('are no part of what is staged, nor of another part', async () => {
    const { repository, ok, redirects } = await scene();
    await repository.write({ [file]: page('Refunds', from(old)), 'content/billing/b.md': page('B', from('/en/b')) });
    await ok('publish', '--yes', '--stage');
    expect(await redirects()).toEqual([]);
    await ok('publish', '--yes', file);
    expect((await redirects()).map((one) => one.split(' ')[0])).toEqual([old]);
    await repository.write({ [file]: page('Refunds') });
    await ok('publish', '--yes', 'content/billing/b.md');
    expect((await redirects()).map((one) => one.split(' ')[0])).toEqual(['/en/b', old].sort());
  });

  it('come back with an import: the same files, and nothing to do', async () => {
    const { repository, ok, env, add, idOf } = await scene();
    const text = page('Refunds', from(old, '/en/legacy'));
    const lines = '- from: /en/old-billing\n  redirectTo: billing\n- from: /fr/vieux\n  redirectTo: billing\n';
    await repository.write({ [file]: text, 'redirects.yml': lines });
    await ok('publish', '--yes');
    await add('/fr/x', idOf('Refunds'), 'fr');
    const empty = await mkdtemp(path.join(tmpdir(), 'helpcentre-import-redirects-'));
    onTestFinished(() => rm(empty, { recursive: true, force: true }));
    const imported = await runIn(empty, ['import', '--yes'], { env });
    expect(imported.code, imported.stdout + imported.stderr).toBe(0);
    expect(imported.stdout).toContain('0 changes');
    const read = await readFile(path.join(empty, file), 'utf8');
    expect(read).toContain(from(old, '/en/legacy'));
    expect(await readFile(path.join(empty, 'redirects.yml'), 'utf8')).toBe(lines);
    expect((await runIn(empty, ['plan'], { env })).stdout).toContain('No changes');
  });

  it('are left out of an import, aloud, where the token may not read them', async () => {
    const sandbox = await startSandbox({ dir: null, tokens: [{ token: 'articles', redirects: false }] });
    onTestFinished(() => sandbox.close());
    await sandbox.world.createArticle({ title: 'One', body: '<p>Text.</p>' });
    const empty = await mkdtemp(path.join(tmpdir(), 'helpcentre-import-redirects-'));
    onTestFinished(() => rm(empty, { recursive: true, force: true }));
    const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: 'articles' };
    const { code, stdout, stderr } = await runIn(empty, ['import', '--yes'], { env });
    expect(code, stdout + stderr).toBe(0);
    expect(stderr).toContain('Redirects are not imported, for the token may not read them');
  });
});
