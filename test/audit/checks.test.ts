import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { expiryOf } from '../../src/audit/checks/expired-link.ts';
import type { AuditInput } from '../../src/audit/facts.ts';
import type { AuditedPicture } from '../../src/model/audit.ts';
import type { ArticleStatistics } from '../../src/model/statistics.ts';
import { auditedCentre, centre, collection, home, now, type TestArticle } from '../kit/audited-centre.ts';

/** What is found, as `code rank: message`. */
const found = (input: AuditInput): readonly string[] =>
  audit(input).findings.map(({ code, rank, message }) => `${code} ${rank}: ${message}`);

const link = (href: string, words = 'Prices'): string => `<p>${words} <a href="${href}">${words}</a></p>`;
const draft = (body: string) => ({ body, state: 'draft' }) as const;
/** Says something of its own, so that nothing is twice. */
const other: TestArticle = {
  id: '20',
  texts: { en: '<h2 id="h_1">Cards</h2><p>Cards are taken.</p>', fr: '<h2 id="h_2">Cartes</h2><p>Oui.</p>' },
};
const hidden: TestArticle = { id: '30', texts: { en: draft('<p>Not yet.</p>') } };

describe('links of a published article', () => {
  const both = (href: string, remote = {}) =>
    found(auditedCentre([{ id: '10', texts: { en: link(href), fr: '<p>Bonjour</p>' } }, other, hidden], remote));

  test.each([
    [
      `${home}/en/articles/99-old`,
      'link-to-gone-article readers: The link "Prices" leads to article 99, which does not exist any more',
    ],
    [
      `${home}/articles/99`,
      'link-to-gone-article readers: The link "Prices" leads to article 99, which does not exist any more',
    ],
    [
      'https://intercom.help/acme/en/articles/99-old',
      'link-to-gone-article readers: The link "Prices" leads to article 99, which does not exist any more',
    ],
    [
      `${home}/fr/collections/99-old`,
      'link-to-gone-collection readers: The link "Prices" leads to collection 99, which does not exist any more',
    ],
    [`${home}/en/articles/30`, 'link-to-draft readers: The link "Prices" leads to "Article 30 en", which is a draft'],
    [
      `${home}/de/articles/20`,
      'link-to-missing-language readers: The link "Prices" leads to "Article 20 en" in German, which it does not have',
    ],
    [
      `${home}/en/articles/20#h_3`,
      'link-to-missing-heading readers: The link "Prices" leads to the heading "#h_3" of another article, which does not exist',
    ],
    [
      '#h_3',
      'link-to-missing-heading readers: The link "Prices" leads to the heading "#h_3" of the same text, which does not exist',
    ],
    [
      'https://app.eu.intercom.com/a/apps/abc12345/articles/articles/20/show',
      'link-to-workspace readers: The link "Prices" leads to a page of Intercom\'s that only teammates can open',
    ],
    [
      'https://files.example.com/a.pdf?Expires=1700000000&amp;Signature=x',
      'link-expired readers: The link "Prices" was good until 2023-11-14',
    ],
    [
      './prices.md',
      'link-without-host readers: The link "Prices" has the address "./prices.md", at which the help centre has no page',
    ],
    ['', 'link-without-address readers: The link "Prices" has no address'],
    [
      `http://help.example.com/en/articles/20`,
      'link-not-encrypted team: 1 link to your own help centre begins with http:',
    ],
  ])('%s', (href, finding) => {
    expect(both(href)).toEqual([finding]);
  });

  test.each([
    `${home}/en/articles/20-cards#h_1`,
    `${home}/articles/20#h_2`,
    `${home}/FR/articles/20`,
    `${home}/en/collections/50-billing?x=1`,
    `${home}`,
    `${home}/en/search?q=99`,
    `${home}/en/articles/`,
    'https://help.example.com.evil.example/en/articles/99',
    'https://help.example.com:8443/en/articles/99',
    'https://intercom.help/acme-2/en/articles/99',
    'https://app.intercom.com/a/apps/other/articles/articles/99/show',
    'https://files.example.com/a.pdf?Expires=1900000000&amp;Signature=x',
    'mailto:help@example.com',
    'javascript:alert(1)',
    'http://',
    '/en/articles/99',
    '?articles/99',
    '#top',
  ])('%s is nothing to find', (href) => {
    expect(both(href)).toEqual([]);
  });

  test('one that a redirect catches leads somewhere', () => {
    const redirect = {
      id: '1',
      helpCentreId: '1',
      address: '/en/articles/99-older',
      locale: 'en',
      targetType: 'article',
      targetId: '20',
    } as const;
    expect(both(`${home}/en/articles/99-old`, { redirects: [redirect] })).toEqual([]);
    expect(both(`${home}/en/collections/99-old`, { redirects: [redirect] })).toHaveLength(1);
  });

  test('what a redirect catches is neither a draft nor a missing language', () => {
    const to = { helpCentreId: '1', locale: 'en', targetType: 'article', targetId: '20' } as const;
    const redirects = [
      { id: '1', address: '/en/articles/30-not-yet', ...to },
      { id: '2', address: '/de/articles/20', ...to },
    ];
    for (const href of [`${home}/en/articles/30#h_9`, `${home}/de/articles/20`, `${home}/en/articles/20#h_9`])
      expect(both(href, { redirects })).toEqual([]);
  });

  test('of a draft that a link leads to, its headings do not matter', () => {
    expect(both(`${home}/en/articles/30#h_3`)).toEqual([expect.stringContaining('link-to-draft')]);
  });

  test.each([
    ['#caf%c3%a9', 'caf%c3%a9'],
    ['#caf%C3%A9', 'caf%c3%a9'],
    ['#a%2fb', 'a%2Fb'],
    ['#100%', '100%'],
  ])('the link %s leads to the heading %s', (href, id) => {
    const texts = { en: `${link(href)}<h2 id="${id}">Cards</h2>`, fr: '<p>Oui</p>' };
    expect(found(auditedCentre([{ id: '10', texts }]))).toEqual([]);
  });

  test('where languages are switched off, what an address says of one means nothing', () => {
    expect(both(`${home}/de/articles/20`, { languages: 'off' })).toEqual([]);
  });
});

