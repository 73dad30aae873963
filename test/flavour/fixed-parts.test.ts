import { describe, expect, it } from 'vitest';
import { fixedIn } from '../../src/flavour/fixed-parts.ts';
import type { FlavourName } from '../../src/model/flavour-name.ts';
import { repositoryOf, settingsOf } from '../compile/build-repository.ts';
import { compileBody } from '../compile/compile-body.ts';

const program = `import React from 'react';

export const PodTip = () => {
  return (
    <Tooltip headline="Pod" tip="A machine.">Pod</Tooltip>
  );
};
export const Plain = () => <b>plain (and simple)</b>;
export function Old() {
  return <i>old</i>;
}
export const product = 'Mendwick';
export const told = ({ x }) => <b>{x}</b>;
export const counted = () => <b>{1 + 1}</b>;
export const styled = () => (<span style={{ color: 'red' }} className="x">red{' '}one</span>);
`;

function shown(text: string, flavour: FlavourName = 'mintlify', path = 'a/b.mdx') {
  const made = repositoryOf({});
  const files = new Map([
    ...made.files,
    ['snippets/tips.jsx', { kind: 'text', path: 'snippets/tips.jsx', text: program } as const],
  ]);
  const { body, problems } = compileBody(text, { ...made, files }, settingsOf({ flavour }), path);
  const words = body
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { words, problems: problems.map(({ place, code }) => `${place?.line} ${code}`) };
}

it('finds the components of a program that only say what they show, and its texts', () => {
  const { texts, parts } = fixedIn(program);
  expect([...texts]).toEqual([['product', 'Mendwick']]);
  expect([...parts.keys()]).toEqual(['PodTip', 'Plain', 'Old', 'styled']);
  expect(parts.get('PodTip')).toBe('<Tooltip headline="Pod" tip="A machine.">Pod</Tooltip>');
});

describe('a page that imports such components', () => {
  it('shows what they say, in its sentences', () => {
    expect(
      shown(
        'import { PodTip, Plain as Simple, product } from "/snippets/tips.jsx";\n\nDeploy a <PodTip /> with a <Simple></Simple> {product}, not `<PodTip />`.\n',
      ),
    ).toEqual({
      words: 'Deploy a Pod (A machine.) with a plain (and simple) Mendwick, not &lt;PodTip /&gt; .',
      problems: [],
    });
  });

  it('finds the file by its place too, and imports over lines', () => {
    const text =
      "import {\n  Old,\n  styled as Styled,\n} from '../snippets/tips.jsx';\n\n<Old /> and <Styled /> end.\n";
    expect(shown(text).words).toBe('old and red one end.');
    expect(shown(text, 'docusaurus').words).toBe('old and red one end.');
    expect(shown(text, 'starlight').words).toBe('old and red one end.');
  });

  it('says of all others that they are not known', () => {
    const text = 'import { counted as Counted } from "/snippets/tips.jsx";\n\nIt is <Counted />.\n';
    expect(shown(text)).toEqual({ words: 'It is .', problems: ['3 component-unknown'] });
  });

  it('may have them itself', () => {
    const text = 'export const Pod = () => (\n  <b>pod</b>\n);\n\nA <Pod /> here.\n';
    expect(shown(text)).toEqual({ words: 'A pod here.', problems: [] });
  });
});
