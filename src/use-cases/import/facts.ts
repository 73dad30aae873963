import { type HeadingLosses, headingLosses, sumOfLosses } from '../../body/heading-losses.ts';
import { headingLossesText } from '../../body/heading-losses-text.ts';
import { unsendableIn, unsendableText } from '../../body/sendable.ts';
import { shownFile } from '../../model/shown-file.ts';
import { chooseHelpCentre } from '../../plan/help-centre.ts';
import type { ImportFacts, Said } from '../../report/import-text.ts';
import { count } from '../../report/paint.ts';
import { shownPath } from '../context.ts';
import { flavourNotes } from './flavour-notes.ts';
import type { Imported } from './import.ts';
import { type RoundTrip, reasonOf } from './round-trip.ts';
import type { ImportedText } from './texts.ts';

/** What an import came to, for the report. */
export function factsOf(imported: Imported): ImportFacts {
  const { run, images, texts, plan } = imported;
  const { context, target, remote, centres } = run;
  const root = imported.sources.repository.root;
  const said = (path: string, reason: string): Said => ({ name: shownFile(root, path), reason });
  const failed = failedTexts(imported, said);
  const losses = lossesIn(imported);
  return {
    workspace: { id: remote.workspace.id, name: remote.workspace.name },
    helpCentres: (centres.only === null ? remote.helpCentres : [centres.only]).map(({ identifier }) => identifier),
    content: root === '.' ? root : `${root}/`,
    wroteConfiguration: imported.wroteConfiguration
      ? shownPath(context.host.cwd, `${target.folder}/helpcentre.yml`)
      : null,
    articles: new Set(texts.map((text) => text.article.key)).size,
    texts: texts.length,
    locales: byLocale(texts),
    collections: new Set(run.chosen.collections.map(({ id }) => run.chosen.layout.folders.get(id))).size,
    images: {
      downloaded: images.downloaded,
      present: images.present,
      failed: images.failed.map(({ source, reason }) => ({ name: source.split('?')[0] ?? source, reason })),
    },
    ...markdownFigures(texts),
    keptAsHtml: texts.flatMap(({ path, form, decompiled }) => {
      if (decompiled?.isTooMuch === true) return [said(path, `it has ${decompiled.html[0]?.reason ?? 'too much'}`)];
      return form.startsWith('html')
        ? [said(path, `as Markdown ${imported.whyKept.get(path) ?? 'it cannot be written'}`)]
        : [];
    }),
    undisplayed: texts.flatMap(({ path, undisplayed }) =>
      undisplayed === 0 ? [] : [said(path, count(undisplayed, 'block'))],
    ),
    headings: losses.map(({ path, found }) => said(path, headingLossesText(found))),
    addresses: texts.flatMap(({ path, content }) => {
      const found = unsendableIn(content.body);
      return found === null ? [] : [said(path, unsendableText(found))];
    }),
    failed,
    left: leftArticles(imported, said),
    managed: run.chosen.left.filter(({ why }) => why === 'managed').length,
    notes: [...notesOf(imported), ...flavourNotes(imported), ...headingNotes(losses.map(({ found }) => found))],
    byHand: imported.toolFiles.byHand,
    cameRound: failed.length === 0 && !concernsImport(imported),
    plan: {
      ...{ changes: plan.changes, collections: plan.collections, held: plan.held },
      ...(plan.redirects === undefined ? {} : { redirects: plan.redirects }),
      ...{ notCompiled: plan.notCompiled, leftOut: plan.leftOut, unchanged: plan.unchanged },
    },
  };
}

/** Whether the plan would change something that was imported. */
function concernsImport({ plan, texts }: Imported): boolean {
  const keys = new Set(texts.map((text) => text.article.key));
  const isImported = ({ key }: { readonly key: string }): boolean => keys.has(key);
  return plan.changes.some(isImported) || plan.held.some(isImported);
}

interface TextLosses {
  readonly path: string;
  readonly found: HeadingLosses;
}

/** What the first write would take from headings, by text. */
function lossesIn({ texts, sources }: Imported): readonly TextLosses[] {
  const articles = new Map(sources.desired.articles.map((article) => [article.key, article]));
  return texts.flatMap(({ article, locale, path, content }): TextLosses[] => {
    const body = articles.get(article.key)?.locales[locale]?.body;
    const found = body === undefined ? null : headingLosses(content.body, body);
    return found === null ? [] : [{ path, found }];
  });
}

function headingNotes(losses: readonly HeadingLosses[]): readonly string[] {
  if (losses.length === 0) return [];
  return [
    `Of ${count(losses.length, 'text')}, ${headingLossesText(sumOfLosses(losses))} when the article is first written: Intercom keeps only the text of headings that it is sent, and makes the shallowest an h1. Until then they stay as they are.`,
  ];
}