test('a dead link in a draft comes last, and one to a draft there is none', () => {
  const texts = { en: draft(link(`${home}/en/articles/99`) + link(`${home}/en/articles/30`)) };
  const live = { id: '11', texts: { en: link(`${home}/en/articles/98`), fr: '<p>Oui</p>' } };
  expect(
    audit(auditedCentre([{ id: '10', texts }, live, hidden])).findings.map(({ rank, places }) => [rank, places[0].id]),
  ).toEqual([
    ['readers', '11'],
    ['team', '10'],
  ]);
});

test('a link that is there twice is found once, and two are two', () => {
  const gone = link(`${home}/en/articles/99`);
  const texts = { en: gone + gone + link(`${home}/en/articles/98`), fr: '<p>Oui</p>' };
  expect(found(auditedCentre([{ id: '10', texts }]))).toHaveLength(2);
});

test('links without an address: words that are one themselves, places and pictures are none', () => {
  const bodies = [
    '<a>help@example.com</a>',
    '<a id="x">Here</a>',
    '<a><img src="https://x.example/a.png"></a>',
    '<a>example.com/a</a>',
    '<a>https://example.com?ref=1</a>',
    '<a>example.com#plans</a>',
    '<a>EXAMPLE.COM:8080/a</a>',
    '<a>http://localhost/a</a>',
    '<a>tel:+4412345</a>',
    '<a></a>',
  ];
  const texts = { en: `<p>Words ${bodies.join(' ')}</p>`, fr: '<p>Oui</p>' };
  expect(found(auditedCentre([{ id: '10', texts }]))).toEqual([]);
});

test.each([
  ['www.example.com/a', 'Write https:// before it.'],
  ['help@example.com', 'Write mailto: before it.'],
  ['a/b.md#c', 'It names a file: lead the link to the article made from it.'],
])('half an address: %s', (href, help) => {
  const { findings } = audit(auditedCentre([{ id: '10', texts: { en: link(href), fr: '<p>Oui</p>' } }]));
  expect(findings.map((finding) => finding.help)).toEqual([help]);
});

test.each([
  ['https://a.example/x?Expires=1700000000&Signature=1', 1_700_000_000],
  ['https://a.example/x?X-Amz-Date=20240101T000000Z&X-Amz-Expires=60&X-Amz-Signature=1', 1_704_067_260],
  ['https://a.example/x?X-Goog-Date=20240101T000000Z&X-Goog-Expires=60&X-Goog-Signature=1', 1_704_067_260],
  ['https://a.example/x?Expires=1700000000', null],
  ['https://a.example/x?Expires=soon&Signature=1', null],
  ['nonsense', null],
])('a signed address: %s', (href, until) => {
  expect(expiryOf(href)).toBe(until);
});

