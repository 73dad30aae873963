import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areLetGo } from '../../src/intercom/held-bodies.ts';
import type { WorkspaceReader } from '../../src/model/workspace.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { readAhead } from '../../src/use-cases/ahead.ts';
import { connectReader } from '../../src/use-cases/connect.ts';
import { makeContext } from '../../src/use-cases/context.ts';
import { asAimed } from '../../src/use-cases/let-go.ts';
import { planAgainst, sourcesOrThrow } from '../../src/use-cases/plan.ts';
import { runs } from '../kit/depth.ts';
import { makeRepository, type TestRepository } from '../kit/repository.ts';
import { inventHost, type RunOptions, runIn } from '../kit/run-in.ts';

interface Scene {
  readonly sandbox: Sandbox;
  readonly repository: TestRepository;
  /** With what earlier runs kept, so that bodies go as they come; without it they go once they were read. */
  readonly kept: RunOptions;
  /** Requests since this was last asked, without those of every plan. */
  asked(): readonly string[];
}

/** Articles of which every second has its text from a snippet, and all others link to a heading of the first. */
const files = {
  'helpcentre.yml': 'state: published\nvariables: { product: Acme }\n',
  'content/_snippets/one.md': 'One snippet\n',
  'content/0.md': '# Article 0\n\n## A heading\n\nText.\n',
  'content/1.md': '# Article 1\n\n:::include{file="_snippets/one.md"}\n',
  'content/2.md': '# Article 2\n\nSee [that](0.md#a-heading).\n',
  'content/3.md': '# Article 3\n\n## Mine\n\n:::include{file="_snippets/two.md"}\n',
  'content/_snippets/two.md': 'Another snippet\n',
};

async function scene(more: Readonly<Record<string, string>> = {}): Promise<Scene & AsyncDisposable> {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000 });
  const repository = await makeRepository({ ...files, ...more });
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const kept = { build: 'one', env: { ...env, XDG_CACHE_HOME: `${repository.dir}/.helpcentre/home` } };
  const published = await runIn(repository.dir, ['publish', '--yes'], kept);
  expect(published).toMatchObject({ code: 0 });
  let seen = 0;
  const asked = (): readonly string[] => {
    const all = sandbox.log.slice(seen);
    seen += all.length;
    return all.map(({ method, path }) => `${method} ${path}`).filter((line) => /articles/.test(line));
  };
  asked();
  return { sandbox, repository, kept, asked, [Symbol.asyncDispose]: () => sandbox.close() };
}

/** How much is known of the sources while Intercom is listed, and what else happens then. */
interface Moment {
  /** They are not compiled, and asking Intercom again costs next to nothing. */
  readonly isNear?: boolean;
  readonly meddle?: (client: WorkspaceReader) => void;
}

/** The plan as commands make it, and whose bodies are let go. */
async function planned({ repository }: Pick<Scene, 'repository'>, options: RunOptions, moment: Moment = {}) {
  const { host, end } = inventHost(repository.dir, options);
  const context = makeContext(host, {});
  const sources = await sourcesOrThrow(context);
  const connection = await connectReader(context, sources.settings, sources.folder);
  moment.meddle?.(connection.client);
  const isNear = moment.isNear === true;
  const aimed = isNear ? { ...asAimed(sources), compiled: () => null } : asAimed(sources);
  const asked = isNear ? { ...connection, sandboxUrl: connection.ownFolder } : connection;
  const ahead = await readAhead(context, sources.settings, asked, undefined, aimed);
  const looked = await planAgainst(context, sources, connection, {}, undefined, ahead);
  const { plan, remote } = looked;
  const { problems } = looked.sources;
  await connection.close();
  await end();
  const titles = remote.articles.filter(areLetGo).map(({ locales }) => locales.en?.title ?? '');
  return { plan, remote, problems, letGo: titles.sort() };
}

/** The same with all bodies. */
async function plannedWithAll({ repository }: Pick<Scene, 'repository'>, options: RunOptions) {
  const { host, end } = inventHost(repository.dir, options);
  const context = makeContext(host, {});
  const sources = await sourcesOrThrow(context);
  const connection = await connectReader(context, sources.settings, sources.folder);
  const { plan, remote } = await planAgainst(context, sources, connection, {});
  await connection.close();
  await end();
  expect(remote.articles.some(areLetGo)).toBe(false);
  return plan;
}

const whole = ['Article 0', 'Article 1', 'Article 2', 'Article 3'];

