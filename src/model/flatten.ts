import { type VideoForm, videoForms } from './quirks.ts';
import type { Settings } from './settings.ts';

/** Constructs that can be written in a plainer way, by the words of the setting. */
export const flattenWords = ['nested-lists', 'callouts', 'sections', 'headings', 'merged-cells', 'videos'] as const;

/** One of them; or the videos whose address has a form. */
export type Flattened = (typeof flattenWords)[number] | `video ${VideoForm}`;

/**
 * What is written in a plainer way: what the setting lists; of `auto`, exactly what the workspace was seen not to take.
 * What nobody asked it is sent as it is.
 */
export function flattenOf({ flatten, facts }: Pick<Settings, 'flatten' | 'facts'>): readonly Flattened[] {
  if (flatten !== 'auto') return flatten;
  const { answers = {} } = facts ?? {};
  const { videos } = answers;
  return [
    ...(answers.nestedLists === 'refused' ? (['nested-lists'] as const) : []),
    ...(answers.callouts === 'unwrapped' ? (['callouts'] as const) : []),
    ...(answers.details === 'unwrapped' ? (['sections'] as const) : []),
    ...(answers.headingLevels === 'flattened' ? (['headings'] as const) : []),
    ...(answers.cellSpans === 'dropped' ? (['merged-cells'] as const) : []),
    ...(videos === undefined ? [] : videoForms.filter((form) => !videos.includes(form)).map(videoOf)),
  ];
}

/** Name of the videos whose address has a form. */
export function videoOf<Form extends VideoForm>(form: Form): `video ${Form}` {
  return `video ${form}`;
}