describe('texts', () => {
  test.each([
    ['', true],
    ['<p class="no-margin"></p><p>&nbsp;\u200b</p>', true],
    ['<p>.</p>', false],
    ['<img src="https://x.example/a.png">', false],
    ['<iframe src="https://www.youtube.com/embed/a"></iframe>', false],
    ['<p><b>Could not display content</b></p>', false],
  ])('%j is empty: %s', (body, isEmpty) => {
    const findings = found(auditedCentre([{ id: '10', texts: { en: body, fr: '<p>Oui</p>' } }]));
    expect(findings).toEqual(
      isEmpty ? ['article-empty readers: It is published, and has neither words nor pictures nor videos'] : [],
    );
  });

  test('pictures: the placeholder, what does not load, what is large', () => {
    const pictures = new Map<string, AuditedPicture>([
      ['https://x.example/gone.png?a=1', { is: 'broken', reason: 'answers 404' }],
      ['https://x.example/large.png', { is: 'picture', bytes: 5_000_001 }],
      ['https://x.example/small.png', { is: 'picture', bytes: 5_000_000 }],
      ['https://x.example/unsaid.png', { is: 'picture', bytes: null }],
      ['https://x.example/slow.png', { is: 'unknown', reason: 'did not answer' }],
    ]);
    const addresses = [
      ...pictures.keys(),
      'https://static.intercomassets.com/assets/article_broken_image_placeholder.png',
    ];
    const texts = { en: addresses.map((src) => `<img src="${src}">`).join(''), fr: '<p>Oui</p>' };
    expect(found(auditedCentre([{ id: '10', texts }], {}, { pictures }))).toEqual([
      "picture-broken readers: 1 picture is Intercom's placeholder for a broken one",
      'picture-unreachable readers: The picture https://x.example/gone.png answers 404',
      'picture-too-large readers: The picture https://x.example/large.png has 5.0 MB',
    ]);
  });

  test('a heading with a picture is not empty', () => {
    const texts = { en: '<h2></h2><h2><b> </b></h2><h2><img src="https://x.example/a.png"></h2>', fr: '<p>Oui</p>' };
    expect(found(auditedCentre([{ id: '10', texts }]))).toEqual(['heading-empty readers: 2 headings have no words']);
  });
});

describe('languages', () => {
  const body = (id: string): string => `<p>Text number ${id}.</p>`;
  const inBoth = (id: string): TestArticle => ({ id, texts: { en: body(id), fr: body(`${id} fr`) } });
  const others = ['11', '12', '13', '14'].map(inBoth);

  test('one that most of those beside it are in is missing', () => {
    expect(found(auditedCentre([{ id: '10', texts: { en: body('10') } }, ...others]))).toEqual([
      'language-missing missed: It is not there in French, as 4 of the 4 others beside it are',
    ]);
  });

  test("one that few are in is the help centre's", () => {
    const articles = ['10', '15', '16'].map((id): TestArticle => ({ id, texts: { en: body(id) } }));
    expect(found(auditedCentre([...articles, ...others.slice(0, 1)]))).toEqual([
      'language-scarce missed: 1 of the 4 published articles of "Acme Help" is there in French, which is switched on',
    ]);
  });

  test('one that a third are in is not hardly used', () => {
    const articles = ['10', '15'].map((id): TestArticle => ({ id, texts: { en: body(id) } }));
    expect(found(auditedCentre([...articles, ...others.slice(0, 1)]))).toEqual([]);
  });

  test('one that is off is unseen, and nothing is missing in it', () => {
    const off = { ...centre, locales: ['en'] };
    expect(
      found(auditedCentre([inBoth('10'), { id: '15', texts: { en: body('15') } }, ...others], { helpCentres: [off] })),
    ).toEqual(
      Array.from(
        { length: 5 },
        () => 'language-off missed: It is published in French, which is switched off for "Acme Help"',
      ),
    );
  });

  test('before 2.16 nobody says which languages are on', () => {
    const unsaid = { ...centre, locales: null };
    expect(found(auditedCentre(others, { helpCentres: [unsaid] }))).toEqual([]);
  });

  test('code is the same in every language', () => {
    const code = `<pre><code>${Array.from({ length: 40 }, (_, at) => `word${at} and`).join(' ')}</code></pre>`;
    expect(found(auditedCentre([{ id: '10', texts: { en: code, fr: code } }]))).toEqual([]);
  });

  test('a translation can be a draft, a copy, or in a collection without a name', () => {
    const words = 'one two three four five six seven eight nine ten '.repeat(2).replace(/\b(?=\w)/g, 'w');
    const waits: TestArticle = { id: '10', texts: { en: body('10'), fr: draft(body('10 fr')) } };
    const copy: TestArticle = { id: '15', texts: { en: `<p>${words}</p>`, fr: `<p>${words}</p>` } };
    const nameless = { ...collection, translations: {} };
    expect(found(auditedCentre([waits, copy], { collections: [nameless] }))).toEqual([
      'translation-untranslated readers: The French text is the English one, word for word',
      'collection-without-name missed: The collection "Billing" has no name in French, in which it holds 1 published article',
      'translation-draft missed: The French text is a draft, and the English one is published',
    ]);
  });
});

