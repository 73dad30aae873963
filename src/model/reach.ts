import type { Place } from './place.ts';

/** Which of Fin's agents may answer with an article. What is absent is left as it is in Intercom. */
export interface Fin {
  readonly chatbot?: boolean;
  readonly copilot?: boolean;
  readonly sales?: boolean;
}

/** Fin's agents, as sources name them. */
export const finAgents = ['chatbot', 'copilot', 'sales'] as const;

/** Names of audiences or tags, or their ids, and where they stand. */
export interface Labels {
  readonly names: readonly string[];
  readonly place?: Place;
}

/**
 * How far an article reaches besides the help centre: who Fin answers with it, for which audiences, and the tags that
 * it is found by. What no source names is absent, and stays as somebody set it in Intercom.
 */
export interface Reach {
  readonly fin?: Fin;
  readonly audiences?: Labels;
  readonly tags?: Labels;
}

/** Where the configuration names audiences and tags. */
export interface ReachPlaces {
  readonly audiences?: Place;
  readonly tags?: Place;
}

/** The same as last published, with the id that each name stood for. */
export interface RecordedReach {
  readonly fin?: Fin;
  readonly audiences?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
}

/** An audience or a tag of the workspace. */
export interface Label {
  readonly id: string;
  readonly name: string;
}

/**
 * The audience or tag that a name stands for, whatever the case of its letters; one that is all digits may be an id.
 *
 * @returns null where the workspace has none
 */
export function labelNamed(name: string, labels: readonly Label[]): Label | null {
  const low = name.toLowerCase();
  return labels.find((label) => label.name.toLowerCase() === low) ?? labels.find(({ id }) => id === name) ?? null;
}
