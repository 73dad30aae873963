/** How `probe` finds out, as it stands in docs/reference/sandbox.md; or why it does not ask. */
export type Asked = string | { readonly not: string };

/** What there is to know of one switch. */
export interface QuirkRow<Value> {
  readonly kind: 'choice' | 'list' | 'number';
  /** Every value of a choice, every member of a list; none for a number. */
  readonly values: readonly (Value extends readonly (infer Member)[] ? Member : Value)[];
  /** As real workspaces were seen to do. */
  readonly observed: Value;
  /** As the official pages say. */
  readonly strict: Value;
  readonly asked: Asked;
}

/** One of a few values; the first was observed. */
export function choice<const Value extends string>(
  values: readonly [Value, ...Value[]],
  asked: Asked,
  strict: Value = values[0],
): QuirkRow<Value> {
  return { kind: 'choice', values, observed: values[0], strict, asked } as unknown as QuirkRow<Value>;
}

/** Some of a few. */
export function list<const Value extends string>(
  values: readonly Value[],
  observed: readonly Value[],
  asked: Asked,
): QuirkRow<readonly Value[]> {
  return { kind: 'list', values, observed, strict: observed, asked } as unknown as QuirkRow<readonly Value[]>;
}

/** A whole number. */
export function number(observed: number, asked: Asked): QuirkRow<number> {
  return { kind: 'number', values: [], observed, strict: observed, asked };
}