test.each([
  ['as they come', true],
  ['once they were read', false],
])('bodies of articles that did not change are let go %s', async (_, isKept) => {
  await using made = await scene();
  const options = isKept ? made.kept : { env: made.kept.env ?? {} };
  await runIn(made.repository.dir, ['plan'], options);
  made.asked();
  const { remote, letGo } = await planned(made, options);
  expect(letGo).toEqual(whole);
  expect(() => remote?.articles[0]?.locales.en?.body).toThrow('let go');
  await made.repository.write({ 'content/1.md': '# Article 1\n\nOther.\n' });
  expect((await planned(made, options)).letGo).toEqual(whole.filter((title) => title !== 'Article 1'));
  expect(made.asked().filter((line) => !line.includes('?'))).toEqual([]);
});

test('what an edit in Intercom changed keeps its body', async () => {
  await using made = await scene();
  const [first] = made.sandbox.world.articles();
  await made.sandbox.world.editArticle(first?.id ?? '', { body: '<p>Edited</p>' });
  const { plan, letGo } = await planned(made, made.kept);
  expect(letGo).toHaveLength(3);
  expect(plan.held.map(({ why }) => why)).toEqual(['drift']);
});

test('a link to a heading of an article that did not change leads to what Intercom has', async () => {
  const sandbox = await startSandbox({ dir: null, rateLimit: 100_000, quirks: { headingIds: 'replaced' } });
  const repository = await makeRepository(files);
  const env = { INTERCOM_BASE_URL: sandbox.url, INTERCOM_ACCESS_TOKEN: sandbox.token };
  const kept = { build: 'one', env: { ...env, XDG_CACHE_HOME: `${repository.dir}/.helpcentre/home` } };
  expect(await runIn(repository.dir, ['publish', '--yes'], kept)).toMatchObject({ code: 0 });
  await repository.write({ 'content/4.md': '# Article 4\n\nSee [it](0.md#a-heading).\n' });
  expect((await planned({ repository }, kept)).letGo).toContain('Article 0');
  expect(await runIn(repository.dir, ['publish', '--yes'], kept)).toMatchObject({ code: 0 });
  const bodyOf = (title: string) => {
    const found = sandbox.world.articles().find(({ contents }) => contents.en?.title === title);
    return sandbox.world.body(found?.id ?? '') ?? '';
  };
  const id = /<h1 id="(h_[^"]+)"/.exec(bodyOf('Article 0'))?.[1];
  expect(id).toBeDefined();
  expect(bodyOf('Article 4')).toContain(`#${id}"`);
  await sandbox.close();
});

test.each([false, true])(
  'an article that changed with a snippet has its body (not compiled yet: %s)',
  async (isNear) => {
    await using made = await scene();
    await planned(made, made.kept);
    await made.repository.write({ 'content/_snippets/one.md': 'Something else\n' });
    made.asked();
    const { plan, letGo } = await planned(made, made.kept, { isNear });
    expect(plan.changes.map(({ key }) => key)).toEqual(['1.md']);
    expect(letGo).toEqual(['Article 0', 'Article 2', 'Article 3']);
    const id = plan.changes[0]?.id;
    // Only where it was let go, it is asked for again.
    const [listed, ...others] = made.asked();
    expect(listed).toContain('?');
    expect(others).toEqual(isNear ? [`GET /articles/${id}`] : []);
    const diff = await runIn(made.repository.dir, ['diff'], made.kept);
    expect(diff.stdout).toContain('One snippet');
  },
);

test.each([false, true])('most changed with a setting, and are listed (not compiled yet: %s)', async (isNear) => {
  const many = Object.fromEntries(
    Array.from({ length: 20 }, (_, number) => [`content/m${number}.md`, `# M${number}\n\nOf {{product}}.\n`]),
  );
  await using made = await scene(many);
  await planned(made, made.kept);
  await made.repository.write({ 'helpcentre.yml': 'state: published\nvariables: { product: Other }\n' });
  made.asked();
  const { plan, letGo } = await planned(made, made.kept, { isNear });
  expect(plan.changes).toHaveLength(20);
  expect(letGo).toEqual(isNear ? [] : whole);
  const asked = made.asked();
  expect(asked.filter((line) => !line.includes('?'))).toEqual([]);
  // Once more where they were let go.
  expect(asked).toHaveLength(isNear ? 2 : 1);
});

type Deed = (made: Scene) => Promise<unknown>;
const fewest: readonly (readonly [string, Deed])[] = [
  ['an article goes', ({ repository }) => repository.remove('content/1.md')],
  [
    'a file says the same in other words',
    ({ repository }) => repository.write({ 'content/1.md': `${files['content/1.md']}\n` }),
  ],
  ['Fin is to answer without an article', ({ repository }) => repository.write(withFin)],
  ['a snippet is gone', ({ repository }) => repository.remove('content/_snippets/one.md')],
];
const withFin = {
  'content/1.md': '---\nfin: { chatbot: false }\n---\n\n# Article 1\n\n:::include{file="_snippets/one.md"}\n',
};

