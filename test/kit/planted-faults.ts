import { nextId } from '../../src/sandbox/state/sandbox-state.ts';
import { type DraftArticle, type DraftText, type Garden, home, now, someWords, soundBody } from './faulty-centre.ts';

const day = 86_400;

/** Plants every fault a few times, and what looks like it. @returns articles that came besides */
export function plantFaults(garden: Garden): readonly DraftArticle[] {
  plantLinks(garden);
  plantRelativeLinks(garden);
  plantAnchors(garden);
  plantPictures(garden);
  plantEmptiness(garden);
  plantLanguages(garden);
  plantTwins(garden);
  plantTitles(garden);
  plantNeglect(garden);
  return plantSecondCentre(garden);
}

function textOf(article: DraftArticle, locale = 'en'): DraftText {
  const text = article.texts[locale];
  if (text === undefined) throw new Error(`no ${locale} text`);
  return text;
}

function add(article: DraftArticle, html: string, locale = 'en'): void {
  textOf(article, locale).body += `<p class="no-margin">${html}</p>`;
}

const link = (href: string): string =>
  `<a href="${href.replaceAll('&', '&amp;')}" class="intercom-content-link">the words</a>`;

/** Puts a link into an article that nothing else is done to. */
function plantLink(garden: Garden, code: string | null, href: string, article = garden.next(), locale = 'en'): void {
  add(article, link(href), locale);
  if (code !== null) garden.expect(code, article, locale);
}

function plantLinks(garden: Garden): void {
  const { sound, soundDraft, world, random } = garden;
  const gone = `${home}/en/articles/99000111-old`;
  plantLink(garden, 'link-to-gone-article', gone);
  plantLink(garden, 'link-to-gone-article', `${home}/articles/99000112?utm=1#h_1`);
  plantLink(
    garden,
    'link-to-gone-article',
    `//help.example.com/sandbox-help/fr/articles/99000113/`,
    garden.next(),
    'fr',
  );
  plantLink(garden, 'link-to-gone-article', 'https://intercom.help/sandbox-help/en/articles/99000114-x');
  plantLink(garden, 'link-to-gone-article', gone, garden.nextDraft());
  // Elsewhere, and caught.
  plantLink(garden, null, 'https://help.example.com/other-help/en/articles/99000111-old');
  plantLink(garden, null, 'https://intercom.help/other/en/articles/99000111');
  plantLink(garden, null, 'https://other.example.com/sandbox-help/en/articles/99000111');
  plantLink(garden, null, `${home}/en/articles/99000222-moved`);
  const redirect = nextId(world, random);
  const target = { locale: 'en', targetType: 'article', targetId: sound.id, createdAt: now, updatedAt: now } as const;
  const helpCentreId = sound.centreId;
  world.redirects.set(redirect, { id: redirect, helpCentreId, fromPath: '/en/articles/99000222-moved', ...target });
  plantLink(garden, 'link-to-gone-collection', `${home}/en/collections/99000333-old`);
  plantLink(garden, null, `${home}/en/collections/${sound.parentId}-new`);
  plantLink(garden, 'link-to-draft', `${home}/en/articles/${soundDraft.id}`);
  plantLink(garden, 'link-to-draft', `${home}/articles/${soundDraft.id}-x`);
  plantLink(garden, null, `${home}/en/articles/${soundDraft.id}`, garden.nextDraft());
  plantLink(garden, 'link-to-missing-language', `${home}/de/articles/${sound.id}`);
  plantLink(garden, null, `${home}/FR/articles/${sound.id}`);
  plantLink(garden, null, `${home}/articles/${sound.id}`);
  const { idCode } = world.workspace;
  plantLink(garden, 'link-to-workspace', `https://app.intercom.com/a/apps/${idCode}/articles/articles/1/show`);
  plantLink(garden, null, 'https://app.intercom.com/a/apps/zzzz9999/articles/articles/1/show');
  plantLink(garden, null, `https://app.intercom.com/a/apps/${idCode}/articles/articles/1/show`, garden.nextDraft());
  plantLink(garden, 'link-expired', 'https://files.example.com/a.pdf?Expires=1700000000&Signature=abc&Key=1');
  plantLink(
    garden,
    'link-expired',
    'https://s3.example.com/a?X-Amz-Date=20250101T000000Z&X-Amz-Expires=3600&X-Amz-Signature=1',
  );
  plantLink(garden, null, 'https://files.example.com/a.pdf?Expires=1900000000&Signature=abc');
  plantLink(garden, null, 'https://files.example.com/a.pdf?expires=1700000000');
  plantLink(garden, 'link-not-encrypted', `${home.replace('https:', 'http:')}/en/articles/${sound.id}`);
  plantLink(garden, null, 'http://example.com/en/articles/1');
}

