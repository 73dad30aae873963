import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { runIn } from '../kit/run-in.ts';

/** Our command in this process, where its code is loaded and warm already, for lines that a shell runs. */
export interface WarmCommand {
  readonly port: number;
  stop(): void;
}

/**
 * What a shell calls, as `call`: a folder of its own tells what was typed, with which environment and where, and takes
 * what was printed. It exits as the command does; where nobody answers, it fails.
 */
export const callWarm = `call=$(mktemp -d)
printf '%s\\0' "$PWD" "$@" "\${more[@]}" > "$call/typed"
env -0 > "$call/env"
exec 3<> "/dev/tcp/127.0.0.1/$WARM_PORT"
printf '%s\\n' "$call" >&3
read -r code <&3
cat "$call/stdout"
cat "$call/stderr" >&2
rm -r "$call"
exit "$code"
`;

/** Waits for calls on loopback, on any port that is free. */
export async function startWarmCommand(): Promise<WarmCommand> {
  const server = createServer((socket) => void answer(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return { port: address.port, stop: () => void server.close() };
}

async function answer(socket: Socket): Promise<void> {
  // A shell that was ended reads no answer.
  socket.on('error', () => undefined);
  const [call = ''] = await firstLine(socket);
  const words = async (name: string) => (await readFile(path.join(call, name), 'utf8')).split('\0').slice(0, -1);
  try {
    const [cwd = '', ...argv] = await words('typed');
    const env = Object.fromEntries((await words('env')).map((line) => line.split(/=(.*)/s).slice(0, 2)));
    const { code, stdout, stderr } = await runIn(cwd, argv, { env });
    await writeFile(path.join(call, 'stdout'), stdout);
    await writeFile(path.join(call, 'stderr'), stderr);
    socket.end(`${code}\n`);
  } catch (error) {
    await writeFile(path.join(call, 'stdout'), '');
    await writeFile(path.join(call, 'stderr'), `${String(error)}\n`);
    socket.end('70\n');
  }
}

async function firstLine(socket: Socket): Promise<readonly string[]> {
  for await (const line of createInterface({ input: socket })) return [line];
  return [];
}
