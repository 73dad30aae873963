import type { Report } from '../dialect/construct.ts';
import type { Finding } from '../html/sanitise.ts';

/** Words what the last gate held back as a problem. The dialect's own rules leave it little. */
export function reportFinding({ kind, node, name }: Finding, report: Report): void {
  const at = node.position;
  switch (kind) {
    case 'element-removed':
      report('html-removed', { what: `<${name}>` }, at);
      break;
    case 'element-replaced':
    case 'element-unwrapped':
      report('html-reduced', { element: name, kept: 'what is in it is kept' }, at);
      break;
    case 'too-deep':
      report('too-deep', { what: 'elements inside each other' }, at);
      break;
    case 'address-removed':
      report('html-removed', { what: `the address "${name}"` }, at);
      break;
    case 'attribute-removed':
    case 'class-removed':
    case 'style-removed':
      report('style-lost', { element: node.tagName, lost: name }, at);
  }
}
