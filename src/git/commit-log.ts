import { isBot } from '../model/bots.ts';
import type { RunGit } from './git.ts';

/** A commit as `git log` tells it. */
export interface LoggedCommit {
  readonly id: string;
  readonly message: string;
  readonly byBot: boolean;
  /** What `--name-only` or `--name-status` lists: paths, or a status before each. */
  readonly names: readonly string[];
}

/** Settings of a person that would change what a log prints. */
const quiet = ['log.showSignature=false', 'log.mailmap=false', 'log.follow=false', 'log.showRoot=true'];

/** Id, author, address and message; names follow. In UTF-8, whatever the settings say. */
const format = '--format=%x01%H%x02%an%x02%ae%x02%B%x03';

/**
 * Commits with their messages, and with the files that they changed where the arguments ask for names.
 *
 * @param args of `git log`; pathspecs are taken to the letter
 * @returns in the order that the arguments ask for; null where git cannot tell
 */
export async function readLog(run: RunGit, args: readonly string[]): Promise<readonly LoggedCommit[] | null> {
  const settings = quiet.flatMap((one) => ['-c', one]);
  const manner = ['--literal-pathspecs', 'log', '-z', '--no-ext-diff', '--encoding=UTF-8', format];
  const printed = await run([...settings, ...manner, ...args]);
  return printed === null ? null : commitsIn(printed.toString('utf8'));
}

function commitsIn(log: string): readonly LoggedCommit[] {
  return log
    .split('\x01')
    .slice(1)
    .map((part) => {
      const end = part.lastIndexOf('\x03');
      const [id = '', name = '', email = '', ...message] = part.slice(0, end).split('\x02');
      const names = part.slice(end + 1).split('\0');
      return {
        ...{ id, message: message.join('\n'), byBot: isBot(name, email) },
        names: names.map((one) => one.replace(/^\n+/, '')).filter(Boolean),
      };
    });
}

/** What git lists with `-z`. */
export const namesIn = (printed: Buffer): string[] => printed.toString('utf8').split('\0').filter(Boolean);
