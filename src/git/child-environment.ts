import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** What any program needs to start and to find the person's own settings, on any system. Nothing in it is a secret. */
const plain = [
  ...['PATH', 'Path', 'PATHEXT', 'HOME', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'USER', 'LOGNAME', 'USERNAME'],
  ...['SystemRoot', 'SYSTEMROOT', 'WINDIR', 'ComSpec', 'COMSPEC', 'APPDATA', 'LOCALAPPDATA', 'ProgramFiles'],
  ...['XDG_CONFIG_HOME', 'TMPDIR', 'TEMP', 'TMP'],
];

/**
 * The environment that a program is started with: only what is named, because a list of what to leave out never knows
 * the next secret. Programs are looked for in absolute folders alone that no repository brings along.
 *
 * @param env the run's own
 * @param more names that this program needs besides
 * @param around absolute folder in which no program is looked for; null for none
 */
export function childEnvironment(
  env: Environment,
  more: readonly string[],
  around: string | null,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of [...plain, ...more]) {
    const value = env[name];
    if (value !== undefined) found[name] = name.toUpperCase() === 'PATH' ? trustedPath(value, around) : value;
  }
  return found;
}

/** Relative entries are the repository's, and so is what stands in it; `npx` and `npm run` put such in front. */
function trustedPath(value: string, around: string | null): string {
  const isTrusted = (folder: string): boolean =>
    path.isAbsolute(folder) &&
    !/[\\/]node_modules[\\/]\.bin[\\/]*$/.test(folder) &&
    (around === null || !`${path.resolve(folder)}${path.sep}`.startsWith(`${path.resolve(around)}${path.sep}`));
  // No folder at all would mean the working folder to the system.
  return (
    value.split(path.delimiter).filter(isTrusted).join(path.delimiter) || path.resolve('/helpcentre-finds-none-here')
  );
}
