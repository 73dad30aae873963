/** The preview: the help centre as a site on this machine. This file is its front door. */
export type { Page } from './addresses.ts';
export { auditPage, auditPageMark } from './audit/audit-page.ts';
export { type BuildPlaces, buildSite, FolderTaken } from './build.ts';
export type {
  Badge,
  BodyChange,
  ChangeEntry,
  ChangeInside,
  ChangesView,
  FieldChanges,
  Group,
  LocaleInside,
} from './changes/view.ts';
export { makeSite, preparedSite, troubledSite } from './make-site.ts';
export { publicSite } from './public-site.ts';
export { readersSite } from './readers-site.ts';
export { servePreview } from './server/listen.ts';
export { type LiveSite, liveSite } from './server/live-site.ts';
export type { Editor, RenderSettings, Site } from './site.ts';
