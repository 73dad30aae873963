import path from 'node:path';
import { configurationName } from '../config/settings.ts';
import type { Host, Sink } from '../model/host.ts';
import { wantsColour } from '../report/colour.ts';
import { type Paint, paint } from '../report/paint.ts';
import type { Reading } from './inputs.ts';

/** Options that every command understands. */
export interface CommonOptions {
  readonly config?: string;
  readonly cwd?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  /** `--no-color` makes it false. */
  readonly color?: boolean;
  /** `--sandbox` alone is true, with a folder its path. */
  readonly sandbox?: boolean | string;
  readonly tokenStdin?: boolean;
  /** Name of the target in the configuration that is meant. */
  readonly target?: string;
}

/** A command's surroundings: the host, what was asked of it, and where it writes. */
export interface Context {
  readonly host: Host;
  /** With the absolute paths of what was named in them. */
  readonly options: CommonOptions;
  /** Absolute folder that the command works in. */
  readonly cwd: string;
  /** That folder as a person standing in the host's working folder would write it; `''` for the same. */
  readonly shown: string;
  /** For standard output. */
  readonly paint: Paint;
  /** For standard error. */
  readonly errorPaint: Paint;
  /** Writes the result. */
  readonly print: (text: string) => void;
  /** Writes what is said along the way, to standard error, unless `--quiet`. */
  readonly say: (text: string) => void;
  /** Takes the reading of the sources that was begun before; null once it is taken: who reads again reads anew. */
  readonly taken?: () => Reading | null;
}

/** Prepares a command's surroundings. */
export function makeContext(host: Host, options: CommonOptions): Context {
  const cwd = path.resolve(host.cwd, options.cwd ?? '.');
  const colours = (stream: Sink): boolean => wantsColour(stream, host.env, options.color !== false);
  return {
    host,
    options: named(options, host.cwd),
    cwd,
    shown: shownPath(host.cwd, cwd),
    paint: paint(options.json !== true && colours(host.stdout)),
    errorPaint: paint(colours(host.stderr)),
    print: (text) => host.stdout.write(text),
    say: (text) => {
      if (options.quiet !== true) host.stderr.write(text);
    },
  };
}

/** What a person names is where the person stands, wherever the command works. */
function named(options: CommonOptions, stand: string): CommonOptions {
  const { config, sandbox } = options;
  return {
    ...options,
    ...(config === undefined ? {} : { config: path.resolve(stand, config) }),
    ...(typeof sandbox === 'string' ? { sandbox: path.resolve(stand, sandbox) } : {}),
  };
}

/** Absolute path of the configuration: the one that was named, else the one in the folder that the command works in. */
export function configurationFile({ options, cwd }: Pick<Context, 'options' | 'cwd'>): string {
  return options.config ?? path.join(cwd, configurationName);
}

/** Absolute folder that the person, or the runner of a workflow, stands in: what was named from there is the repository's. */
export function standOf({ host }: Pick<Context, 'host'>): string {
  const { GITHUB_WORKSPACE: workspace } = host.env;
  return workspace ? path.resolve(host.cwd, workspace) : host.cwd;
}

/** A path as a person in `from` would write it, with forward slashes; `''` for `from` itself. */
export function shownPath(from: string, to: string): string {
  return path.relative(from, to).split(path.sep).join('/');
}
