import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { childEnvironment } from '../../git/child-environment.ts';
import type { Host } from '../../model/host.ts';

/** What a program needs to show something on the person's screen. */
const passed = [
  ...['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS', 'BROWSER', 'DESKTOP_SESSION', 'LANG'],
  ...['XDG_RUNTIME_DIR', 'XDG_DATA_DIRS', 'XDG_DATA_HOME', 'XDG_CONFIG_DIRS', 'XDG_CURRENT_DESKTOP'],
  ...['XDG_SESSION_TYPE', 'KDE_FULL_SESSION', 'KDE_SESSION_VERSION', 'GNOME_DESKTOP_SESSION_ID'],
  ...['WSL_DISTRO_NAME', 'WSL_INTEROP', 'ProgramData', 'ProgramFiles(x86)', 'SystemDrive'],
];

/**
 * Opens an address in the person's browser. Where there is none, the address was printed anyway.
 *
 * @param around absolute folder of the repository, in which no program is looked for
 */
export function openAddress(url: string, env: Host['env'], around: string): void {
  const [command, ...before] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(command ?? '', [...before, url], {
    // Windows looks for programs in the working folder first.
    cwd: homedir(),
    env: { ...openerEnvironment(env, around) },
    stdio: 'ignore',
    detached: true,
  });
  child.on('error', () => undefined);
  child.unref();
}

/** The environment of the program that opens an address: no token is in it. */
export function openerEnvironment(env: Host['env'], around: string): Readonly<Record<string, string>> {
  return childEnvironment(env, passed, around);
}

const openers: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};
