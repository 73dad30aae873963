import { InvalidArgumentError } from 'commander';
import { publishingKinds, type WorkflowKind, workflowKinds } from '../init/choices.ts';
import { type EditorName, editorNames } from '../init/editor-files.ts';
import { articleIdPattern } from '../model/article-type.ts';
import { isLoopback } from '../net/loopback.ts';
import { nearestName } from '../text/nearest.ts';

/** An option's value as a whole number. @throws InvalidArgumentError */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number.');
  return Number(text);
}

/** An option's value as a whole number from 1 up. @throws InvalidArgumentError */
export function atLeastOne(text: string): number {
  const number = wholeNumber(text);
  if (number === 0) throw new InvalidArgumentError('expected a whole number of at least 1.');
  return number;
}

/** An option's value as a port; 0 is any that is free. @throws InvalidArgumentError */
export function portNumber(text: string): number {
  const number = wholeNumber(text);
  if (number > 65_535) throw new InvalidArgumentError('ports go up to 65535.');
  return number;
}

/** An option's value as ids of articles, separated by commas. @throws InvalidArgumentError */
export function articleIds(text: string): readonly string[] {
  const ids = text.split(/[\s,]+/).filter((id) => id !== '');
  if (ids.length === 0 || ids.some((id) => !articleIdPattern.test(id) || id.length > 24)) {
    throw new InvalidArgumentError('expected numbers of articles, such as 15009700,15009701.');
  }
  return ids;
}

/** An option's value as the address of something on the web. @throws InvalidArgumentError */
export function publicAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url))) return url.href;
  throw new InvalidArgumentError('expected an https address, such as https://example.com/a.png.');
}

/** One more of several. @throws InvalidArgumentError */
export function publicAddresses(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), publicAddress(text)];
}

/** An option's value as kinds of workflows. @throws InvalidArgumentError */
export function workflowKindsOf(text: string): readonly WorkflowKind[] {
  const kinds = text.split(',').map((kind) => kind.trim());
  if (kinds.length === 1 && kinds[0] === 'none') return [];
  const known = kinds.filter((kind): kind is WorkflowKind => workflowKinds.some((one) => one === kind));
  if (known.length < kinds.length) {
    const unknown = kinds.find((kind) => !workflowKinds.some((one) => one === kind)) ?? '';
    const near = nearestName(unknown, [...workflowKinds, 'none']);
    const meant = near === null ? '' : ` Did you mean "${near}"?`;
    throw new InvalidArgumentError(`expected some of ${workflowKinds.join(', ')}, or none.${meant}`);
  }
  if (known.filter((kind) => publishingKinds.includes(kind)).length > 1) {
    throw new InvalidArgumentError('choose only one of pull-request, forks, staging and promote.');
  }
  return [...new Set(known)];
}

/** An option's value as names of editors. @throws InvalidArgumentError */
export function editorNamesOf(text: string): readonly EditorName[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.length === 1 && names[0] === 'none') return [];
  const known = names.filter((name): name is EditorName => editorNames.some((one) => one === name));
  if (known.length < names.length)
    throw new InvalidArgumentError(`expected some of ${editorNames.join(', ')}, or none.`);
  return [...new Set(known)];
}
