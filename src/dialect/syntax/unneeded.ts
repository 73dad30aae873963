import type { ConstructRecord, Extension } from 'micromark-util-types';

/**
 * Constructs that are tried at every word or line, and what stands in every text that has one: where it does not, trying
 * is all that they would do.
 */
const marks: ReadonlyMap<string, RegExp> = new Map([
  ['emailAutolink', /@/],
  ['wwwAutolink', /www\./i],
  ['protocolAutolink', /:\/\//],
  // The row below the head has a pipe, or a colon beside a dash.
  ['table', /\||:-|-:/],
]);

/** Names of the constructs that a text cannot have. */
export function unneededIn(text: string): readonly string[] {
  return [...marks].flatMap(([name, mark]) => (mark.test(text) ? [] : [name]));
}

/** An extension of micromark's without some of its constructs. */
export function without(extension: Extension, names: readonly string[]): Extension {
  const { flow = {}, text = {}, ...rest } = extension;
  return { ...rest, flow: filtered(flow, names), text: filtered(text, names) };
}

function filtered(constructs: ConstructRecord, names: readonly string[]): ConstructRecord {
  const entries = Object.entries(constructs).flatMap(([code, at = []]) => {
    const kept = [at].flat().filter(({ name = '' }) => !names.includes(name));
    return kept.length === 0 ? [] : [[code, kept] as const];
  });
  return Object.fromEntries(entries);
}