function plantRelativeLinks(garden: Garden): void {
  for (const href of ['./setup.md', 'setup/index.md#first', 'www.example.com/prices', 'help@example.com'])
    plantLink(garden, 'link-without-host', href);
  for (const href of ['/pricing', '?page=2', 'mailto:help@example.com', 'tel:+4412345', '../../x'])
    plantLink(garden, null, href);
  for (const html of ['<a>the words</a>', '<a href="">the words</a>', '<a href=" ">the words</a>']) {
    const article = garden.next();
    add(article, html);
    garden.expect('link-without-address', article, 'en');
  }
  for (const html of ['<a id="here"></a>', '<a name="there">words</a>', '<a></a>']) add(garden.next(), html);
}

function plantAnchors(garden: Garden): void {
  const { sound } = garden;
  plantLink(garden, 'link-to-missing-heading', '#h_0000000000');
  plantLink(garden, 'link-to-missing-heading', `${home}/en/articles/${sound.id}#h_0000000000`);
  plantLink(garden, 'link-to-missing-heading', `${home}/articles/${sound.id}#h_0000000000`);
  for (const href of ['#', '#top', '#:~:text=words']) plantLink(garden, null, href);
  const [, french = ''] = /id="([^"]*)"/.exec(textOf(sound, 'fr').body) ?? [];
  // No language is named, and the heading is there in one of them.
  plantLink(garden, null, `${home}/articles/${sound.id}#${french}`);
  const encoded = garden.next();
  add(encoded, `${link('#%C3%A9t%C3%A9')}</p><h2 id="été">Summer</h2><p>`);
  const unknown = garden.next();
  // A heading without an id may get any on its page.
  add(unknown, `${link('#summer')}</p><h2>Summer</h2><p>`);
}

const image = (src: string): string =>
  `<div class="intercom-container"><img src="${src}" width="30" height="25"></div>`;
const cdn = 'https://downloads.intercomcdn.com/i/o/abc';

function plantPictures(garden: Garden): void {
  const placeholder = 'https://static.intercomassets.com/assets/article_broken_image_placeholder.png';
  for (const article of [garden.next(), garden.next(), garden.nextDraft()]) {
    textOf(article).body += image(placeholder);
    garden.expect('picture-broken', article, 'en');
  }
  add(garden.next(), 'article_broken_image_placeholder');
  for (const [is, code] of [
    ['large', 'picture-too-large'],
    ['gone', 'picture-unreachable'],
    ['unknown', null],
  ] as const) {
    for (const at of [1, 2]) {
      const article = garden.next();
      textOf(article).body += image(`${cdn}/${is}-${at}.png?expires=1700000000&amp;signature=1`);
      garden.picture(`${cdn}/${is}-${at}.png?expires=1700000000&signature=1`, is);
      if (code !== null) garden.expect(code, article, 'en');
    }
  }
  for (const html of ['<h2 id="h_1"></h2>', '<h3 id="h_2"><b> </b></h3>']) {
    const article = garden.next();
    textOf(article).body += html;
    garden.expect('heading-empty', article, 'en');
  }
  textOf(garden.next()).body += `<h2 id="h_3">${image(`${cdn}/head.png`)}</h2>`;
}

function plantEmptiness(garden: Garden): void {
  for (const body of [
    '',
    '<p class="no-margin"></p>\n<p class="no-margin">&nbsp;</p>',
    '<p class="no-margin">\u200b<br></p>',
  ]) {
    const article = garden.next();
    textOf(article).body = body;
    garden.expect('article-empty', article, 'en');
  }
  const draft = garden.nextDraft();
  textOf(draft, 'fr').body = '';
  garden.expect('article-empty', draft, 'fr');
  const video = '<div class="intercom-h2b-video"><iframe src="https://www.youtube.com/embed/a"></iframe></div>';
  for (const body of [
    image(`${cdn}/only.png`),
    video,
    '<p><b>Could not display content</b></p>',
    '<p class="no-margin">🙂</p>',
  ])
    textOf(garden.next()).body = body;
  for (const at of [0, 1]) {
    const [article, hidden] = [garden.next(), garden.nextDraft()];
    article.parentId = null;
    garden.expect('article-without-collection', article);
    if (at === 0) continue;
    hidden.parentId = null;
    garden.expect('article-without-collection', hidden);
  }
}

function plantLanguages(garden: Garden): void {
  const { world, random } = garden;
  for (const _ of [1, 2, 3]) {
    const [missing, draft, off, copy] = [garden.next(), garden.next(), garden.next(), garden.next()];
    delete missing.texts['fr'];
    garden.expect('language-missing', missing);
    textOf(draft, 'fr').state = 'draft';
    garden.expect('translation-draft', draft, 'fr');
    off.texts['es'] = { ...textOf(off), title: someWords(random, 4), body: soundBody(random, 'en', garden.sound.id) };
    garden.expect('language-off', off, 'es');
    textOf(copy, 'fr').body = textOf(copy).body.replaceAll(`${home}/en/`, `${home}/fr/`);
    garden.expect('translation-untranslated', copy, 'fr');
  }
  // A few words that are the same in both languages.
  const short = garden.next();
  for (const locale of ['en', 'fr']) textOf(short, locale).body = '<p class="no-margin">Information: tel. 0800 123</p>';
  // Drafts lack a language as long as they like.
  delete garden.nextDraft().texts['fr'];
  const nameless = [...world.collections.values()].find(({ id }) => id !== garden.sound.parentId);
  if (nameless === undefined) throw new Error('no collection');
  const { en } = nameless.contents;
  world.collections.set(nameless.id, { ...nameless, contents: en === undefined ? {} : { en } });
  garden.expect('collection-without-name', nameless, 'fr');
}

