import * as z from 'zod';

/** What an error's body said. */
export interface Said {
  /** Intercom's code of the first error; null when it gave none. */
  readonly code: string | null;
  /** Intercom's words, all errors joined; empty when there were none. */
  readonly words: string;
  readonly requestId: string | null;
}

const text = z.string().nullish().catch(null);

const one = z.object({ code: text, message: text, field: text }).catch({});

/** The usual envelope, and the short one of some 422 answers, which has neither type nor codes. */
const envelope = z.object({ errors: z.array(one), request_id: text });

/** What gateways in front of Intercom send: `{"error":"…"}` or `{"message":"…"}`. */
const loose = z.object({ error: text, message: text });

/**
 * Reads the body of an answer that is no success. Anything goes: what makes no sense is nothing said.
 *
 * @param json the parsed body, or undefined
 */
export function readErrorBody(json: unknown): Said {
  const usual = envelope.safeParse(json);
  if (usual.success) {
    return {
      code: usual.data.errors[0]?.code || null,
      words: usual.data.errors.map(inWords).filter(Boolean).join('; '),
      requestId: usual.data.request_id ?? null,
    };
  }
  const other = loose.safeParse(json);
  return { code: null, words: (other.success && (other.data.message || other.data.error)) || '', requestId: null };
}

function inWords(error: z.infer<typeof one>): string {
  const words = error.message || error.code || '';
  return error.field && words !== '' && !words.includes(error.field) ? `${words} (field ${error.field})` : words;
}
