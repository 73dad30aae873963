import { desiredFingerprint } from '../body/fingerprint.ts';
import type { DesiredArticle, DesiredLocale } from '../model/desired.ts';
import type { Settings } from '../model/settings.ts';

/** The same text as a draft. */
export function asDraft(
  text: DesiredLocale,
  { author, parent }: Pick<DesiredArticle, 'author' | 'parent'>,
  { helpCentre }: Pick<Settings, 'helpCentre'>,
): DesiredLocale {
  if (text.state === 'draft') return text;
  const { title, description, body } = text;
  const fingerprint = desiredFingerprint({ title, description, state: 'draft', author, parent, helpCentre, body });
  return { ...text, state: 'draft', fingerprint };
}
