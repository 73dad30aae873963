const known = new Map<string, { readonly make: symbol; readonly property: PropertyDescriptor }>();

/**
 * Lets a record have something that is made each time that it is asked for.
 *
 * A getter in a literal is a function of its own in every record, and no two of them have one shape then: of thousands of
 * records the shapes would take more room than what they hold.
 *
 * @param record is given the property; copies of it have what was made
 */
export function lazily<T extends object, K extends string, V>(
  record: T,
  key: K,
  make: () => V,
): T & { readonly [key in K]: V } {
  const { make: place, property } = known.get(key) ?? propertyFor(key);
  Object.defineProperty(record, place, { value: make });
  return Object.defineProperty(record, key, property) as T & { readonly [key in K]: V };
}

function propertyFor(key: string) {
  const make = Symbol(key);
  const property: PropertyDescriptor & ThisType<{ readonly [make]: () => unknown }> = {
    get() {
      return this[make]();
    },
    enumerable: true,
    configurable: true,
  };
  known.set(key, { make, property });
  return { make, property };
}
