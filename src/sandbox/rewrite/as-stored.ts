import { observedQuirks } from '../../model/quirks.ts';
import { RefusedBody, rewriteBody } from './body.ts';

/** Readers see what an attribute stands for, and no `#`. */
const shown = { ...observedQuirks, variableMark: 'never' } as const;

/**
 * What Intercom makes of a body that is sent to it, as far as real workspaces have shown: its own elements and
 * classes, headings shifted, links marked. Images keep the addresses they have.
 *
 * @param html as it would be sent
 * @returns the stored body; where it would be refused, the body as it was sent and the reason as a clause
 */
export function asStored(html: string): { readonly html: string; readonly refused: string | null } {
  let headings = 0;
  const headingDigits = (): string => {
    headings += 1;
    return headings.toString(16).padStart(10, '0');
  };
  try {
    const body = rewriteBody(html, { quirks: shown, origin: 'markdown', headingDigits });
    return { html: body.print((image) => image), refused: null };
  } catch (error) {
    if (!(error instanceof RefusedBody)) throw error;
    return { html, refused: error.message };
  }
}
