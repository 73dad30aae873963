import { parseDocument } from 'yaml';

/**
 * The data of another tool's YAML, or JSON, which is YAML too. Tags that stand for programs are not looked at, and
 * aliases that multiply give nothing.
 *
 * @returns null for what cannot be read
 */
export function plainYaml(text: string): unknown {
  try {
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, stringKeys: true });
    return document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 100 });
  } catch {
    return null;
  }
}
