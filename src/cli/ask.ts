import type { WorkflowKind } from '../init/choices.ts';
import { UsageError } from '../model/usage-error.ts';

/** What `init` asks a person. Each answer may be the one that is offered. */
export interface Ask {
  /** @param wrong says what is wrong with an answer, or null */
  text(question: string, offered: string, wrong: (answer: string) => string | null): Promise<string>;
  one<T extends string>(question: string, options: readonly Option<T>[]): Promise<T>;
  some<T extends string>(question: string, options: readonly Option<T>[]): Promise<readonly T[]>;
}

/** One of several answers; the first is offered. */
export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** Asks on the terminal. Each question throws UsageError when the person leaves with Ctrl-C. */
export async function askOnTerminal(): Promise<Ask> {
  const prompts = await import('@clack/prompts');
  const answered = <T>(answer: T): Exclude<T, symbol> => {
    if (prompts.isCancel(answer)) throw new UsageError('stopped', 'nothing was written', 'Run it again when you like.');
    return answer as Exclude<T, symbol>;
  };
  return {
    async text(message, offered, wrong) {
      const validate = (answer: string | undefined) => wrong(answer || offered) ?? undefined;
      return answered(await prompts.text({ message, placeholder: offered, defaultValue: offered, validate }));
    },
    async one(message, options) {
      return answered(await prompts.select<string>({ message, options: [...options] })) as never;
    },
    async some(message, options) {
      return answered(await prompts.multiselect<string>({ message, options: [...options], required: false })) as never;
    },
  };
}

/** How publishing may go, for a person to choose. */
export const publishingOptions: readonly Option<WorkflowKind | 'none'>[] = [
  { value: 'pull-request', label: 'From GitHub: pull requests show the plan, a merge publishes it' },
  { value: 'forks', label: 'The same, with pull requests from forks' },
  { value: 'staging', label: 'The same, to a staging workspace first' },
  { value: 'promote', label: 'To a staging workspace, and what is on it to production by hand' },
  { value: 'none', label: 'Not from GitHub' },
];

/** Ways to publish from somewhere else, where nothing says where the repository is. */
export const elsewhereOptions: readonly Option<'gitlab' | 'bitbucket'>[] = [
  { value: 'gitlab', label: 'From GitLab CI' },
  { value: 'bitbucket', label: 'From Bitbucket Pipelines' },
];

/** Workflows besides, for a person to choose. */
export const moreOptions: readonly Option<WorkflowKind>[] = [
  { value: 'import', label: 'Import the articles that are in Intercom now, once' },
  { value: 'schedule', label: 'Check every working day for edits made in Intercom' },
  { value: 'part', label: 'Publish chosen files by hand, after somebody approved' },
  { value: 'timed', label: 'Publish every hour what has a time, for API versions before 2.16' },
];
