import * as z from 'zod';

const anAddress = 'expected an address of the help centre, such as /en/articles/12-old-title';

/** An old address: absolute, or a path below the address of the help centre. */
export const addressSchema = z
  .string({ error: anAddress })
  .regex(/^\s*(?:https?:\/\/[^\s/]+\/\S+|\/[^\s/]\S*)\s*$/i, anAddress)
  .transform((value) => value.trim());

/** `redirectFrom:` in front matter. */
export const addressesSchema = z.array(addressSchema, { error: 'expected a list of addresses' });
