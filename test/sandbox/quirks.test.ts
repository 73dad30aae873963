import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { observedQuirks, type Quirks, quirkTable, strictQuirks } from '../../src/model/quirks.ts';
import { modes } from '../../src/sandbox/quirks.ts';
import { changingPictures as pictures } from './changing-pictures.ts';
import { type TestBed, testBed } from './start.ts';

/** How a switch shows: what is looked at, and what is seen for each of its values. */
interface Row {
  readonly look: (bed: TestBed) => Promise<unknown>;
  readonly seen: Readonly<Record<string, unknown>>;
}

/** Creates an article and gives its body, or the status it was refused with. */
async function body(bed: TestBed, html: string): Promise<unknown> {
  const answer = await bed.post('/articles', { title: 'x', author_id: bed.author, body: html });
  return answer.status === 200 ? answer.body.body.replace(/h_[0-9a-f]{10}/g, 'h_…') : answer.status;
}

/** The bare path of the only image of a fresh article, its host first. */
async function imageHost(bed: TestBed): Promise<string> {
  const html = String(await body(bed, '<img src="https://example.com/a.png">'));
  return new URL(/src="([^"]+)"/.exec(html)?.[1] ?? '').hostname;
}

const id = (bed: TestBed, fields: object) => bed.article({ state: 'published', ...fields }).then((made) => made.id);
const callout =
  '<div class="intercom-interblocks-callout" style="background-color: #e3e7fa80; border-color: #334bfa33;">a</div>';
const p = (text: string) => `<p class="no-margin">${text}</p>`;
const cell = (style: string) =>
  `<div class="intercom-interblocks-table-container"><table role="presentation"><tbody><tr><td${style}>${p('x')}</td></tr></tbody></table></div>`;

