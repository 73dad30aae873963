import { flavours } from '../../flavour/flavours.ts';
import type { FlavourName } from '../../model/flavour-name.ts';

/** The tools as people write them. */
export const toolNames: Readonly<Record<FlavourName, string>> = Object.fromEntries(
  Object.values(flavours).map(({ name, title }) => [name, title]),
) as Record<FlavourName, string>;
