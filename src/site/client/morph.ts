import { Idiomorph } from 'idiomorph';

/**
 * Makes an element equal to another with as few changes as it takes, so that what did not change stays as it is on the
 * screen: loaded images, the place in the page, what was selected. Sections that were opened stay open, and elements
 * with `data-keep` are not touched.
 *
 * @param to is used up
 */
export function morph(from: Element, to: Element): void {
  Idiomorph.morph(from, to, {
    callbacks: {
      beforeNodeMorphed: (node) => !isKept(node),
      beforeAttributeUpdated: (name, { tagName }, change) =>
        !(tagName === 'DETAILS' && name === 'open' && change === 'remove'),
    },
  });
}

function isKept(node: Node): boolean {
  return node instanceof Element && node.hasAttribute('data-keep');
}
