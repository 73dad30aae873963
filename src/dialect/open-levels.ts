import type { ScannedTag } from './html-scan.ts';

/** Elements out of which no closing tag reaches: what is open around them stays open. */
const walls = new Set(['applet', 'caption', 'marquee', 'object', 'table', 'template']);

/**
 * Counts how deep an HTML parser goes, rather too many levels than too few. The parser takes no notice of a tag that closes what is
 * not open, and what stands between a closing tag and its element it may open again.
 */
export class OpenLevels {
  readonly #open: string[] = [];

  /** Levels that are open. */
  get depth(): number {
    return this.#open.length;
  }

  /** Takes the next tag. */
  meet({ name, closes }: ScannedTag): void {
    if (!closes) {
      this.#open.push(name);
      return;
    }
    // Short at any time: beyond some sixty levels a text is refused.
    const at = this.#open.lastIndexOf(name);
    const isWalled = at >= 0 && this.#open.slice(at + 1).some((inner) => walls.has(inner));
    if (at >= 0 && !isWalled) this.#open.splice(at, 1);
  }
}
