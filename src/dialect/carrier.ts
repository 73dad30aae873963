import type { LeafDirective } from 'mdast-util-directive';
import { isCarrierData } from '../model/carrier-data.ts';
import { becomes, type Construct, type ElementRule, type Preparing } from './construct.ts';
import { attribute } from './element.ts';
import { carrierClass, undisplayed } from './undisplayed.ts';

/** Makes `::intercom-block{data="…"}` what stands in Intercom's HTML for the block whose data it is. */
function directive(node: LeafDirective, _: Preparing): void {
  node.data = becomes('div', { className: [carrierClass], dataIntercomBlock: node.attributes?.data ?? '' });
}

/** The data is Intercom's alone, so nothing of it is read but that it is whole. */
const carrier: ElementRule = (node, shape) => {
  const data = attribute(node, 'dataIntercomBlock');
  if (!isCarrierData(data)) {
    shape.report('carrier-broken', {}, node.position);
    return [];
  }
  shape.sees();
  return [undisplayed(data)];
};

/** Blocks that HTML does not show, carried unread. */
export const carriers: Construct = {
  name: 'carrier',
  toHtml: {
    nodes: { 'leafDirective:intercom-block': directive },
    elements: { [`div.${carrierClass}`]: carrier },
  },
};
