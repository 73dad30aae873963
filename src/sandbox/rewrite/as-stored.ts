import { observedQuirks, type Quirks } from '../../model/quirks.ts';
import { RefusedBody, rewriteBody } from './body.ts';

/**
 * What Intercom makes of a body that is sent to it, as far as real workspaces have shown: its own elements and
 * classes, headings shifted, links marked. Images keep the addresses they have.
 *
 * @param html as it would be sent
 * @param known what the workspace at hand is known to do; elsewhere it does what others were seen to do
 * @returns the stored body; where it would be refused, the body as it was sent and the reason as a clause
 */
export function asStored(
  html: string,
  known: Partial<Quirks> = {},
): { readonly html: string; readonly refused: string | null } {
  let headings = 0;
  const headingDigits = (): string => {
    headings += 1;
    return headings.toString(16).padStart(10, '0');
  };
  try {
    // Readers see what an attribute stands for, and no `#`.
    const quirks: Quirks = { ...observedQuirks, ...known, variableMark: 'never' };
    const body = rewriteBody(html, { quirks, origin: 'markdown', headingDigits });
    return { html: body.print((image) => image), refused: null };
  } catch (error) {
    if (!(error instanceof RefusedBody)) throw error;
    return { html, refused: error.message };
  }
}
