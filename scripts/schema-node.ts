/** A JSON Schema, as far as the pages made from schemas read it. */
export interface Node {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly $ref?: string;
  readonly allOf?: readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Node | false;
  readonly definitions?: Readonly<Record<string, Node>>;
}

/** Each form that a value may have, itself where there is one. */
export function alternatives(node: Node): readonly Node[] {
  const choices = node.anyOf ?? node.oneOf ?? (node.allOf?.length === 1 ? node.allOf : undefined);
  return choices === undefined ? [node] : choices.flatMap(alternatives);
}
