import childProcess, { type ChildProcess, type ExecFileOptionsWithBufferEncoding } from 'node:child_process';
import type { Notes } from './notes.ts';
import { answerOf } from './program-run.ts';
import { type Any, replaceMembers } from './replace-members.ts';

/** Ways to start a program that nothing is noted of. */
const others = ['spawn', 'fork', 'exec', 'spawnSync', 'execSync', 'execFileSync'] as const;

type Callback = (error: Error | null, stdout: Buffer | string, stderr: Buffer | string) => void;

/** Notes every program that is started from now on, with its answer. @returns stops noting */
export function watchPrograms(notes: Notes): () => void {
  const members = childProcess as unknown as Record<string, Any>;
  const spoiling = others.map((name) => [name, spoilingStart(name, members[name] as Any, notes)] as const);
  const execFile = notedStart(members['execFile'] as Any, notes);
  return replaceMembers(childProcess, new Map<string, Any>([...spoiling, ['execFile', execFile]]));
}

function spoilingStart(name: string, given: Any, notes: Notes): Any {
  return new Proxy(given, {
    apply(target, self, args: unknown[]) {
      notes.spoil(`${name} ${String(args[0])}`);
      return Reflect.apply(target, self, args);
    },
  });
}

function notedStart(given: Any, notes: Notes): Any {
  return new Proxy(given, {
    apply(target, self, args: unknown[]) {
      const [file, argv, options, callback] = args;
      if (typeof file !== 'string' || !Array.isArray(argv) || !isOptions(options) || typeof callback !== 'function') {
        notes.spoil(`execFile ${String(file)}`);
        return Reflect.apply(target, self, args);
      }
      const { cwd, env } = options;
      if (typeof cwd !== 'string' || env === undefined) notes.spoil(`execFile ${file}`);
      const input: Buffer[] = [];
      const answer: Callback = (error, stdout, stderr) => {
        const run = { file, args: argv as string[], cwd: String(cwd), env: env as Record<string, string> };
        notes.ran({ ...run, input: Buffer.concat(input).toString('latin1'), answered: answerOf(error, stdout) });
        Reflect.apply(callback, undefined, [error, stdout, stderr]);
      };
      const child = Reflect.apply(target, self, [file, argv, options, answer]) as ChildProcess;
      noteInput(child, input);
      return child;
    },
  });
}

function isOptions(options: unknown): options is ExecFileOptionsWithBufferEncoding {
  return typeof options === 'object' && options !== null;
}

/** What is written to a program is part of the question. */
function noteInput({ stdin }: ChildProcess, input: Buffer[]): void {
  if (stdin === null) return;
  const write = stdin.write.bind(stdin) as Any;
  const end = stdin.end.bind(stdin) as Any;
  const noted = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) input.push(Buffer.from(chunk));
  };
  Object.assign(stdin, {
    write: (...args: readonly unknown[]) => {
      noted(args[0]);
      return write(...args);
    },
    end: (...args: readonly unknown[]) => {
      noted(args[0]);
      return end(...args);
    },
  });
}
