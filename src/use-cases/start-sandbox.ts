import { codeOf } from '../model/code-of.ts';
import { UsageError } from '../model/usage-error.ts';
import {
  type Fault,
  FaultSyntaxError,
  parseFaults,
  type Sandbox,
  SandboxError,
  type SandboxOptions,
  startSandbox,
} from '../sandbox/index.ts';

/** Port of the sandbox where none is named, so that URLs printed once open again later. */
export const sandboxPort = 4110;

/**
 * Reads the faults of `--fault`.
 *
 * @throws UsageError with exit code 64 that names the column, for what cannot be read
 */
export function faultsFrom(spec: string): readonly Fault[] {
  try {
    return parseFaults(spec);
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    throw new UsageError('bad-fault', error.message, 'See "helpcentre sandbox --help" for what can be written.', 64);
  }
}

/**
 * Starts a sandbox, and says in one sentence why it cannot.
 *
 * @throws UsageError with exit code 1: the folder is in use or damaged, or the port is taken
 */
export async function startOrSay(options: SandboxOptions): Promise<Sandbox> {
  try {
    return await startSandbox(options);
  } catch (error) {
    if (error instanceof SandboxError) throw new UsageError('sandbox-state', error.message, '');
    if (!isPortTaken(error)) throw error;
    throw new UsageError(
      'port-in-use',
      `port ${options.port} of this machine is in use by another program`,
      'Stop it, or choose another port with --port.',
    );
  }
}

/** Whether starting failed because another program listens on the port. */
export function isPortTaken(error: unknown): boolean {
  return error instanceof UsageError ? error.code === 'port-in-use' : codeOf(error) === 'EADDRINUSE';
}