test.each(fewest.flatMap(([name, deed]) => [true, false].map((isKept) => [name, isKept, deed] as const)))(
  'where %s, no more is asked for than with all bodies (with what earlier runs kept: %s)',
  async (_, isKept, deed) => {
    await using made = await scene();
    const options = isKept ? made.kept : { env: made.kept.env ?? {} };
    await planned(made, options);
    await deed(made);
    made.asked();
    const { plan, letGo } = await planned(made, options);
    const few = made.asked();
    expect(letGo.length).toBeGreaterThan(1);
    expect(await plannedWithAll(made, options)).toEqual(plan);
    expect(few).toEqual(made.asked());
  },
);

test('that others link to an article that goes is known without their bodies', async () => {
  await using made = await scene();
  const { id = '' } = made.sandbox.world.articles().find(({ contents }) => contents.en?.title === 'Article 1') ?? {};
  const link = `# Article 4\n\nSee [that](https://help.example.com/en/articles/${id}-one).\n`;
  await made.repository.write({ 'content/4.md': link });
  expect(await runIn(made.repository.dir, ['publish', '--yes'], made.kept)).toMatchObject({ code: 0 });
  await planned(made, made.kept);
  await made.repository.remove('content/1.md');
  made.asked();
  const { problems, letGo } = await planned(made, made.kept);
  expect(letGo).toContain('Article 4');
  expect(problems.map(({ code, message }) => [code, message])).toEqual([
    ['redirect-offer', expect.stringContaining('link to')],
  ]);
  expect(made.asked()).toHaveLength(1);
});

test('an article that is there twice is looked at again alone, in every plan', async () => {
  await using made = await scene();
  const { world } = made.sandbox;
  const [first] = world.articles();
  const { id } = await world.createArticle({ title: first?.contents.en?.title ?? '', body: '<p>x</p>' });
  await world.plantBody(id, world.body(first?.id ?? '') ?? '', 'en');
  await planned(made, made.kept);
  for (const isKept of [true, true, false]) {
    made.asked();
    const { plan, letGo } = await planned(made, isKept ? made.kept : { env: made.kept.env ?? {} });
    expect(plan.problems.map(({ code }) => code)).toContain('twin-left');
    expect(letGo).toEqual(['Article 1', 'Article 2', 'Article 3']);
    const [listed, ...others] = made.asked();
    expect(listed).toContain('?');
    expect(others).toEqual(isKept ? [`GET /articles/${first?.id}`] : []);
  }
});

test.each([
  ['has an error', 'has what is put in\n\n:::include{file="_snippets/one.md"}', '_snippets/one.md', 21],
  ['lacks a link', 'links to [it](new.md)', 'nothing.md', 1],
])('where a source %s, it is not asked for with one that is there twice', async (_, words, gone, failed) => {
  const many = Array.from({ length: 20 }, (__, number) => [`content/m${number}.md`, `# M${number}\n\nThis ${words}\n`]);
  const broken = { 'content/new.md': '# New\n\n:::include{file="_snippets/no.md"}\n' };
  await using made = await scene();
  await made.repository.write({ ...Object.fromEntries(many), ...(failed === 1 ? broken : {}) });
  await runIn(made.repository.dir, ['publish', '--yes'], made.kept);
  const { world } = made.sandbox;
  const [first] = world.articles();
  const { id } = await world.createArticle({ title: first?.contents.en?.title ?? '', body: '<p>x</p>' });
  await world.plantBody(id, world.body(first?.id ?? '') ?? '', 'en');
  await planned(made, made.kept);
  await made.repository.remove(`content/${gone}`).catch(() => undefined);
  made.asked();
  const { plan, letGo } = await planned(made, made.kept, { isNear: true });
  expect(plan.notCompiled).toHaveLength(failed);
  expect(letGo).toHaveLength(23);
  expect(made.asked().filter((line) => !line.includes('?'))).toEqual([`GET /articles/${first?.id}`]);
});

test('of an article that is asked for again, only the bodies are taken', async () => {
  await using made = await scene();
  await planned(made, made.kept);
  await made.repository.write({ 'content/_snippets/one.md': 'Something else\n' });
  const meddle = (client: WorkspaceReader): void => {
    const { article } = client;
    const without = async (...given: Parameters<typeof article>) => {
      const answer = await article(...given);
      const texts = Object.entries(answer?.locales ?? {}).map(([locale, text]) => [locale, { ...text, url: null }]);
      return { ...answer, locales: Object.fromEntries(texts) };
    };
    Object.assign(client, { article: without });
  };
  const { remote } = await planned(made, made.kept, { isNear: true, meddle });
  const found = remote.articles.find(({ locales }) => locales.en?.title === 'Article 1')?.locales.en;
  expect(found?.body).toContain('One snippet');
  expect(found?.url).toContain('article-1');
});

