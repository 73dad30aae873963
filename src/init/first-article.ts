import type { NewFile } from './file.ts';

/** The collection and the article that a new help centre begins with. */
export function firstArticle(content: string): readonly NewFile[] {
  const folder = `${content === '.' ? '' : `${content}/`}getting-started`;
  return [
    { path: `${folder}/_collection.yml`, text: collection },
    { path: `${folder}/welcome.md`, text: welcome },
  ];
}

const collection = `name: Getting started
description: The first steps.
order: 1
`;

const welcome = `---
title: Welcome
description: What you find in this help centre.
---

This is your first article. It is a **draft**: nobody sees it until its front matter says \`state: published\`.

> [!TIP]
> Change this text, open a pull request, and look at what it says.

## How it works

- A Markdown file is an article, and its folder is the collection that it is in.
- A link to another file becomes a link to that article.
- A renamed or moved file keeps its article and its address.
`;
