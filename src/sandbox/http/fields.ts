import * as z from 'zod';

/** An id in a request: a number, or the digits of one. */
export const idLike = z.union([z.number().int().nonnegative(), z.string().regex(/^\d+$/)]);

/** `audience_ids` in a request, each once. */
export const audienceIds = z
  .array(z.number().int())
  .transform((ids) => [...new Set(ids)])
  .nullable()
  .optional();

/** What Fin may do with some content, in a request. */
export const availability = {
  ai_chatbot_availability: z.boolean().optional(),
  ai_copilot_availability: z.boolean().optional(),
  ai_sales_agent_availability: z.boolean().optional(),
};