/** One row a switch. */
const table: {
  readonly [Q in keyof Quirks]: Row &
    (Quirks[Q] extends string ? { readonly seen: Readonly<Record<Quirks[Q], unknown>> } : unknown);
} = {
  nestedLists: {
    look: (bed) => body(bed, '<ul><li>a<ul><li>b</li></ul></li></ul>'),
    seen: { kept: `<ul><li>${p('a')}<ul><li>${p('b')}</li></ul></li></ul>`, refused: 400 },
  },
  emptyListItem: {
    look: async (bed) => [await body(bed, '<ul><li>a</li><li></li></ul>'), await body(bed, '<ul><li></li></ul>')],
    seen: {
      refused: [400, 400],
      'refused-if-all': [`<ul><li>${p('a')}</li><li></li></ul>`, 400],
      kept: [`<ul><li>${p('a')}</li><li></li></ul>`, '<ul><li></li></ul>'],
    },
  },
  headingIds: {
    look: async (bed) => {
      const html = '<h1 id="own">a</h1><h1 id="h_0123456789">b</h1>';
      const made = await bed.article({ body: html });
      const again = (await bed.put(`/articles/${made.id}`, { body: made.body })).body.body;
      const ids = [...made.body.matchAll(/id="([^"]+)"/g)].map(([, found]) => found);
      return [ids[0] === 'own', ids[1] === 'h_0123456789', again === made.body];
    },
    seen: {
      kept: [true, true, true],
      replaced: [false, true, true],
      'replaced-every-write': [false, false, false],
    },
  },
  headingLevels: {
    look: async (bed) => {
      const html = String(await body(bed, '<h2>a</h2><h3>b</h3><h6>c</h6>'));
      return [...html.matchAll(/<(h\d)/g)].map(([, level]) => level);
    },
    seen: { shifted: ['h1', 'h2', 'h3'], flattened: ['h2', 'h2', 'h2'] },
  },
  headingMarkup: {
    look: (bed) => body(bed, '<h1 id="h_0123456789">b <b>c</b> <i><code>d</code></i></h1>'),
    seen: { stripped: '<h1 id="h_…">b c d</h1>', kept: '<h1 id="h_…">b <b>c</b> <i><code>d</code></i></h1>' },
  },
  headingLinks: {
    look: (bed) => body(bed, '<h1 id="h_0123456789"><b>b</b> <a href="https://example.com">c</a></h1>'),
    seen: {
      stripped: '<h1 id="h_…">b c</h1>',
      kept: '<h1 id="h_…">b <a href="https://example.com" target="_blank" class="intercom-content-link">c</a></h1>',
    },
  },
  callouts: {
    look: (bed) => body(bed, callout),
    seen: { kept: callout.replace('>a<', `>${p('a')}<`), unwrapped: p('a') },
  },
  details: {
    look: (bed) => body(bed, '<details><summary>a</summary><p>b</p></details>'),
    seen: {
      kept: `<details><summary><h2>a</h2></summary><div class="collapsible-section-content">${p('b')}</div></details>`,
      unwrapped: p('a') + p('b'),
    },
  },
  cellBackground: {
    look: (bed) => body(bed, '<table><tr><td style="background-color: #d7efdc80; width: 90px">x</td></tr></table>'),
    seen: {
      kept: cell(' style="background-color: #d7efdc80; width: 90px;"'),
      'alpha-hex-dropped': cell(' style="width: 90px;"'),
      'alpha-hex-refused': 400,
    },
  },
  cellSpans: {
    look: async (bed) => [
      await body(bed, '<table><tr><td colspan="2" rowspan="3" style="width: 90px">x</td></tr></table>'),
      await body(bed, '<table><tr><td colspan="1" rowspan="many">x</td></tr></table>'),
    ],
    seen: {
      kept: [cell(' colspan="2" rowspan="3" style="width: 90px;"'), cell('')],
      dropped: [cell(' style="width: 90px;"'), cell('')],
    },
  },
  cellWidths: {
    look: (bed) => body(bed, '<table><tr><td style="background-color: #d7efdc; width: 90px">x</td></tr></table>'),
    seen: {
      kept: cell(' style="background-color: #d7efdc; width: 90px;"'),
      dropped: cell(' style="background-color: #d7efdc;"'),
    },
  },
  variableMark: {
    look: async (bed) => {
      const made = await bed.article({ body: '<h1 id="a">{{a}}</h1><p>{{b}}</p><pre><code>{{c}}</code></pre>' });
      const marks = (html: string) => [...html.matchAll(/(#*)\{\{/g)].map(([, found]) => found?.length);
      const again = (await bed.put(`/articles/${made.id}`, { body: made.body })).body.body;
      return [marks(made.body), marks(again)];
    },
    seen: {
      once: [
        [1, 1, 1],
        [1, 1, 1],
      ],
      'every-write': [
        [1, 1, 1],
        [2, 2, 2],
      ],
      never: [
        [0, 0, 0],
        [0, 0, 0],
      ],
    },
  },
  lineBreaks: {
    look: (bed) => body(bed, '<p>a<br>b</p>'),
    seen: { kept: p('a<br>b'), spaces: p('a b') },
  },
  blankParagraphs: {
    look: (bed) => body(bed, '<p>a</p><p></p><p>b</p><ul><li><p></p></li></ul>'),
    seen: {
      kept: `${p('a') + p('')}\n${p('b')}<ul><li>${p('')}\n</li></ul>`,
      dropped: `${p('a') + p('b')}<ul><li>${p('')}\n</li></ul>`,
    },
  },
  codeNewlines: {
    look: (bed) => body(bed, '<pre><code>a\nb<br>c</code></pre>'),
    seen: {
      deleted: '<pre><code>ab<br>c</code></pre>',
      kept: '<pre><code>a\nb<br>c</code></pre>',
      breaks: '<pre><code>a<br>b<br>c</code></pre>',
    },
  },
  buttons: {
    look: (bed) => body(bed, '<a class="intercom-h2b-button" href="https://example.com">a</a>'),
    seen: {
      kept: '<div class="intercom-container"><a class="intercom-h2b-button" target="_blank" href="https://example.com">a</a></div>',
      links: p('<a href="https://example.com" target="_blank" class="intercom-content-link">a</a>'),
    },
  },
  alignments: {
    look: (bed) =>
      body(bed, '<p class="intercom-align-center">a</p><h1 id="h_0123456789" class="intercom-align-right">b</h1>'),
    seen: {
      kept: '<p class="intercom-align-center no-margin">a</p><h1 id="h_…" class="intercom-align-right">b</h1>',
      dropped: `${p('a')}<h1 id="h_…">b</h1>`,
    },
  },
  otherAttributes: {
    look: (bed) => body(bed, '<p title="t" lang="fr" dir="ltr" data-x="y">a</p>'),
    seen: { dropped: p('a'), kept: '<p title="t" lang="fr" dir="ltr" class="no-margin">a</p>' },
  },
  linksWithoutScheme: {
    look: async (bed) => {
      const html = ['example.com/x', '#part', '/path', 'mailto:a@b.c'].map((href) => `<a href="${href}">a</a>`);
      const links = String(await body(bed, html.join(' ')))
        .split('<a')
        .slice(1);
      return links.map((link) => / href="([^"]*)"/.exec(link)?.[1] ?? null);
    },
    seen: {
      kept: ['example.com/x', '#part', '/path', 'mailto:a@b.c'],
      dropped: [null, '#part', '/path', 'mailto:a@b.c'],
      https: ['https://example.com/x', '#part', '/path', 'mailto:a@b.c'],
    },
  },
  videos: {
    look: async (bed) => {
      const addresses = [
        'www.youtube.com/embed/a',
        'player.vimeo.com/video/1',
        'www.loom.com/share/a',
        'example.com/a',
      ];
      const bodies = addresses.map((address) => body(bed, `<iframe src="https://${address}"></iframe>`));
      return (await Promise.all(bodies)).map((found) => found !== 400);
    },
    seen: {
      [observedQuirks.videos.join()]: [true, true, false, false],
      'youtube-embed,loom-share': [true, false, true, false],
      '': [false, false, false, false],
    },
  },
  largestBody: {
    look: async (bed) => [
      (await body(bed, 'a'.repeat(3000))) === 400,
      (await body(bed, 'a'.repeat(1_100_000))) === 400,
    ],
    seen: { 1048576: [false, false], 4000: [false, true], 2000: [true, true] },
  },
  imageHost: { look: imageHost, seen: { self: '127.0.0.1', intercom: 'downloads.intercomcdn.com' } },
  imageTypes: {
    look: async (bed) => {
      const served = await pictures();
      const bodies = ['a.png', 'a.gif'].map((name) => body(bed, `<img src="${served}/${name}">`));
      return (await Promise.all(bodies)).map((found) => found !== 400);
    },
    seen: { [observedQuirks.imageTypes.join()]: [true, true], png: [true, false] },
  },
  imageSizes: {
    look: async (bed) =>
      /width="30" height="20"/.test(
        String(await body(bed, `<img src="https://example.com/a.png" width="30" height="20">`)),
      ),
    seen: { kept: true, dropped: false },
  },
  sameImageAddress: {
    look: async (bed) => {
      const served = await pictures();
      const copies = [
        await body(bed, `<img src="${served}/changing.png">`),
        await body(bed, `<img src="${served}/changing.png">`),
      ];
      const [first, second] = copies.map((html) => /src="([^?]+)/.exec(String(html))?.[1]);
      return first === second;
    },
    seen: { 'old-copy': true, 'fetched-again': false },
  },
  authorOmitted: {
    look: async (bed) => {
      const tom = Number(bed.sandbox.world.teammates()[1]?.id);
      const { author_id } = (await bed.put(`/articles/${await id(bed, { author_id: tom })}`, { title: 'y' })).body;
      return author_id === tom;
    },
    seen: { 'token-owner': false, kept: true },
  },
  parentIdNull: {
    look: async (bed) => {
      const article = await id(bed, { parent_id: Number((await bed.collection()).id) });
      const answer = await bed.put(`/articles/${article}`, { parent_id: null });
      return answer.status === 200 ? answer.body.parent_ids.length : answer.status;
    },
    seen: { clears: 0, ignored: 1, refused: 400 },
  },
  idTypes: {
    look: async (bed) => {
      const { id: parent } = await bed.collection();
      const make = (fields: object) => bed.post('/articles', { title: 'x', author_id: bed.author, ...fields });
      const article = (await make({})).body.id;
      const answers = [
        make({ author_id: String(bed.author) }),
        make({ parent_id: parent }),
        bed.put(`/articles/${article}`, { parent_id: Number(parent) }),
        bed.put(`/articles/${article}`, { parent_id: parent }),
      ];
      return (await Promise.all(answers)).map(({ status }) => status);
    },
    seen: { either: [200, 200, 200, 200], 'as-described': [400, 400, 400, 200] },
  },
  parentIdInAnswers: {
    look: async (bed) => {
      const article = await id(bed, { parent_id: Number((await bed.collection()).id) });
      const { parent_id, parent_ids } = (await bed.get(`/articles/${article}`, { version: '2.14' })).body;
      return [parent_id === parent_ids[0], parent_ids.length];
    },
    seen: { 'in-step': [true, 1], null: [false, 1] },
  },
  publishedOverPendingDraft: {
    look: async (bed) => {
      const article = await id(bed, {});
      await bed.sandbox.world.stageDraft(article, { title: 'Later' });
      return (await bed.put(`/articles/${article}`, { title: 'New', state: 'published' })).body.title;
    },
    seen: { staged: 'Title', live: 'New' },
  },
  contentId: { look: async (bed) => 'content_id' in (await bed.article()), seen: { present: true, absent: false } },
  urlWithoutCollection: {
    look: async (bed) => (await bed.article({ state: 'published' })).url === null,
    seen: { given: false, null: true },
  },
  missingLocales: {
    look: async (bed) =>
      Object.entries((await bed.article()).translated_content).filter(([, content]) => content === null).length,
    seen: { absent: 0, null: 3 },
  },
  unknownLocale: {
    look: async (bed) =>
      (await bed.post('/articles', { title: 'x', author_id: bed.author, translated_content: { ja: { title: 'x' } } }))
        .status,
    seen: { refused: 400, ignored: 200 },
  },
  translationsWhenOff: {
    look: async (bed) => {
      await bed.sandbox.world.setMultilingual(false);
      const translated_content = { fr: { title: 'x' } };
      return (await bed.post('/articles', { title: 'x', author_id: bed.author, translated_content })).status;
    },
    seen: { ignored: 200, refused: 400 },
  },
  draftNotFoundBody: {
    look: async (bed) => (await bed.get(`/articles/${await id(bed, {})}/draft`)).body?.type,
    seen: { empty: undefined, envelope: 'error.list' },
  },
  draftErrorBody: {
    look: async (bed) => {
      const answer = await bed.post(`/articles/${await id(bed, {})}/draft/publish`, {});
      return Object.keys(answer.body);
    },
    seen: { short: ['errors'], envelope: ['type', 'request_id', 'errors'] },
  },
  articleTags: {
    look: async (bed) => {
      const { id: tag } = (await bed.post('/tags', { name: 'New' })).body;
      return (await bed.post(`/articles/${await id(bed, {})}/tags`, { id: tag })).status;
    },
    seen: { taken: 200, refused: 403 },
  },
  schedules: {
    look: async (bed) => {
      const made = await bed.article();
      const answer = await bed.put(`/articles/${made.id}`, { scheduled_publish_at: '2040-01-01T00:00:00Z' });
      return answer.body.scheduled_publish_at !== null;
    },
    seen: { kept: true, ignored: false },
  },
  redirects: {
    look: async (bed) => {
      const { id: centre, url } = (await bed.get('/help_center/help_centers')).body.data[0];
      const { id: target_id } = await bed.collection();
      const redirect = { from_url: `${url}/en/old`, locale: 'en', target_type: 'collection', target_id };
      return (await bed.post(`/help_center/help_centers/${centre}/redirects`, redirect)).status;
    },
    seen: { taken: 200, refused: 403 },
  },
  markdownRead: {
    look: async (bed) => (await bed.article({ body: '<p>a</p>' })).body_markdown,
    seen: { given: 'a\n', null: null },
  },
  markdownWritten: {
    look: async (bed) => (await bed.article({ body_markdown: '**a**' })).body,
    seen: { taken: p('<b>a</b>'), ignored: '' },
  },
  snippetMarkdown: {
    look: async (bed) => {
      const { id } = (await bed.post('/content_snippets', { title: 'Reset', body_markdown: 'Go on.' })).body;
      return (await bed.get(`/content_snippets/${id}`)).body.body_markdown;
    },
    seen: { text: 'Go on.\n', 'under-title': '# Reset\n\nGo on.\n' },
  },
  deleteNonEmptyCollection: {
    look: async (bed) => {
      const { id: top } = await bed.collection();
      const { id: inner } = await bed.collection({ parent_id: top });
      const article = await id(bed, { parent_id: Number(inner) });
      await bed.del(`/help_center/collections/${inner}`);
      return (await bed.get(`/articles/${article}`)).body.parent_ids.map((parent: number) =>
        parent === Number(top) ? 'top' : 'inner',
      );
    },
    seen: { unlist: [], lift: ['top'], refuse: ['inner'] },
  },
  nestedHelpCentreId: {
    look: async (bed) => (await bed.collection({ parent_id: (await bed.collection()).id })).help_center_id === null,
    seen: { null: true, given: false },
  },
  pageZero: {
    look: async (bed) => {
      for (let n = 0; n < 3; n++) await bed.article();
      return (await bed.get('/articles?page=0&per_page=2')).body.data.length;
    },
    seen: { 'all-rows': 3, 'first-page': 2 },
  },
  tiedRows: {
    look: async (bed) => {
      await bed.sandbox.world.createArticle({ title: 'a' });
      await bed.sandbox.world.createArticle({ title: 'b' });
      const pages = await Promise.all([1, 2].map((page) => bed.get(`/articles?per_page=1&page=${page}`)));
      return pages.map((page) => page.body.data[0].title);
    },
    seen: { 'newer-first': ['b', 'a'], unstable: ['b', 'b'] },
  },
  perPageTooBig: {
    look: async (bed) => (await bed.get('/articles?per_page=300')).status,
    seen: { refused: 400, clamped: 200 },
  },
  requestIds: {
    look: async (bed) => (await bed.get('/me')).headers.get('x-request-id')?.length,
    seen: { short: 20, uuid: 36 },
  },
};

test('every switch is in the table', () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(observedQuirks).sort());
  expect(Object.keys(strictQuirks).sort()).toEqual(Object.keys(observedQuirks).sort());
});

test('every switch is in the documentation, its observed value first and its strict one marked', async () => {
  const page = await readFile(new URL('../../docs/reference/sandbox.md', import.meta.url), 'utf8');
  for (const name of Object.keys(observedQuirks) as (keyof Quirks)[]) {
    const line = page.split('\n').find((row) => row.startsWith(`| \`${name}\` | `)) ?? '';
    const { kind, values, asked } = quirkTable[name];
    expect(line.split(' | ').at(-1)).toBe(`${typeof asked === 'string' ? asked : `no: ${asked.not}`} |`);
    for (const value of values) expect(line).toContain(`\`${value}\``);
    if (kind !== 'choice') continue;
    expect(line).toContain(`| \`${name}\` | \`${observedQuirks[name]}\``);
    if (strictQuirks[name] !== observedQuirks[name]) expect(line).toContain(`**\`${strictQuirks[name]}\`**`);
    expect(Object.keys(table[name].seen)).toEqual([...values]);
  }
});

/** A value as it is a key of the table. */
function valueNamed(name: keyof Quirks, key: string): unknown {
  const { kind } = quirkTable[name];
  return kind === 'number' ? Number(key) : kind === 'list' ? key.split(',').filter((member) => member !== '') : key;
}

const rows = Object.entries(table).flatMap(([name, { look, seen }]) =>
  Object.entries(seen).map(([value, expected]) => [name, value, { look, expected }] as const),
);

test.each(rows)('%s: %s', async (name, value, { look, expected }) => {
  const bed = await testBed({
    quirks: { [name]: valueNamed(name as keyof Quirks, value) },
    now: () => Date.UTC(2026, 0, 1),
  });
  expect(await look(bed)).toEqual(expected);
});

const cases = Object.keys(table).flatMap((name) =>
  (['observed', 'strict'] as const).map((mode) => [name, mode] as const),
);

test.each(cases)('%s in mode %s', async (name, mode) => {
  const { look, seen } = table[name as keyof Quirks] as Row;
  // Types of ids are checked before anything else, and only one row is about them.
  const aside = name === 'idTypes' ? {} : { idTypes: 'either' as const };
  const bed = await testBed({ mode, quirks: aside, now: () => Date.UTC(2026, 0, 1) });
  expect(await look(bed)).toEqual(seen[String(modes[mode][name as keyof Quirks])]);
});

test('a single switch can differ from its mode, and be turned while the sandbox runs', async () => {
  const bed = await testBed({ mode: 'strict', quirks: { nestedLists: 'kept' } });
  const nested = '<ul><li>a<ul><li>b</li></ul></li></ul>';
  expect(await body(bed, nested)).not.toBe(400);
  bed.sandbox.setQuirks({ nestedLists: 'refused' });
  expect(await body(bed, nested)).toBe(400);
});
