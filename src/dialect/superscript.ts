import type { Construct, ElementRule } from './construct.ts';
import { plainText, text } from './element.ts';

const plain = '0123456789+-=()abcdefghijklmnoprstuvwxyz';
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ';
/** Characters that stand high by themselves. */
const alwaysRaised = '®™©*†‡ªº°';
const lowered = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎';

/**
 * Raised and lowered text: as the characters that Unicode has for it, where it has them all. Else `^(…)` or
 * `_(…)` is shown.
 */
const shifted =
  (characters: string, sign: string): ElementRule =>
  (node, shape) => {
    const inner = shape.pieces(node.children);
    const written = plainText(inner);
    const table = [...characters];
    const found = [...(written === 'TM' ? '™' : written)].map((character) =>
      alwaysRaised.includes(character) ? character : table[plain.indexOf(character)],
    );
    if (written === '' || found.every((character) => character !== undefined)) return [text(found.join(''))];
    shape.report('html-reduced', { element: node.tagName, kept: `${sign}(…) is shown` }, node.position);
    return [text(`${sign}(`), ...inner, text(')')];
  };

export const superscript: Construct = {
  name: 'superscript',
  toHtml: { elements: { sup: shifted(raised, '^'), sub: shifted(lowered, '_') } },
};
