import { nearestName } from '../text/nearest.ts';

/** Names of one ending that are looked at. */
const mostAlike = 200;

/**
 * Tells which name was meant by one that is not there. Of a product's thousands those are looked at first that end in the
 * same word, for keys are moved more often than renamed, and then those whose last word begins alike. The only one that ends
 * in it is near, wherever it went.
 *
 * @param namesOf asked once, when a name is looked for
 */
export function nearestAmong(namesOf: () => ReadonlySet<string>): (name: string) => string | null {
  let known: { readonly all: readonly string[]; readonly like: ReadonlyMap<string, readonly string[]> } | null = null;
  return (name) => {
    known ??= indexed(namesOf());
    const { all, like } = known;
    const alike = likenesses(name).flatMap((one) => (like.get(one) ?? []).slice(0, mostAlike));
    const [moved, another] = like.get(likenesses(name)[0] ?? '') ?? [];
    return nearestName(name, [...alike, ...all]) ?? (another === undefined ? (moved ?? null) : null);
  };
}

function indexed(names: ReadonlySet<string>) {
  const like = new Map<string, string[]>();
  for (const name of names) {
    for (const one of likenesses(name)) {
      const group = like.get(one);
      if (group === undefined) like.set(one, [name]);
      else group.push(name);
    }
  }
  // More are never compared.
  return { all: [...names].slice(0, mostAlike * 3), like };
}

/** By what names are alike: their last word, and how it begins. */
function likenesses(name: string): readonly string[] {
  const last = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return [last, `${last.slice(0, 2)}…`];
}
