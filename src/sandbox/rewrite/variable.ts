import type { Context } from './context.ts';

/** Text with Intercom's own attributes, `{{x}}`, as it is stored: what is sent gets a `#` before each. */
export function markVariables(text: string, { quirks, origin }: Context): string {
  if (origin !== 'api' || quirks.variableMark === 'never' || !text.includes('{{')) return text;
  const found = quirks.variableMark === 'once' ? /(?<!#)\{\{[^{}]*\}\}/g : /\{\{[^{}]*\}\}/g;
  return text.replace(found, '#$&');
}
