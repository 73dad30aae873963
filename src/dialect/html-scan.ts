import { isKnownElement, opensLevel } from '../model/html-elements.ts';

/** A tag of an element that holds what follows until it is closed. */
export interface ScannedTag {
  readonly name: string;
  readonly closes: boolean;
  readonly line: number;
}

/** What a piece of raw HTML was found to hold. */
export interface ScannedHtml {
  /** The HTML, with `&lt;` in front of names that are no element's. */
  readonly html: string;
  /** Tags whose names are no element's, as written, and how many lines into the piece. */
  readonly unknown: readonly { readonly written: string; readonly line: number }[];
  /** Tags that open or close a level, and how many lines into the piece. */
  readonly tags: readonly ScannedTag[];
  /** A comment runs to the end and is not closed. */
  readonly isOpenComment: boolean;
}

/** Elements in which tags mean nothing or something else. Not closed, one would swallow all that follows. */
const textOnly = /^(script|style|textarea|iframe|svg|math)$/;

/**
 * Goes once over raw HTML, in time linear in its length, before an HTML parser sees it: makes text of what is
 * no tag, and finds those that open and close levels.
 *
 * @param html one raw piece: a tag in a paragraph, or a block
 */
export function scanHtml(html: string): ScannedHtml {
  const scan = new Scan(html);
  while (scan.next());
  return scan;
}

/** Characters that ends of tags are looked for in: with quotes in them, each may have to be gone through anew. */
const mostLooked = 20_000_000;
/** Characters of a tag as it was written: one that is not closed may go to the end of the file. */
const mostWritten = 400;

class Scan implements ScannedHtml {
  html = '';
  unknown: { written: string; line: number }[] = [];
  tags: ScannedTag[] = [];
  isOpenComment = false;
  readonly #source: string;
  #lower: string | null = null;
  #at = 0;
  #line = 0;
  /** The element of text that was just gone through, up to its closing tag. */
  #inText: string | null = null;
  /** Elements that are not closed any more from here on. */
  readonly #unclosed = new Set<string>();
  /** Characters that ends of tags were looked for in. */
  #looked = 0;
  /** The end of a tag that was looked for last. */
  #end: { readonly open: number; readonly end: number; readonly hasQuotes: boolean } | null = null;
  /** Set once a tag is not finished: then no later one is either. */
  #isUnfinished = false;

  constructor(source: string) {
    this.#source = source;
  }

  /** Goes to the next `<` and behind what it opens; false at the end. */
  next(): boolean {
    const open = this.#source.indexOf('<', this.#at);
    this.#take(open < 0 ? this.#source.length : open);
    if (open < 0) return false;
    if (this.#source.startsWith('<!--', open)) {
      const end = this.#source.indexOf('-->', open + 4);
      this.isOpenComment = end < 0;
      this.#take(end < 0 ? this.#source.length : end + 3);
      return true;
    }
    const name = /^<(?:\/?([A-Za-z][^\s/>]*)|[!?])/.exec(this.#source.slice(open, open + 64));
    const end = name === null || this.#isUnfinished ? 0 : this.#endOf(open);
    if (name !== null && end === 0) this.#isUnfinished = true;
    const tag = name?.[1] ?? '';
    const isClosed = !textOnly.test(tag.toLowerCase()) || this.#closes(tag.toLowerCase(), end);
    if (end > 0 && isKnownElement(tag) && isClosed) this.#tag(tag.toLowerCase(), end);
    else {
      if (end > 0)
        this.unknown.push({ written: this.#source.slice(open, Math.min(end, open + mostWritten)), line: this.#line });
      this.#take(open + 1, '&lt;');
    }
    return true;
  }

  #tag(name: string, end: number): void {
    const isClosing = this.#source[this.#at + 1] === '/';
    if (opensLevel(name)) this.tags.push({ name, closes: isClosing, line: this.#line });
    this.#take(end);
    if (!textOnly.test(name)) return;
    this.#inText = isClosing ? null : name;
    if (!isClosing) this.#take(this.#closing(name, end));
  }

  /** Tags that begin inside one that is not an element's often end where it does: its end is looked for once. */
  #endOf(open: number): number {
    const known = this.#end;
    if (known !== null && open > known.open && open < known.end && !known.hasQuotes) return known.end;
    const end = this.#looked > mostLooked ? 0 : tagEnd(this.#source, open);
    this.#looked += end - open;
    this.#end = { open, end, hasQuotes: /["']/.test(this.#source.slice(open, end)) };
    return end;
  }

  /** Whether an element that holds only text ends in this piece; a closing tag by itself closes nothing. */
  #closes(name: string, from: number): boolean {
    const isClosing = this.#source[this.#at + 1] === '/';
    return isClosing ? this.#inText === name : this.#closing(name, from) >= 0;
  }

  #closing(name: string, from: number): number {
    if (this.#unclosed.has(name)) return -1;
    this.#lower ??= this.#source.toLowerCase();
    const found = this.#lower.indexOf(`</${name}`, from);
    if (found < 0) this.#unclosed.add(name);
    return found;
  }

  #take(to: number, as?: string): void {
    const taken = this.#source.slice(this.#at, to);
    this.#line += taken.split('\n').length - 1;
    this.html += as ?? taken;
    this.#at = to;
  }
}

/** Index behind the `>` that closes the tag; 0 when there is none. */
function tagEnd(html: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < html.length; at += 1) {
    const character = html[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at + 1;
    else if ((character === '"' || character === "'") && html[at - 1] === '=') quote = character;
  }
  return 0;
}
