/** What is used of idiomorph, which comes without types. */
declare module 'idiomorph' {
  export const Idiomorph: {
    morph(
      from: Element,
      to: Element,
      options: {
        readonly callbacks: {
          /** false leaves the node as it is. */
          readonly beforeNodeMorphed: (node: Node) => boolean;
          readonly beforeAttributeUpdated: (name: string, element: Element, change: 'update' | 'remove') => boolean;
        };
      },
    ): void;
  };
}
