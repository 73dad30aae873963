import { canonical } from '../../src/body/canonical.ts';
import { anchorsOf, asHtmlBlock, decompile } from '../../src/dialect/decompile.ts';
import { fittingSpacing } from '../../src/dialect/fitting-spacing.ts';
import { diffLines } from '../../src/text/diff.ts';
import { repositoryOf, settingsOf } from './build-repository.ts';
import { compileBody } from './compile-body.ts';

/** What one text took. */
export interface Measured {
  readonly text: string;
  readonly direction: Direction;
  readonly seconds: number;
  readonly megabytes: number;
}

/** A source that is compiled, or a stored body that is compared, read and written as Markdown. */
export type Direction = 'compile' | 'stored';

/** What a parent asks for: `unit` again and again, up to `length`. */
export interface Asked {
  readonly unit: string;
  readonly length: number;
  readonly direction: Direction;
}

const repository = repositoryOf({ '_s.md': 'S', 'b.md': '# B\n', 'b.png': 'i' });
const settings = settingsOf({ variables: { a: 'value' } });
const addresses = { link: (href: string) => href, image: (source: string) => source };

function run({ unit, length, direction }: Asked): void {
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  if (direction === 'compile') {
    compileBody(text, repository, settings);
    return;
  }
  canonical(text);
  anchorsOf(text);
  asHtmlBlock(text, addresses);
  const { markdown } = decompile(text, addresses, fittingSpacing(text, addresses, 'normal'));
  diffLines(markdown, markdown.replaceAll('a', 'x'));
  compileBody(markdown, repository, settings);
}

process.on('message', (asked: Asked) => {
  const before = process.cpuUsage();
  run(asked);
  const { user, system } = process.cpuUsage(before);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.send?.({ text: asked.unit, direction: asked.direction, seconds: (user + system) / 1e6, megabytes });
});
