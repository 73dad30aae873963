import { alignContainer, alignOf } from './align.ts';
import { blocks, type Construct } from './context.ts';
import { attribute, classesOf, element } from './node.ts';
import { colourOf, declarationsOf } from './style.ts';

/** The grey of Intercom's palette: what a callout without readable colours gets. */
const grey = { background: '#e8e8e880', border: '#73737633' };

/**
 * Rewrites `div`. A callout is kept with its two colours; any other `div` is unwrapped, and each piece of
 * white space directly inside it becomes an empty paragraph, which is how a table's own container, written
 * with line breaks, gets a gap above and below.
 */
export const divConstruct: Construct = (node, walk) => {
  const isCallout = classesOf(node).includes('intercom-interblocks-callout');
  if (!isCallout || walk.context.quirks.callouts === 'unwrapped') {
    const inside = walk.blocks(node.children, 'paragraphs');
    return blocks(...inside.map((block) => alignContainer(block, alignOf(node))));
  }
  const given = declarationsOf(attribute(node, 'style'));
  const background = colourOf(given.get('background-color')) ?? grey.background;
  const border = colourOf(given.get('border-color')) ?? grey.border;
  const style = `background-color: ${background}; border-color: ${border};`;
  const inside = walk.blocks(node.children, 'dropped');
  return blocks(element('div', { className: ['intercom-interblocks-callout'], style }, inside));
};
