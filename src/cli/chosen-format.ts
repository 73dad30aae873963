import { UsageError } from '../model/usage-error.ts';

/**
 * The format that a command prints in.
 *
 * @param usual where none is asked for
 * @throws UsageError when two are
 */
export function chosenFormat<F extends string>(
  { format, json }: { readonly format?: F; readonly json?: boolean },
  usual: F,
): F | 'json' {
  if (json !== true) return format ?? usual;
  if (format === undefined || format === 'json') return 'json';
  throw new UsageError(
    'two-formats',
    `--json and --format ${format} ask for two formats`,
    'Leave one of them out.',
    64,
  );
}
