import type { Tool } from './tool.ts';
import { check } from './tools/check.ts';
import { diff } from './tools/diff.ts';
import { explainProblem } from './tools/explain-problem.ts';
import { moveArticle } from './tools/move-article.ts';
import { plan } from './tools/plan.ts';
import { pullPreview } from './tools/pull-preview.ts';
import { readArticle } from './tools/read-article.ts';
import { scaffoldArticle } from './tools/scaffold-article.ts';
import { search } from './tools/search.ts';
import { writeArticle } from './tools/write-article.ts';

/** Every tool, in the order in which an assistant needs them. None publishes. */
export const tools: readonly Tool[] = [
  search,
  readArticle,
  scaffoldArticle,
  writeArticle,
  moveArticle,
  check,
  explainProblem,
  plan,
  diff,
  pullPreview,
];
