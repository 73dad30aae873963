import { isIconClass } from '../model/icon-class.ts';
import type { Attribute } from './jsx-text.ts';

/** Properties that our dialect reads: colours and widths of cells, colours of callouts. */
const read = new Set(['background-color', 'border-color', 'width']);

/**
 * What an element of JSX says of its look that our dialect reads: classes of Intercom's own, among them the one of a
 * button, those of icons, and the styles of cells and of what has such a class.
 */
export function keptLook(name: string, given: readonly Attribute[]): readonly string[] {
  const names = (textOf(given, 'className') ?? textOf(given, 'class') ?? '').split(/\s+/);
  const isInLine = name === 'i' || name === 'span';
  const isButton = name === 'a' && names.some((one) => one === 'button' || one === 'intercom-h2b-button');
  const own = isButton
    ? ['intercom-h2b-button']
    : names.filter((one) => one.startsWith('intercom-') || (isInLine && isIconClass(one)));
  const isStyled = name === 'td' || name === 'th' || own.some((one) => one.startsWith('intercom-'));
  const style = isStyled ? styleOf(given.find((one) => one.name === 'style')) : '';
  return [...(own.length === 0 ? [] : [`class="${own.join(' ')}"`]), ...(style === '' ? [] : [`style="${style}"`])];
}

function textOf(given: readonly Attribute[], name: string): string | null {
  return given.find((one) => one.name === name)?.text ?? null;
}

/** A style as HTML has it, from text or from an object of texts. */
function styleOf(style: Attribute | undefined): string {
  const css = style?.text ?? null;
  const found =
    css !== null
      ? css.split(';').map((one) => /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(one))
      : [...(style?.expression ?? '').matchAll(/([A-Za-z]+)\s*:\s*(?:'([^']*)'|"([^"]*)"|(\d+)(?=\s*[,}]))/g)];
  return found
    .flatMap((one) => {
      if (one === null) return [];
      const [, name = '', ...values] = one;
      const key = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const value = values.find((given) => given !== undefined) ?? '';
      return read.has(key) && !/["<>]/.test(value) ? [`${key}: ${/^\d+$/.test(value) ? `${value}px` : value}`] : [];
    })
    .join('; ');
}
