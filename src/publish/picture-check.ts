import type { PictureState } from '../model/picture-state.ts';

/** Looks at pictures before they are sent. */
export interface PictureCheck {
  /** What is at an address; null where nobody asks, since Intercom would not either. Asks once for each. Never rejects. */
  readonly look: (url: string) => Promise<PictureState | null>;
  /** Whether a picture that nothing is known of holds its article, too. */
  readonly isStrict: boolean;
}