describe('several articles', () => {
  const words = Array.from({ length: 60 }, (_, at) => `word${at}`);
  const text = (count: number): string =>
    `<p>${[...words.slice(0, 60 - count), ...Array.from({ length: count }, (_, at) => `new${at}`)].join(' ')}</p>`;
  const article = (id: string, en: TestArticle['texts'][string], parentId: string | null = '50'): TestArticle => ({
    id,
    parentId,
    texts: { en },
  });
  const onlyEnglish = { helpCentres: [{ ...centre, locales: ['en'] }] };
  const of = (articles: readonly TestArticle[], more = {}) =>
    found(auditedCentre(articles, { ...onlyEnglish, ...more }));

  test('with the same text, and with nearly the same', () => {
    expect(of([article('10', text(0)), article('11', text(0))])).toEqual([
      'article-duplicate missed: 2 articles have the same text',
    ]);
    expect(of([article('10', text(0)), article('11', draft(text(0)))])).toEqual([
      'article-duplicate team: 2 articles have the same text',
    ]);
    expect(of([article('10', text(0)), article('11', text(3))])).toEqual([
      'article-near-duplicate missed: 2 articles have 95% of their words in common',
    ]);
    expect(of([article('10', text(0)), article('11', text(12))])).toEqual([]);
    expect(
      of([
        article('10', `${text(0)}<img src="https://downloads.intercomcdn.com/i/o/a.png?expires=1">`),
        article('11', `${text(0)}<img src="https://downloads.intercomcdn.com/i/o/a.png?expires=2">`),
      ]),
    ).toEqual(['article-duplicate missed: 2 articles have the same text']);
    expect(
      of([
        article('10', '<p>Watch:</p><img src="https://x.example/a.png">'),
        article('11', '<p>Watch:</p><img src="https://x.example/b.png">'),
      ]),
    ).toEqual([]);
    for (const shown of [
      '<img src="https://x.example/?id=@">',
      '<video><source src="https://x.example/@.mp4"></video>',
    ])
      expect(of(['1', '2'].map((at) => article(at, `<p>Watch:</p>${shown.replace('@', at)}`)))).toEqual([]);
    expect(of([article('10', link('https://x.example/a')), article('11', link('https://x.example/b'))])).toEqual([]);
  });

  test('the same words in another order are another text', () => {
    expect(of([article('10', text(0)), article('11', `<p>${words.toReversed().join(' ')}</p>`)])).toEqual([]);
  });

  test('what is twice in two help centres is there for two kinds of readers', () => {
    const second = {
      ...centre,
      id: '2',
      identifier: 'second',
      url: 'https://second.example.com',
      isDefault: false,
      locales: ['en'],
    };
    const theirs = { ...collection, id: '60', helpCentreId: '2' };
    const more = { helpCentres: [...onlyEnglish.helpCentres, second], collections: [collection, theirs] };
    expect(of([article('10', text(0)), article('11', text(0), '60')], more)).toEqual([]);
  });

  test('what is in two help centres is seen in the languages of both', () => {
    const second = { ...centre, id: '2', identifier: 'second', url: 'https://second.example.com', isDefault: false };
    const theirs = { ...collection, id: '60', helpCentreId: '2' };
    const more = { helpCentres: [...onlyEnglish.helpCentres, second], collections: [collection, theirs] };
    const both = { id: '10', parentId: '50', otherParentIds: ['60'], texts: { en: '<p>One</p>', fr: '<p>Un</p>' } };
    expect(of([both], more)).toEqual([]);
    const off = { ...more, helpCentres: [{ ...centre, url: null, locales: ['en'] }, second] };
    expect(of([{ ...both, texts: { en: '', fr: '<p>Un</p>' } }], off)).toEqual([
      expect.stringContaining('article-empty readers'),
    ]);
    expect(of([{ ...both, otherParentIds: [] }], more)).toHaveLength(1);
  });

  test('with one title', () => {
    const titled = (id: string, title: string) => article(id, { title, body: `<p>Number ${id}</p>` });
    expect(of([titled('10', 'Prices'), titled('11', 'Prices ')])).toEqual([
      'title-twice missed: 2 articles have the title "Prices"',
    ]);
    expect(of([titled('10', 'Our prices'), titled('11', 'our  Prices')])).toEqual([
      'title-case missed: 2 articles have a title that differs only in capitals or spaces from "Our prices"',
    ]);
    expect(of([titled('10', 'Price'), titled('11', 'Prices')])).toEqual([]);
  });

  test('in no collection', () => {
    expect(
      of([article('10', '<p>a</p>', null), article('11', draft('<p>b</p>'), null), article('12', '<p>c</p>')]),
    ).toEqual([
      'article-without-collection missed: It is published, and in no collection',
      'article-without-collection team: It is in no collection',
    ]);
  });

  test('of authors who left; the owner of the token, teammates and bots are there', () => {
    const by = (id: string, authorId: string | null) => article(id, { authorId, body: `<p>${id}</p>` });
    expect(
      of([by('10', '99'), by('11', '99'), by('12', '8'), by('13', '7'), by('14', '5'), by('15', null)], {
        bots: ['5'],
      }),
    ).toEqual(['author-gone team: 2 articles name an author who is no teammate any more (id 99)']);
  });

  test('a token that sees no teammate says of no author that they left', () => {
    expect(of([article('10', { authorId: '99', body: '<p>a</p>' })], { teammates: [] })).toEqual([]);
  });

  test('that nobody reads', () => {
    const none = {
      views: 0,
      conversations: 0,
      reactions: 0,
      happy: 0,
      neutral: 0,
      sad: 0,
      fin: { involvements: 0, resolutions: 0 },
    };
    const statistics = new Map<string, ArticleStatistics>([
      ['10', none],
      ['11', { ...none, views: 1 }],
      ['12', { ...none, fin: { involvements: 1, resolutions: 0 } }],
      ['13', none],
      ['14', { ...none, fin: null }],
      ['16', none],
    ]);
    const old = now - 90 * 86_400;
    // 13 is young, and 16 may have been published only now.
    const articles = ['10', '11', '12', '13', '14', '15', '16'].map((id) => ({
      ...article(id, `<p>${id}</p>`),
      createdAt: id === '13' ? now - 86_400 : old,
      updatedAt: id === '13' || id === '16' ? now - 86_400 : old,
    }));
    expect(found(auditedCentre(articles, onlyEnglish, { statistics }))).toEqual([
      'article-unread team: Nobody has read it in the 90 days since it was made, and Fin has not answered with it',
      'article-unread team: Nobody has read it in the 90 days since it was made',
    ]);
  });

  test('in a help centre that is switched off, nothing is what readers meet', () => {
    const off = { helpCentres: [{ ...centre, url: null, locales: ['en'] }] };
    expect(of([article('10', ''), article('11', link('https://intercom.help/acme/en/articles/99'))], off)).toEqual([
      expect.stringContaining('link-to-gone-article team'),
      expect.stringContaining('article-empty team'),
    ]);
  });
});

