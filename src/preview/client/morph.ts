/** How far ahead an equal node is looked for, before the nodes at hand are taken for each other. */
const reach = 40;

/**
 * Makes an element equal to another with as few changes as it takes, so that what did not change stays as it is on the
 * screen: loaded images, the place in the page, what was selected. Sections that were opened stay open, and elements
 * with `data-keep` are not touched.
 *
 * @param to is used up
 */
export function morph(from: Element, to: Element): void {
  if (isKept(from) || from.isEqualNode(to)) return;
  copyAttributes(from, to);
  morphChildren(from, to);
}

function morphChildren(from: Element, to: Element): void {
  const young = [...to.childNodes];
  let old: ChildNode | null = from.firstChild;
  for (const node of young) {
    const equal = nextEqual(old, node);
    if (equal !== null) {
      while (old !== null && old !== equal) old = removed(old);
      old = equal.nextSibling;
    } else if (old !== null && isAlike(old, node)) {
      if (old instanceof Element && node instanceof Element) morph(old, node);
      else old.nodeValue = node.nodeValue;
      old = old.nextSibling;
    } else {
      from.insertBefore(node, old);
    }
  }
  while (old !== null) old = removed(old);
}

function removed(node: ChildNode): ChildNode | null {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function nextEqual(start: ChildNode | null, node: ChildNode): ChildNode | null {
  let at = start;
  for (let step = 0; at !== null && step < reach; step += 1) {
    if (at.isEqualNode(node)) return at;
    at = at.nextSibling;
  }
  return null;
}

/** Whether one node can be turned into the other. */
function isAlike(one: ChildNode, other: ChildNode): boolean {
  if (one.nodeName !== other.nodeName) return false;
  return !(one instanceof Element && other instanceof Element) || isKept(one) === isKept(other);
}

function isKept(element: Element): boolean {
  return element.hasAttribute('data-keep');
}

function copyAttributes(from: Element, to: Element): void {
  const isSection = from.tagName === 'DETAILS';
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && !(isSection && name === 'open')) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
}
