import { marks } from '../hazards.ts';
import { quoted } from '../rewrite.ts';
import { imageWith } from '../shapes.ts';
import type { Writes } from '../writes.ts';

const kinds = { blue: 'note', green: 'tip', gray: 'important', yellow: 'warning', red: 'danger' } as const;

/** Obsidian: callouts with titles, widths in the text of images. */
export const obsidian: Writes = {
  spelling: {
    hazards: [
      ...[marks, /\[(?=\[)/g, /%(?=%)/g, /\^(?=\[|[a-zA-Z0-9-]{4,}\s*$)/g],
      ...[/#(?=[\p{L}_])/gu, /\$(?=[^\s$][^$]*\$)/g],
    ],
    // A line is a line there.
    lineBreak: '',
  },
  callout: (color, title, body) => [`> [!${kinds[color]}]${title === null ? '' : ` ${title}`}`, ...quoted(body)],
  section: (title, body) => [`> [!note]- ${title}`, ...quoted(body)],
  aligned: '',
  image: ({ src, alt, width }) =>
    imageWith(() => '')({
      src,
      alt: alt === '' ? `${width}` : `${alt}|${width}`.replace('|', '\uE001'),
      width,
    })?.replace('\uE001', '|') ?? null,
  video: (address) =>
    /^https:\/\/(?:www\.youtube\.com|youtu\.be)\/[^()<>\s]+$/.test(address) ? `![](${address})` : null,
};