test('what changes in Intercom between the list and the article is seen', async () => {
  await using made = await scene();
  await planned(made, made.kept);
  await made.repository.write({ 'content/_snippets/one.md': 'Something else\n' });
  const { id = '' } = made.sandbox.world.articles().find(({ contents }) => contents.en?.title === 'Article 1') ?? {};
  let isEdited = false;
  const meddle = (client: WorkspaceReader): void => {
    const { article } = client;
    const late = async (...given: Parameters<typeof article>) => {
      if (!isEdited) await made.sandbox.world.editArticle(id, { body: '<p>Edited meanwhile</p>' });
      isEdited = true;
      return article(...given);
    };
    Object.assign(client, { article: late });
  };
  const { plan } = await planned(made, made.kept, { isNear: true, meddle });
  expect(isEdited).toBe(true);
  expect(plan.changes).toEqual([]);
  expect(plan.held).toMatchObject([{ key: '1.md', why: 'conflict' }]);
});

const paths = ['0.md', '1.md', '2.md', '3.md', '5.md', '_snippets/one.md', '_snippets/two.md'];
const bodies = [
  'Text.',
  '## A heading\n\nText.',
  'See [that](0.md#a-heading) and [it](1.md).',
  ':::include{file="_snippets/one.md"}',
  'Of {{product}}.',
  '<!-- empty -->',
];
const fronts = ['', '', '---\nfin: { chatbot: false }\n---\n\n', '---\nstate: draft\n---\n\n'];
const step = fc.oneof(
  fc.record({
    is: fc.constant('write' as const),
    path: fc.constantFrom(...paths),
    front: fc.constantFrom(...fronts),
    text: fc.array(fc.constantFrom(...bodies), { minLength: 1, maxLength: 3 }).map((all) => all.join('\n\n')),
  }),
  fc.record({ is: fc.constant('remove' as const), path: fc.constantFrom('1.md', '2.md', '5.md') }),
  fc.record({ is: fc.constant('rename' as const), to: fc.constantFrom('moved.md', 'folder/3.md') }),
  fc.record({ is: fc.constant('variable' as const), product: fc.constantFrom('Acme', 'Other') }),
  fc.record({
    is: fc.constant('edit' as const),
    at: fc.nat(5),
    edit: fc.constantFrom<object>({ body: '<p>Edited</p><h2 id="h_1">A heading</h2>' }, { title: 'Edited' }),
  }),
  fc.record({ is: fc.constant('gone' as const), at: fc.nat(5) }),
  fc.record({ is: fc.constant('twin' as const), at: fc.nat(5) }),
  fc.record({ is: fc.constant('publish' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take({ repository, sandbox, kept }: Scene, one: Step): Promise<void> {
  const article = 'at' in one ? sandbox.world.articles()[one.at] : undefined;
  if (one.is === 'write')
    await repository.write({ [`content/${one.path}`]: `${one.front}# ${one.path}\n\n${one.text}\n` });
  if (one.is === 'remove') await repository.remove(`content/${one.path}`).catch(() => undefined);
  if (one.is === 'rename') {
    await repository.write({ [`content/${one.to}`]: files['content/3.md'] });
    await repository.remove('content/3.md').catch(() => undefined);
  }
  if (one.is === 'variable')
    await repository.write({ 'helpcentre.yml': `state: published\nvariables: { product: ${one.product} }\n` });
  if (one.is === 'edit' && article !== undefined) await sandbox.world.editArticle(article.id, one.edit);
  if (one.is === 'gone' && article !== undefined) await sandbox.world.removeArticle(article.id);
  if (one.is === 'twin' && article !== undefined) {
    const { id } = await sandbox.world.createArticle({ title: article.contents.en?.title ?? '', body: '<p>x</p>' });
    await sandbox.world.plantBody(id, sandbox.world.body(article.id) ?? '', 'en');
  }
  if (one.is === 'publish') await runIn(repository.dir, ['publish', '--yes'], kept);
}

test('whatever happens here and there, the plan is the same as with all bodies, and those are listed once', async () => {
  let letGo = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      await using made = await scene();
      for (const one of steps) {
        await take(made, one);
        for (const [options, isNear] of [
          [made.kept, false],
          [made.kept, true],
          [{ env: made.kept.env ?? {} }, false],
        ] as const) {
          made.asked();
          const found = await planned(made, options, { isNear });
          letGo += found.letGo.length;
          const asked = made.asked();
          expect(asked.filter((line) => line.includes('?'))).toHaveLength(1);
          expect(new Set(asked).size).toBe(asked.length);
          expect(found.plan).toEqual(await plannedWithAll(made, options));
        }
      }
    }),
    { numRuns: runs(12) },
  );
  expect(letGo).toBeGreaterThan(20);
}, 300_000);
