import type { Check } from './check.ts';
import { authorGone } from './checks/authors.ts';
import { deadAnchor } from './checks/dead-anchor.ts';
import { duplicate, nearDuplicate } from './checks/duplicates.ts';
import { emptyArticle, emptyHeading } from './checks/empty.ts';
import { expiredLink } from './checks/expired-link.ts';
import { goneArticle, goneCollection } from './checks/gone-article.ts';
import { draftTranslation, languageOff, missingLanguage, scarceLanguage, untranslated } from './checks/languages.ts';
import { linkToDraft, linkToNoLanguage } from './checks/link-to-draft.ts';
import { noCollection } from './checks/no-collection.ts';
import { linkWithoutAddress, linkWithoutHost } from './checks/no-page.ts';
import { brokenPicture, largePicture, unreachablePicture } from './checks/pictures.ts';
import { plainLink } from './checks/plain-link.ts';
import { sameTitle, titleCase } from './checks/titles.ts';
import { unnamedCollection } from './checks/unnamed-collection.ts';
import { unreadArticle } from './checks/unread.ts';
import { workspaceLink } from './checks/workspace-link.ts';

/** Everything that is looked for; of what the same people meet, the worst first. */
export const checks: readonly Check[] = [
  // What stops a reader.
  goneArticle,
  linkToDraft,
  brokenPicture,
  unreachablePicture,
  emptyArticle,
  goneCollection,
  linkToNoLanguage,
  workspaceLink,
  expiredLink,
  linkWithoutHost,
  linkWithoutAddress,
  untranslated,
  // What a reader does not find, or finds twice.
  noCollection,
  unnamedCollection,
  languageOff,
  draftTranslation,
  missingLanguage,
  scarceLanguage,
  duplicate,
  nearDuplicate,
  sameTitle,
  titleCase,
  // What makes reading harder.
  deadAnchor,
  largePicture,
  emptyHeading,
  // What nobody looks after.
  plainLink,
  authorGone,
  unreadArticle,
];

/** Those that find a link which stops a reader, or leads them elsewhere than it says. */
export const brokenLinkChecks: readonly Check[] = [
  ...[goneArticle, linkToDraft, goneCollection, linkToNoLanguage, workspaceLink],
  ...[expiredLink, linkWithoutHost, linkWithoutAddress, deadAnchor],
];