/** The id of the older one: findings about several begin with the first that is published. */
function first(...articles: readonly DraftArticle[]): DraftArticle {
  const [found] = [...articles].sort((a, b) => Number(a.id) - Number(b.id));
  if (found === undefined) throw new Error('none');
  return found;
}

function plantTwins(garden: Garden): void {
  const { random } = garden;
  const group = [garden.next(), garden.next(), garden.next()] as const;
  for (const article of group.slice(1))
    for (const locale of ['en', 'fr']) textOf(article, locale).body = textOf(group[0], locale).body;
  garden.expect('article-duplicate', first(...group), 'en');
  const [one, two] = [garden.next(), garden.next()];
  textOf(two, 'fr').body = textOf(one, 'fr').body;
  garden.expect('article-duplicate', first(one, two), 'fr');
  const [live, draft] = [garden.next(), garden.nextDraft()];
  for (const locale of ['en', 'fr']) textOf(draft, locale).body = textOf(live, locale).body;
  garden.expect('article-duplicate', live, 'en');
  for (const words of [1, 2, 3]) {
    const [a, b] = [garden.next(), garden.next()];
    for (const locale of ['en', 'fr']) textOf(b, locale).body = edited(textOf(a, locale).body, words, garden);
    garden.expect('article-near-duplicate', first(a, b), 'en');
  }
  // The same words about other pictures are other texts, and short ones are alike by chance.
  for (const at of [1, 2]) textOf(garden.next()).body = `<p>Watch this:</p>${image(`${cdn}/watch-${at}.png`)}`;
  // Half of the words are the same.
  const [c, d] = [garden.next(), garden.next()];
  const shared = someWords(random, 40);
  for (const article of [c, d]) textOf(article).body = `<p>${shared}</p><p>${someWords(random, 40)}</p>`;
}

/** A text with some words that are others. */
function edited(body: string, count: number, { random }: Garden): string {
  let left = count;
  return body.replace(/(?<=<p class="no-margin">)\w+/g, (word) => {
    left -= 1;
    return left < 0 ? word : someWords(random, 1);
  });
}

function plantTitles(garden: Garden): void {
  const [a, b, c, d, e] = [garden.next(), garden.next(), garden.next(), garden.next(), garden.next()];
  textOf(b).title = textOf(a).title;
  garden.expect('title-twice', first(a, b), 'en');
  textOf(d).title = ` ${textOf(c).title.toUpperCase().replace(' ', '  ')}`;
  garden.expect('title-case', first(c, d), 'en');
  // The same title in two languages is one article.
  textOf(e, 'fr').title = textOf(e).title;
}

function plantNeglect(garden: Garden): void {
  const left = [garden.next(), garden.next()];
  for (const article of left) textOf(article).authorId = '4242';
  garden.expect('author-gone', first(...left), 'en');
  textOf(garden.next()).authorId = garden.botId;
  const [unread, young, answered, draft] = [garden.next(), garden.next(), garden.next(), garden.nextDraft()];
  for (const article of [unread, young, answered, draft]) article.views = 0;
  garden.expect('article-unread', unread);
  young.createdAt = now - 5 * day;
  answered.finInvolvements = 3;
}

/** A help centre of its own: what is twice in two of them is there for two kinds of readers. */
function plantSecondCentre({ world, random, sound, expect }: Garden): readonly DraftArticle[] {
  const id = nextId(world, random);
  const facts = { identifier: 'second', name: 'Second', isDefault: false, isOn: true, defaultLocale: 'en' } as const;
  world.helpCentres.set(id, { id, ...facts, locales: ['en', 'de'], createdAt: now, updatedAt: now });
  const collection = nextId(world, random);
  const rest = { helpCentreId: id, parentId: null, order: 0, icon: '', createdAt: now, updatedAt: now };
  const contents = { en: { name: 'Second', description: '' }, de: { name: 'Zweite', description: '' } };
  world.collections.set(collection, { id: collection, ...rest, contents });
  expect('language-scarce', { id }, 'de');
  const text = (at: number, locale: string): DraftText => ({
    ...{ title: `${someWords(random, 3)} ${locale} ${at}`, state: 'published', authorId: textOf(sound).authorId },
    body: `<p class="no-margin">${someWords(random, 40)}</p>`,
  });
  return Array.from({ length: 10 }, (_, at) => {
    const en = at === 0 ? { ...textOf(sound), body: textOf(sound).body.replaceAll('/en/', '/en/') } : text(at, 'en');
    const known = { createdAt: now - 400 * day, views: 5, finInvolvements: 0 };
    const texts = at < 2 ? { en, de: text(at, 'de') } : { en };
    return { id: nextId(world, random), parentId: collection, centreId: id, ...known, texts };
  });
}
