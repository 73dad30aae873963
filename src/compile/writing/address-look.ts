import type { Look, Looking } from './look.ts';
import { peopleIn } from './people.ts';
import { isVerbatim } from './verbatim.ts';

/** Addresses of people, each once: in the text, or behind a link. */
export function addressLook({ rules: { codes }, report }: Looking): Look | null {
  if (!codes.has('personal-address')) return null;
  const said = new Set<string>();
  return (node, { at, within }) => {
    // Code is full of people who do not exist.
    if (within.some(isVerbatim)) return;
    for (const { address } of peopleIn(addressesIn(node))) {
      if (said.has(address)) continue;
      said.add(address);
      report('personal-address', { address }, at);
    }
  };
}

function addressesIn(node: Parameters<Look>[0]): string {
  if (node.type === 'text') return node.value;
  const { href } = node.type === 'element' && node.tagName === 'a' ? node.properties : {};
  return typeof href === 'string' && /^mailto:/i.test(href) ? href.slice('mailto:'.length) : '';
}
