import { withoutSignature } from '../../body/canonical/url.ts';
import { nearTexts } from '../../text/near-texts.ts';
import type { Check, Found } from '../check.ts';
import type { AuditedText, Facts } from '../facts.ts';
import { placeOf, seenFirst, somePlaces } from '../places.ts';
import { isEmpty } from './empty.ts';

/** Texts in one language and one help centre, in which readers find all of them. */
function shelves({ texts }: Facts): readonly (readonly AuditedText[])[] {
  const found = new Map<string, AuditedText[]>();
  for (const text of texts) {
    const key = `${text.article.centre?.id ?? ''} ${text.locale}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, [text]);
    else known.push(text);
  }
  return [...found.values()];
}

/** Groups of one language that another one has not already: what is twice in one language mostly is in all. */
export function onceForAllLanguages(
  facts: Facts,
  groupsOn: (shelf: readonly AuditedText[]) => readonly (readonly AuditedText[])[],
): readonly (readonly AuditedText[])[] {
  const kept: (readonly AuditedText[])[] = [];
  const told = new Map<string, Set<number>>();
  for (const group of shelves(facts).flatMap(groupsOn)) {
    const ids = group.map(({ article }) => article.remote.id);
    const [first, ...others] = ids.map((id) => told.get(id) ?? new Set<number>());
    const isTold = [...(first ?? [])].some((at) => others.every((known) => known.has(at)));
    if (isTold) continue;
    for (const id of ids) told.set(id, (told.get(id) ?? new Set()).add(kept.length));
    kept.push(group);
  }
  return kept;
}

/** All that readers get of a text: its words, and what its links, pictures and videos are. */
function contentOf(text: AuditedText): string | null {
  const { body } = text;
  if (body === null || body.hasUnseen || isEmpty(text)) return null;
  const pictures = body.pictures.map(withoutSignature);
  return JSON.stringify([
    body.words,
    body.links.map(({ href }) => withoutSignature(href ?? '')),
    pictures,
    body.frames,
  ]);
}

function sameTexts(shelf: readonly AuditedText[]): readonly (readonly AuditedText[])[] {
  const groups = new Map<string, AuditedText[]>();
  for (const text of shelf) {
    const content = contentOf(text);
    if (content !== null) groups.set(content, [...(groups.get(content) ?? []), text]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Articles with the same text. */
export function duplicatesIn(facts: Facts): readonly (readonly AuditedText[])[] {
  return onceForAllLanguages(facts, sameTexts);
}

/** What several texts have in common, with the published ones first. */
export function together(texts: readonly AuditedText[], facts: Facts, message: string): readonly Found[] {
  const places = somePlaces(seenFirst(texts).map((text) => placeOf(text, facts)));
  if (places === null) return [];
  return [{ rank: texts.filter(({ isSeen }) => isSeen).length > 1 ? 'missed' : 'team', message, places }];
}

/** Articles that say and show the same. */
export const duplicate: Check = {
  code: 'article-duplicate',
  title: 'Articles with the same text',
  why: 'Readers find it twice, and what is corrected in one stays wrong in the other.',
  help: 'Keep one, delete the others, and make redirects from their addresses.',
  find: (facts) =>
    duplicatesIn(facts).flatMap((texts) => together(texts, facts, `${texts.length} articles have the same text`)),
};

/** Nine words of ten; two runs of three words of three. */
const bounds = { words: 0.9, runs: 0.65, fewest: 40 };

/** Articles that say nearly the same. */
export const nearDuplicate: Check = {
  code: 'article-near-duplicate',
  title: 'Articles with nearly the same text',
  why: 'Readers cannot tell which one is meant for them, and a correction is easily made in one of them only.',
  help: 'If they answer one question, keep one and make redirects from the others. If they are meant to be alike, leave them.',
  find(facts) {
    const shares = new Map<readonly AuditedText[], number>();
    const groups = onceForAllLanguages(facts, (shelf) => {
      const seen = new Set<string>();
      // Of those that are the same, one is compared.
      const distinct = shelf.filter((text) => {
        const content = contentOf(text);
        return content !== null && !seen.has(content) && seen.add(content).size > 0;
      });
      return nearTexts(
        distinct.map(({ body }) => body?.words ?? ''),
        bounds,
      ).map(({ members, likeness }) => {
        const group = members.flatMap((at) => distinct[at] ?? []);
        shares.set(group, likeness);
        return group;
      });
    });
    return groups.flatMap((group) => {
      const share = Math.floor((shares.get(group) ?? 0) * 100);
      return together(group, facts, `${group.length} articles have ${share}% of their words in common`);
    });
  },
};
