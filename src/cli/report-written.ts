import { formatDocument } from '../output/format.ts';
import { oneLine } from '../report/paint.ts';
import { wrapSegments } from '../report/wrap-segments.ts';
import type { Context } from '../use-cases/context.ts';
import type { Written } from './write-new.ts';

/** Says what `init` wrote, and what comes next. */
export function reportWritten(context: Context, written: Written, next: readonly string[]): void {
  if (context.options.json === true) {
    context.print(formatDocument('init', { ...written, added: written.added.map(({ file }) => file), next }));
    return;
  }
  const { green, dim, bold } = context.paint;
  for (const file of written.created) context.print(`${green('created')} ${oneLine(file)}\n`);
  for (const { file, what } of written.added) context.print(`${green(`added ${what} to`)} ${oneLine(file)}\n`);
  for (const file of written.renewed) context.print(`${green('renewed our part of')} ${oneLine(file)}\n`);
  for (const file of written.left) context.print(`${dim(`left ${oneLine(file)} alone: it exists`)}\n`);
  if (context.options.quiet === true || next.length === 0) return;
  context.print(`\n${bold('Next')}\n`);
  const width = Math.min(context.host.stdout.columns, 100);
  next.forEach((step, index) => {
    const lines = wrapSegments([{ kind: 'same', text: step }], width - 5, context.paint);
    context.print(`  ${index + 1}. ${lines.join(`\n${' '.repeat(5)}`)}\n`);
  });
}
