import type { QuirkName } from '../model/quirks.ts';
import type { Answers } from '../model/workspace-facts.ts';
import { parseBody } from './parse.ts';
import { plainTextOf } from './plain-text.ts';
import { withoutVariableMarks } from './variable-mark.ts';

/**
 * What a body that was sent and what was stored of it say about the habits of a workspace; nothing of what neither shows.
 * Where the words are others, it is another text that was stored (an older one, a draft's): it says nothing.
 *
 * @param news whether what they seem to say is of interest: only then are the words compared, which means to parse both
 */
export function habitsShown(sent: string, stored: string, news: (shown: Answers) => boolean = () => true): Answers {
  const shown = shownBy(sent, stored);
  if (Object.keys(shown).length === 0 || !news(shown)) return {};
  return wordsOf(sent) === wordsOf(stored) ? shown : {};
}

function shownBy(sent: string, stored: string): Answers {
  const kept = (shows: (html: string) => boolean): boolean | null => (shows(sent) ? shows(stored) : null);
  const nested = kept(hasNestedList);
  const callouts = kept((html) => html.includes('intercom-interblocks-callout'));
  const details = kept((html) => html.includes('<details'));
  const spans = kept((html) => /<td [^>]*(?:col|row)span="(?:[2-9]|\d\d)/.test(html));
  const own = idsIn(sent);
  const ids = kept((html) => idsIn(html).some((id) => own.includes(id)));
  const buttons = kept((html) => html.includes('intercom-h2b-button'));
  return {
    ...(nested === null ? {} : nested ? { nestedLists: 'kept' as const } : {}),
    ...(callouts === null ? {} : { callouts: callouts ? ('kept' as const) : ('unwrapped' as const) }),
    ...(details === null ? {} : { details: details ? ('kept' as const) : ('unwrapped' as const) }),
    ...(spans === null ? {} : { cellSpans: spans ? ('kept' as const) : ('dropped' as const) }),
    ...levels(levelsIn(sent), levelsIn(stored)),
    ...(ids === null ? {} : { headingIds: ids ? ('kept' as const) : ('replaced' as const) }),
    ...(buttons === null ? {} : { buttons: buttons ? ('kept' as const) : ('links' as const) }),
    ...marks(sent, stored),
  };
}

/** Levels that begin at the first stay where they are; those that begin deeper move up, which looks like the other habit. */
function levels(sent: readonly string[], stored: readonly string[]): Answers {
  const isDeep = (level: string): boolean => level === '3' || level === '4';
  if (!sent.includes('1') || !sent.some(isDeep)) return {};
  if (stored.some(isDeep)) return { headingLevels: 'shifted' };
  return stored.length === sent.length ? { headingLevels: 'flattened' } : {};
}

/** Of attributes in text: what addresses and code do nobody asked. */
function marks(sent: string, stored: string): Answers {
  if (!sent.includes('{{')) return {};
  const [found] = /(?<!#)\{\{\w+\}\}/.exec(plainly(sent)) ?? [];
  const text = plainly(stored);
  if (found === undefined || !text.includes(found)) return {};
  return { variableMark: text.includes(`#${found}`) ? 'once' : 'never' };
}

/** Text outside of code. */
function plainly(html: string): string {
  return html.replace(/<(pre|code)\b[\s\S]*?<\/\1>/g, ' ').replace(/<(?:[^"'<>]|"[^"]*"|'[^']*')*>/g, ' ');
}

/** All its letters: white space may be another. */
function wordsOf(html: string): string | null {
  const nodes = parseBody(html);
  return nodes === null ? null : withoutVariableMarks(plainTextOf(nodes)).replace(/\s+/g, '');
}

/** Without summaries: their headings are no part of the outline, and keep level and id. */
function outlineOf(html: string): string {
  return html.replace(/<summary\b[\s\S]*?<\/summary>/g, '');
}

function levelsIn(html: string): readonly string[] {
  return [...outlineOf(html).matchAll(/<h([1-6])[ >]/g)].map(([, level = '']) => level);
}

/** Ids of headings that are no ids of Intercom's own. */
function idsIn(html: string): readonly string[] {
  return [...outlineOf(html).matchAll(/<h[1-4] [^>]*?\bid="([^"]*)"/g)]
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
