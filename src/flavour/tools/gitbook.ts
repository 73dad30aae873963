import { callout } from '../callout-types.ts';
import type { Flavour } from '../flavour.ts';
import { summary } from '../navigation/summary.ts';
import { liquid } from '../tags.ts';
import { embedded } from './cards.ts';
import { titleOf, unwrap } from './mdx.ts';

const hints: Readonly<Record<string, string>> = {
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
};

/** GitBook's blocks, between tags of their own. */
export const gitbook: Flavour = {
  name: 'gitbook',
  title: 'GitBook',
  blocks: [],
  inline: [
    { sign: '<mark', pattern: /<mark style="[^"]*">([\s\S]*?)<\/mark>/dg, write: ([, text = '']) => text },
    { sign: '<i class="fa', pattern: /<i class="fa[^"]*">[^<]*<\/i>\s?/dg, write: () => '' },
    {
      sign: 'class="button',
      pattern: /<a\s+href="([^"]*)"\s+class="button[^"]*"[^>]*>([^<]*)<\/a>/dg,
      write: ([, href = '', text = '']) => `:button[${text.trim()}]{href="${href}"}`,
    },
    {
      sign: '<a href=',
      pattern: /\s?<a href="#[^"]*" id="([^"]*)"><\/a>/dg,
      write: ([, id = '']) => ` {#${id}}`,
    },
  ],
  tags: [
    {
      syntax: liquid,
      blocks: {
        hint: (tag) => callout(hints[tag.attributes.get('style') ?? ''] ?? 'info', null),
        tabs: unwrap,
        tab: (tag) => ({ is: 'tab', title: titleOf(tag, 'title') ?? 'Tab' }),
        stepper: unwrap,
        step: (tag) => ({ is: 'step', title: titleOf(tag, 'title') }),
        code: (tag) => {
          const title = titleOf(tag, 'title');
          return title === null ? { is: 'content' } : { is: 'part', title };
        },
        embed: (tag) => embedded(titleOf(tag, 'url')),
        file: (tag) => {
          const src = titleOf(tag, 'src');
          return { is: 'lines', lines: src === null ? [] : [`[${src.split('/').at(-1) ?? src}](<${src}>)`] };
        },
        'content-ref': unwrap,
        columns: unwrap,
        column: unwrap,
        updates: unwrap,
        update: (tag) => {
          const title = titleOf(tag, 'title', 'date');
          return title === null ? { is: 'content' } : { is: 'part', title };
        },
        prompt: (tag) => {
          const title = titleOf(tag, 'title', 'description');
          return title === null ? { is: 'content' } : { is: 'part', title };
        },
        raw: unwrap,
      },
      inline: { raw: (_, content) => content ?? '' },
    },
  ],
  comments: [],
  modules: [],
  navigation: summary,
  files: { endings: ['md'], index: ['readme'], never: [/(?:^|\/)SUMMARY\.md$/], title: 'heading' },
  keys: { title: ['title'], description: ['description'], draft: [], published: [], addresses: [] },
};
