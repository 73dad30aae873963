import path from 'node:path';
import type { Host, Sink } from '../model/host.ts';
import { keepRun, type Written } from './kept-run.ts';
import { type Noted, startNotes } from './notes.ts';
import { ownPaths } from './own-paths.ts';
import type { Candidate } from './replay.ts';
import { watchDisk } from './watch-disk.ts';
import { watchNetwork } from './watch-network.ts';
import { watchPrograms } from './watch-programs.ts';

/** Names of a configuration: a run that read none in its folder is not kept, because its files would have no place. */
const configuration = 'helpcentre.yml';

/**
 * Runs a command, and keeps what it came to together with all that it looked at, if it did no more than look.
 *
 * @param run loads the program only now, so that what its libraries ask of the disk is noted too
 * @returns the exit code
 */
export async function recorded(
  candidate: Candidate,
  host: Host,
  run: (host: Host) => Promise<number>,
): Promise<number> {
  const notes = startNotes(host.now());
  const written: Written[] = [];
  const network = watchNetwork(notes, host.env);
  const stop = [watchDisk(notes, ownPaths(candidate.folder)), watchPrograms(notes), network.stop, watchThreads(notes)];
  let code: number;
  try {
    code = await run({ ...onlyLooking(host, notes, written), hears: network.hears });
  } finally {
    for (const one of stop) one();
  }
  // What a run that was stopped came to is nobody's answer.
  if (host.signal.aborted) notes.spoil('it was stopped');
  const learned = notes.taken();
  const file = path.join(candidate.folder, configuration);
  const isHome = learned?.looks.some((look) => look.kind === 'bytes' && look.path === file) === true;
  if (learned !== null && isHome) await keepRun(candidate, { ...learned, written, code }, host.env);
  return code;
}

/** A host that notes what is written, and whether the run asks for anything that is another thing each time. */
function onlyLooking(host: Host, notes: Noted, written: Written[]): Host {
  const sink = (to: Written['to']): Sink => ({
    ...host[to],
    write(text) {
      written.push({ to, text });
      host[to].write(text);
    },
  });
  const spoiling = <Args extends readonly unknown[], T>(what: string, given: (...args: Args) => T) => {
    return (...args: Args): T => {
      notes.spoil(what);
      return given(...args);
    };
  };
  return {
    ...host,
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    readStdin: spoiling('standard input', () => host.readStdin()),
    confirm: spoiling('a question', (question: string) => host.confirm(question)),
    now: spoiling('the time', () => host.now()),
    nowAmong(moments) {
      const now = host.now();
      for (const moment of moments) if (moment > now) notes.until(moment);
      return now;
    },
    random: spoiling('chance', () => host.random()),
    sleep: spoiling('a pause', (milliseconds: number, signal?: AbortSignal) => host.sleep(milliseconds, signal)),
  };
}

/** A thread may die of what the next one does not die of, and what it asks for is not noted. */
function watchThreads(notes: Noted): () => void {
  const spoil = (): void => notes.spoil('a thread');
  process.on('worker', spoil);
  return () => void process.off('worker', spoil);
}
