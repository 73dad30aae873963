import { warning } from './entry.ts';

/** Problems of translations beside their originals. */
export const translationsProblems = {
  'stale-translation': warning(
    (a: { path: string; original: string; behind: string; isWithheld: boolean; blob: string }) =>
      `${a.path} is behind ${a.original}: ${a.behind}${a.isWithheld ? '; readers do not see it until it follows' : ''}`,
    (a) =>
      `"helpcentre diff" shows what to translate. If nothing has to change, write "translated: ${a.blob}" in its front matter.`,
    {
      why: 'The original says something that the translation does not say, so readers of that language are told what is not true any more. What happens to such a translation is "staleTranslations" in helpcentre.yml.',
      bad: {
        'content/refunds.md, changed after the translation': '# Refunds\n\nWithin 14 days.',
        'content/refunds.fr.md': '# Remboursements\n\nSous 30 jours.',
      },
      good: {
        'content/refunds.md': '# Refunds\n\nWithin 14 days.',
        'content/refunds.fr.md': '# Remboursements\n\nSous 14 jours.',
      },
    },
  ),
};
