import type { CallToolResult } from '@modelcontextprotocol/server';
import { ProblemsError } from '../use-cases/connect.ts';
import { explainError } from '../use-cases/explain-error.ts';
import type { Desk } from './desk.ts';
import { problemData, problemsInOneAnswer } from './problem-data.ts';

/** What helps here where the command line's help names options that a server does not have. */
const helps: Readonly<Record<string, string>> = {
  'no-token':
    'Only this needs one. Whoever starts the server puts it into its environment; search, read_article, check, plan without "online", diff and all that writes files work without.',
  'which-workspace': 'Whoever starts the server names one: helpcentre mcp --workspace ID.',
  'which-target': 'Whoever starts the server names one: helpcentre mcp --target NAME.',
  bug: 'This is a bug of helpcentre: report it.',
};

/** What went wrong as an answer: a code, what happened, and what to do. */
export function errorAnswer(desk: Desk, error: unknown): CallToolResult {
  const text = JSON.stringify(desk.secrets.clean({ error: explained(error) }));
  return { isError: true, content: [{ type: 'text', text }] };
}

/** The same in one sentence, for what has no place for more. */
export function errorSentence(desk: Desk, error: unknown): string {
  const { message, help } = explained(error);
  return desk.secrets.clean(help === '' ? message : `${message}. ${help}`);
}

function explained(error: unknown) {
  if (error instanceof ProblemsError) {
    const problems = error.problems.slice(0, problemsInOneAnswer).map(problemData);
    const [{ code = 'problems', help = '' } = {}] = error.problems;
    return { code, message: error.message, help, problems };
  }
  const { code, message, help } = explainError(error);
  return { code, message, help: helps[code] ?? help };
}