function failedTexts(imported: Imported, said: (path: string, reason: string) => Said): readonly Said[] {
  const isFailed = (verdict: RoundTrip | undefined): verdict is RoundTrip =>
    verdict !== undefined && verdict.is !== 'same' && verdict.is !== 'marked';
  const marked = new Set(
    imported.texts.filter(({ path }) => imported.verdicts.get(path)?.is === 'marked').map((text) => text.article.key),
  );
  return imported.texts.flatMap((text) => {
    const verdict = imported.verdicts.get(text.path);
    if (!isFailed(verdict) || (verdict.is === 'unread' && marked.has(text.article.key))) return [];
    return [said(text.path, reasonOf(verdict))];
  });
}

function leftArticles({ run, inTheWay }: Imported, said: (path: string, reason: string) => Said): readonly Said[] {
  const left = run.chosen.left
    .filter(({ why }) => why !== 'managed' && why !== 'named')
    .map(({ id, title, reason }) => ({ name: `article ${id} "${title}"`, reason }));
  const blocked = inTheWay.map(({ id, path, reason }) =>
    said(
      path,
      reason === 'already exists'
        ? `${reason}, and is not what Intercom has: move it elsewhere, or write "id: ${id}" into it to take the article over`
        : `${reason}. Move that elsewhere, then import again`,
    ),
  );
  return [...left, ...blocked];
}

function byLocale(texts: readonly ImportedText[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { locale } of texts) counts.set(locale, (counts.get(locale) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function markdownFigures(texts: readonly ImportedText[]): Pick<ImportFacts, 'pureMarkdown' | 'withHtml'> {
  const reasons = new Map<string, number>();
  let withHtml = 0;
  let blocks = 0;
  for (const { decompiled } of texts) {
    const found = decompiled === null ? [{ reason: 'the whole text' }] : decompiled.html;
    if (found.length > 0) withHtml += 1;
    blocks += found.length;
    for (const { reason } of found) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const sorted = [...reasons].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return {
    pureMarkdown: texts.length - withHtml,
    withHtml: { texts: withHtml, blocks, reasons: Object.fromEntries(sorted) },
  };
}

function notesOf({ run, wroteRedirects }: Imported): readonly string[] {
  const { chosen, remote, centres, target } = run;
  const notes: string[] = [];
  if (wroteRedirects === 'written') notes.push('Old addresses that lead to collections are in redirects.yml.');
  if (wroteRedirects === 'left') {
    notes.push('redirects.yml is there already: old addresses that lead to collections were not imported.');
  }
  for (const [locale, texts] of chosen.hiddenLocales) {
    notes.push(`${count(texts, 'text')} in ${locale} left out: their help centre does not have that language.`);
  }
  for (const { id, why, reason } of chosen.left) {
    if (why === 'named')
      notes.push(`Article ${id} was left as it is in its file: ${reason}, and the next publish takes it over.`);
  }
  notes.push(...inOtherLanguages(run));
  const drafts = chosen.articles.filter((article) => article.remote.pendingDraft).length;
  if (drafts > 0) {
    notes.push(`${count(drafts, 'article')} with an unpublished draft in Intercom: what readers see was imported.`);
  }
  if (chosen.elsewhere > 0) {
    const others = remote.helpCentres.filter(({ id }) => id !== centres.only?.id).map(({ identifier }) => identifier);
    notes.push(
      `${count(chosen.elsewhere, 'article')} of other help centres left out (${others.join(', ')}), as --help-centre says.`,
    );
  }
  const { problems } = chooseHelpCentre(remote.helpCentres, target.settings.helpCentre);
  for (const found of problems) notes.push(`${found.message}. ${found.help}`);
  return notes;
}

/** Help centres whose articles are written in another language first: their sources have another default locale. */
function inOtherLanguages({ chosen, remote, centres, target }: Imported['run']): readonly string[] {
  const articles = new Map(remote.articles.map((article) => [article.id, article]));
  const left = chosen.left.filter(({ why }) => why === 'no-default-locale');
  return remote.helpCentres.flatMap((centre) => {
    const own = left.filter(({ id }) => chosen.centreOf(id)?.id === centre.id);
    if (own.length === 0 || centre.id === centres.main?.id) return [];
    const locale = articles.get(own[0]?.id ?? '')?.defaultLocale ?? '';
    return [
      `${count(own.length, 'article')} of the help centre "${centre.identifier}" ${own.length === 1 ? 'has' : 'have'} no text in ${target.settings.locale}. Its first language is ${locale}: import it into a folder of its own, where helpcentre.yml says "locale: ${locale}", with --help-centre ${centre.identifier}.`,
    ];
  });
}
