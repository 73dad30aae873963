/** Something that a probe makes and takes away again. */
export interface Thing {
  readonly kind: 'article' | 'collection' | 'redirect';
  /** Title, name, or the address that leads elsewhere: made for this one thing, so that it can be found by it. */
  readonly name: string;
  /** Help centre of a redirect. */
  readonly centre?: string;
  /** Unix seconds before which it did not exist. */
  readonly since: number;
  /** null while Intercom has not said. */
  readonly id: string | null;
}

/** Notes on disk of what exists in a workspace because of a probe. Each is there before the thing is asked for. */
export interface Notes {
  readonly things: readonly Thing[];
  add(thing: Thing): Promise<void>;
  /** Notes the id of one. */
  known(name: string, id: string): Promise<void>;
  drop(name: string): Promise<void>;
}

/** What everything that a probe makes is called, with something after it that nothing else is called. */
export const titleStart = 'helpcentre probe, safe to delete';

/** What a person calls one. */
export function thingText({ kind, name, id }: Thing): string {
  return `${kind === 'article' ? 'draft article' : kind} "${name}"${id === null ? '' : ` (${id})`}`;
}
