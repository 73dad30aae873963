import type { HeadingLosses, HeadingMarkup } from './heading-losses.ts';

const what: Readonly<Record<HeadingMarkup, (isOne: boolean) => string>> = {
  links: (isOne) => (isOne ? 'loses its link' : 'lose their links'),
  bold: (isOne) => (isOne ? 'loses its bold' : 'lose their bold'),
  italic: (isOne) => (isOne ? 'loses its italics' : 'lose their italics'),
  code: (isOne) => (isOne ? 'loses its code' : 'lose their code'),
};

/** What a write takes from headings, in a clause: `2 headings lose their links; 5 headings move up a level`. */
export function headingLossesText({ markup, shifted }: HeadingLosses): string {
  const clauses = (Object.keys(what) as HeadingMarkup[]).flatMap((name) =>
    markup[name] === 0 ? [] : [`${headings(markup[name])} ${what[name](markup[name] === 1)}`],
  );
  const moved = `${headings(shifted)} ${shifted === 1 ? 'moves' : 'move'} up, since none is an h1`;
  return [...clauses, ...(shifted === 0 ? [] : [moved])].join('; ');
}

function headings(count: number): string {
  return count === 1 ? '1 heading' : `${count} headings`;
}
