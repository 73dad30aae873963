import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fastGlob from 'fast-glob';

/** Characters of an article, about; more where a block is long. */
const length = 2_100;

/**
 * Writes a repository of articles that are made of real texts: their blocks one after the other, until an article is
 * long enough, in eight collections of six sections each, which is about the shape of the help centre that the texts of the
 * first figures came from. Nine of ten link to the tenth: in a chain of links each article has to wait for the one before, so
 * that no reader meets a dead link.
 *
 * @param texts folder of Markdown files; blocks with images, links to other files or HTML are left out
 */
export async function writeArticles(dir: string, count: number, texts: string): Promise<void> {
  const blocks = await blocksOf(texts);
  await mkdir(path.join(dir, 'content'), { recursive: true });
  await writeFile(path.join(dir, 'helpcentre.yml'), 'content: content\n');
  let at = 0;
  for (let number = 0; number < count; number += 1) {
    let text = '';
    for (; text.length < length; at += 1) text += `${blocks[at % blocks.length]}\n\n`;
    const hub = number - (number % 10);
    const link = number === hub ? '' : `See [more of this](../../${fileOf(hub)}).\n`;
    const file = path.join(dir, 'content', fileOf(number));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `---\ntitle: Article ${number}\n---\n\n${text}${link}`);
  }
}

function fileOf(number: number): string {
  return `collection-${number % 8}/section-${number % 48}/article-${number}.md`;
}

async function blocksOf(texts: string): Promise<readonly string[]> {
  const files = (await fastGlob('**/*.md', { cwd: texts, absolute: true })).sort();
  const all = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const blocks = all.flatMap((text) => text.replace(/^---\n[\s\S]*?\n---\n/, '').split(/\n\n+/));
  const plain = blocks.filter((block) => block.trim() !== '' && !/!\[|\]\((?!https?:)|<|:::|^---$/m.test(block));
  if (plain.length === 0) throw new Error(`${texts} holds no text`);
  return plain.map((block) => block.replace(/^\n+|\n+$/g, ''));
}
