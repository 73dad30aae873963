import matter from 'gray-matter';

/** Where the front matter of a source is. */
export type Fences =
  | { readonly is: 'none' }
  /** In another language than YAML, by a tag behind the fence: some tools run such as code. */
  | { readonly is: 'other-language'; readonly language: string }
  | { readonly is: 'not-closed' }
  | {
      readonly is: 'closed';
      /** What stands between the fences; the end of the first line comes first, so that lines keep their numbers. */
      readonly block: string;
      /** Line of the closing fence, from 0. */
      readonly end: number;
    };

const refuse = (): never => {
  throw new Error('only YAML front matter is read');
};

/** gray-matter would run JavaScript's, so none but YAML's is left; what is in the block is read by who asks for it. */
const engines = { yaml: () => ({}), json: refuse, javascript: refuse };

/**
 * Finds front matter: between a first line `---` and the next line that holds only `---`. gray-matter splits; a fence is
 * a whole line, so text that only begins like one does not end the block.
 *
 * @param text with LF line ends
 */
export function fencesOf(text: string): Fences {
  if (!text.startsWith('---') || text.startsWith('----')) return { is: 'none' };
  const [first = ''] = text.split('\n', 1);
  const language = first.slice(3).trim();
  if (!/^(ya?ml)?$/i.test(language)) return { is: 'other-language', language };
  const rest = `${text.slice(first.length)}\n`.replace(/^---[^\S\n]+$/gm, '---');
  const { matter: block } = matter(`---${rest}`, { delimiters: ['---', '---\n'], engines });
  return block === rest ? { is: 'not-closed' } : { is: 'closed', block, end: block.split('\n').length };
}

/** A source's text in two. */
export interface SplitSource {
  /** With both fences and the last one's line end; `''` without front matter. */
  readonly front: string;
  readonly body: string;
}

/** Splits a source where its front matter ends. @param text with LF line ends */
export function splitSource(text: string): SplitSource {
  const fences = fencesOf(text);
  return fences.is === 'closed' ? splitAt(text, fences.end) : { front: '', body: text };
}

function splitAt(text: string, end: number): SplitSource {
  let at = 0;
  for (let line = 0; line <= end; line += 1) {
    const next = text.indexOf('\n', at);
    at = next < 0 ? text.length : next + 1;
  }
  return { front: text.slice(0, at), body: text.slice(at) };
}

/**
 * The same text with its front matter blanked out line by line, so that positions hold.
 *
 * @param text with LF line ends
 * @param fences of that text, where they are known
 */
export function withoutFrontMatter(text: string, fences: Fences = fencesOf(text)): string {
  if (fences.is !== 'closed') return text;
  const { front, body } = splitAt(text, fences.end);
  return front.replace(/[^\n]+/g, '') + body;
}
