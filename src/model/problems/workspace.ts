import { didYouMean, error, warning } from './entry.ts';

/** Problems of what the sources ask of the workspace: help centres, languages, authors. */
export const workspaceProblems = {
  'unknown-help-centre': error(
    (a: { wanted: string; known: string; nearest: string | null }) =>
      `the workspace has no help centre "${a.wanted}", so nothing is published`,
    (a) =>
      a.known === ''
        ? 'Create one in Intercom first.'
        : `${didYouMean(a.nearest)}It has: ${a.known}. Name one as "helpCentre" in helpcentre.yml.`,
  ),
  'folder-help-centre': error(
    (a: { folder: string; wanted: string; known: string; nearest: string | null }) =>
      `${a.folder}/_collection.yml names the help centre "${a.wanted}", which the workspace does not have, so nothing is published`,
    (a) => (a.known === '' ? 'Create it in Intercom first.' : `${didYouMean(a.nearest)}It has: ${a.known}.`),
  ),
  'help-centre-again': error(
    (a: { folder: string; wanted: string; other: string | null }) =>
      a.other === null
        ? `${a.folder}/_collection.yml says "helpCentre: ${a.wanted}", which is where all folders are published to that do not say`
        : `${a.folder}/_collection.yml says "helpCentre: ${a.wanted}", and ${a.other} names the same help centre in another way`,
    (a) => (a.other === null ? 'Remove the line.' : 'Write the same name into both.'),
  ),
  'help-centre-unsure': warning(
    (a: { chosen: string }) =>
      `the workspace has several help centres and this API version does not say which is the default; "${a.chosen}" is taken`,
    () => 'Name one as "helpCentre" in helpcentre.yml.',
  ),
  'locale-not-enabled': error(
    (a: { locale: string; helpCentre: string; paths: string }) =>
      `the help centre "${a.helpCentre}" has no locale "${a.locale}", which ${a.paths} would be published in`,
    () => "Enable the language in the help centre's settings, or remove the files.",
  ),
  'no-first-language': error(
    (a: { path: string; isNew: boolean; locale: string; helpCentre: string }) =>
      a.isNew
        ? `${a.path} would be a new article without a text in ${a.locale}, the first language of the help centre "${a.helpCentre}"`
        : `${a.path} would move without a text in ${a.locale} to the help centre "${a.helpCentre}", whose first language that is`,
    (a) => `Add its ${a.locale} source.`,
  ),
  'collection-twins': warning(
    (a: { key: string; count: number }) =>
      `Intercom has ${a.count} collections that could be "${a.key}"; the first is taken`,
    () => 'Rename or merge the others in Intercom.',
  ),
  'unknown-default-author': error(
    (a: { author: string }) => `"author" in helpcentre.yml: no teammate "${a.author}" in the workspace`,
    () => 'Use the e-mail or id of a teammate who may write articles.',
  ),
  'unknown-author': error(
    (a: { author: string }) => `no teammate "${a.author}" in the workspace`,
    () => 'Use the e-mail or id of a teammate who may write articles.',
  ),
} as const;
