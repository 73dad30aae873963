import { createHmac } from 'node:crypto';
import { keepsNothing } from '../cache/home.ts';
import type { Seal } from '../cache/seal.ts';
import { secretOf } from '../cache/secret.ts';
import type { Host } from '../model/host.ts';
import { build } from '../version.ts';
import { isAnsweredAsBefore } from './asked-again.ts';
import { type KeptRun, readKept } from './kept-run.ts';
import { seenNow } from './look.ts';
import { answeredNow } from './program-run.ts';

/** A run that may come to the same as one before. */
export interface Candidate {
  /** Absolute working folder, which has to be that of the configuration. */
  readonly folder: string;
  /** Stands for all that a run is given at its start: arguments, environment, terminal, program. */
  readonly key: string;
  readonly seal: Seal;
}

/** Variables that differ from one start to the next and that nothing here reads. */
const unread = new Set(['_', 'OLDPWD', 'SHLVL']);

/**
 * Whether a run is one of those that only look: then what it came to may be said again as long as nothing that it
 * looked at has changed.
 *
 * @returns null for any other, for a program that runs from its sources, and with `HELPCENTRE_CACHE=off`
 */
export async function candidateFor(argv: readonly string[], host: Host): Promise<Candidate | null> {
  const { cwd, env } = host;
  if (build === null || keepsNothing(env) || !onlyLooks(argv)) return null;
  const secret = await secretOf(env);
  if (secret === null) return null;
  const variables = Object.entries(env).filter(([name]) => !unread.has(name));
  const streams = [host.stdout, host.stderr].map(({ isTTY, columns }) => [isTTY, columns]);
  const zone = new Date().getTimezoneOffset();
  const person = process.getuid?.();
  const given = [argv, cwd, variables.sort(([a], [b]) => (a < b ? -1 : 1)), streams, host.interactive, zone, person];
  // Keyed, because the environment holds a token.
  const key = createHmac('sha256', secret).update(JSON.stringify(given)).digest('hex');
  return { folder: cwd, key, seal: { secret, maker: `${build} ${process.version} ${process.platform}` } };
}

/** Commands that mostly do nothing else. Where one does, the run itself notices. */
function onlyLooks([command]: readonly string[]): boolean {
  return command === 'check' || command === 'plan';
}

/**
 * Says again what the same run said before, if everything that it looked at is as it was.
 *
 * @returns its exit code; null where it has to be run
 */
export async function replayed({ folder, key, seal }: Candidate, host: Host): Promise<number | null> {
  const kept = await readKept(folder, key, seal);
  if (kept === null || !isItsTime(kept, host.now()) || !(await isAsItWas(kept, host))) return null;
  for (const { to, text } of kept.written) host[to].write(text);
  return kept.code;
}

/** A clock that was set back may be before what had passed then, also where nothing was still to come. */
function isItsTime({ from, until }: KeptRun, now: number): boolean {
  return from <= now && (until === undefined || now < until);
}

async function isAsItWas({ looks, programs, questions }: KeptRun, { env }: Host): Promise<boolean> {
  if (!looks.every(({ kind, path, saw }) => seenNow(kind, path) === saw)) return false;
  // A program is only started where everything is as it was when it was trusted, and nobody is asked for nothing.
  const answers = programs.map(async (program) => (await answeredNow(program)) === program.answered);
  return (await Promise.all(answers)).every((isSame) => isSame) && isAnsweredAsBefore(questions, env);
}
