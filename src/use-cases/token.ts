import { tokenProblem } from '../intercom/token.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Context } from './context.ts';

/**
 * The access token: from standard input with `--token-stdin`, else from the environment. Never from an
 * argument, which other users of the machine can read, and never from a file.
 *
 * @throws UsageError when there is none, or it cannot be one
 */
export async function readToken(context: Context): Promise<string> {
  const { host, options } = context;
  const given = options.tokenStdin === true ? (await host.readStdin()).trim() : host.env.INTERCOM_ACCESS_TOKEN;
  if (given === undefined || given === '') {
    throw new UsageError(
      'no-token',
      'no access token: INTERCOM_ACCESS_TOKEN is not set',
      'Set it, or pipe the token in with --token-stdin. To try things without one, add --sandbox.',
    );
  }
  const wrong = tokenProblem(given);
  if (wrong !== null) throw new UsageError('bad-token', wrong.message, wrong.help);
  return given;
}
