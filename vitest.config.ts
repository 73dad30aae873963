import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders and files that take long, those that take longest first. */
const slow = [
  'docs/pasted',
  'browser/accessible',
  'e2e/crash',
  'e2e',
  'browser',
  'cli/pull',
  'use-cases',
  'intercom',
  'dialect',
  'docs',
  'flavour',
];

/** Begins with the files that take long, so that all workers end at about the same time. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const file = path.relative(path.join(import.meta.dirname, 'test'), moduleId).replaceAll(path.sep, '/');
      const found = slow.findIndex((name) => file.startsWith(`${name}/`) || file.startsWith(`${name}.`));
      return found < 0 ? slow.length : found;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    globalSetup: ['test/run-folder.ts'],
    // A fifth of the time tests wait: for git, for a browser, for a clock. One worker more than cores uses that up.
    maxWorkers: availableParallelism() + 1,
    // Files that run in the same worker share what they load: no test replaces a module or sets the environment.
    isolate: false,
    sequence: { sequencer: SlowFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', './scripts/count-reporter.mjs'],
    coverage: { provider: 'v8', include: ['src/**/*.ts'] },
  },
});
