import { describe } from 'vitest';
import { testExamples } from './examples.ts';

describe.each(['mkdocs', 'gitbook', 'hugo', 'jekyll', 'obsidian'] as const)('the flavour %s', (flavour) => {
  testExamples(flavour);
});
