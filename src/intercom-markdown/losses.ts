/** Something of a body that Intercom's Markdown has no way to say. */
export type MarkdownLoss =
  /** Empty paragraphs, which are the space between blocks. */
  | { readonly is: 'spacing' }
  | { readonly is: 'alignment' }
  | { readonly is: 'image-size' }
  | { readonly is: 'cell-background' }
  | { readonly is: 'cell-width' }
  | { readonly is: 'cell-span' }
  /** A cell with more in it than one line of text. */
  | { readonly is: 'cell-blocks' }
  /** Bold and the like in a block of code, or in a part of code within a line. */
  | { readonly is: 'markup-in-code' }
  | { readonly is: 'link-without-address' }
  /** A video that is more than its id: a start time, a list, an address of its own. */
  | { readonly is: 'video'; readonly address: string }
  /** The title of a section that is no plain heading of the second level. */
  | { readonly is: 'section-title' }
  /** A quotation mark in what stands in quotation marks: the label of a button, the title of a section. */
  | { readonly is: 'quotation-mark'; readonly text: string }
  | { readonly is: 'heading-id'; readonly id: string }
  /** A block that the API does not give out, and of which the carrier is not known either. */
  | { readonly is: 'undisplayed' }
  | { readonly is: 'element'; readonly name: string }
  /** What has no name here: written as Markdown, the text would be read as something else. */
  | { readonly is: 'otherwise' };

/** Gathers losses, each once, in the order in which they are met. */
export interface LossList {
  readonly losses: () => readonly MarkdownLoss[];
  readonly add: (loss: MarkdownLoss) => void;
}

/** An empty list of losses. */
export function listLosses(): LossList {
  const found = new Map<string, MarkdownLoss>();
  return {
    losses: () => [...found.values()],
    add: (loss) => {
      const key = JSON.stringify(loss);
      if (!found.has(key)) found.set(key, loss);
    },
  };
}
