import { escapeText, escapeValue } from '../body/escape.ts';

/** Text as HTML in a source. Nobody sees white space at the end of a line, and braces would be taken for a variable. */
export function textAsHtml(text: string): string {
  return withoutVariables(escapeText(text))
    .replace(/(?<=^|\s)\u00a0|\u00a0(?=\s|$)/g, '&nbsp;')
    .replace(/[\u2028\u2029\ufeff]/g, (character) => `&#x${character.charCodeAt(0).toString(16)};`);
}

/** The value of an attribute as HTML in a source, for double quotes. Braces would be taken for a variable. */
export function valueAsHtml(value: string): string {
  return withoutVariables(escapeValue(value));
}

function withoutVariables(html: string): string {
  return html.replace(/\{(?=\{)/g, '&#123;');
}
