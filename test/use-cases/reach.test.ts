import { describe, expect, it } from 'vitest';
import { type Files, publishedInGit } from '../kit/published-in-git.ts';

const file = 'content/billing/refunds.md';
const refunds = (front: string, words = 'Within 30 days.'): string => `---\ntitle: Refunds\n${front}---\n\n${words}\n`;

async function scene(before: Files = {}, settings = '') {
  const files = { [file]: refunds(''), 'content/billing/_collection.yml': 'name: Billing\n', ...before };
  const made = await publishedInGit(files, `state: published\nmaxRemovals: 100%\n${settings}`);
  const { sandbox } = made;
  const api = async (method: string, path: string, body?: object) => {
    const headers = {
      authorization: `Bearer ${sandbox.token}`,
      'content-type': 'application/json',
      'intercom-version': '2.16',
    };
    const answer = await fetch(`${sandbox.url}${path}`, { method, headers, body: body ? JSON.stringify(body) : null });
    return (answer.headers.get('content-type') ?? '').includes('json')
      ? ((await answer.json()) as { id: string })
      : null;
  };
  await sandbox.world.addAudience(7, 'Enterprise');
  await sandbox.world.addAudience(8, 'VIP customers');
  const [billing, urgent] = [
    await api('POST', '/tags', { name: 'Billing' }),
    await api('POST', '/tags', { name: 'urgent' }),
  ];
  const article = (title = 'Refunds') => {
    const found = sandbox.world.articles().find(({ contents }) => contents.en?.title === title);
    if (found === undefined) throw new Error(`no article ${title}`);
    return found;
  };
  const reach = (title = 'Refunds') => {
    const { contents, tags } = article(title);
    return [contents.en?.ai, [...(contents.en?.audienceIds ?? [])].sort(), tags.map(({ id }) => id)];
  };
  const ok = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await made.run(...argv);
    expect(code, stdout + stderr).toBe(0);
    return stdout + stderr;
  };
  const writes = () =>
    sandbox.log
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path.replace(/\d+/g, 'N')}`);
  return { ...made, api, article, reach, ok, writes, billing: billing?.id ?? '', urgent: urgent?.id ?? '' };
}

const everything = { chatbot: true, copilot: true, sales: true };

describe('fin, audiences and tags', () => {
  it('are set with the text of a new article, and its tags after it', async () => {
    const { repository, ok, reach, writes, billing } = await scene();
    await repository.write({
      'content/billing/new.md':
        '---\ntitle: New\nfin: { chatbot: false }\naudiences: [enterprise, 8]\ntags: [billing]\n---\n\nText.\n',
    });
    const from = writes().length;
    expect(await ok('plan')).toMatch(/\+ create +billing\/new\.md/);
    await ok('publish', '--yes');
    expect(reach('New')).toEqual([{ ...everything, chatbot: false }, [7, 8], [billing]]);
    expect(writes().slice(from)).toEqual(['POST /articles', 'POST /articles/N/tags']);
    expect(await ok('plan')).toContain('No changes');
    expect(await ok('plan', '--offline')).toContain('No changes');
  });

  it('are changed, shown, and left alone where no source names them any more', async () => {
    const { repository, ok, reach, billing, urgent } = await scene();
    await repository.write({ [file]: refunds('fin: { copilot: false }\naudiences: [Enterprise]\ntags: [billing]\n') });
    expect(await ok('plan')).toMatch(
      /~ update +billing\/refunds\.md {2}Fin's use of it changed; audiences changed; tags/,
    );
    const shown = await ok('diff');
    expect(shown).toContain('copilot off');
    expect(shown).toContain('everybody');
    expect(shown).toContain('Enterprise');
    await ok('publish', '--yes');
    expect(reach()).toEqual([{ ...everything, copilot: false }, [7], [billing]]);
    await repository.write({ [file]: refunds('tags: [urgent]\n') });
    await ok('publish', '--yes');
    expect(reach()).toEqual([{ ...everything, copilot: false }, [7], [urgent]]);
    expect(await ok('plan')).toContain('No changes');
  });

  it('come from the nearest that names them: the source, a folder, the configuration', async () => {
    const { repository, ok, reach, billing, urgent } = await scene();
    await repository.write({
      'helpcentre.yml': 'state: published\nmaxRemovals: 100%\nfin: { sales: false }\ntags: [urgent]\n',
      'content/billing/_collection.yml':
        'name: Billing\nfin: { copilot: false }\ntags: [billing]\naudiences: [Enterprise]\n',
      'content/other/plain.md': '# Plain\n\nText.\n',
      'content/billing/deep/own.md': '---\ntitle: Own\nfin: { copilot: true, sales: true }\ntags: []\n---\n\nText.\n',
    });
    await ok('publish', '--yes');
    expect(reach()).toEqual([{ ...everything, copilot: false, sales: false }, [7], [billing]]);
    expect(reach('Plain')).toEqual([{ ...everything, sales: false }, [], [urgent]]);
    expect(reach('Own')).toEqual([everything, [7], []]);
    expect(await ok('plan')).toContain('No changes');
  });

  it('that a colleague set and no source names stay, and so do tags that others put on', async () => {
    const { repository, api, article, ok, reach, billing, urgent } = await scene();
    await repository.write({ [file]: refunds('tags: [billing]\n') });
    await ok('publish', '--yes');
    await api('POST', `/articles/${article().id}/tags`, { id: urgent });
    await api('PUT', `/articles/${article().id}`, { ai_chatbot_availability: false, audience_ids: [8] });
    expect(await ok('plan')).toContain('No changes');
    await repository.write({ [file]: refunds('tags: [billing]\n', 'Within 60 days.') });
    await ok('publish', '--yes');
    expect(reach()).toEqual([{ ...everything, chatbot: false }, [8], [billing, urgent]]);
  });

  it('that a colleague set otherwise hold the article, and can be pulled or written over', async () => {
    const { repository, read, api, article, run, ok, reach, billing } = await scene();
    await repository.write({
      [file]: refunds('fin: { chatbot: false, copilot: true }\naudiences: [Enterprise]\ntags: [billing]\n'),
    });
    await ok('publish', '--yes');
    const { id } = article();
    await api('PUT', `/articles/${id}`, { ai_copilot_availability: false, audience_ids: [8] });
    await api('DELETE', `/articles/${id}/tags/${billing}`);
    const held = await run('plan');
    expect(held.code).toBe(1);
    expect(held.stdout).toContain('edited in Intercom');
    await ok('pull');
    const text = await read(file);
    expect(text).toContain('chatbot: false');
    expect(text).toContain('copilot: false');
    expect(text).toMatch(/audiences:\s*- VIP customers/);
    expect(text).toContain('tags: []');
    expect(await ok('plan')).toContain('No changes');
    await api('PUT', `/articles/${id}`, { ai_copilot_availability: true });
    await ok('publish', '--yes', '--on-drift', 'overwrite');
    expect(reach()).toEqual([{ chatbot: false, copilot: false, sales: true }, [8], []]);
  });

  it('name what the workspace has: what is unknown is an error with the nearest, and tags can be made', async () => {
    const { repository, run, ok, reach } = await scene();
    await repository.write({ [file]: refunds('audiences: [Entreprise]\ntags: [Biling, brand new]\n') });
    const { code, stdout, stderr } = await run('plan');
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('no audience "Entreprise" in the workspace');
    expect(stdout + stderr).toContain('Did you mean "Enterprise"?');
    expect(stdout + stderr).toContain('Did you mean "Billing"?');
    expect(stdout + stderr).toContain(`${file}:3:1`);
    await repository.write({
      [file]: refunds('tags: [brand new]\n'),
      'helpcentre.yml': 'state: published\nmaxRemovals: 100%\ncreateTags: true\n',
    });
    await ok('publish', '--yes');
    expect(reach()[2]).toHaveLength(1);
    expect(await ok('plan')).toContain('No changes');
  });

  it('are in every language of an article', async () => {
    const { repository, sandbox, ok, article } = await scene();
    await sandbox.world.setMultilingual(true);
    await sandbox.world.setLocales(['en', 'de']);
    const de = 'content/billing/refunds.de.md';
    await repository.write({
      [file]: refunds('fin: { chatbot: false }\naudiences: [Enterprise]\n'),
      [de]: '---\ntitle: Erstattung\n---\n\nBinnen 30 Tagen.\n',
      'content/billing/_collection.yml': 'name: Billing\ntranslations:\n  de: { name: Rechnung }\n',
    });
    await ok('publish', '--yes');
    const { contents } = article();
    expect([contents.en?.ai.chatbot, contents.de?.ai.chatbot]).toEqual([false, false]);
    expect([contents.en?.audienceIds, contents.de?.audienceIds]).toEqual([[7], [7]]);
    expect(await ok('plan')).toContain('No changes');
  });

  it('wait with what is staged', async () => {
    const { repository, ok, reach, billing } = await scene();
    await repository.write({ [file]: refunds('fin: { chatbot: false }\ntags: [billing]\n', 'Within 60 days.') });
    await ok('publish', '--stage', '--yes');
    expect(reach()).toEqual([everything, [], []]);
    await ok('publish', '--release', '--yes');
    expect(reach()).toEqual([{ ...everything, chatbot: false }, [], [billing]]);
    expect(await ok('plan')).toContain('No changes');
  });

  it('are not sent before version 2.16, which is said where they are named', async () => {
    const { repository, ok, reach } = await scene({}, 'apiVersion: 2.11\n');
    await repository.write({ [file]: refunds('fin: { chatbot: false }\ntags: [billing]\n', 'Within 60 days.') });
    const said = await ok('plan');
    expect(said).toContain('"fin" and "tags" of one article are not published: version 2.11');
    expect(said).toContain(`${file}:3:1`);
    await ok('publish', '--yes');
    expect(reach()).toEqual([everything, [], []]);
    await repository.write({ 'helpcentre.yml': 'state: published\nmaxRemovals: 100%\n' });
    await ok('publish', '--yes');
    expect((reach()[0] as typeof everything).chatbot).toBe(false);
  });
});
