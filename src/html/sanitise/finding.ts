import type { Element } from 'hast';

/** Something that a body cannot hold, and what became of it. */
export interface Finding {
  readonly kind: /** The element is gone, with all that was in it. */
    | 'element-removed'
    /** Another element or signs in the text stand for it. */
    | 'element-replaced'
    /** Only its content is left. */
    | 'element-unwrapped'
    /** Its content is text from here on: too many elements inside each other. */
    | 'too-deep'
    /** The element is there without this attribute. */
    | 'attribute-removed'
    /** … or without this class. */
    | 'class-removed'
    /** … or without this property of its style. */
    | 'style-removed'
    /** A link, image or video with an address that is not safe: its text is left. */
    | 'address-removed';
  /** The element it is about, as it was; its position says where. */
  readonly node: Element;
  /** The element, attribute, class, property or address. */
  readonly name: string;
}

/** Takes one finding. */
export type Report = (finding: Finding) => void;
