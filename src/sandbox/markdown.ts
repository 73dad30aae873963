import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Lines of a code block are kept apart by `<br>`, since newlines in HTML bodies are deleted. */
function keepCodeLines() {
  return (tree: Root): void => {
    visit(tree, { tagName: 'pre' }, (node) => {
      if (node.type === 'element')
        node.children = [{ type: 'element', tagName: 'code', properties: {}, children: lines(node) }];
    });
  };
}

function lines(block: Element): ElementContent[] {
  const texts: string[] = [];
  visit(block, 'text', (node) => {
    texts.push(node.value);
  });
  const found = texts.join('').replace(/\n$/, '').split('\n');
  return found.flatMap((value, index): ElementContent[] => [
    ...(index === 0 ? [] : [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }]),
    { type: 'text', value },
  ]);
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(keepCodeLines)
  .use(rehypeStringify)
  .freeze();

/** The HTML that a `body_markdown` stands for, before Intercom rewrites it. Raw HTML in it is dropped. */
export function markdownToHtml(markdown: string): string {
  return String(processor.processSync(markdown)).replace(/\n(?=<|$)/g, '');
}
