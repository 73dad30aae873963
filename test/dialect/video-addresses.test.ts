import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/body/canonical.ts';
import { decompile } from '../../src/dialect/decompile.ts';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

const repository = repositoryOf({ 'article.md': '---\ntitle: Article\n---\n' });
const names = { link: (href: string) => href, image: (source: string) => source };

function frame(address: string): string {
  return `<div class="intercom-h2b-video"><iframe src="${address.replaceAll('&', '&amp;')}"></iframe></div>`;
}

/** The Markdown of a stored frame, once it is known to compile to the very same frame. */
function written(address: string): string {
  const { markdown } = decompile(frame(address), names);
  const { body } = compileBody(markdown, repository, settingsOf({ state: 'published' }));
  expect(canonical(body)).toBe(canonical(frame(address)));
  return markdown.trim();
}

const youtube = 'https://www.youtube.com/embed/dQw4w9WgXcQ';
const vimeo = 'https://player.vimeo.com/video/76979871';
const loom = 'https://www.loom.com/embed/0281766fa2d04bb788eaf19e65135184';
const wistia = 'https://fast.wistia.net/embed/iframe/g5pnf59ala';
const vidyard = 'https://play.vidyard.com/b4HhjG8gCtMwS3cXyZ1234';

describe('a frame that Intercom has is the page of its video, where that leads to the very same address', () => {
  it.each([
    [`${youtube}?rel=0`, 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    [`${youtube}?rel=0&start=90`, 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90'],
    ['https://www.youtube.com/embed/videoseries?list=PLabc', 'https://www.youtube.com/playlist?list=PLabc'],
    [vimeo, 'https://vimeo.com/76979871'],
    [`${vimeo}?h=8272103f6e`, 'https://vimeo.com/76979871/8272103f6e'],
    [`${vimeo}#t=30s`, 'https://vimeo.com/76979871#t=30s'],
    [loom, 'https://www.loom.com/share/0281766fa2d04bb788eaf19e65135184'],
    ['https://www.loom.com/embed/abcXYZ123', 'https://www.loom.com/share/abcXYZ123'],
    ['https://play.vidyard.com/b4HhjG8', 'https://share.vidyard.com/watch/b4HhjG8'],
    [vidyard, 'https://share.vidyard.com/watch/b4HhjG8gCtMwS3cXyZ1234'],
  ])('%s', (address, page) => {
    expect(written(address)).toBe(page);
  });
});

describe('the address of a player with more to say is itself', () => {
  it.each([
    youtube,
    `${youtube}/`,
    `${youtube}?start=90&rel=0`,
    `${youtube}?si=AbC_d-E&start=3`,
    `${youtube}?list=PLabc&index=2`,
    `${youtube}?enablejsapi=1&origin=https%3A%2F%2Fexample.com`,
    'https://www.youtube.com/embed/videoseries?si=x&list=PLabc',
    'https://www.youtube.com/embed/live_stream?channel=UCabc',
    'https://www.youtube.com/embed?listType=playlist&list=PLabc',
    'https://www.youtube.com/embed/?list=PLabc&listType=playlist',
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0',
    'https://youtube.com/embed/dQw4w9WgXcQ',
    `${vimeo}/`,
    `${vimeo}/8272103f6e`,
    `${vimeo}?h=8272103f6e&badge=0&autopause=0&player_id=0&app_id=58479`,
    `${vimeo}?dnt=1#t=1m2s`,
    'https://vimeo.com/event/4154131/embed',
    'https://vimeo.com/showcase/123/embed',
    `${loom}?sid=1-2-3&hide_owner=true`,
    'https://www.loom.com/embed/abc',
    'https://www.loom.com/embed/a_b-c?t=3&x=1',
    'https://loom.com/embed/0281766fa2d04bb788eaf19e65135184',
    wistia,
    `${wistia}?time=30`,
    `${wistia}?videoFoam=true&seo=false`,
    'https://fast.wistia.com/embed/iframe/g5pnf59ala',
    'https://fast.wistia.net/embed/channel/3fh5abc',
    'https://fast.wistia.net/embed/playlists/fbzxc58z5l',
    `${vidyard}?disable_popouts=1&v=4&type=inline`,
    `${vidyard}.html?v=3.1`,
    'https://embed.vidyard.com/share/b4HhjG8gCtMwS3cXyZ1234',
    'https://streamio.com/api/v1/videos/4c9b8c2e6f1/public_show?player_id=5',
  ])('%s', (address) => {
    expect(written(address).replace(/^<|>$/g, '')).toBe(address);
  });
});

describe('what is no player stays the frame that it is, as HTML', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', false],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', false],
    ['https://share.vidyard.com/watch/b4HhjG8gCtMwS3cXyZ1234?x=1', false],
    ['https://example.com/x', true],
  ])('%s', (address, isMarked) => {
    expect(written(address)).toContain(isMarked ? 'data-kept><iframe src="' : '-video"><iframe src="');
  });
});

it('a frame of http or without a scheme is one of https', () => {
  for (const scheme of ['http:', '']) {
    const { markdown } = decompile(frame(`${scheme}//www.youtube.com/embed/dQw4w9WgXcQ?rel=0`), names);
    expect(markdown).toBe('https://www.youtube.com/watch?v=dQw4w9WgXcQ\n');
  }
});

describe('a link that a writer copies is the video', () => {
  it.each([
    ['https://www.loom.com/share/How-it-works-0281766fa2d04bb788eaf19e65135184?sid=1', loom],
    ['https://www.loom.com/share/abcXYZ123', 'https://www.loom.com/embed/abcXYZ123'],
    ['https://share.vidyard.com/watch/b4HhjG8gCtMwS3cXyZ1234?x=1', vidyard],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ?feature=share', `${youtube}?rel=0`],
    ['https://www.youtube.com/live/dQw4w9WgXcQ?t=1m30s', `${youtube}?rel=0&start=90`],
  ])('%s', (page, address) => {
    const { body } = compileBody(`${page}\n`, repository, settingsOf({ state: 'published' }));
    expect(canonical(body)).toBe(canonical(frame(address)));
  });

  it.each(['https://www.loom.com/share/folder', 'https://www.loom.com/pricing', 'https://vimeo.com/event/1'])(
    'but %s is a link',
    (page) => {
      const { body } = compileBody(`${page}\n`, repository, settingsOf({ state: 'published' }));
      expect(body).not.toContain('<iframe');
    },
  );
});
