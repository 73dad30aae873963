import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../kit/depth.ts';
import { merged, normalFormOf } from './merging.ts';
import { drawDocument, drawFrom, type Edit, type Edits, editable, type Part, write } from './styled-document.ts';

/** A document in its author's style, and edits of both sides that do not meet. */
interface Scene {
  readonly parts: readonly Part[];
  readonly ours: Edits;
  readonly theirs: Edits;
}

const numbers = fc.array(fc.nat(9999), { minLength: 60, maxLength: 160 });

/** @param kinds edits that are made; others are left out */
function scenes(kinds: readonly Edit[]): fc.Arbitrary<Scene> {
  return numbers.map((all) => {
    const draw = drawFrom(all);
    const parts = drawDocument(draw);
    const ours = new Map<string, { edit: Edit; word: string }>();
    const theirs = new Map<string, { edit: Edit; word: string }>();
    const gone = new Set<string>();
    for (const { id, edits, inside = [] } of editable(parts)) {
      const [side, edit] = [draw(4), edits.filter((one) => kinds.includes(one))];
      const chosen = edit.length === 0 ? undefined : edit[draw(edit.length)];
      if (chosen === undefined || side > 1 || gone.has(id)) continue;
      if (chosen === 'drop') for (const one of inside) gone.add(one);
      if (side === 0) ours.set(id, { edit: chosen, word: 'ours' });
      else theirs.set(id, { edit: chosen, word: 'theirs' });
    }
    return { parts, ours, theirs };
  });
}

/** A text with conflicts settled for one side. */
const settled = (merged: string, side: 1 | 2): string =>
  merged.replace(/^<{7} .*\n([\s\S]*?)^={7}\n([\s\S]*?)^>{7} .*$/gm, `$${side}`);

const both = ({ ours, theirs }: Scene): Edits => new Map([...ours, ...theirs]);
const none: Edits = new Map();
const text = (parts: readonly Part[], edits: Edits): string => `${write(parts, edits)}\n`;

function mergedScene({ parts, ours, theirs }: Scene) {
  return merged({ base: text(parts, none), ours: text(parts, ours), theirs: normalFormOf(text(parts, theirs)) });
}

describe('edits of both sides in lists, tables, callouts and sections of any style', () => {
  it('are merged to the byte as the author would have made both, where words were edited', () => {
    fc.assert(
      fc.property(scenes(['change']), (scene) => {
        const result = mergedScene(scene);
        expect(result.conflicts).toBe(0);
        expect(result.text).toBe(text(scene.parts, both(scene)));
      }),
      { numRuns: runs(20) },
    );
  });

  it('come to a body with both, where things were put in and taken out too', () => {
    fc.assert(
      fc.property(scenes(['change', 'add', 'drop']), (scene) => {
        const result = mergedScene(scene);
        expect(result.conflicts).toBe(0);
        expect(normalFormOf(result.text)).toBe(normalFormOf(text(scene.parts, both(scene))));
      }),
      { numRuns: runs(20) },
    );
  });

  it('stand whole between markers where both edited the same', () => {
    fc.assert(
      fc.property(scenes(['change']), fc.nat(), ({ parts, ours, theirs }, at) => {
        const all = editable(parts).filter(({ edits }) => edits.includes('change'));
        fc.pre(all.length > 0);
        const { id = '' } = all[at % all.length] ?? {};
        const result = mergedScene({
          parts,
          ours: new Map([...ours, [id, { edit: 'change', word: 'ours' }]]),
          theirs: new Map([...theirs, [id, { edit: 'change', word: 'theirs' }]]),
        });
        expect(result.conflicts).toBeGreaterThan(0);
        const [mine, other] = [settled(result.text, 1), settled(result.text, 2)];
        for (const one of [id, ...ours.keys()]) expect(mine).toContain(`ours${one} `);
        for (const one of [id, ...theirs.keys()]) expect(other).toContain(`theirs${one} `);
        expect(other).not.toContain(`ours${id} `);
      }),
      { numRuns: runs(20) },
    );
  });

  it('leave ours to the byte where nothing was edited in Intercom', () => {
    fc.assert(
      fc.property(scenes(['change', 'add', 'drop']), (scene) => {
        const ours = text(scene.parts, both(scene));
        const base = text(scene.parts, none);
        expect(merged({ base, ours, theirs: normalFormOf(base) })).toMatchObject({ text: ours, changed: [] });
      }),
      { numRuns: runs(20) },
    );
  });
});
