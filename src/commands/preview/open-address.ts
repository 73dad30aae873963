import { spawn } from 'node:child_process';

/** Opens an address in the person's browser. Where there is none, the address was printed anyway. */
export function openAddress(url: string): void {
  const [command, ...before] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(command ?? '', [...before, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

const openers: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};
