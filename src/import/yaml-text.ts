import { Document, isScalar, Scalar, visit } from 'yaml';

/** What front matter and `_collection.yml` hold. */
export type YamlFields = Readonly<Record<string, unknown>>;

/** A value between typographic quotes looks as if it were quoted, and `check` says so: straight quotes around it end the doubt. */
const looksQuoted = /^[“”„‘’‚]|[“”‟’‘]$/;

/**
 * Fields as YAML that a person likes to read and every parser reads alike: one key a line in the given order, nothing
 * folded, quotes only where something would be misread without them (by YAML 1.1 too: `no`, `012`, `2026-01-01`).
 *
 * @param fields keys whose value is undefined are left out
 * @returns lines with line ends; `''` for no fields
 */
export function yamlText(fields: YamlFields): string {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  if (present.length === 0) return '';
  const document = new Document(Object.fromEntries(present), { compat: 'yaml-1.1', aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && typeof node.value === 'string' && looksQuoted.test(node.value)) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document.toString({ lineWidth: 0, indentSeq: true });
}

/**
 * Text for one line: runs of white space, line ends among them, become a space, as they do where titles are compared.
 * Surrogates without a partner become U+FFFD, because no file can hold them.
 */
export function singleLine(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();
}
