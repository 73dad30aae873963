import type { NextCommand } from '../init/next-steps.ts';
import { formatDocument } from '../output/format.ts';
import { type Look, looksText } from '../report/looks-text.ts';
import { oneLine, printable } from '../report/paint.ts';
import { wrapSegments } from '../report/wrap-segments.ts';
import type { Context } from '../use-cases/context.ts';
import type { Finding } from './found-text.ts';
import type { Written } from './write-new.ts';

/** What `init` did, and what comes next. */
export interface Begun {
  readonly written: Written;
  readonly byHand: readonly string[];
  readonly found: readonly Finding[];
  /** Text of the configuration that was written; null where one was there. */
  readonly configuration: string | null;
  readonly commands: readonly NextCommand[];
  readonly next: readonly string[];
  /** What `doctor` says; null without a token. */
  readonly looks: readonly Look[] | null;
}

/** Says what was written, and what comes next, a sentence each. */
export function reportWritten(context: Context, written: Written, next: readonly string[] = []): void {
  reportBegun(context, { written, byHand: [], found: [], configuration: null, commands: [], next, looks: null });
}

/** Says what `init` wrote, what it could not do, and what comes next. */
export function reportBegun(context: Context, begun: Begun): void {
  const { written, byHand, found, configuration, commands, next, looks } = begun;
  if (context.options.json === true) {
    const added = written.added.map(({ file }) => file);
    const checks = looks === null ? {} : { checks: looks };
    const run = commands.map((one) => one.run);
    context.print(
      formatDocument('init', { found, configuration, ...written, added, byHand, commands: run, next, ...checks }),
    );
    return;
  }
  const { green, dim, bold } = context.paint;
  for (const file of written.created) context.print(`${green('created')} ${oneLine(file)}\n`);
  for (const { file, what } of written.added) context.print(`${green(`added ${what} to`)} ${oneLine(file)}\n`);
  for (const file of written.renewed) context.print(`${green('renewed our part of')} ${oneLine(file)}\n`);
  for (const file of written.left) context.print(`${dim(`left ${oneLine(file)} alone: it exists`)}\n`);
  for (const sentence of byHand) context.print(`\n${printable(sentence)}\n`);
  if (context.options.quiet === true) return;
  const width = Math.min(context.host.stdout.columns, 100);
  if (looks !== null) {
    context.print(`\n${bold('What "helpcentre doctor" says of the token')}\n${looksText(looks, context.paint, width)}`);
  }
  if (commands.length > 0) context.print(`\n${bold('Next')}\n${commandsText(commands, width)}`);
  if (next.length === 0) return;
  context.print(`\n${bold(commands.length === 0 ? 'Next' : 'To publish to readers')}\n`);
  next.forEach((step, index) => {
    const lines = wrapSegments([{ kind: 'same', text: step }], width - 5, context.paint);
    context.print(`  ${index + 1}. ${lines.join(`\n${' '.repeat(5)}`)}\n`);
  });
}

/** Each on a line of its own, to be copied; what it does stands beside it, or below where there is no room. */
function commandsText(commands: readonly NextCommand[], width: number): string {
  const longest = Math.max(...commands.map(({ run }) => run.length)) + 3;
  const fits = commands.every(({ does }) => longest + does.length + 2 <= width);
  const lines = commands.map(({ run, does }) => (fits ? `  ${run.padEnd(longest)}${does}` : `  ${run}\n    ${does}`));
  return `${lines.join('\n')}\n`;
}
