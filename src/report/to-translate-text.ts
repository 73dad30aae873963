import type { Behind } from '../model/translation.ts';
import { behindText } from './behind-text.ts';
import { type LocaleDifference, localeLines } from './diff-text.ts';
import { oneLine, type Paint } from './paint.ts';

/** What changed in the original of a translation, as the use case tells it. */
interface ToTranslate extends Pick<LocaleDifference, 'fields' | 'body'> {
  readonly path: string;
  readonly key: string;
  readonly behind: Behind;
}

/** What translators have to do, below the plan: of each translation that is behind, what its original says by now. */
export function toTranslateText(texts: readonly ToTranslate[], columns: number, paint: Paint): string {
  if (texts.length === 0) return '';
  const blocks = texts.flatMap(({ path, key, behind, fields, body }) => [
    '',
    `  ${paint.bold(oneLine(path))}  ${paint.dim(`${oneLine(key)}: ${behindText(behind)}`)}`,
    ...localeLines({ fields, body, images: [], unseen: false }, columns, paint),
  ]);
  return `\n${[paint.bold('To translate'), ...blocks].join('\n')}\n`;
}
