import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import type { Host } from '../../model/host.ts';

/** The runner's own protocols: what a step says to the workflow it is in. Outside of a runner they say nothing. */
export interface Runner {
  /** Sets an output of the step. */
  output(name: string, value: string): Promise<void>;
  /** Keeps a value for the step's end (`post`). */
  state(name: string, value: string): Promise<void>;
  /** Adds Markdown to the job's summary. */
  summary(markdown: string): Promise<void>;
  /** Keeps a secret out of the log. Called before anything else is said. */
  mask(secret: string): void;
  /** Writes commands to the runner that were made elsewhere, each on a line of its own. */
  commands(lines: string): void;
  /** A line of the log that stands out, and is shown on the page of the run. */
  annotate(level: 'error' | 'warning' | 'notice', title: string, message: string): void;
}

/**
 * Speaks with the runner through the files and the standard output of the host.
 *
 * @param host its environment names the files
 */
export function makeRunner(host: Host): Runner {
  const { env, stdout } = host;
  const put = async (file: string | undefined, name: string, value: string): Promise<void> => {
    if (file) await appendFile(file, keyed(name, value));
  };
  return {
    output: (name, value) => put(env.GITHUB_OUTPUT, name, value),
    state: (name, value) => put(env.GITHUB_STATE, name, value),
    async summary(markdown) {
      if (env.GITHUB_STEP_SUMMARY) await appendFile(env.GITHUB_STEP_SUMMARY, `${markdown}\n`);
    },
    mask(secret) {
      // A line each: the log is looked through line by line.
      for (const line of secret.split(/\r?\n/))
        if (line.trim() !== '') stdout.write(`::add-mask::${escapeData(line)}\n`);
    },
    commands: (lines) => stdout.write(lines),
    annotate(level, title, message) {
      stdout.write(`::${level} title=${escapeProperty(title)}::${escapeData(message)}\n`);
    },
  };
}

/** A value between two lines that cannot stand in it: whatever it holds, it sets nothing else. */
function keyed(name: string, value: string): string {
  const delimiter = `end-${randomUUID()}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
