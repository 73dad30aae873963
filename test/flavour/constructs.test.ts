import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FlavourName, flavourNames } from '../../src/model/flavour-name.ts';
import { outcomeOf } from './constructs.ts';

/** A file a tool: a heading a construct, what is written, what comes out, and the problems. */
const folder = path.join(import.meta.dirname, 'constructs');

const example =
  /^## (?<name>.+)\n\n(?<ticks>`{5})mdx\n(?<source>[\s\S]*?)\n\k<ticks>\n(?:\n```html\n(?<html>[\s\S]*?)\n```\n)?(?:\n```text\n(?<problems>[\s\S]*?)\n```\n)?/gm;

for (const file of readdirSync(folder)) {
  const flavour = flavourNames.find((name) => `${name}.md` === file) as FlavourName;
  const text = readFileSync(path.join(folder, file), 'utf8');
  const page = flavour === 'vitepress' ? 'article.md' : 'article.mdx';
  describe(`constructs of ${flavour}`, () => {
    it.each([...text.matchAll(example)].map(({ groups = {} }) => groups))(
      '$name',
      ({ source = '', html, problems }) => {
        const found = outcomeOf(`${source}\n`, flavour, page);
        expect(found.html).toBe(html ?? '');
        expect(found.problems).toBe(problems ?? '');
      },
    );
  });
  if (process.env.WRITE_CONSTRUCTS)
    writeFileSync(
      path.join(folder, file),
      text.replace(example, (...args) => {
        const { name, source } = args.at(-1) as Record<string, string>;
        const { html, problems } = outcomeOf(`${source}\n`, flavour, page);
        return `## ${name}\n\n\`\`\`\`\`mdx\n${source}\n\`\`\`\`\`\n${html === '' ? '' : `\n\`\`\`html\n${html}\n\`\`\`\n`}${problems === '' ? '' : `\n\`\`\`text\n${problems}\n\`\`\`\n`}`;
      }),
    );
}