test('what most readers come to is first, and every finding says where it is', () => {
  const gone = { en: link(`${home}/en/articles/99`) };
  const read = { conversations: 0, reactions: 0, happy: 0, neutral: 0, sad: 0, fin: null };
  const input = auditedCentre(
    [
      { id: '10', texts: gone },
      { id: '11', texts: { en: `${gone.en}x` } },
      { id: '9', texts: { en: `${gone.en}y` } },
    ],
    { helpCentres: [{ ...centre, locales: ['en'] }] },
    {
      statistics: new Map([
        ['11', { ...read, views: 9 }],
        ['10', { ...read, views: 1 }],
      ]),
      app: 'https://app.intercom.com/a/apps/abc12345',
      files: new Map([['11', 'content/a.md']]),
    },
  );
  const { findings } = audit(input);
  expect(findings.map(({ places }) => places[0].id)).toEqual(['11', '10', '9']);
  expect(findings[0]?.places).toEqual([
    {
      ...{ kind: 'article', id: '11', title: 'Article 11 en', locale: 'en', state: 'published', file: 'content/a.md' },
      url: `${home}/en/articles/11`,
      app: 'https://app.intercom.com/a/apps/abc12345/articles/articles/11/show',
    },
  ]);
});

test('a body too deep to be read is left alone', () => {
  const deep = '<div>'.repeat(400);
  expect(found(auditedCentre([{ id: '10', texts: { en: `${deep}${link('#nowhere')}`, fr: '<p>Oui</p>' } }]))).toEqual(
    [],
  );
});
