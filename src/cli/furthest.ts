import { adoptedConfiguration } from '../init/adopted-configuration.ts';
import type { Detected } from '../use-cases/adopt/detect.ts';
import { loweredBy, type Trial, tryOut } from '../use-cases/adopt/try-out.ts';
import type { Context } from '../use-cases/context.ts';

/** A repository of another tool, the configuration for it, and what comes of that. */
export interface Adoption {
  readonly found: Detected;
  /** Of `helpcentre.yml`. */
  readonly text: string;
  readonly trial: Trial;
  /** Codes of errors that are warnings in it. */
  readonly lowered: readonly string[];
}

/** The configuration that publishes most: errors that readers can live with become warnings where they keep articles out. */
export async function furthest(context: Context, found: Detected): Promise<Adoption> {
  context.say(`Reading ${found.content === '.' ? 'all Markdown here' : found.content} …\n`);
  const strict = adoptedConfiguration({ ...found, lowered: [] });
  const first = await tryOut(context, strict);
  const lowered = loweredBy(first);
  if (lowered.length === 0) return { found, text: strict, trial: first, lowered };
  const text = adoptedConfiguration({ ...found, lowered });
  return { found, text, trial: await tryOut(context, text, first), lowered };
}
