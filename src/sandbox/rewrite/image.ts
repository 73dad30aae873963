import { blocks, type Construct } from './context.ts';
import { attribute, element } from './node.ts';

/**
 * Rewrites `img` to a block of its own in its container. Width and height are kept as sent, unless `imageSizes` says otherwise; with both comes
 * the style Intercom adds. The address is looked at later, when the image is fetched.
 */
export const imageConstruct: Construct = (node, { context }) => {
  const keepsSize = context.quirks.imageSizes === 'kept';
  const width = keepsSize ? sizeOf(attribute(node, 'width')) : undefined;
  const height = keepsSize ? sizeOf(attribute(node, 'height')) : undefined;
  const image = element(
    'img',
    {
      src: attribute(node, 'src') ?? '',
      alt: attribute(node, 'alt'),
      width,
      height,
      style: width !== undefined && height !== undefined ? 'height: auto;' : undefined,
    },
    [],
  );
  return blocks(element('div', { className: ['intercom-container'] }, [image]));
};

/** A size in pixels, possibly fractional, as it was written; undefined for anything else. */
function sizeOf(value: string | undefined): string | undefined {
  const digits = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(value ?? '')?.[1];
  return digits;
}
