import type { Report } from '../dialect/construct.ts';
import { kindOfWhole, shortened } from '../dialect/foreign-text.ts';
import type { Remark } from '../flavour/context.ts';
import { foreignKinds } from '../model/foreign-kinds.ts';
import type { DialectOf } from './library.ts';

/**
 * Reports what reading another tool's text has remarked.
 *
 * @param line that stands for it in the translation
 */
export function sayRemark(
  remark: Remark,
  line: number,
  { report, dialect }: { readonly report: Report; readonly dialect: Pick<DialectOf, 'flavour'> },
): void {
  const start = { line, column: 1 };
  if (remark.is === 'icon') {
    report('icon-dropped', {}, { start, end: start });
    return;
  }
  const written = shortened(remark.written);
  const kind = remark.is === 'program' ? kindOfWhole(remark.written) : null;
  // What another tool reads is no expression, whatever is around it.
  if (kind !== null && !foreignKinds[kind].flavours.includes(dialect.flavour))
    report('foreign-markdown', { written, kind, isLost: true }, { start, end: start });
  else if (remark.is === 'program') report('expression-lost', { written }, { start, end: start });
  else if (remark.is === 'elsewhere') report('part-of-file', { written }, { start, end: start });
  else if (remark.is === 'unclosed')
    report('html-unclosed', { element: remark.name, holds: remark.holds }, { start, end: start });
  else report('component-unknown', { ...remark, written }, { start, end: start });
}
