import type { Position } from 'unist';
import type { ScannedTag } from './html-scan.ts';

interface OpenTag {
  readonly name: string;
  readonly at: Position | undefined;
}

/** Follows tags through a body to find the elements that nothing closes. */
export class OpenTags {
  #open: OpenTag[] = [];
  readonly #unclosed: OpenTag[] = [];
  readonly #counts = new Map<string, number>();

  /** Takes the next tag. One that closes an element around leaves those in between unclosed. */
  meet({ name, closes }: ScannedTag, at: Position | undefined): void {
    if (!closes) {
      this.#open.push({ name, at });
      this.#count(name, 1);
      return;
    }
    if ((this.#counts.get(name) ?? 0) === 0) return;
    for (let tag = this.#open.pop(); tag !== undefined; tag = this.#open.pop()) {
      this.#count(tag.name, -1);
      if (tag.name === name) return;
      this.#unclosed.push(tag);
    }
  }

  /** Elements that were opened and not closed. */
  unclosed(): readonly OpenTag[] {
    return [...this.#unclosed, ...this.#open];
  }

  #count(name: string, by: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by);
  }
}
