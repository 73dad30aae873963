import { parseDocument } from 'yaml';
import { withJoinedLists } from './joined-lists.ts';

/**
 * The data of another tool's YAML, or JSON, which is YAML too. Tags that stand for programs are not looked at, and
 * aliases that multiply give nothing.
 *
 * @returns null for what cannot be read
 */
export function plainYaml(text: string): unknown {
  try {
    const read = (one: string) => parseDocument(one, { logLevel: 'silent', uniqueKeys: false, stringKeys: true });
    const first = read(text);
    const document = first.errors.length === 0 ? first : read(withJoinedLists(text));
    return document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 100 });
  } catch {
    return null;
  }
}
