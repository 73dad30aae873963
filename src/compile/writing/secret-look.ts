import { positionIn } from '../../dialect/position-in.ts';
import type { Look, Looking } from './look.ts';
import { secretHint, secretsIn } from './secrets.ts';

/** Keys and tokens, in code above all. */
export function secretLook({ rules: { codes }, report, written, matches }: Looking): Look | null {
  if (!codes.has('secret-shown') || !matches(secretHint)) return null;
  return (node, { at }) => {
    if (node.type !== 'text') return;
    for (const { at: from, length, kind } of secretsIn(node.value)) {
      const source = at === undefined ? '' : written(at);
      const offset = source.indexOf(node.value.slice(from, from + length));
      const place = at === undefined || offset < 0 ? at : positionIn(source, offset, offset + length, at.start);
      report('secret-shown', { what: kind }, place);
    }
  };
}
