/** What is known of the address of a picture; reasons go on after the address: `answers 404`. */
export type PictureState =
  /** There is one. `bytes`: null where its server does not say. */
  | { readonly is: 'picture'; readonly type: string; readonly bytes: number | null }
  /** Whoever asks for it now gets none. `mayPass`: its server is in trouble or throttles, so that may be over soon. */
  | { readonly is: 'broken'; readonly reason: string; readonly mayPass?: true }
  /** No answer, or none that may be asked for: there may be a picture. */
  | { readonly is: 'unknown'; readonly reason: string };
