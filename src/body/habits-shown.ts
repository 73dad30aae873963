import type { QuirkName } from '../model/quirks.ts';
import type { Answers } from '../model/workspace-facts.ts';
import { withoutVariableMarks } from './variable-mark.ts';

/** What a body that was sent and what was stored of it say about the habits of a workspace; nothing of what neither shows. */
export function habitsShown(sent: string, stored: string): Answers {
  const kept = (shows: (html: string) => boolean): boolean | null => (shows(sent) ? shows(stored) : null);
  const nested = kept(hasNestedList);
  const callouts = kept((html) => html.includes('intercom-interblocks-callout'));
  const details = kept((html) => html.includes('<details'));
  const spans = kept((html) => /<td [^>]*(?:col|row)span="(?:[2-9]|\d\d)/.test(html));
  const levels = kept((html) => /<h[34][ >]/.test(html));
  const ids = kept((html) => idsIn(sent).some((id) => html.includes(` id="${id}"`)));
  const buttons = kept((html) => html.includes('intercom-h2b-button'));
  return {
    ...(nested === null ? {} : nested ? { nestedLists: 'kept' as const } : {}),
    ...(callouts === null ? {} : { callouts: callouts ? ('kept' as const) : ('unwrapped' as const) }),
    ...(details === null ? {} : { details: details ? ('kept' as const) : ('unwrapped' as const) }),
    ...(spans === null ? {} : { cellSpans: spans ? ('kept' as const) : ('dropped' as const) }),
    ...(levels === null ? {} : { headingLevels: levels ? ('shifted' as const) : ('flattened' as const) }),
    ...(ids === null ? {} : { headingIds: ids ? ('kept' as const) : ('replaced' as const) }),
    ...(buttons === null ? {} : { buttons: buttons ? ('kept' as const) : ('links' as const) }),
    ...marks(sent, stored),
  };
}

function marks(sent: string, stored: string): Answers {
  if (!/(?<!#)\{\{\w+\}\}/.test(sent) || !stored.includes('{{')) return {};
  return { variableMark: withoutVariableMarks(stored) === stored ? 'never' : 'once' };
}

/** Ids of headings that are no ids of Intercom's own. */
function idsIn(html: string): readonly string[] {
  return [...html.matchAll(/<h[1-4] [^>]*?id="([^"]*)"/g)]
    .map(([, id = '']) => id)
    .filter((id) => !/^h_[0-9a-f]{10}$/.test(id));
}

function hasNestedList(html: string): boolean {
  let depth = 0;
  for (const [, end] of html.matchAll(/<(\/?)[uo]l\b/g)) {
    depth += end === '/' ? -1 : 1;
    if (depth > 1) return true;
  }
  return false;
}

/** What a refusal says in Intercom's words; null for nothing that was ever asked. */
export function habitRefused(words: string): QuirkName | null {
  if (/\bnested\W+(?:lists?|ul|ol)\b/i.test(words)) return 'nestedLists';
  return /\b(?:video|iframe)\b/i.test(words) ? 'videos' : null;
}

/** Answers of a workspace that what it does now contradicts. */
export function contradicted(answers: Answers, shown: Answers): readonly QuirkName[] {
  return (Object.keys(shown) as QuirkName[]).filter((name) => {
    const [known, now] = [answers[name], shown[name]];
    if (known === undefined || known === now) return false;
    // That they change at every write is not seen in one.
    return (
      !(String(known) === 'replaced-every-write' && now === 'replaced') && !(known === 'every-write' && now === 'once')
    );
  });
}
