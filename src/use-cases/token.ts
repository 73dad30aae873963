import { tokenProblem, usualTokenVariable } from '../intercom/token.ts';
import type { Settings } from '../model/settings.ts';
import { UsageError } from '../model/usage-error.ts';
import { nearestName } from '../text/nearest.ts';
import type { Context } from './context.ts';
import { demandTarget } from './target.ts';

/** Name of the variable that the token for these settings comes from. A target has one of its own, and no other counts. */
export function tokenVariableOf({ target }: Pick<Settings, 'target'>): string {
  return target?.tokenVariable ?? usualTokenVariable;
}

/** Whether there is a way into a workspace: a token that was given, or a sandbox, which needs none. */
export function hasToken({ host, options }: Context, settings: Pick<Settings, 'target'>): boolean {
  if (options.tokenStdin === true || (options.sandbox !== undefined && options.sandbox !== false)) return true;
  return (host.env[tokenVariableOf(settings)] ?? '') !== '';
}

/**
 * The access token: from standard input with `--token-stdin`, else from the environment. Never from an
 * argument, which other users of the machine can read, and never from a file.
 *
 * @throws UsageError when there is none, it cannot be one, or nobody said for which target
 */
export async function readToken(context: Context, settings: Pick<Settings, 'target' | 'targets'>): Promise<string> {
  const { host, options } = context;
  demandTarget(settings);
  const variable = tokenVariableOf(settings);
  const given = options.tokenStdin === true ? (await host.readStdin()).trim() : host.env[variable];
  if (given === undefined || given === '') {
    const near = nearestName(
      variable,
      Object.keys(host.env).filter((name) => name !== variable && host.env[name] !== ''),
    );
    const meant = near === null ? '' : `${near} is set: is that the one? `;
    throw new UsageError(
      'no-token',
      `no access token: ${variable} is not set`,
      `${meant}Set it, or pipe the token in with --token-stdin. To try things without one, add --sandbox.`,
    );
  }
  const wrong = tokenProblem(given, variable);
  if (wrong !== null) throw new UsageError('bad-token', wrong.message, wrong.help);
  return given;
}
