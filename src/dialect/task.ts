import type { List } from 'mdast';
import type { Construct } from './construct.ts';
import { attribute, text } from './element.ts';

/** Task boxes: Intercom has none, so a character shows whether the task is done. */
export const task: Construct = {
  name: 'task',
  toHtml: {
    nodes: {
      list(node: List, { report }) {
        const first = node.children.find((item) => typeof item.checked === 'boolean');
        if (first !== undefined) report('task-box', {}, first.position);
      },
    },
    elements: {
      input(node, shape) {
        const type = attribute(node, 'type').toLowerCase();
        if (type === 'checkbox') {
          if (node.position !== undefined) shape.report('task-box', {}, node.position);
          return [text(node.properties.checked ? '☑' : '☐')];
        }
        const value = attribute(node, 'value');
        shape.report(
          'html-removed',
          { what: value === '' ? '<input>' : `<input> with the value "${value}"` },
          node.position,
        );
        return [];
      },
    },
  },
};
