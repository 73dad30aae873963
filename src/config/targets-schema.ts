import * as z from 'zod';
import type { TargetSettings } from '../model/target.ts';

const text = z.string({ error: 'expected text' });

const anId = 'expected the id of a workspace, as "helpcentre doctor" says it';
/** Some ids are all digits, which people write without quotes. */
const workspace = z
  .union([text.regex(/^[A-Za-z0-9_-]+$/, anId), z.int()], { error: anId })
  .transform((value) => String(value));

// Tokens have small letters: one that is pasted here is refused, and not shown.
const aVariable =
  'expected the name of an environment variable in capitals, such as INTERCOM_TOKEN_STAGING; the token itself belongs in no file';
const tokenVariable = z.string({ error: aVariable }).regex(/^[A-Z_][A-Z0-9_]*$/, aVariable);

/** A name that can stand in the name of a branch and in a comment's marker, as the Action's input `name`. */
const targetName = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,48}[A-Za-z0-9])?$/, 'expected a name of up to 50 letters, digits, _ and -');

/** What a target may say in its own way. */
interface Own {
  readonly region: z.ZodType<NonNullable<TargetSettings['region']>>;
  readonly helpCentre: z.ZodType<string | null>;
  readonly state: z.ZodType<NonNullable<TargetSettings['state']>>;
}

/** Two that share one of these could be taken for each other. */
const unshared = { workspace: 'workspace', tokenVariable: 'variable' } as const;

/**
 * `targets`: the workspaces of a repository, by name. Each has a workspace and a token of its own.
 *
 * @param own schemas of the settings that a target may have otherwise than the configuration
 */
export function targetsOf({ region, helpCentre, state }: Own) {
  const target = z.strictObject(
    {
      workspace,
      tokenVariable,
      region: region.exactOptional(),
      helpCentre: helpCentre.exactOptional(),
      state: state.exactOptional(),
    },
    { error: 'expected "workspace:" and "tokenVariable:" below it' },
  );
  return z
    .record(targetName, target, { error: 'expected names with "workspace:" and "tokenVariable:" below each' })
    .superRefine((targets, context) => {
      for (const field of ['workspace', 'tokenVariable'] as const) {
        const first = new Map<string, string>();
        for (const [name, { [field]: value }] of Object.entries(targets)) {
          const other = first.get(value);
          if (other === undefined) first.set(value, name);
          else
            context.addIssue({
              code: 'custom',
              message: `"${other}" has the same ${unshared[field]}, and each target needs one of its own`,
              path: [name, field],
            });
        }
      }
    });
}
