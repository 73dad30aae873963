/** Stands for a collection called `__proto__` while a schema looks at the lockfile: schemas drop that key in silence. */
const stand = '\u0000__proto__';

/** The lockfile's value with collections under names that schemas keep. */
export function sheltered(value: unknown): unknown {
  return withCollections(value, '__proto__', stand);
}

/** The same back again, each name an own key. */
export function unsheltered<T>(lockfile: T): T {
  return withCollections(lockfile, stand, '__proto__') as T;
}

function withCollections(value: unknown, from: string, to: string): unknown {
  return mapped(value, 'workspaces', (workspaces) =>
    isObject(workspaces)
      ? Object.fromEntries(
          Object.entries(workspaces).map(([id, section]) => [
            id,
            mapped(section, 'collections', (collections) => renamed(collections, from, to)),
          ]),
        )
      : workspaces,
  );
}

function mapped(value: unknown, key: string, change: (inner: unknown) => unknown): unknown {
  if (!isObject(value) || !Object.hasOwn(value, key)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, name === key ? change(one) : one]));
}

function renamed(value: unknown, from: string, to: string): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key === from ? to : key, one]));
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
