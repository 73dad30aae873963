import type { Names } from './flavour.ts';
import { textOf } from './jsx-text.ts';

/** What an expression stands for that names a text or a picture without being run; null for any other. */
export function standsFor(expression: string, names: Names): string | null {
  const plain = textOf(expression);
  if (plain !== null) return plain;
  const bare = expression.trim();
  const called = /^(?:require|useBaseUrl)\(\s*(.*?)\s*\)(?:\.default)?$/s.exec(bare)?.[1];
  if (called !== undefined) return textOf(called);
  // A title may be an element: what it says is its text.
  if (/^<[^{}]*>$/.test(bare)) return bare.replace(/<[^<>]*>/g, '').trim();
  return names.get(bare.replace(/\.(?:src|default)$/, '')) ?? null;
}
